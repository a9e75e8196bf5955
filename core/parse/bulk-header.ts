import {
  type FigureId,
  applicantIds,
  figure,
  isFigureId,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
} from '#core/catalog/index.ts'
import { disclosure } from '#core/catalog/disclosure.ts'
import { type RowGroup, applicants, requestRows, rowGroups } from '#core/catalog/requests.ts'
import { litigation, reviewGroups, reviewResults } from '#core/catalog/reviews.ts'
import { type Axis, type Label, editions } from '#core/catalog/table.ts'

/** What a column of a bulk sheet holds: a figure, or what the row is about. */
export type Column =
  | FigureId
  | '@bureau'
  | '@division'
  | '@code'
  | '@year'
  | '@disclosure'
  | '@requests'

const titles: Readonly<Record<string, Column>> = {
  机关名称: '@bureau',
  行政机关名称: '@bureau',
  行政机关: '@bureau',
  单位名称: '@bureau',
  bureau: '@bureau',
  行政区划: '@division',
  地区: '@division',
  region: '@division',
  division: '@division',
  行政区划代码: '@code',
  divisioncode: '@code',
  年度: '@year',
  年份: '@year',
  报告年度: '@year',
  year: '@year',
  disclosureedition: '@disclosure',
  表二格式: '@disclosure',
  requestsedition: '@requests',
  表三格式: '@requests',
}

/** A label without all that is written now this way, now that way: spaces, dashes, brackets, widths. */
const key = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** What a header names, exactly: a figure's id, or its labels as the form has them; undefined for anything else. */
export function columnOf(header: string): Column | undefined {
  const text = header.trim()
  return isFigureId(text)
    ? text
    : (titles[key(text)] ?? (figuresByLabel.get(key(text)) || undefined))
}

const names = ({ zh, en, aka = [] }: Axis): string[] => [zh, en, ...aka]

const pairs = (rows: readonly string[], columns: readonly string[]): string[] =>
  rows.flatMap((row) => columns.map((column) => row + column))

function* disclosureLabels(): Iterable<[FigureId, string]> {
  for (const edition of editions) {
    for (const { rows, columns } of disclosure.blocks[edition]) {
      for (const row of rows) {
        for (const [i, id] of row.figures.entries()) {
          const column = columns[i]
          if (column) for (const label of pairs(names(row), names(column))) yield [id, label]
        }
      }
    }
  }
}

function* requestLabels(): Iterable<[FigureId, string]> {
  for (const id of requestRowIds) {
    const row: Axis & { in?: RowGroup } = requestRows[id]
    const group: Label | undefined = row.in && row.in !== 'results' ? rowGroups[row.in] : undefined
    // Without its group a row such as 3.其他 could be many things.
    const rows = names(row).map((name) => (group ? group.zh + name : name))
    for (const applicant of applicantIds) {
      for (const label of pairs(rows, names(applicants[applicant])))
        yield [`${id}.${applicant}`, label]
    }
  }
}

function* reviewLabels(): Iterable<[FigureId, string]> {
  for (const group of reviewGroupIds) {
    const heading: Axis & { in?: string } = reviewGroups[group]
    const rows = [...names(heading), ...(heading.in ? [litigation.zh + heading.zh] : [])]
    for (const result of reviewResultIds) {
      for (const label of pairs(rows, names(reviewResults[result])))
        yield [`${group}_${result}`, label]
    }
  }
}

/** 其他 and 总计 without what stands around them in the form. */
const isVague = (id: FigureId): boolean => /^outcome_(?:other_misc|total)\./.test(id)

/** Figures by label; null where a label could mean several. */
const figuresByLabel = new Map<string, FigureId | null>()
for (const labels of [disclosureLabels(), requestLabels(), reviewLabels()]) {
  for (const [id, label] of labels) {
    for (const one of isVague(id) ? [label] : [label, figure(id).zh]) {
      const known = figuresByLabel.get(key(one))
      figuresByLabel.set(key(one), known === undefined || known === id ? id : null)
    }
  }
}
