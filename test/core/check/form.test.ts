import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FigureId, figures } from '#core/catalog/index.ts'
import { type Assessment, concerns } from '#core/check/assessment.ts'
import { findings } from '#core/check/finding.ts'
import { formFindings, mayRegulate } from '#core/check/form.ts'
import type { Cell, Cells, Tables } from '#core/reading.ts'
import { cellsOf } from './cells.ts'
import { sample } from './samples.ts'

const said = (list: readonly Assessment[]): string[] =>
  concerns(list).map(({ rule, outcome, left }) => `${rule} ${outcome} ${left.join(' ')}`)

const form2021: Tables = { disclosure: '2021' }

test('a finding in full', () => {
  const cells = cellsOf({
    review_upheld: 10,
    review_corrected: 1,
    review_other: 0,
    review_pending: 0,
    review_total: 0,
  })
  expect(formFindings({ year: 2023, cells, tables: { reviews: 'any' } })).toEqual([
    {
      rule: 'T4-SUM',
      severity: 'error',
      outcome: 'fail',
      origin: 'publisher',
      basis: 'own',
      left: ['review_upheld', 'review_corrected', 'review_other', 'review_pending'],
      right: ['review_total'],
      leftSum: 11,
      rightSum: 0,
      difference: 11,
      missing: [],
      statement: null,
      detail: null,
      fingerprint: expect.stringMatching(/^[\da-f]{16}$/),
    },
  ])
})

test('where a cell is unread, the doubt lies with the reader', () => {
  const cells = cellsOf({ review_upheld: '?', review_total: 1 })
  expect(
    formFindings({ year: 2023, cells, tables: { reviews: 'any' } }).map(
      ({ rule, severity, outcome, origin, missing }) => ({
        rule,
        severity,
        outcome,
        origin,
        missing,
      }),
    ),
  ).toEqual([
    {
      rule: 'T4-SUM',
      severity: 'notice',
      outcome: 'not_assessable',
      origin: 'reader',
      missing: ['review_upheld', 'review_corrected', 'review_other', 'review_pending'],
    },
    {
      rule: 'UNREAD',
      severity: 'warning',
      outcome: 'unread',
      origin: 'reader',
      missing: ['review_upheld'],
    },
  ])
})

test.for([
  [{ licences_decided: 12.5 }, ['T2-INT fail licences_decided']],
  [{ licences_decided: -3 }, ['T2-INT fail licences_decided']],
  [{ fees_collected_wan: -0.01 }, ['T2-INT fail fees_collected_wan']],
  [{ fees_collected_wan: 59237.2449, licences_decided: 0 }, []],
  [
    { licences_decided: '·', penalties_decided: '/', coercion_decided: '见附件' },
    ['T2-BLANK not_assessable licences_decided'],
  ],
  // Made, repealed, in force.
  [{ norms_made: 3, norms_repealed: 1, norms_valid: 0 }, ['T2-POS fail norms_made norms_repealed']],
  [{ norms_made: 3, norms_repealed: 3, norms_valid: 0 }, []],
  [{ norms_made: 3, norms_repealed: 1, norms_valid: '·' }, ['T2-BLANK not_assessable norms_valid']],
  [
    { norms_made: 3, norms_repealed: '·', norms_valid: 0 },
    ['T2-BLANK not_assessable norms_repealed'],
  ],
] as const)('%j is found to have %j', ([entries, expected]) => {
  expect(said(formFindings({ year: 2024, cells: cellsOf(entries), tables: form2021 }))).toEqual(
    expected,
  )
})

test('a count may be negative only where the form asks for a change', () => {
  const cells = cellsOf({ licence_items_change: -12, licence_items_prev: -1 })
  const report = { year: 2020, cells, tables: { disclosure: '2019' } } as const
  expect(said(formFindings(report))).toEqual(['T2-INT fail licence_items_prev'])
})

test.for([
  [false, ['T2-REG fail regulations_made', 'T2-REG fail regulations_valid']],
  [true, []],
  [null, []],
] as const)('regulations of a bureau that may make them: %j', ([regulates, expected]) => {
  const cells = cellsOf({ regulations_made: 1, regulations_repealed: 0, regulations_valid: 2 })
  expect(said(formFindings({ year: 2024, cells, tables: form2021, regulates }))).toEqual(expected)
})

test.for([
  ['state', 'own', true],
  ['province', 'area', true],
  ['prefecture', 'area', true],
  ['province', 'own', null],
  ['county', 'area', false],
  ['township', 'own', false],
] as const)('%s, %s: may make regulations %j', ([level, scope, expected]) => {
  expect(mayRegulate(level, scope)).toBe(expected)
})

// Year, edition of part 二 and part 三, one cell, the tables that are found to be mixed.
test.for([
  [2020, '2019', '2019', 'norms_opened', []],
  [2024, '2021', '2021', 'norms_valid', []],
  [2022, '2019', '2021', 'licence_items_change', ['disclosure']],
  [2023, '2021', '2019', 'outcome_other.total', ['requests']],
  [2022, '2021', '2021', 'licence_items_change', ['disclosure']],
  [2020, '2021', '2021', 'norms_valid', ['disclosure', 'requests']],
  [null, '2021', '2019', 'norms_valid', ['requests']],
  [null, '2019', '2019', 'norms_opened', []],
] as const)(
  '%j with forms %s and %s and %s: mixed in %j',
  ([year, disclosure, requests, id, at]) => {
    const found = formFindings({
      year,
      cells: cellsOf({ [id]: 1 }),
      tables: { disclosure, requests },
    })
    expect(
      found
        .filter(({ rule }) => rule === 'FORM_MIXED')
        .map(({ detail, severity }) => [detail, severity]),
    ).toEqual(at.map((table) => [table, 'warning']))
  },
)

// The rows of 2019 in a report of 2022: none of them may look like a row of 2021.
test('a mixed form names the cells of the other edition', () => {
  const cells = cellsOf({ licences_decided: 5, licence_items_change: -1 })
  const found = formFindings({ year: 2022, cells, tables: { disclosure: '2019' } })
  expect(found.find(({ rule }) => rule === 'FORM_MIXED')?.left).toEqual(['licence_items_change'])
})

test('only broken sums are errors in a real report', () => {
  const found = formFindings({ year: 2023, ...sample('hongze-2023.html') })
  expect(
    concerns(found).map(({ rule, severity, leftSum, rightSum }) => [
      rule,
      severity,
      leftSum,
      rightSum,
    ]),
  ).toEqual([
    ['T4-SUM', 'error', 11, 0],
    ['T4-SUM', 'error', 5, 0],
    ['FORM_MIXED', 'warning', null, null],
  ])
})

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({
    state: fc.constant('number' as const),
    value: fc.oneof(fc.integer(), fc.double()),
    raw: fc.string(),
  }),
  fc.record({
    state: fc.constantFrom('blank' as const, 'na' as const, 'text' as const),
    raw: fc.string(),
  }),
  fc.record({ state: fc.constant('unread' as const), raw: fc.string(), reason: fc.string() }),
)
const anyId = fc.constantFrom(...figures.map(({ id }) => id))
const anyCells: fc.Arbitrary<Cells> = fc
  .array(fc.tuple(anyId, anyCell))
  .map((entries) => Object.fromEntries(entries))
const anyTables: fc.Arbitrary<Tables> = fc.record(
  {
    disclosure: fc.constantFrom('2019' as const, '2021' as const, null),
    requests: fc.constantFrom('2019' as const, '2021' as const, null),
    reviews: fc.constantFrom('any' as const, null),
  },
  { requiredKeys: [] },
)
const anyReport = fc.record({
  year: fc.option(fc.integer({ min: 2008, max: 2030 })),
  cells: anyCells,
  tables: anyTables,
  regulates: fc.option(fc.boolean()),
})

const prints = (list: readonly Assessment[]): string[] =>
  list.map(({ fingerprint }) => fingerprint).toSorted()

test('whatever a report is: nothing throws, and every finding has a fingerprint of its own', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const own = prints(formFindings(report))
      expect(new Set(own).size).toBe(own.length)
    }),
  )
})

test('the order of the cells does not change a fingerprint', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const cells = Object.fromEntries(Object.entries(report.cells).toReversed())
      expect(prints(formFindings({ ...report, cells }))).toEqual(prints(formFindings(report)))
    }),
  )
})

test('another value in a cell changes the fingerprint of every rule that holds it', () => {
  const { cells, tables } = sample('suqian-2024.html')
  const ids = Object.keys(cells)
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.integer({ min: 100_000 }), (name, value) => {
      const id = figures.find((one) => one.id === name)?.id ?? 'review_total'
      const changed = { ...cells, [id]: { state: 'number', value, raw: String(value) } as const }
      const holds = ({ left, right }: Assessment): boolean => [...left, ...right].includes(id)
      const before = formFindings({ year: 2024, cells, tables }).filter(holds)
      const after = new Set(prints(formFindings({ year: 2024, cells: changed, tables })))
      expect(before.filter(({ fingerprint }) => after.has(fingerprint))).toEqual([])
    }),
  )
})

const key = (rule: string, outcome: string, left: readonly FigureId[]): string =>
  [rule, outcome, ...left].join(' ')

test('the findings of old are among these, with the same outcome', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const now = new Set(
        formFindings(report).map(({ rule, outcome, left }) => key(rule, outcome, left)),
      )
      const old = findings(report.cells, report.tables)
      expect(old.filter(({ rule, outcome, left }) => !now.has(key(rule, outcome, left)))).toEqual(
        [],
      )
    }),
  )
})
