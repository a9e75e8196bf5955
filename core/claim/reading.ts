import {
  type FigureId,
  applicantIds,
  isFigureId,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
} from '#core/catalog/index.ts'
import { type RowGroup, requestRows } from '#core/catalog/requests.ts'
import type { Label, TableEdition, TableId } from '#core/catalog/table.ts'
import type { ClaimId, FeeId } from './claim.ts'

/** Figures whose sum a sentence may mean. */
export type Sum = readonly FigureId[]

/**
 * Everything that a lawful sentence may mean by a number, the plainest first: 受理 may count what is new, or that and
 * what was carried in. Empty for the fee, which stands in no table, and where an unknown form leaves the sum open.
 */
export function readings(about: Exclude<ClaimId, FeeId>, edition: TableEdition | undefined): Sum[] {
  const own = isFigureId(about) ? [[about]] : sumOf(about, edition)
  return [...own, ...(others(about, edition) ?? [])]
}

type SumName = Exclude<ClaimId, FeeId | FigureId>

function sumOf(about: SumName, edition: TableEdition | undefined): Sum[] {
  switch (about) {
    case 'requests_new.organisation_sum':
      return [organisations('requests_new')]
    case 'outcome_disclosed_sum':
      return [['outcome_granted.total', 'outcome_partial.total']]
    case 'outcome_denied_sum':
      return [rowsIn('denied')]
    case 'outcome_unable_sum':
      return [rowsIn('unable')]
    case 'outcome_refused_sum':
      return [rowsIn('refused')]
    case 'outcome_other_sum':
      return otherRows(edition)
    case 'suit_sum':
      return [['suit_direct_total', 'suit_after_review_total'], suits.flatMap(results)]
    default:
      return about satisfies never
  }
}

const suits = reviewGroupIds.filter((group) => group !== 'review')

/** The four results of a block, whose printed total may be wrong. */
const results = (group: (typeof reviewGroupIds)[number]): FigureId[] =>
  reviewResultIds
    .filter((result) => result !== 'total')
    .map((result): FigureId => `${group}_${result}`)

const organisations = (row: 'requests_new' | 'requests_carried_in'): FigureId[] =>
  applicantIds
    .filter((column) => column.startsWith('org_'))
    .map((column): FigureId => `${row}.${column}`)

const rowsIn = (group: RowGroup): FigureId[] =>
  requestRowIds
    .filter((row) => {
      const { in: own }: Label & { in?: RowGroup } = requestRows[row]
      return own === group
    })
    .map((row): FigureId => `${row}.total`)

const otherRows = (edition: TableEdition | undefined): Sum[] =>
  edition === '2019' ? [['outcome_other.total']] : edition === '2021' ? [rowsIn('other')] : []

/** What else the words are used for. */
function others(about: ClaimId, edition: TableEdition | undefined): Sum[] | undefined {
  const disclosed: Sum = ['outcome_granted.total', 'outcome_partial.total']
  const replied: Sum = [...disclosed, ...rowsIn('denied'), ...rowsIn('unable')]
  const table: Partial<Record<ClaimId, Sum[]>> = {
    'requests_new.total': [
      ['requests_new.total', 'requests_carried_in.total'],
      ['outcome_total.total'],
    ],
    'requests_new.natural_person': [
      ['requests_new.natural_person', 'requests_carried_in.natural_person'],
    ],
    'requests_new.organisation_sum': [
      [...organisations('requests_new'), ...organisations('requests_carried_in')],
    ],
    'outcome_total.total': [
      ['requests_new.total', 'requests_carried_in.total'],
      replied,
      [...replied, ...rowsIn('refused')],
      ...otherRows(edition).map((rows) => [...replied, ...rows]),
    ],
    'outcome_granted.total': [disclosed],
    review_total: [results('review')],
    // 均维持 is said of those that were decided, or not withdrawn.
    review_upheld: [
      ['review_upheld', 'review_pending'],
      ['review_upheld', 'review_other'],
      ['review_upheld', 'review_other', 'review_pending'],
    ],
    suit_sum: [['suit_direct_total'], ['suit_after_review_total']],
  }
  return table[about]
}

/** The table that a claim is held against; undefined for the fee. */
export function tableOfClaim(about: ClaimId): TableId | undefined {
  if (about.startsWith('info_fee')) return undefined
  if (/^(?:requests|outcome)/.test(about)) return 'requests'
  return /^(?:review|suit)/.test(about) ? 'reviews' : 'disclosure'
}
