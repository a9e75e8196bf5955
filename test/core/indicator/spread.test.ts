import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentile, percents, position, spread } from '#core/indicator/spread.ts'

const upTo100 = Array.from({ length: 101 }, (_, i) => i)
const powers = Array.from({ length: 12 }, (_, k) => 2 ** k)

// Values, P10, P25, P50, P75, P90: from numpy 2.4, quantile(…, method='linear'), which is R's type 7.
test.for([
  [
    [1, 2, 3, 4, 5, 6, 7, 8],
    [1.7, 2.75, 4.5, 6.25, 7.3],
  ],
  [
    [0, 0, 0, 0, 0, 0, 0, 0, 5],
    [0, 0, 0, 0, 1],
  ],
  [
    [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5],
    [1, 2.5, 4, 5, 6],
  ],
  [
    [0.1, 0.2, 0.3, 59237.2449, 12.5, 7.25, 7.25, 1e6, 0, 3],
    [0.09, 0.225, 5.125, 11.1875, 153313.52041],
  ],
  [upTo100, [10, 25, 50, 75, 90]],
  [powers, [2.2, 7, 48, 320, 972.8]],
] as const)('%j: %j', ([values, expected]) => {
  const { n, percentiles } = spread(values)
  expect(n).toBe(values.length)
  percents.forEach((percent, i) =>
    expect(percentiles?.[`p${percent}`]).toBeCloseTo(expected[i] ?? Number.NaN, 9),
  )
})

test('fewer than 8 have no spread and no position', () => {
  const seven = [1, 2, 3, 4, 5, 6, 7]
  expect([spread(seven), position(4, seven)]).toEqual([{ n: 7, percentiles: null }, null])
})

test.for([
  [1, 0, 3, 5],
  [2, 3, 1, 4],
  [4, 5, 1, 2],
  [9, 7, 1, 0],
] as const)('%d: %d smaller, %d the same, %d larger', ([value, smaller, same, larger]) => {
  const group = [1, 1, 1, 2, 3, 4, 8, 9]
  expect(position(value, group)).toEqual({ n: 8, smaller, same, larger })
})

test('percentiles rise, and lie among the values', () => {
  const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 })
  fc.assert(
    fc.property(values, (list) => {
      const sorted = list.toSorted((a, b) => a - b)
      const all = [0, ...percents, 100].map((percent) => percentile(sorted, percent))
      expect(all).toEqual(all.toSorted((a, b) => a - b))
      expect([all[0], all.at(-1)]).toEqual([sorted[0], sorted.at(-1)])
    }),
  )
})
