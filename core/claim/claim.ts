import { type FigureId, isFigureId } from '#core/catalog/index.ts'

/** Groups of cells that the prose counts as one, and the fee, which stands in no table. */
export const sums = [
  'requests_new.organisation_sum',
  'outcome_disclosed_sum',
  'outcome_denied_sum',
  'outcome_unable_sum',
  'outcome_refused_sum',
  'outcome_other_sum',
  'suit_sum',
] as const
export const feeIds = [
  'info_fee_notices',
  'info_fee_billed_yuan',
  'info_fee_received_yuan',
] as const

export type SumId = (typeof sums)[number]
export type FeeId = (typeof feeIds)[number]

/** What a sentence counts. Fees: notices in 件, amounts in yuan (not 万元). */
export type ClaimId = FigureId | SumId | FeeId

export const isClaimFigure = (id: ClaimId): id is FigureId => isFigureId(id)

/**
 * `approximate`: about, more than, or a round number of ten thousands; `cumulative`: over many years; `other_year`: of
 * another year than the report's; `includes_carried_in`, `includes_assisted`: the sentence says that it does.
 */
export const qualifiers = [
  'approximate',
  'cumulative',
  'other_year',
  'includes_carried_in',
  'includes_assisted',
] as const
export type Qualifier = (typeof qualifiers)[number]

/** A counted statement in the prose of a report. */
export interface Claim {
  readonly about: ClaimId
  /** `change`: so many more (or, negative, fewer) than last year; `percent`: the same in per cent of last year. */
  readonly measure: 'count' | 'change' | 'percent'
  readonly value: number
  /** As printed; empty where the sentence says that there were none. */
  readonly unit: string
  /** The sentence on one line, phone and ID numbers masked. */
  readonly sentence: string
  /** Where the sentence and the statement in it begin, in UTF-16 code units of the text. */
  readonly offset: number
  readonly at: number
  readonly qualifiers: readonly Qualifier[]
}
