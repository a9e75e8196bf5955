/** The percentiles that are shown. */
export const percents = [10, 25, 50, 75, 90] as const
export type Percent = (typeof percents)[number]

/** A smaller group shows no percentiles and no position: of so few values they say next to nothing. */
export const minGroup = 8

export type Percentiles = Readonly<Record<`p${Percent}`, number>>

/**
 * A percentile by R's type 7 (linear between order statistics). `sorted` ascending, not empty; `percent` a whole number
 * from 0 to 100.
 */
export function percentile(sorted: readonly number[], percent: number): number {
  const { below, above, part } = place(sorted.length, percent)
  const [low, high] = [sorted[below], sorted[above]]
  if (low === undefined || high === undefined) throw new RangeError('No values')
  return between(low, high, part)
}

/** Between which order statistics (from 0) a percentile lies, and how far. Whole numbers until the last step. */
export function place(n: number, percent: number) {
  const steps = (n - 1) * percent
  const below = Math.floor(steps / 100)
  return { below, above: Math.ceil(steps / 100), part: (steps % 100) / 100 }
}

/** Part of the way from low to high. Never leaves the two, whatever rounding does. */
export const between = (low: number, high: number, part: number): number =>
  part === 0 ? low : Math.min(high, Math.max(low, (1 - part) * low + part * high))

/** The percentiles of a group with the number of its values; null where the group is too small. */
export interface Spread {
  readonly n: number
  readonly percentiles: Percentiles | null
}

export function spread(values: readonly number[]): Spread {
  const n = values.length
  if (n < minGroup) return { n, percentiles: null }
  const sorted = values.toSorted((a, b) => a - b)
  const at = (percent: Percent): number => percentile(sorted, percent)
  return { n, percentiles: { p10: at(10), p25: at(25), p50: at(50), p75: at(75), p90: at(90) } }
}

/** How many of a group have a smaller, the same and a larger value. */
export interface Position {
  readonly n: number
  readonly smaller: number
  readonly same: number
  readonly larger: number
}

/** Where a value stands in a group (that it is itself part of); null where the group is too small. */
export function position(value: number, group: readonly number[]): Position | null {
  const n = group.length
  if (n < minGroup) return null
  const smaller = group.filter((other) => other < value).length
  const larger = group.filter((other) => other > value).length
  return { n, smaller, same: n - smaller - larger, larger }
}
