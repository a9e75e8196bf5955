import { expect, test } from 'vitest'
import { tellingYear } from '#core/indicator/telling-year.ts'

// reports held of 2019, 2020, … → the year that headlines are of
test.for([
  ['', undefined],
  ['0', undefined],
  ['1', 2019],
  ['2 2 0 3 6 2', 2023],
  ['2 2 0 3 6 3', 2024],
  ['36 34 1', 2020],
  ['3 1', 2019],
  ['1 1', 2020],
] as const)('%s: %s', ([text, year]) => {
  const counts = text === '' ? [] : text.split(' ').map(Number)
  const years = counts.map((held, i) => ({ year: 2019 + i, held }))
  expect(tellingYear(years)).toBe(year)
  expect(tellingYear(years.toReversed())).toBe(year)
})
