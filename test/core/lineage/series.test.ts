import { expect, test } from 'vitest'
import { yearOf } from '#core/lineage/event.ts'
import { continuityPredecessors, linkedSeries, predecessors } from '#core/lineage/series.ts'
import { line } from './events.ts'

const list = (ids: readonly string[] | null): string => (ids === null ? '?' : ids.join('+'))

/** `–2018 a+b, 2019– c`, then the marks. */
function told(text: string, bureau: string): string {
  const { stretches, markers } = linkedSeries(line(text), bureau)
  const read = stretches.map(
    ({ from, to, bureaus }) => `${from ?? ''}–${to ?? ''} ${list(bureaus)}`,
  )
  return [...read, ...markers.map((event) => `${event.kind} ${yearOf(event)}`)].join(', ')
}

// Events, bureau, what to read and mark.
test.for([
  ['', 'a', '– a'],
  ['2019-03-01 renamed a→a', 'a', '– a, renamed 2019'],
  ['2019-03-01 renamed a→b', 'b', '–2018 a, 2019– b, renamed 2019'],
  ['2019-03-01 renamed a→b', 'a', '–2018 a, renamed 2019'],
  ['2021-03-18 moved_division a→a', 'a', '– a, moved_division 2021'],
  ['2021-03-18 moved_division a→b', 'b', '–2020 a, 2021– b, moved_division 2021'],
  ['2019-03-01 merged a+b→c', 'c', '–2018 a+b, 2019– c, merged 2019'],
  ['2019-03-01 merged a+b→c', 'b', '–2018 b, merged 2019'],
  ['2019-03-01 merged a+b→a', 'a', '–2018 a+b, 2019– a, merged 2019'],
  ['2019-03-01 split a→b+c', 'b', '2019– b, split 2019'],
  ['2019-03-01 split a→b+c', 'a', '–2018 a, split 2019'],
  ['2019-03-01 split a→a+b', 'a', '– a, split 2019'],
  ['2019-03-01 split a→a+b', 'b', '2019– b, split 2019'],
  ['2020-03-01 abolished a→', 'a', '– a, abolished 2020'],
  ['2020-03-01 created →a', 'a', '2020– a, created 2020'],
  ['2020-03-01 transferred a→b', 'a', '– a, transferred 2020'],
  ['2020-03-01 transferred a→b', 'b', '– b, transferred 2020'],
  // Chains.
  [
    '2019-03-01 merged a+b→c; 2021-03-01 renamed c→d; 2023-03-01 merged d+e→d',
    'd',
    '–2018 a+b+e, 2019–2020 c+e, 2021–2022 d+e, 2023– d, merged 2019, renamed 2021, merged 2023',
  ],
  // All in one year: the report is made by the last.
  [
    '2019-02-01 merged a+b→c; 2019-09-01 renamed c→d',
    'd',
    '–2018 a+b, 2019– d, merged 2019, renamed 2019',
  ],
  // The year of a change is the successor's, whatever the day.
  ['2019-12-31 merged a+b→c', 'c', '–2018 a+b, 2019– c, merged 2019'],
  ['2019-01-01 merged a+b→c', 'c', '–2018 a+b, 2019– c, merged 2019'],
  // One predecessor is new: before that the other stands alone. One is out of a split: nobody can tell.
  [
    '2018-03-01 created →a; 2020-03-01 merged a+b→c',
    'c',
    '–2017 b, 2018–2019 a+b, 2020– c, created 2018, merged 2020',
  ],
  [
    '2018-03-01 split x→x+a; 2020-03-01 merged a+b→c',
    'c',
    '2018–2019 a+b, 2020– c, split 2018, merged 2020',
  ],
] as const)('%s: %s reads %s', ([text, bureau, expected]) => {
  expect(told(text, bureau)).toBe(expected)
})

// Whose carried-out requests of the year before add up to what the bureau carried in.
test.for([
  ['', 'a', 2019, 'a'],
  ['2019-03-01 renamed a→b', 'b', 2019, 'a'],
  ['2019-03-01 renamed a→b', 'b', 2020, 'b'],
  ['2021-03-18 moved_division a→a', 'a', 2021, 'a'],
  ['2019-03-01 merged a+b→c', 'c', 2019, 'a+b'],
  ['2019-03-01 merged a+b→c', 'c', 2020, 'c'],
  ['2019-03-01 merged a+b→a', 'a', 2019, 'a+b'],
  ['2019-03-01 split a→b+c', 'b', 2019, ''],
  ['2019-03-01 split a→b+c', 'b', 2020, 'b'],
  ['2019-03-01 split a→a+b', 'a', 2019, ''],
  ['2019-03-01 split a→a+b', 'a', 2020, 'a'],
  ['2019-02-01 split a→a+n; 2019-05-01 merged a+b→c', 'c', 2019, ''],
  ['2020-03-01 created →a', 'a', 2020, ''],
  ['2020-03-01 created →a', 'a', 2021, 'a'],
  ['2020-03-01 abolished a→', 'a', 2020, 'a'],
  ['2020-03-01 transferred a→b', 'b', 2020, 'b'],
] as const)('%s: %s in %d carries in from “%s”', ([text, bureau, year, expected]) => {
  expect(list(continuityPredecessors(line(text), bureau, year))).toBe(expected)
})

test.for([
  ['2019-03-01 merged a+b→c', 'c', 2018, 'a+b'],
  ['2019-03-01 merged a+b→c', 'c', 2019, 'c'],
  // Not in the linked series: the report on 2019 is that of c.
  ['2019-03-01 merged a+b→c', 'a', 2019, ''],
  ['2019-03-01 split a→b+c', 'b', 2018, '?'],
  ['2019-03-01 abolished a→', 'a', 2019, 'a'],
] as const)('%s: %s in %d is made of “%s”', ([text, bureau, year, expected]) => {
  expect(list(predecessors(line(text), bureau, year))).toBe(expected)
})
