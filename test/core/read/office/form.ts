import {
  applicantIds,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
} from '#core/catalog/index.ts'
import {
  type RowGroup,
  applicants,
  organisation,
  requestRows,
  requests,
  rowGroups,
} from '#core/catalog/requests.ts'
import type { Axis } from '#core/catalog/table.ts'
import { litigation, reviewGroups, reviewResults } from '#core/catalog/reviews.ts'
import { type GridCell, cell } from '#core/read/doc.ts'

/** The tables of an invented report in the form of 2021, as the office formats should be read. */
export type Grid = readonly (readonly GridCell[])[]

/** What the cells of the form say; the same text in the same place every time. */
const say = (id: string): string =>
  String((id.length * 7 + id.charCodeAt(0) + id.charCodeAt(id.length - 1)) % 60)

export const disclosureGrid: Grid = [
  [cell('第二十条第（一）项', 4)],
  [cell('信息内容'), cell('本年制发件数'), cell('本年废止件数'), cell('现行有效件数')],
  [cell('规章'), cell('0'), cell('0'), cell('0')],
  [cell('行政规范性文件'), cell('3'), cell('1'), cell('12')],
  [cell('第二十条第（五）项', 4)],
  [cell('信息内容'), cell('本年处理决定数量', 3)],
  [cell('行政许可'), cell('45396', 3)],
  [cell('第二十条第（六）项', 4)],
  [cell('信息内容'), cell('本年处理决定数量', 3)],
  [cell('行政处罚'), cell('1,208', 3)],
  [cell('行政强制'), cell('0', 3)],
  [cell('第二十条第（八）项', 4)],
  [cell('信息内容'), cell('本年收费金额（单位：万元）', 3)],
  [cell('行政事业性收费'), cell('4.8', 3)],
]

const rows = requestRowIds.filter((id) => id !== 'outcome_other')
const inGroup = (group: RowGroup): number => rows.filter((id) => groupOf(id) === group).length
const groupOf = (id: (typeof rows)[number]): RowGroup | undefined => {
  const row: Axis & { in?: RowGroup } = requestRows[id]
  return row.in
}

function requestLabel(id: (typeof rows)[number], index: number): GridCell[] {
  const group = groupOf(id)
  if (group === undefined) return [cell(requestRows[id].zh, 3)]
  const isFirst = (g: RowGroup): boolean => rows.findIndex((r) => groupOf(r) === g) === index
  const results = rows.filter((r) => groupOf(r) !== undefined)
  const outer = results[0] === id ? [cell('三、本年度办理结果', 1, results.length)] : []
  if (group === 'results') return [...outer, cell(requestRows[id].zh, 2)]
  const inner = isFirst(group) ? [cell(rowGroups[group].zh, 1, inGroup(group))] : []
  return [...outer, ...inner, cell(requestRows[id].zh)]
}

export const requestsHead: Grid = [
  [cell(requests.note.zh, 3, 3), cell('申请人情况', 7)],
  [cell('自然人', 1, 2), cell(organisation.zh, 5), cell('总计', 1, 2)],
  applicantIds.slice(1, 6).map((id) => cell(applicants[id].zh)),
]

export const requestsGrid: Grid = [
  ...requestsHead,
  ...rows.map((id, i) => [
    ...requestLabel(id, i),
    ...applicantIds.map((column) => cell(say(`${id}.${column}`))),
  ]),
]

const results = reviewResultIds.map((id) => reviewResults[id].zh)

export const reviewsGrid: Grid = [
  [cell(reviewGroups.review.zh, 5), cell(litigation.zh, 10)],
  [
    ...results.map((text) => cell(text, 1, 2)),
    cell(reviewGroups.suit_direct.zh, 5),
    cell(reviewGroups.suit_after_review.zh, 5),
  ],
  [...results, ...results].map((text) => cell(text)),
  reviewGroupIds.flatMap((group) =>
    reviewResultIds.map((result) => cell(say(`${group}_${result}`))),
  ),
]

export const title = '云山县水务局2024年政府信息公开工作年度报告'
export const sentence = '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。'
export const headings = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
] as const

/** A grid without line breaks in its cells, for comparing what was wrapped with what was not. */
export const unwrapped = (grid: Grid): Grid =>
  grid.map((row) =>
    row.map(({ text, colSpan, rowSpan }) => ({
      text: text.replace(/\s/g, ''),
      colSpan,
      rowSpan,
    })),
  )
