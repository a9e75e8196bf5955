import { type FigureId, figure } from '#core/catalog/index.ts'
import { type RequestRow, type RowGroup, requestRows, rowGroups } from '#core/catalog/requests.ts'
import type { Label } from '#core/catalog/table.ts'
import { type Lang, inLang } from './lang.ts'

/** Numbering in front of a group's label. */
const numbering = /^(?:[一二三四]、|（[一二三四五六七]）|\(?\d\)?\.? )/

const isRow = (id: string): id is RequestRow => id in requestRows

/**
 * The figure's name where it stands alone, as in a chart's title: with the group that its row belongs to, and without
 * the column where that is the total.
 */
export function figureName(lang: Lang, id: FigureId): string {
  const label = inLang(lang, figure(id))
  const [row = '', column] = id.split('.')
  if (!isRow(row)) return label
  const { in: group }: Label & { in?: RowGroup } = requestRows[row]
  const name = column === 'total' ? label.replace(/(?:·总计|, Total)$/, '') : label
  if (group === undefined) return name
  return `${inLang(lang, rowGroups[group]).replace(numbering, '')}${lang === 'zh' ? '·' : ': '}${name}`
}
