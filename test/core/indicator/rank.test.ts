import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactly, ranks } from '#core/indicator/rank.ts'
import type { Interval } from '#core/indicator/wilson.ts'

/** `5` or `3~7`. */
const intervals = (text: string): Interval[] =>
  text.split(' ').map((part) => {
    const [low = 0, high = low] = part.split('~').map(Number)
    return { low, high }
  })

test.for([
  ['7', '1'],
  ['10 5 1', '1 2 3'],
  ['1 5 10', '3 2 1'],
  ['5 5 5', '1–3 1–3 1–3'],
  ['9 5 5 1', '1 2–3 2–3 4'],
  ['8~9 4~6 5~7 1~2', '1 2–3 2–3 4'],
  // Chains of overlaps: the first and the last are told apart, the middle one from neither.
  ['6~9 3~7 1~4', '1–2 1–3 2–3'],
  // Ends that touch overlap.
  ['5~7 3~5', '1–2 1–2'],
] as const)('%s: %s', ([members, expected]) => {
  const told = ranks(intervals(members)).map(({ from, to }) =>
    from === to ? from : `${from}–${to}`,
  )
  expect(told.join(' ')).toBe(expected)
})

const members = fc.array(
  fc.tuple(fc.nat(20), fc.nat(8)).map(([low, width]) => ({ low, high: low + width })),
  { maxLength: 40 },
)

test('the range is what counting one by one gives; the same interval has the same rank', () => {
  fc.assert(
    fc.property(members, (list) => {
      const counted = list.map(({ low, high }) => ({
        from: 1 + list.filter((other) => other.low > high).length,
        to: list.length - list.filter((other) => other.high < low).length,
        of: list.length,
      }))
      expect(ranks(list)).toEqual(counted)
    }),
  )
})

test('exact numbers: as many places as there are ties', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10)), (values) => {
      const sizes = ranks(values.map(exactly)).map(({ from, to }) => to - from + 1)
      expect(sizes).toEqual(values.map((one) => values.filter((other) => other === one).length))
    }),
  )
})
