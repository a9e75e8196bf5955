import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type FigureId,
  applicantIds,
  formFigures,
  requestRowIds,
  reviewGroupIds,
  reviewResultIds,
} from '#core/catalog/index.ts'
import type { Edition } from '#core/catalog/table.ts'
import { type Outcome, checkReading } from '#core/check/check.ts'
import { findings, hasErrors } from '#core/check/finding.ts'
import { type Cell, type Cells, states } from '#core/reading.ts'

/** A cell as a test writes it: a number, `·` blank, `/` not applicable, `?` unread, a sentence; `-` is absent. */
function cell(text: string): Cell | undefined {
  if (text === '-') return undefined
  if (text === '·') return { state: 'blank', raw: '' }
  if (text === '/') return { state: 'na', raw: '/' }
  if (text === '?') return { state: 'unread', raw: '1O', reason: 'not a number' }
  return /^\d+$/.test(text)
    ? { state: 'number', value: Number(text), raw: text }
    : { state: 'text', raw: text }
}

const cellsOf = (entries: readonly (readonly [FigureId, string])[]): Cells =>
  Object.fromEntries(
    entries.flatMap(([id, text]) => {
      const own = cell(text)
      return own ? [[id, own]] : []
    }),
  )

/** One line of sums, `1 + 2 + 3 + 4 = 10`, as the review block of part 四. */
const reviewBlock = (line: string): Cells =>
  cellsOf(
    line
      .split(/[=+]/)
      .map((text, i) => [`review_${reviewResultIds[i] ?? 'total'}`, text.trim()] as const),
  )

// The four results and their total; what the rule says.
test.for([
  ['1 + 2 + 3 + 4 = 10', 'pass'],
  ['0 + 0 + 0 + 0 = 0', 'pass'],
  ['1 + 2 + 3 + 4 = 11', 'fail'],
  ['10 + 1 + 0 + 0 = 0', 'fail'],
  ['1 + · + · + 4 = 5', 'pass_if_blank_is_zero'],
  ['1 + / + · + 4 = 5', 'pass_if_blank_is_zero'],
  // A blank may hide anything: a difference is no proof.
  ['1 + · + 3 + 4 = 10', 'not_assessable'],
  ['· + · + · + · = 0', 'not_assessable'],
  ['0 + 0 + 0 + 0 = ·', 'not_assessable'],
  ['· + · + · + · = ·', 'not_assessable'],
  ['1 + ? + 0 + 0 = 1', 'not_assessable'],
  ['1 + 见附件 + 0 + 0 = 1', 'not_assessable'],
  ['1 + - + 0 + 0 = 1', 'not_assessable'],
  ['1 + · + - + 0 = 1', 'not_assessable'],
  ['- + - + - + - = 0', 'not_assessable'],
  ['- + - + - + - = -', undefined],
] as const)('%s is %s', ([line, outcome]) => {
  const check = checkReading(reviewBlock(line), { reviews: 'any' })[0]
  expect(check?.outcome).toBe(outcome)
})

test('a finding names the rule, the cells, both sides and what is missing', () => {
  expect(findings(reviewBlock('10 + 1 + ? + · = 0'), { reviews: 'any' })).toEqual([
    {
      rule: 'T4-SUM',
      severity: 'notice',
      outcome: 'not_assessable',
      left: ['review_upheld', 'review_corrected', 'review_other', 'review_pending'],
      right: ['review_total'],
      leftSum: 11,
      rightSum: 0,
      missing: ['review_other', 'review_pending'],
    },
    {
      rule: 'UNREAD',
      severity: 'warning',
      outcome: 'unread',
      left: ['review_other'],
      right: [],
      leftSum: null,
      rightSum: null,
      missing: ['review_other'],
    },
  ])
})

const severityOf: Readonly<Record<Exclude<Outcome, 'pass'>, string>> = {
  fail: 'error',
  pass_if_blank_is_zero: 'notice',
  not_assessable: 'notice',
}

test.for([
  ['1 + 0 + 0 + 0 = 2', 'fail'],
  ['1 + · + 0 + 0 = 1', 'pass_if_blank_is_zero'],
  ['1 + ? + 0 + 0 = 1', 'not_assessable'],
] as const)('only a broken sum is an error: %s', ([line, outcome]) => {
  const list = findings(reviewBlock(line), { reviews: 'any' })
  expect(list[0]).toMatchObject({ outcome, severity: severityOf[outcome] })
  expect(hasErrors(list)).toBe(outcome === 'fail')
})

const parts = applicantIds.filter((id) => id !== 'total')
const people = fc.tuple(...parts.map(() => fc.nat(500)))

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Part 三 and part 四 of an edition, filled in so that everything adds up. */
const cleanReport = (edition: Edition): fc.Arbitrary<Cells> => {
  const rows = requestRowIds.filter((row) =>
    formFigures('requests', edition).some(({ id }) => id === `${row}.total`),
  )
  const outcomes = rows.filter((row) => row.startsWith('outcome_') && row !== 'outcome_total')
  return fc
    .record({
      outcomes: fc.tuple(...outcomes.map(() => people)),
      carriedOut: people,
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      reviews: fc.tuple(
        ...reviewGroupIds.map(() => fc.tuple(...Array.from({ length: 4 }, () => fc.nat(99)))),
      ),
    })
    .map(({ outcomes: lines, carriedOut, share, reviews }) => {
      const total = parts.map((_, i) => lines.reduce((whole, line) => whole + (line[i] ?? 0), 0))
      const all = total.map((n, i) => n + (carriedOut[i] ?? 0))
      const carriedIn = all.map((n) => Math.floor(n * share))
      const values: Readonly<Record<string, readonly number[]>> = {
        ...Object.fromEntries(outcomes.map((row, i) => [row, lines[i] ?? []])),
        outcome_total: total,
        requests_new: all.map((n, i) => n - (carriedIn[i] ?? 0)),
        requests_carried_in: carriedIn,
        requests_carried_out: carriedOut,
      }
      return cellsOf([
        ...rows.flatMap((row) => {
          const line = values[row] ?? []
          return applicantIds.map(
            (column, i) => [`${row}.${column}`, String(line[i] ?? sum(line))] as const,
          )
        }),
        ...reviewGroupIds.flatMap((group, g) =>
          reviewResultIds.map((result, i) => {
            const line = reviews[g] ?? []
            return [`${group}_${result}`, String(line[i] ?? sum(line))] as const
          }),
        ),
      ])
    })
}

const formIds = (edition: Edition): FigureId[] =>
  [...formFigures('requests', edition), ...formFigures('reviews', 'any')].map(({ id }) => id)

test.for(['2019', '2021'] as const)('a clean report of %s has no findings', (edition) => {
  fc.assert(
    fc.property(cleanReport(edition), (cells) => {
      expect(findings(cells, { requests: edition, reviews: 'any' })).toEqual([])
      expect(Object.keys(cells)).toHaveLength(formIds(edition).length)
    }),
    { numRuns: 20 },
  )
})

test.for(['2019', '2021'] as const)(
  'in a clean report of %s, one more in any cell is an error that names it',
  (edition) => {
    const [cells] = fc.sample(cleanReport(edition), { numRuns: 1, seed: 7 })
    const uncaught = formIds(edition).filter((id) => {
      const own = cells?.[id]
      const value = own?.state === 'number' ? own.value + 1 : 0
      const wrong = { ...cells, [id]: { state: 'number', value, raw: String(value) } as const }
      return !findings(wrong, { requests: edition, reviews: 'any' }).some(
        ({ severity, left, right }) => severity === 'error' && [...left, ...right].includes(id),
      )
    })
    expect(uncaught).toEqual([])
  },
)

const anyCell: fc.Arbitrary<Cell | undefined> = fc.oneof(
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
  fc.constant(undefined),
)

const anyCells: fc.Arbitrary<Cells> = fc
  .array(fc.tuple(fc.constantFrom(...formIds('2019'), ...formIds('2021')), anyCell))
  .map((entries) => Object.fromEntries(entries.filter(([, own]) => own !== undefined)))

const anyTables = fc.record(
  {
    requests: fc.constantFrom('2019' as const, '2021' as const, null),
    reviews: fc.constantFrom('any' as const, null),
    disclosure: fc.constantFrom('2019' as const, '2021' as const, null),
  },
  { requiredKeys: [] },
)

test('whatever the cells are: nothing throws, and an error stands on numbers alone', () => {
  fc.assert(
    fc.property(anyCells, anyTables, (cells, tables) => {
      const errors = findings(cells, tables).filter(({ severity }) => severity === 'error')
      const stands = errors.map(({ left, right }) => [...left, ...right]).flat()
      expect(stands.filter((id) => cells[id]?.state !== 'number')).toEqual([])
    }),
  )
})

test('the states are all known to the rules', () => {
  expect(states).toEqual(['number', 'blank', 'na', 'text', 'unread', 'absent'])
})

// An excerpt: only some rows were at hand.
const excerpt = cellsOf([
  ...parts.map((column) => [`requests_new.${column}`, '1'] as const),
  ['requests_new.total', '6'],
])

test('an excerpt is judged by the rows that it holds', () => {
  const outcomes = checkReading(excerpt, { requests: '2021' }).map(({ id, outcome }) => [
    id,
    outcome,
  ])
  expect(outcomes).toEqual([
    ['T3-ROW', 'pass'],
    ...applicantIds.map(() => ['T3-ID', 'not_assessable']),
  ])
})

test('a table that the document does not contain has no findings', () => {
  expect(findings({}, {})).toEqual([])
  expect(findings({}, { disclosure: '2021' })).toEqual([])
})

test('without its edition the outcomes of part 三 are not summed', () => {
  const rules = checkReading(excerpt, { requests: null }).map(({ id }) => id)
  expect(rules).not.toContain('T3-COL')
})
