import type { FigureId } from '#core/catalog/index.ts'
import { exactSum } from './exact.ts'
import type { Severity } from './finding.ts'
import { fingerprint, printed } from './fingerprint.ts'
import { type Holds, type Outcome, type Term, equal, judge, unique } from './judge.ts'
import { type Origin, type RuleId, ruleBook } from './rule-book.ts'

/**
 * What stands on the right: cells of the same report (`own`), of the previous year's (`previous`), of the bureaus of
 * the area (`parts`). `text`: a sentence stands left, cells right. `document`: no figures, but the document itself.
 */
export type Basis = 'own' | 'previous' | 'parts' | 'text' | 'document'

/** A sentence of the report; phone and ID numbers masked. */
export interface Statement {
  readonly sentence: string
  /** Where the sentence begins in the text, in UTF-16 code units. */
  readonly offset: number
}

/** One rule held against one report: a finding in full, or the proof that the rule holds. */
export interface Assessment {
  readonly rule: RuleId
  /** `notice` unless the rule is broken. */
  readonly severity: Severity
  readonly outcome: Outcome | 'unread'
  readonly origin: Origin
  readonly basis: Basis
  /** The figures of both sides; where a rule takes some away, its label says so. */
  readonly left: readonly FigureId[]
  readonly right: readonly FigureId[]
  /** Null where a side is no number. */
  readonly leftSum: number | null
  readonly rightSum: number | null
  /** Left less right. */
  readonly difference: number | null
  /** Cells of either side without a number. */
  readonly missing: readonly FigureId[]
  readonly statement: Statement | null
  /** What the document says, where a side is no figure: a date, the number of a part. */
  readonly detail: string | null
  /** The same as long as rule, cells and printed values are: a person's verdict is kept under it. */
  readonly fingerprint: string
}

/** Two sides of figures held against each other. */
export interface Comparison {
  readonly rule: RuleId
  readonly basis: Basis
  readonly left: readonly Term[]
  readonly right: readonly Term[]
  readonly holds?: Holds
}

export function compare({ rule, basis, left, right, holds = equal }: Comparison): Assessment {
  const { outcome, leftSum, rightSum, missing } = judge(left, right, holds)
  const lines = [...left.map(line('left')), ...right.map(line(basis))]
  return {
    ...verdictless(rule, outcome),
    ...(unreadIn([...left, ...right]) ? { origin: 'reader' } : {}),
    basis,
    left: unique(left.map(({ id }) => id)),
    right: unique(right.map(({ id }) => id)),
    leftSum,
    rightSum,
    difference: exactSum([leftSum, -rightSum]),
    missing,
    fingerprint: fingerprint(rule, lines),
  }
}

const unreadIn = (terms: readonly Term[]): boolean =>
  terms.some(({ cell }) => cell?.state === 'unread')

const line =
  (side: string) =>
  ({ id, cell, minus: taken }: Term): string =>
    `${side} ${taken ? '-' : ''}${id} ${printed(cell)}`

/** What an assessment says about the rule alone, with the sides still empty. */
export const verdictless = (rule: RuleId, outcome: Assessment['outcome']) =>
  ({
    rule,
    outcome,
    severity: outcome === 'fail' || outcome === 'unread' ? ruleBook[rule].severity : 'notice',
    origin: ruleBook[rule].origin,
    left: [],
    right: [],
    leftSum: null,
    rightSum: null,
    difference: null,
    missing: [],
    statement: null,
    detail: null,
  }) as const

/** What is left to look at: everything but the rules that hold. */
export const concerns = (list: readonly Assessment[]): Assessment[] =>
  list.filter(({ outcome }) => outcome !== 'pass')
