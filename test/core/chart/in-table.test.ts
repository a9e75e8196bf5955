import { expect, test } from 'vitest'
import { fromTable, inTable, isTabled } from '#core/chart/in-table.ts'
import { leanSpec } from '#core/chart/lean.ts'
import { lineWith } from '#core/chart/options.ts'
import { stackPlans } from '#core/chart/plans.ts'
import { type LineSpec, lineSpec } from '#core/chart/spec.ts'
import { type StackSpec, stackSpec } from '#core/chart/stack.ts'
import { bureau } from './figures.ts'
import { credit, subject } from './subject.ts'

const line = lineSpec('zh', 'licences_decided', [subject('某局', 2019, '1 - 2 blank')], credit)
const stack = stackSpec(
  'zh',
  stackPlans.applicants,
  bureau(2023, '2021 2021', {
    'requests_new.natural_person': '3 blank',
    'requests_new.total': '3 4',
  }),
  { credit, mode: 'count' },
)

test.for<[string, LineSpec | StackSpec, (number | null)[][]]>([
  ['a line', line, [[1, null, 2, null]]],
  [
    'a line with a reference',
    lineWith(line, { reference: { name: '中位数', values: { 2019: 5, 2021: 6.5 } } }),
    [
      [1, null, 2, null],
      [5, null, 6.5, null],
    ],
  ],
  [
    'layers and their total',
    stack,
    [
      [3, null],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [3, 4],
    ],
  ],
])('%s leaves its numbers in a table and has them back', ([, spec, columns]) => {
  const lean = leanSpec(spec)
  const tabled = inTable(lean)
  expect(isTabled(lean)).toBe(false)
  if (!isTabled(tabled)) throw new Error('Nothing was left out')
  expect(JSON.stringify(tabled)).not.toMatch(/"(?:years|values|totals)"/)
  expect(fromTable(tabled, { years: spec.years, columns })).toEqual(lean)
})
