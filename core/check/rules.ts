import {
  type FigureId,
  applicantIds,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
} from '#core/catalog/index.ts'
import { type Applicant, type RequestRow, requestRows } from '#core/catalog/requests.ts'
import type { Edition, Label, TableEdition, TableId } from '#core/catalog/table.ts'
import type { Tables } from '../reading.ts'

/** The figures on the left must add up to the same as those on the right. */
export interface Rule {
  readonly id: 'T3-ROW' | 'T3-COL' | 'T3-ID' | 'T4-SUM'
  readonly table: TableId
  readonly left: readonly FigureId[]
  readonly right: readonly FigureId[]
}

/** What each rule says, in words for the public. */
export const ruleLabels: Readonly<Record<Rule['id'], Label>> = {
  'T3-ROW': {
    zh: '六类申请人之和应等于总计',
    en: 'The six kinds of applicants add up to the total',
  },
  'T3-COL': {
    zh: '各项办理结果之和应等于（七）总计',
    en: 'The outcomes add up to (7) Total',
  },
  'T3-ID': {
    zh: '新收加上年结转，应等于办理总计加结转下年度',
    en: 'New + carried in equals handled + carried out',
  },
  'T4-SUM': { zh: '四种结果之和应等于总计', en: 'The four results add up to the total' },
}

const parts = applicantIds.filter((column) => column !== 'total')
const outcomes = requestRowIds.filter((row) => 'in' in requestRows[row] && row !== 'outcome_total')

/** The rows of part 三 in an edition. Unknown edition: the rows of both, so that nothing is summed by mistake. */
const inEdition = (row: RequestRow, edition: TableEdition): boolean => {
  const { edition: only }: Label & { edition?: Edition } = requestRows[row]
  return only === undefined || only === edition
}

const cell = (row: RequestRow, column: Applicant): FigureId => `${row}.${column}`

function requestRules(edition: TableEdition): Rule[] {
  const rows = requestRowIds.filter((row) => inEdition(row, edition))
  const rowSums = rows.map((row): Rule => ({
    id: 'T3-ROW',
    table: 'requests',
    left: parts.map((column) => cell(row, column)),
    right: [cell(row, 'total')],
  }))
  const identities = applicantIds.map((column): Rule => ({
    id: 'T3-ID',
    table: 'requests',
    left: [cell('requests_new', column), cell('requests_carried_in', column)],
    right: [cell('outcome_total', column), cell('requests_carried_out', column)],
  }))
  // Without its edition nobody knows which rows (六) has: the outcomes cannot be summed.
  if (edition === null) return [...rowSums, ...identities]
  const columnSums = applicantIds.map((column): Rule => ({
    id: 'T3-COL',
    table: 'requests',
    left: outcomes.filter((row) => inEdition(row, edition)).map((row) => cell(row, column)),
    right: [cell('outcome_total', column)],
  }))
  return [...rowSums, ...columnSums, ...identities]
}

const reviewRules: readonly Rule[] = reviewGroupIds.map((group) => ({
  id: 'T4-SUM',
  table: 'reviews',
  left: reviewResultIds
    .filter((r) => r !== 'total')
    .map((result): FigureId => `${group}_${result}`),
  right: [`${group}_total`],
}))

/** Every sum that the form says must hold, for the tables that a report contains. */
export const rules = (tables: Tables): readonly Rule[] => [
  ...(tables.requests === undefined ? [] : requestRules(tables.requests)),
  ...(tables.reviews === undefined ? [] : reviewRules),
]
