import { expect, test } from 'vitest'
import { type LineageEvent, lineageKinds } from '#core/lineage/event.ts'
import { lineage } from '#core/lineage/lineage.ts'
import { events } from './events.ts'

const faultsOf = (list: readonly LineageEvent[]): string => {
  const result = lineage(list)
  return 'faults' in result ? result.faults.map(({ fault }) => fault).join(' ') : ''
}

test.for([
  ['', ''],
  ['2021-03-18 moved_division a→a', ''],
  ['2021-03-18 moved_division a→b', ''],
  ['2019-03-01 renamed a→a; 2020-03-01 renamed a→b', ''],
  ['2019-03-01 merged a+b→c', ''],
  ['2019-03-01 merged a+b→a; 2021-03-01 merged a+c→a', ''],
  ['2019-03-01 split a→b+c', ''],
  ['2019-03-01 split a→a+b', ''],
  ['2019-03-01 transferred a→b; 2020-03-01 transferred b→a', ''],
  ['2019-03-01 created a→; 2020-03-01 abolished a→', 'sides'],
  ['2019-03-01 created →a; 2020-03-01 abolished a→', ''],
  // What split off joins again.
  ['2019-03-01 split a→a+b; 2023-03-01 merged a+b→a', ''],
  // Two things on one day.
  ['2019-03-01 renamed a→b; 2019-03-01 merged b+c→b', ''],

  ['2021-02-30 abolished a→', 'date'],
  ['2021-3-1 abolished a→', 'date'],
  ['2019-03-01 merged a→b', 'sides'],
  ['2019-03-01 merged a+a→b', 'sides'],
  ['2019-03-01 split a→b', 'sides'],
  ['2019-03-01 renamed a+b→c', 'sides'],
  ['2019-03-01 transferred a→a', 'sides'],
  ['2019-03-01 renamed a→c; 2020-03-01 renamed b→c', 'begun_twice'],
  ['2019-03-01 merged a+b→c; 2019-03-01 merged a+d→e', 'ended_twice'],
  ['2019-03-01 merged a+b→c; 2020-03-01 merged a+d→e', 'ended_twice after_end'],
  ['2019-03-01 abolished a→; 2020-03-01 renamed a→a', 'after_end'],
  ['2019-03-01 renamed a→a; 2020-03-01 created →a', 'before_beginning'],
  ['2019-03-01 renamed a→b; 2019-03-01 renamed b→a', 'cycle cycle'],
  ['2019-03-01 split a→b+c; 2019-03-01 merged b+c→a', 'cycle cycle'],
] as const)('%s: %s', ([text, faults]) => {
  expect(faultsOf(events(text))).toBe(faults)
})

test('a bureau that is set up again under its old id is refused', () => {
  const faults = faultsOf(events('2019-03-01 renamed a→b; 2021-03-01 renamed b→a'))
  expect(faults.split(' ')).toContain('cycle')
})

test('an event without its document is refused', () => {
  const undocumented = events('2019-03-01 created →a').map((event) => ({ ...event, document: ' ' }))
  expect(faultsOf(undocumented)).toBe('document')
})

test('the keys of the kinds are permanent', () => {
  expect(Object.entries(lineageKinds).map(([kind, { key }]) => `${key} ${kind}`)).toEqual([
    '1 renamed',
    '2 merged',
    '3 split',
    '4 abolished',
    '5 created',
    '6 transferred',
    '7 moved_division',
  ])
})
