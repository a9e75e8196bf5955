import type { LineSpec } from './spec.ts'

type Values = readonly (number | null)[]

/** What keeps a line from leading from one point to the next. */
export type Joining = Pick<LineSpec, 'scale' | 'apart'>

/**
 * Whether a line leads to the `i`-th point from the one before it: not over a gap, not between sums that do not compare,
 * nor on a log axis between zero and what is above it.
 */
export function isJoined(values: Values, i: number, { scale, apart = [] }: Joining): boolean {
  const [before, value] = [values[i - 1], values[i]]
  return (
    before != null &&
    value != null &&
    !apart.includes(i) &&
    (scale !== 'log' || before > 0 === value > 0)
  )
}

/** Above this many years only what stands at the ends is marked by itself: dots of a line, totals of bars. */
export const manyYears = 14

/** Which points of a line have a dot, as indexes; of many also those that no line leads to. */
export function dotted(values: Values, joining: Joining): readonly number[] {
  const known = values.flatMap((value, i) => (value === null ? [] : [i]))
  if (values.length <= manyYears) return known
  const isLone = (i: number): boolean =>
    !isJoined(values, i, joining) && !isJoined(values, i + 1, joining)
  return known.filter((i) => i === known[0] || i === known[known.length - 1] || isLone(i))
}
