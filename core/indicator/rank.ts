import type { Interval } from './wilson.ts'

/** `from`–`to` of `of`: the places that a member may have; 1 is the largest value. */
export interface Rank {
  readonly from: number
  readonly to: number
  readonly of: number
}

/**
 * The rank of every member as a range, in the order given. A member is behind those whose whole interval lies above its
 * own and before those whose whole interval lies below; ties and overlaps share places. An exact number is an interval
 * without width. Largest first is an order, not a judgement.
 */
export function ranks(members: readonly Interval[]): Rank[] {
  const of = members.length
  const lows = members.map(({ low }) => low).toSorted((a, b) => a - b)
  const highs = members.map(({ high }) => high).toSorted((a, b) => a - b)
  return members.map(({ low, high }) => ({
    from: 1 + of - firstAbove(lows, high),
    to: of - firstFrom(highs, low),
    of,
  }))
}

/** How many of the ascending numbers are at most `limit`. */
const firstAbove = (sorted: readonly number[], limit: number): number =>
  bisect(sorted, (value) => value > limit)

/** How many of the ascending numbers are below `limit`. */
const firstFrom = (sorted: readonly number[], limit: number): number =>
  bisect(sorted, (value) => value >= limit)

/** The first place at which `isBeyond` holds, which it then does to the end. */
function bisect(sorted: readonly number[], isBeyond: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const value = sorted[middle]
    if (value !== undefined && isBeyond(value)) to = middle
    else from = middle + 1
  }
  return from
}

/** A number that is exact, as an interval. */
export const exactly = (value: number): Interval => ({ low: value, high: value })
