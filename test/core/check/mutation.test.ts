import { expect, test } from 'vitest'
import { type FigureId, figures } from '#core/catalog/index.ts'
import { type Assessment, concerns } from '#core/check/assessment.ts'
import { continuityFindings } from '#core/check/continuity.ts'
import { formFindings } from '#core/check/form.ts'
import { type Cells, type Tables, valueOf } from '#core/reading.ts'
import { sample } from './samples.ts'

type Damage = (value: number) => number
type Check = (cells: Cells) => Assessment[]

/** The cells that may be damaged without a broken rule naming them. */
const uncaught = (cells: Cells, damage: Damage, check: Check): FigureId[] =>
  figures
    .map(({ id }) => id)
    .filter((id) => {
      const value = valueOf(cells, id)
      if (value === null || damage(value) === value) return false
      const wrong = damage(value)
      const damaged = {
        ...cells,
        [id]: { state: 'number', value: wrong, raw: String(wrong) } as const,
      }
      return !check(damaged).some(
        ({ outcome, left, right }) => outcome === 'fail' && [...left, ...right].includes(id),
      )
    })

const oneMore: Damage = (value) => value + 1
const tenfold: Damage = (value) => value * 10

const alone =
  (year: number, tables: Tables): Check =>
  (cells) =>
    formFindings({ year, cells, tables })

// Part 二 has no sums: from one report alone nobody can tell a wrong number from a right one.
const partTwo = figures
  .filter(({ table, editions }) => table === 'disclosure' && editions.includes('2021'))
  .map(({ id }) => id)

test.for([
  ['suqian-2024.html', 2024],
  ['yanshi-culture-tourism-2024.html', 2024],
  ['shuyang-2025.html', 2025],
] as const)('%s is clean; damage goes unseen in part 二 only', ([file, year]) => {
  const { cells, tables } = sample(file)
  const check = alone(year, tables)
  expect(concerns(check(cells))).toEqual([])
  for (const damage of [oneMore, tenfold]) {
    const unseen = uncaught(cells, damage, check)
    expect(unseen.filter((id) => !partTwo.includes(id))).toEqual([])
  }
})

test('with last year’s report at hand, only decisions and money go unseen', () => {
  const now = { year: 2024, scope: 'area' as const, ...sample('suqian-2024.html') }
  const before = { year: 2023, scope: 'area' as const, ...sample('suqian-2023.html') }
  const check: Check = (cells) => [
    ...formFindings({ ...now, cells }),
    ...continuityFindings({ ...now, cells }, [before]),
  ]
  expect(uncaught(now.cells, oneMore, check)).toEqual([
    'licences_decided',
    'penalties_decided',
    'coercion_decided',
    'fees_collected_wan',
  ])
  expect(uncaught(now.cells, tenfold, check)).toEqual(['coercion_decided', 'fees_collected_wan'])
})

test('a blanked cell is named by a notice', () => {
  const { cells, tables } = sample('suqian-2024.html')
  const check = alone(2024, tables)
  const silent = figures
    .filter(({ id }) => valueOf(cells, id) !== null)
    .filter(({ id }) => {
      const found = concerns(check({ ...cells, [id]: { state: 'blank', raw: '' } }))
      return !found.some(({ severity, missing }) => severity === 'notice' && missing.includes(id))
    })
  expect(silent).toEqual([])
})
