import fc from 'fast-check'
import { expect, test } from 'vitest'
import { predecessors } from '#core/lineage/series.ts'
import { standsAside, tenure } from '#core/lineage/tenure.ts'
import { line } from './events.ts'
import { accepted, history, idsIn, kinds, steps, years } from './history.ts'

// Events, bureau; the years that it reports on.
test.for([
  ['', 'a', null, null, false],
  ['2019-03-01 renamed a→a', 'a', null, null, false],
  ['2019-03-01 renamed a→b', 'a', null, 2019, true],
  ['2019-03-01 renamed a→b', 'b', 2019, null, false],
  ['2021-03-18 moved_division a→b', 'a', null, 2021, true],
  ['2019-12-31 merged a+b→c', 'a', null, 2019, true],
  ['2019-12-31 merged a+b→c', 'c', 2019, null, false],
  ['2019-03-01 merged a+b→a', 'a', null, null, false],
  ['2019-03-01 merged a+b→a', 'b', null, 2019, true],
  ['2019-03-01 split a→b+c', 'a', null, 2019, true],
  ['2019-03-01 split a→b+c', 'c', 2019, null, false],
  ['2019-03-01 split a→a+b', 'a', null, null, false],
  ['2020-03-01 abolished a→', 'a', null, 2020, false],
  ['2020-03-01 created →a', 'a', 2020, null, false],
  ['2020-03-01 transferred a→b', 'a', null, null, false],
  ['2018-01-01 created →a; 2020-03-01 abolished a→', 'a', 2018, 2020, false],
] as const)('%s: %s', ([text, bureau, begins, ended, succeeded]) => {
  expect(tenure(line(text), bureau)).toEqual({ begins, ended, succeeded })
})

// Whose report on which year is part of no sum.
test.for([
  ['2019-03-01 merged a+b→c', 'a', [2019, 2020]],
  ['2019-03-01 merged a+b→c', 'c', [2017, 2018]],
  ['2019-03-01 merged a+b→a', 'a', []],
  ['2019-03-01 abolished a→', 'a', []],
  ['2019-03-01 created →a', 'a', [2017, 2018]],
  ['2019-03-01 transferred a→b', 'b', []],
] as const)('%s: the reports of %s on %j stand aside', ([text, bureau, aside]) => {
  const own = tenure(line(text), bureau)
  expect([2017, 2018, 2019, 2020].filter((year) => standsAside(own, year))).toEqual(aside)
})

test('the sums have exactly the reports that linked series are made of', () => {
  fc.assert(
    fc.property(steps(kinds), (list) => {
      const past = accepted(history(list))
      const all = idsIn(past.events)
      for (const year of years) {
        const own = all.map((id) => ({ id, read: predecessors(past, id, year) }))
        const counted = all.filter((id) => !standsAside(tenure(past, id), year))
        const read = new Set(own.flatMap((one) => one.read ?? []))
        // What joined a bureau that came out of a split cannot be told, but stands in the sums all the same.
        const untold = own.filter((one) => one.read === null).map(({ id }) => id)
        expect([...read].filter((id) => !counted.includes(id))).toEqual([])
        expect(counted.filter((id) => !read.has(id) && !untold.includes(id))).toEqual([])
      }
    }),
    { numRuns: 300 },
  )
})
