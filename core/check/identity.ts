import type { FigureId } from '#core/catalog/index.ts'
import type { Cells, Tables } from '../reading.ts'
import { type Assessment, compare } from './assessment.ts'
import { checkReading } from './check.ts'
import { type YearReading, continuityFindings } from './continuity.ts'
import { type Judgement, type Term, judge, term } from './judge.ts'
import type { RuleId } from './rule-book.ts'

/** The rules that say that two sums are equal: within a report, and between a report and those of the year before. */
const identityRules = [
  'T3-ROW',
  'T3-COL',
  'T3-ID',
  'T4-SUM',
  'X-CARRY',
  'X-VALID',
  'X-2019',
] as const satisfies readonly RuleId[]
export type IdentityRule = (typeof identityRules)[number]

/** Whether a rule says that two sums are equal. */
export const isIdentityRule = (rule: RuleId): rule is IdentityRule =>
  (identityRules as readonly RuleId[]).includes(rule)

/** Whether the identity of this id is one with the year before, and not within the report. */
export const isBetweenYears = (id: string): boolean => id.startsWith('X-')

/** A cell on one side, with the report that it stands in. */
export interface IdentityTerm<R> extends Term {
  readonly of: R
}

/** Two sums of cells that should be equal, and whether they are: all that a proof shows. */
export interface Identity<R> extends Judgement {
  /** The rule and what it is about, such as `T3-ROW.outcome_granted`; permanent. */
  readonly id: string
  readonly rule: IdentityRule
  /** The row, column or block concerned, as ids of figures have it: `outcome_granted`, `total`, `review`, `norms`. */
  readonly about: string
  readonly left: readonly IdentityTerm<R>[]
  readonly right: readonly IdentityTerm<R>[]
  /** That of the finding, where the two differ. */
  readonly fingerprint: string
}

/**
 * Every identity that a report can be held against, alone and against those of the year before, with how it comes out.
 * In the order of the form; one whose cells are all absent is left out.
 */
export const identities = <R extends YearReading>(own: R, before: readonly R[]): Identity<R>[] => [
  ...sums(own).map((one) => identity(one, own, [own])),
  ...continuityFindings(own, before).flatMap((one) =>
    isIdentity(one) ? [identity(one, own, before)] : [],
  ),
]

type Found = Pick<Assessment, 'left' | 'right' | 'fingerprint'> & { readonly rule: IdentityRule }

const isIdentity = (one: Assessment): one is Assessment & Found => isIdentityRule(one.rule)

const termsOf = (cells: Cells, ids: readonly FigureId[]): Term[] => ids.map((id) => term(cells, id))

const sums = ({ cells, tables }: { cells: Cells; tables: Tables }): Found[] =>
  checkReading(cells, tables).map(({ id: rule, left, right }) => {
    const sides = { left: termsOf(cells, left), right: termsOf(cells, right) }
    return { rule, left, right, fingerprint: compare({ rule, basis: 'own', ...sides }).fingerprint }
  })

function identity<R extends YearReading>(
  { rule, left: lefts, right: rights, fingerprint }: Found,
  own: R,
  others: readonly R[],
): Identity<R> {
  const at = (of: R, id: FigureId): IdentityTerm<R> => ({
    ...term(of.cells, id),
    minus: rule === 'X-VALID' && id.endsWith('_made'),
    of,
  })
  const left = lefts.map((id) => at(own, id))
  const right = others.flatMap((of) => rights.map((id) => at(of, id)))
  const about = aboutOf[rule](lefts[0] ?? '', rights[0] ?? '')
  return { id: `${rule}.${about}`, rule, about, left, right, ...judge(left, right), fingerprint }
}

const columnIn = (id: string): string => id.split('.')[1] ?? ''

/** What an identity is about, by the first figures of its sides. */
const aboutOf: Readonly<Record<IdentityRule, (left: string, right: string) => string>> = {
  'T3-ROW': (_, total) => total.split('.')[0] ?? '',
  'T3-COL': columnIn,
  'T3-ID': columnIn,
  'T4-SUM': (_, total) => total.replace(/_total$/, ''),
  'X-CARRY': columnIn,
  'X-VALID': (valid) => valid.replace(/_valid$/, ''),
  'X-2019': (items) => items.replace(/_items_prev$/, ''),
}
