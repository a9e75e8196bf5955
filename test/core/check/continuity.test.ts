import { expect, test } from 'vitest'
import { concerns } from '#core/check/assessment.ts'
import { type YearReading, continuityFindings } from '#core/check/continuity.ts'
import type { Tables } from '#core/reading.ts'
import { cellsOf } from './cells.ts'
import { sample } from './samples.ts'

type Entries = Parameters<typeof cellsOf>[0]

const report = (
  year: number,
  entries: Entries,
  tables: Tables = { disclosure: '2021', requests: '2021' },
): YearReading => ({ year, scope: 'own', cells: cellsOf(entries), tables })

const said = (now: YearReading, before: readonly YearReading[]): string[] =>
  continuityFindings(now, before).map(
    ({ rule, outcome, leftSum, rightSum }) => `${rule} ${outcome} ${leftSum} ${rightSum}`,
  )

// Last year, this year, what the rules say.
test.for<[Entries, Entries, string[]]>([
  [{ 'requests_carried_out.total': 3 }, { 'requests_carried_in.total': 3 }, ['X-CARRY pass 3 3']],
  [
    { 'requests_carried_out.total': 3, 'requests_carried_out.natural_person': 2 },
    { 'requests_carried_in.total': 2, 'requests_carried_in.natural_person': 2 },
    ['X-CARRY pass 2 2', 'X-CARRY fail 2 3'],
  ],
  [
    { 'requests_carried_out.total': '·' },
    { 'requests_carried_in.total': 2 },
    ['X-CARRY not_assessable 2 0'],
  ],
  [
    { 'requests_carried_out.total': '?' },
    { 'requests_carried_in.total': 2 },
    ['X-CARRY not_assessable 2 0'],
  ],
  [{ 'requests_carried_out.total': 3 }, {}, []],
  [
    { norms_valid: 11 },
    { norms_made: 2, norms_repealed: 1, norms_valid: 12 },
    ['X-VALID pass 11 11'],
  ],
  [
    { norms_valid: 597 },
    { norms_made: 22, norms_repealed: 200, norms_valid: 420 },
    ['X-VALID fail 598 597'],
  ],
  [
    { norms_valid: 5 },
    { norms_made: 1, norms_repealed: 8, norms_valid: 0 },
    ['X-VALID fail 7 5', 'T2-POS fail 7 5'],
  ],
  [
    { norms_valid: 5 },
    { norms_made: '·', norms_repealed: 0, norms_valid: 5 },
    ['X-VALID pass_if_blank_is_zero 5 5'],
  ],
  [{ licences_decided: 550 }, { licences_decided: 9487 }, ['X-YOY fail 9487 550']],
  [{ licences_decided: 9487 }, { licences_decided: 550 }, ['X-YOY fail 550 9487']],
  [{ licences_decided: 10 }, { licences_decided: 110 }, ['X-YOY pass 110 10']],
  [{ licences_decided: 0 }, { licences_decided: 101 }, ['X-YOY fail 101 0']],
  [{ licences_decided: '·' }, { licences_decided: 5000 }, []],
  [{ fees_collected_wan: 12.5 }, { fees_collected_wan: 125000 }, ['X-YOY fail 125000 12.5']],
  [{ fees_collected_wan: 0 }, { fees_collected_wan: 125000 }, ['X-YOY pass 125000 0']],
  [{ fees_collected_wan: 3 }, { fees_collected_wan: 3000 }, ['X-YOY pass 3000 3']],
  [{ coercion_decided: 1 }, { coercion_decided: 9000 }, []],
])('after %j comes %j: %j', ([before, now, expected]) => {
  expect(said(report(2024, now), [report(2023, before)])).toEqual(expected)
})

const old: Tables = { disclosure: '2019' }

test('items of 2019 follow from the year before; figures of the other edition never do', () => {
  const before = { licence_items_prev: 240, licence_items_change: -5, norms_open_total: 9 }
  const now = { licence_items_prev: 235 }
  expect(said(report(2020, now, old), [report(2019, before, old)])).toEqual(['X-2019 pass 235 235'])
  expect(said(report(2020, { licence_items_prev: 240 }, old), [report(2019, before, old)])).toEqual(
    ['X-2019 fail 240 235'],
  )
  expect(
    said(report(2021, { norms_made: 1, norms_valid: 1 }), [report(2020, before, old)]),
  ).toEqual([])
})

test('after a merger the predecessors are added up', () => {
  const before = [2, 3].map((n) => report(2023, { 'requests_carried_out.total': n }))
  expect(said(report(2024, { 'requests_carried_in.total': 5 }), before)).toEqual([
    'X-CARRY pass 5 5',
  ])
  const [first] = before
  const open = report(2023, { 'requests_carried_out.total': '?' })
  expect(
    said(report(2024, { 'requests_carried_in.total': 5 }), first ? [first, open] : []),
  ).toEqual(['X-CARRY not_assessable 5 2'])
})

const carried = { 'requests_carried_out.total': 3, 'requests_carried_in.total': 4 }

test.for<[string, YearReading[]]>([
  ['there is none', []],
  ['a year is missing between', [report(2022, carried)]],
  ['the scope is another', [{ ...report(2023, carried), scope: 'area' }]],
])('nothing is compared where %s', ([, before]) => {
  expect(said(report(2024, carried), before)).toEqual([])
})

test('a carry-over that breaks is an error; a jump is a warning', () => {
  const found = continuityFindings(report(2024, { ...carried, licences_decided: 900 }), [
    report(2023, { ...carried, licences_decided: 1 }),
  ])
  expect(
    found.map(({ rule, severity, basis, left, right, difference }) => ({
      rule,
      severity,
      basis,
      left,
      right,
      difference,
    })),
  ).toEqual([
    {
      rule: 'X-CARRY',
      severity: 'error',
      basis: 'previous',
      left: ['requests_carried_in.total'],
      right: ['requests_carried_out.total'],
      difference: 1,
    },
    {
      rule: 'X-YOY',
      severity: 'warning',
      basis: 'previous',
      left: ['licences_decided'],
      right: ['licences_decided'],
      difference: 899,
    },
  ])
})

test('the real reports of 宿迁市 2023 and 2024 follow each other', () => {
  const [before, now] = [2023, 2024].map((year): YearReading => ({
    year,
    scope: 'area',
    ...sample(`suqian-${year}.html`),
  }))
  if (!before || !now) throw new Error('unreachable')
  const found = continuityFindings(now, [before])
  expect(found.filter(({ rule }) => rule === 'X-CARRY' || rule === 'X-VALID')).toHaveLength(9)
  expect(concerns(found)).toEqual([])
})

const print = (out: number): string | undefined =>
  continuityFindings(report(2024, { 'requests_carried_in.total': 4 }), [
    report(2023, { 'requests_carried_out.total': out }),
  ])[0]?.fingerprint

test('another number in last year’s report reopens a verdict', () => {
  expect(print(3)).toBe(print(3))
  expect(print(2)).not.toBe(print(3))
})
