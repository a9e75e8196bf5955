import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactSum } from '#core/check/exact.ts'

test.for([
  [[], 0],
  [[0.1, 0.2], 0.3],
  [[59237.2449, -59237.2448], 0.0001],
  [[7730.28, 0.02, 1], 7731.3],
  [[-0.5, -0.25], -0.75],
  [[1e-7, 2e-7], 3e-7],
  [[1e21, 1], 1e21 + 1],
  [[9007199254740991, 1, 2], 9007199254740994],
] as const)('%j add up to %d', ([values, sum]) => {
  expect(exactSum(values)).toBe(sum)
})

const money = fc.integer({ min: -1e10, max: 1e10 }).map((units) => units / 10_000)

test('amounts add up as their ten-thousandths do, in any order', () => {
  fc.assert(
    fc.property(fc.array(money, { maxLength: 20 }), (values) => {
      const units = values.reduce((sum, value) => sum + Math.round(value * 10_000), 0)
      expect(exactSum(values)).toBe(units / 10_000 + 0)
      expect(exactSum(values.toReversed())).toBe(exactSum(values))
    }),
  )
})

test('the sum of finite numbers is a number', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(fc.array(finite), (values) => {
      expect(exactSum(values)).not.toBeNaN()
    }),
  )
})
