import { expect, test } from 'vitest'
import { type LineOptions, lineWith, sharedDomain } from '#core/chart/options.ts'
import { type LineSpec, lineSpec } from '#core/chart/spec.ts'
import { sparkSvg } from '#core/chart/spark.ts'
import { credit, subject } from './subject.ts'

const plain = (cells: string, first = 2020): LineSpec =>
  lineSpec('zh', 'licences_decided', [subject('某局', first, cells)], credit)

// options, what they add to the chart
test.for<[LineOptions, Partial<LineSpec>]>([
  [{}, {}],
  [{ scale: 'linear' }, {}],
  [{ scale: 'log' }, { scale: 'log' }],
  [{ domain: [0, 9] }, { domain: [0, 9] }],
  [
    { flags: { 2021: '更名', 1999: '设立' } },
    { flags: { 2021: '更名' }, notes: ['旗标处 2021年：更名'] },
  ],
  [{ restated: [2021, 1999] }, { restated: [2021], notes: ['※ 后来的报告对该年另有说法'] }],
  [
    { reference: { name: '中位数', values: { 2021: 4, 1999: 5 } } },
    { reference: { name: '中位数', values: [null, 4] } },
  ],
])('%j', ([options, added]) => {
  expect(lineWith(plain('1 2'), options)).toEqual({ ...plain('1 2'), ...added })
})

test('negative numbers have no place on a log axis: it stays linear, and a note says so', () => {
  const spec = lineSpec('zh', 'licence_items_change', [subject('某局', 2019, '-4@2019')], credit)
  const { scale, notes } = lineWith(spec, { scale: 'log' })
  expect([scale, notes]).toEqual([undefined, ['有负数，不能用对数刻度']])
})

test.for([
  [['5 9', '0 40'], 'linear', [0, 40]],
  [['5 9', '0 40'], 'log', [1, 40]],
  [['-', 'blank'], 'linear', [0, 0]],
  [['blank', '0'], 'log', [1, 1]],
] as const)('small multiples of %j share the axis (%s) %j', ([cells, scale, domain]) => {
  const specs = cells.map((text) => plain(text))
  expect(sharedDomain(specs, scale)).toEqual(domain)
})

test('a spark does not lead to what stands apart', () => {
  expect(sparkSvg([0, 5, 10], [2])).toContain('d="M3 17h0L40 10M77 3h0"')
})

// values → path of the line, place of the last point
test.for<[(number | null)[], string, string | undefined]>([
  [[], '', undefined],
  [[null, null], '', undefined],
  [[5], 'M40 3h0', 'M40 3'],
  [[0, 0], 'M3 17h0L77 17', 'M77 17'],
  [[0, 10, null], 'M3 17h0L40 3', 'M40 3'],
  [[10, null, 0], 'M3 3h0M77 17h0', 'M77 17'],
])('a spark of %j', ([values, line, last]) => {
  const paths = [...sparkSvg(values).matchAll(/ d="([^"]*)"/g)].map(([, d]) => d)
  expect(paths).toEqual([line, ...(last === undefined ? [] : [`${last}h0`])])
})
