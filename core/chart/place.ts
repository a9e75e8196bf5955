/** Where a value stands on an axis: 0 at its low end, 1 at its high end. */
export type Place = (value: number) => number

/** Of a log axis, the part that zero stands in: below the break, on a line of its own. */
export const zeroPart = 0.14

const linear =
  (low: number, high: number): Place =>
  (value) =>
    (value - low) / (high - low)

const log =
  (low: number, high: number): Place =>
  (value) =>
    value <= 0 ? 0 : zeroPart + ((1 - zeroPart) * Math.log(value / low)) / Math.log(high / low)

/** The axis from `low` to `high`; both above zero where it is a log axis. */
export const placeOf = (low: number, high: number, scale: 'log' | undefined): Place =>
  scale === 'log' ? log(low, high) : linear(low, high)
