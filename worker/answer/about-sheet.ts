import type { Column, ColumnId } from '#core/text/columns.ts'
import type { CoverageCounts, Meta } from './meta.ts'
import type { Cell } from './xlsx-sheet.ts'

/** What stands beside the data in a workbook: where it is from, and what its columns mean. */
export const aboutRows = (
  told: Meta,
  { address, next }: { readonly address: string; readonly next: string | undefined },
  columns: readonly ColumnId[],
  dictionary: Readonly<Record<ColumnId, Column>>,
): (readonly Cell[])[] => [
  ['年图 Niantu', '说明 About this file'],
  ['许可 Licence', told.licence],
  ['来源 Source', told.source],
  ['版本 Version', told.release ?? `数据版本 data version ${told.data_version}`],
  ['更新时间 Updated (UTC)', told.updated],
  ['地址 Address', address],
  ...(next === undefined ? [] : [['只是一页，下一页 A page only, the next one', next]]),
  ['收录 Coverage', told.coverage && coverageText(told.coverage)],
  ['没有数字的观测 Observations without a number', told.n_missing],
  [],
  ['列 Column', '中文', 'English', '类型 Type', '含义', 'Meaning'],
  ...columns.map((id) => {
    const { zh, en, datatype, about } = dictionary[id]
    return [id, zh, en, datatype, about.zh, about.en]
  }),
]

const coverageText = ({ expected, received }: CoverageCounts): string =>
  expected === null
    ? `收录 ${received} 份报告 (${received} reports)`
    : `收录 ${received} / ${expected} 份报告 (${received} of ${expected} reports)`
