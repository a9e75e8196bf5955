import { type FigureId, requestRowIds } from '#core/catalog/index.ts'
import { type RowGroup, requestRows } from '#core/catalog/requests.ts'
import type { Label } from '#core/catalog/table.ts'
import { exactSum } from '#core/check/exact.ts'
import { unique } from '#core/check/judge.ts'
import type { Observation, Observations } from './observation.ts'

/** What is counted: figures added up, less others. */
export interface Quantity {
  readonly plus: readonly FigureId[]
  readonly minus?: readonly FigureId[]
  /** The same quantity in the other edition of the form, where it stands in another row. */
  readonly or?: readonly FigureId[]
}

/** Why a quantity has no number: some of its cells have none, some are there but not certain, or both forms are used. */
export type QuantityGap = 'not_stated' | 'unread' | 'mixed_forms'

/** A number, or null with the reason and the figures that stand in the way. */
export type Counted =
  | { readonly value: number }
  | { readonly value: null; readonly reason: QuantityGap; readonly missing: readonly FigureId[] }

/** A blank is no zero: one cell without a number, and the whole has none. */
export function count(quantity: Quantity, values: Observations): Counted {
  const { plus, minus = [] } = quantity
  const own = [...plus, ...minus]
  const other = quantity.or ?? []
  const isHeld = (id: FigureId): boolean => values(id).state !== 'absent'
  if (!other.some(isHeld)) return sum(plus, minus, values)
  return own.some(isHeld)
    ? { value: null, reason: 'mixed_forms', missing: [...own, ...other].filter(isHeld) }
    : sum(other, [], values)
}

function sum(plus: readonly FigureId[], minus: readonly FigureId[], values: Observations): Counted {
  const terms = [
    ...plus.map((id) => ({ id, sign: 1, seen: values(id) })),
    ...minus.map((id) => ({ id, sign: -1, seen: values(id) })),
  ]
  const gaps = terms.filter(({ seen }) => numberOf(seen) === null)
  if (gaps.length > 0) {
    const reason = gaps.some(({ seen }) => seen.state === 'unread') ? 'unread' : 'not_stated'
    return { value: null, reason, missing: unique(gaps.map(({ id }) => id)) }
  }
  return { value: exactSum(terms.map(({ seen, sign }) => sign * (numberOf(seen) ?? 0))) }
}

/** A value counts only with the state that says so. */
const numberOf = ({ state, value }: Observation): number | null =>
  state === 'number' && value !== null && Number.isFinite(value) ? value : null

const rowsIn = (group: RowGroup): FigureId[] =>
  requestRowIds
    .filter((row) => {
      const { in: own }: Label & { in?: RowGroup } = requestRows[row]
      return own === group
    })
    .map((row): FigureId => `${row}.total`)

interface GroupSum extends Label {
  readonly quantity: Quantity
}

/** The groups of outcomes in part 三. Each is worked out, never read: the form has no row for it. */
export const groupSums = {
  outcome_denied_sum: {
    zh: '不予公开',
    en: 'Not disclosed',
    quantity: { plus: rowsIn('denied') },
  },
  outcome_unable_sum: {
    zh: '无法提供',
    en: 'Unable to provide',
    quantity: { plus: rowsIn('unable') },
  },
  outcome_refused_sum: {
    zh: '不予处理',
    en: 'Not processed',
    quantity: { plus: rowsIn('refused') },
  },
  outcome_other_sum: {
    zh: '其他处理',
    en: 'Handled otherwise',
    quantity: { plus: rowsIn('other'), or: ['outcome_other.total'] },
  },
} as const satisfies Record<string, GroupSum>

export type GroupSumId = keyof typeof groupSums

/** The number of one group of outcomes, from its rows. */
export const groupSum = (id: GroupSumId, values: Observations): Counted =>
  count(groupSums[id].quantity, values)
