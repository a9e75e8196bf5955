import { between, minGroup, place } from './spread.ts'
import type { Interval } from './wilson.ts'

/**
 * Steps of a decade: counts from 1 to 9 have a bin each, and no bin is wider than a third of its lower end. Permanent:
 * kept histograms are numbered by them.
 */
const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9]
const decades = { first: -4, last: 15 }

/** Lower ends of the bins from 2 up; bin 1 is what lies between 0 and the first. Read from text, so that 0.12 is 0.12. */
const edges: readonly number[] = Array.from(
  { length: decades.last - decades.first + 1 },
  (_, i) => i + decades.first,
).flatMap((decade) => steps.map((step) => Number(`${step}e${decade}`)))

/** How many values fall into each bin. */
export type Histogram = ReadonlyMap<number, number>

/** The bin of a value: 0 for zero alone, negative numbers mirror positive ones. */
export function bin(value: number): number {
  if (value === 0) return 0
  if (value < 0) return -bin(-value)
  let [from, to] = [0, edges.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((edges[middle] ?? Infinity) > value) to = middle
    else from = middle + 1
  }
  return from + 1
}

/** Between what a bin's values lie: from `low` to just below `high` (the other way round for negative bins). */
export function binRange(index: number): Interval {
  if (index === 0) return { low: 0, high: 0 }
  if (index < 0) {
    const { low, high } = binRange(-index)
    return { low: -high, high: -low }
  }
  return { low: edges[index - 2] ?? 0, high: edges[index - 1] ?? Infinity }
}

/** The bin of a share, 0 to 1: 0 and 1 for themselves, in between one for each percent. Permanent as well. */
export function shareBin(value: number): number {
  if (value === 0) return 0
  const percent = Math.round(value * 100)
  // 0.29 * 100 is a hair below 29: what decides is the comparison.
  return percent / 100 <= value ? percent + 1 : percent
}

/** Between what the shares in a bin lie: from `low` to just below `high`, or both the same. */
export function shareRange(index: number): Interval {
  if (index === 0) return { low: 0, high: 0 }
  return { low: (index - 1) / 100, high: Math.min(1, index / 100) }
}

export function histogram(values: readonly number[], toBin = bin): Histogram {
  const bins = new Map<number, number>()
  for (const value of values) bins.set(toBin(value), (bins.get(toBin(value)) ?? 0) + 1)
  return bins
}

/**
 * Between what a percentile (R type 7) of the values lies that were counted into the bins; null where the group is too
 * small to be shown.
 */
export function percentileBounds(
  bins: Histogram,
  percent: number,
  toRange = binRange,
): Interval | null {
  const n = [...bins.values()].reduce((sum, count) => sum + count, 0)
  if (n < minGroup) return null
  const { below, above, part } = place(n, percent)
  const [a, b] = [toRange(binAt(bins, below)), toRange(binAt(bins, above))]
  return { low: between(a.low, b.low, part), high: between(a.high, b.high, part) }
}

/** The bin that holds the value at a place (from 0) in ascending order. */
function binAt(bins: Histogram, at: number): number {
  let seen = 0
  for (const [index, count] of [...bins].toSorted(([a], [b]) => a - b)) {
    seen += count
    if (at < seen) return index
  }
  throw new RangeError(`The bins hold ${seen} values, none at ${at}`)
}
