import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bin,
  binRange,
  histogram,
  percentileBounds,
  shareBin,
  shareRange,
} from '#core/indicator/histogram.ts'
import { percentile, percents } from '#core/indicator/spread.ts'

// Kept histograms are numbered by these: bins may be added at the end, never changed.
test.for([
  [0, 0, 0, 0],
  [0.00001, 1, 0, 0.0001],
  [0.0001, 2, 0.0001, 0.00012],
  [0.12, 39, 0.12, 0.15],
  [1, 50, 1, 1.2],
  [2, 53, 2, 2.5],
  [3, 55, 3, 4],
  [9, 61, 9, 10],
  [10, 62, 10, 12],
  [11, 62, 10, 12],
  [12, 63, 12, 15],
  [99, 73, 90, 100],
  [59237.2449, 105, 50000, 60000],
  [8e15, 240, 8e15, 9e15],
  [1e20, 241, 9e15, Infinity],
  [-3, -55, -4, -3],
] as const)('%d is in bin %d, from %d to %d', ([value, index, low, high]) => {
  expect([bin(value), binRange(index)]).toEqual([index, { low, high }])
})

const amounts = fc.oneof(
  fc.constant(0),
  fc.nat(30),
  fc.nat(1_000_000),
  fc.integer({ min: -1e9, max: 1e12 }).map((units) => units / 10_000),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

test('every value lies in the range of its bin', () => {
  fc.assert(
    fc.property(amounts, (value) => {
      const { low, high } = binRange(bin(value))
      expect([low <= value, value <= high]).toEqual([true, true])
    }),
  )
})

test('no bin from 0.0001 up is wider than a third of its lower end', () => {
  const widths = Array.from({ length: 239 }, (_, i) => binRange(i + 2)).map(
    ({ low, high }) => (high - low) / low,
  )
  expect(Math.max(...widths)).toBeLessThan(1 / 3 + 1e-9)
})

test('the percentile lies within its bounds', () => {
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 8, maxLength: 60 }), (values) => {
      const bins = histogram(values)
      const sorted = values.toSorted((a, b) => a - b)
      const outside = percents.filter((percent) => {
        const exact = percentile(sorted, percent)
        const bounds = percentileBounds(bins, percent)
        return !bounds || exact < bounds.low || exact > bounds.high
      })
      expect(outside).toEqual([])
    }),
  )
})

// And those of shares.
test.for([
  [0, 0, 0, 0],
  [1 / 5000, 1, 0, 0.01],
  [0.01, 2, 0.01, 0.02],
  [0.07, 8, 0.07, 0.08],
  [0.29, 30, 0.29, 0.3],
  [0.57, 58, 0.57, 0.58],
  [0.995, 100, 0.99, 1],
  [1, 101, 1, 1],
] as const)('the share %d is in bin %d, from %d to %d', ([value, index, low, high]) => {
  expect([shareBin(value), shareRange(index)]).toEqual([index, { low, high }])
})

const shares = fc
  .tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 }))
  .map(([a, b]) => Math.min(a, b) / Math.max(a, b, 1))

test('every share lies in the range of its bin, and the percentile within its bounds', () => {
  fc.assert(
    fc.property(fc.array(shares, { minLength: 8, maxLength: 60 }), (values) => {
      const outside = values.filter((value) => {
        const { low, high } = shareRange(shareBin(value))
        return value < low || value > high
      })
      const bins = histogram(values, shareBin)
      const sorted = values.toSorted((a, b) => a - b)
      const beyond = percents.filter((percent) => {
        const bounds = percentileBounds(bins, percent, shareRange)
        const exact = percentile(sorted, percent)
        return !bounds || exact < bounds.low || exact > bounds.high
      })
      expect([outside, beyond]).toEqual([[], []])
    }),
  )
})

test('of mostly zeros the median is exactly 0; fewer than 8 values have no percentiles', () => {
  expect(percentileBounds(histogram([0, 0, 0, 0, 0, 0, 0, 5]), 50)).toEqual({ low: 0, high: 0 })
  expect(percentileBounds(histogram([0, 0, 0, 0, 0, 0, 5]), 50)).toBeNull()
})
