import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from '#core/indicator/wilson.ts'

// Part, whole, ends of the interval: from scipy 1.17, binomtest(part, whole).proportion_ci(method='wilson').
test.for([
  [0, 1, 0, 0.7934506856227626],
  [1, 1, 0.20654931437723745, 1],
  [0, 30, 0, 0.11351339317396875],
  [30, 30, 0.8864866068260312, 1],
  [1, 30, 0.005908590381612441, 0.16670390991409173],
  [2, 7, 0.08221892400405673, 0.6410655481673807],
  [5, 40, 0.05459500250945404, 0.26112119838851094],
  [15, 30, 0.3315412564053377, 0.6684587435946623],
  [81, 263, 0.2552885198782742, 0.36620957698280004],
  [60, 264, 0.18084451416607114, 0.2815240055021238],
  [1, 1000, 0.00017654637062607809, 0.0056425585979579355],
  [999, 1000, 0.9943574414020421, 0.9998234536293739],
  [12345, 67890, 0.17895489704038053, 0.18475764195033373],
  [0, 1000000, 0, 3.841444063944942e-6],
] as const)('%d of %d: %d to %d', ([part, whole, low, high]) => {
  const interval = wilson(part, whole)
  expect(interval.low).toBeCloseTo(low, 12)
  expect(interval.high).toBeCloseTo(high, 12)
})

test('the interval holds the share and stays within 0 and 1', () => {
  const counts = fc
    .integer({ min: 1, max: 10_000_000 })
    .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)))
  fc.assert(
    fc.property(counts, ([part, whole]) => {
      const { low, high } = wilson(part, whole)
      expect([low >= 0, low <= part / whole, part / whole <= high, high <= 1]).not.toContain(false)
    }),
  )
})
