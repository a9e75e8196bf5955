import { expect, test } from 'vitest'
import { axisNumber, day, exact, percent, yearRange } from '#core/text/number.ts'

test.for([
  [0, '0'],
  [45, '45'],
  [1808595, '1,808,595'],
  [7730.28, '7,730.28'],
  [-4, '−4'],
] as const)('%d is written %s', ([value, text]) => {
  expect(exact(value)).toBe(text)
})

// language, ticks → as written; one step for the whole axis
test.for([
  ['zh', [0, 2000, 4000], ['0', '2,000', '4,000']],
  ['zh', [0, 5000, 10_000], ['0', '0.5万', '1万']],
  ['zh', [0, 500_000, 2_000_000], ['0', '50万', '200万']],
  ['zh', [0, 2e8], ['0', '2亿']],
  ['en', [0, 5000], ['0', '5,000']],
  ['en', [0, 5000, 20_000], ['0', '5k', '20k']],
  ['en', [0, 500_000, 2_000_000], ['0', '0.5M', '2M']],
] as const)('%s axis %j', ([lang, ticks, written]) => {
  expect(ticks.map(axisNumber(lang, ticks.at(-1) ?? 0))).toEqual(written)
})

test.for([
  ['2026-11-22T17:30:00Z', '2026-11-23'],
  ['2026-11-22T15:59:59.999Z', '2026-11-22'],
  ['2026-12-31 16:00:00', '2027-01-01'],
] as const)('%s is %s in Shanghai', ([utc, date]) => {
  expect(day(utc)).toBe(date)
})

test('ranges and shares', () => {
  expect([yearRange([2019, 2020, 2024]), yearRange([2024]), percent(0.13016)]).toEqual([
    '2019–2024',
    '2024',
    '13.0%',
  ])
})
