/** A range with both its ends. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The 97.5th percentile of the normal distribution: 95 % lie between −z and z. */
const z = 1.959963984540054

/**
 * Wilson's 95 % interval of a share, `part` of `whole`, both whole numbers with 0 ≤ part ≤ whole and whole ≥ 1. Never
 * leaves 0–1, and is right for small numbers and for 0 and all.
 */
export function wilson(part: number, whole: number): Interval {
  const share = part / whole
  const middle = share + (z * z) / (2 * whole)
  const reach = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole))
  const scale = 1 + (z * z) / whole
  // At the ends the formula gives exactly 0 and 1; arithmetic misses them by a hair.
  return {
    low: part === 0 ? 0 : (middle - reach) / scale,
    high: part === whole ? 1 : (middle + reach) / scale,
  }
}
