import { expect, test } from 'vitest'
import { checkReading } from '#core/check/check.ts'
import { type YearReading, continuityFindings } from '#core/check/continuity.ts'
import { identities } from '#core/check/identity.ts'
import { readReport } from '#core/parse/index.ts'
import { isRefusal } from '#core/reading.ts'
import { madeUpReports } from '../../../samples/made-up.ts'
import { samples } from '../../../samples/real.ts'
import { cellsOf } from './cells.ts'
import { sample } from './samples.ts'

type Entries = Parameters<typeof cellsOf>[0]

const report = (year: number, entries: Entries, tables: YearReading['tables']): YearReading => ({
  year,
  scope: 'own',
  cells: cellsOf(entries),
  tables,
})

const real = Object.keys(samples).map((file): [string, YearReading] => [
  file,
  { year: 2024, scope: 'own', ...sample(file) },
])

const made = await Promise.all(
  madeUpReports().map(async ({ bureau, year, html }): Promise<[string, YearReading]> => {
    const reading = await readReport(new TextEncoder().encode(html), 'a.html')
    if (isRefusal(reading)) throw new Error(reading.refused)
    return [`${bureau} ${year}`, { ...reading, year, scope: 'own' }]
  }),
)

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)

test('every sum that is checked in a report is an identity, and comes out the same', () => {
  const all = [...real, ...made].map(([name, own]) => {
    const checks = checkReading(own.cells, own.tables)
    const found = identities(own, [])
    expect([name, new Set(ids(found)).size]).toEqual([name, found.length])
    expect(
      found.map(({ rule, left, right, outcome, leftSum, rightSum, missing }) => ({
        id: rule,
        left: ids(left),
        right: ids(right),
        outcome,
        leftSum,
        rightSum,
        missing,
      })),
    ).toEqual(
      checks.map(({ id, left, right, outcome, leftSum, rightSum, missing }) => ({
        id,
        left,
        right,
        outcome,
        leftSum,
        rightSum,
        missing,
      })),
    )
    return found.length
  })
  expect(all.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(1000)
})

test('every sum that is checked between years is an identity, and comes out the same', () => {
  const byName = new Map(made)
  const all = made.flatMap(([name, own]) => {
    const before = byName.get(`${name.split(' ')[0]} ${own.year - 1}`)
    if (!before) return []
    const found = identities(own, [before]).filter(({ id }) => id.startsWith('X-'))
    const checks = continuityFindings(own, [before]).filter(({ rule }) =>
      ['X-CARRY', 'X-VALID', 'X-2019'].includes(rule),
    )
    expect(
      found.map(({ rule, outcome, leftSum, rightSum, missing, fingerprint }) => [
        rule,
        outcome,
        leftSum,
        rightSum,
        missing,
        fingerprint,
      ]),
    ).toEqual(
      checks.map(({ rule, outcome, leftSum, rightSum, missing, fingerprint }) => [
        rule,
        outcome,
        leftSum,
        rightSum,
        missing,
        fingerprint,
      ]),
    )
    return found
  })
  expect(new Set(all.map(({ rule }) => rule))).toEqual(new Set(['X-CARRY', 'X-VALID', 'X-2019']))
})

const said = (own: YearReading, before: readonly YearReading[] = []): string[] =>
  identities(own, before).map(
    ({ id, outcome, leftSum, rightSum }) => `${id} ${outcome} ${leftSum} ${rightSum}`,
  )

const both = { disclosure: '2021', requests: '2021' } as const

// Tables, cells, the identities.
test.for<[string, YearReading['tables'], Entries, string[]]>([
  ['no table', {}, {}, []],
  ['a table without any cell', { requests: '2021' }, {}, []],
  [
    'blanks that must be 0',
    { reviews: 'any' },
    {
      review_upheld: 2,
      review_corrected: '·',
      review_other: '/',
      review_pending: 0,
      review_total: 2,
    },
    ['T4-SUM.review pass_if_blank_is_zero 2 2'],
  ],
  [
    'a text cell',
    { reviews: 'any' },
    {
      suit_direct_upheld: '详见附件',
      suit_direct_corrected: 0,
      suit_direct_other: 0,
      suit_direct_pending: 0,
      suit_direct_total: 2,
    },
    ['T4-SUM.suit_direct not_assessable 0 2'],
  ],
  [
    'a cell that is not certain, in a table of the older form',
    { requests: '2019' },
    { 'requests_new.total': '?', 'outcome_other.org_social': 1 },
    [
      'T3-ROW.requests_new not_assessable 0 0',
      'T3-ROW.outcome_other not_assessable 1 0',
      'T3-COL.org_social not_assessable 1 0',
      'T3-ID.total not_assessable 0 0',
    ],
  ],
])('%s', ([, tables, entries, expected]) => {
  expect(said(report(2024, entries, tables))).toEqual(expected)
})

test('an identity between years takes its sides from both, and what is taken away has its sign', () => {
  const before = report(2023, { 'requests_carried_out.total': 3, norms_valid: 5 }, both)
  const own = report(
    2024,
    { 'requests_carried_in.total': 2, norms_valid: 7, norms_made: 3, norms_repealed: 1 },
    both,
  )
  const found = identities(own, [before]).filter(({ id }) => id.startsWith('X-'))
  expect(
    found.map(({ id, outcome, left, right }) => ({
      id,
      outcome,
      left: left.map((term) => `${term.minus ? '-' : ''}${term.id} ${term.of.year}`),
      right: right.map((term) => `${term.id} ${term.of.year}`),
    })),
  ).toEqual([
    {
      id: 'X-CARRY.total',
      outcome: 'fail',
      left: ['requests_carried_in.total 2024'],
      right: ['requests_carried_out.total 2023'],
    },
    {
      id: 'X-VALID.norms',
      outcome: 'pass',
      left: ['norms_valid 2024', '-norms_made 2024', 'norms_repealed 2024'],
      right: ['norms_valid 2023'],
    },
  ])
})

test('after a merger the year before is that of all who became one', () => {
  const before = [5, 3].map((n) => report(2023, { 'requests_carried_out.total': n }, both))
  const own = report(2024, { 'requests_carried_in.total': 8 }, both)
  expect(said(own, before)).toContain('X-CARRY.total pass 8 8')
})
