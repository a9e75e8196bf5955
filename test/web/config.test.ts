import { expect, test } from 'vitest'
import { barsSpec } from '#core/chart/bars.ts'
import { type ChartSpec, chartSvg } from '#core/chart/chart.ts'
import { drawnLayers } from '#core/chart/drawn.ts'
import { type LeanSpec, leanSpec } from '#core/chart/lean.ts'
import { lineWith } from '#core/chart/options.ts'
import { stackPlans } from '#core/chart/plans.ts'
import { lineSpec } from '#core/chart/spec.ts'
import { stackSpec } from '#core/chart/stack.ts'
import { stripSpec } from '#core/chart/strip.ts'
import { areaOf } from '../../web/charts/area.ts'
import { type Config, chartConfig } from '../../web/charts/config.ts'
import { spoken } from '../../web/charts/keys.ts'
import { bureau } from '../core/chart/figures.ts'
import { credit, subject } from '../core/chart/subject.ts'

const look = {
  ink: 'rgb(27, 27, 27)',
  paper: '#fff',
  font: 'sans-serif',
  colours: { blue: '#123456', r1: '#010101' },
}

/** As the page has it: the spec as JSON, the place of the plot in the picture. */
const arrived = (spec: ChartSpec): LeanSpec => JSON.parse(JSON.stringify(leanSpec(spec)))

function configOf(spec: ChartSpec): Config {
  const svg = chartSvg(spec, 'c')
  const [, viewBox = ''] = /viewBox="([^"]*)"/.exec(svg) ?? []
  const [, area = ''] = /data-area="([^"]*)"/.exec(svg) ?? []
  return chartConfig(arrived(spec), areaOf(viewBox, area), look)
}

const dataOf = (spec: ChartSpec) => configOf(spec).data.datasets.map(({ data }) => data)

const one = (cells: string, first = 2021) =>
  lineSpec('zh', 'licences_decided', [subject('某局', first, cells)], credit)

// cells from 2021 on
test.for(['45', '45 8 0', '45 - 0 blank', '0 0', 'blank na'])(
  'lines have the very numbers of the spec: %s',
  (cells) => {
    const spec = one(cells)
    expect(configOf(spec).data.labels).toEqual(spec.years)
    expect(dataOf(spec)).toEqual([spec.lines[0]?.values])
  },
)

const stacked = (mode: 'count' | 'share') =>
  stackSpec(
    'zh',
    stackPlans.outcomes,
    bureau(2022, '2021 - 2021 2021', {
      'outcome_granted.total': '5 - 3 1',
      'outcome_denied_third_party.total': '1 - blank 0',
      'outcome_total.total': '6 - 4 2',
    }),
    { credit, mode },
  )

test.for(['count', 'share'] as const)('stacks have the numbers of the spec: %s', (mode) => {
  const spec = stacked(mode)
  expect(dataOf(spec)).toEqual(drawnLayers(spec))
  expect(configOf(spec).data.datasets[0]).toMatchObject({
    label: '予以公开',
    backgroundColor: '#010101',
  })
})

test('bars reach from where they begin; a gap is none', () => {
  const head = { heading: '新收', subject: '某市', unit: '件' }
  const entries = [
    { name: '甲', value: 7 },
    { name: '乙', value: null },
    { name: '丙', value: 0 },
  ]
  const spec = barsSpec('zh', head, entries, credit)
  const moved = { ...spec, rows: spec.rows.map((row) => ({ ...row, from: 2 })) }
  expect(dataOf(moved)).toEqual([[[2, 9], null, [2, 2]]])
})

const row = { name: '行政许可', hue: 'blue' as const, n: 41, own: 45 }
const percentiles = { p10: 0, p25: 3, p50: 12.5, p75: 40, p90: 120 }
const peers = stripSpec(
  'zh',
  { heading: '与同类机关相比', subject: '某局，2024年', unit: '件' },
  [
    { ...row, percentiles },
    { ...row, n: 5, percentiles: null },
    { ...row, own: null, percentiles },
  ],
  credit,
)

test('spreads have the very percentiles, and the bureau’s own number', () => {
  expect(dataOf(peers)).toEqual([
    [[0, 120], null, [0, 120]],
    [[3, 40], null, [3, 40]],
    [12.5, null, 12.5],
    [45, null, null],
  ])
})

test('a line has its colour, its dashes and gaps that nothing spans; what it is compared with is grey', () => {
  const two = [subject('甲', 2023, '1 2!'), subject('乙', 2023, '- 3')]
  const reference = { name: '中位数', values: { 2023: 4, 2024: 5 } }
  const spec = lineWith(lineSpec('zh', 'licences_decided', two, credit), { reference })
  expect(configOf(spec).data.datasets).toMatchObject([
    { label: '甲', borderColor: '#123456', borderDash: [], spanGaps: false },
    { label: '乙', borderColor: look.ink, borderDash: [6, 3], data: [null, 3] },
    { label: '中位数', borderDash: [1, 4], data: [4, 5] },
  ])
})

test('marks are drawn in the very place where the picture has them', () => {
  const { options } = configOf(one('45 8 0'))
  const padding = options?.layout?.padding
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Chart.js gives, as far as it is used
  const sides = Reflect.apply(padding as () => unknown, undefined, [{ chart: { width: 720 } }])
  expect(sides).toEqual({ left: 2 * 44, top: 184, right: 36, bottom: 2 * (326 - 260) })
  expect(options?.scales).toMatchObject({
    x: { min: 2021, max: 2023, offset: false },
    y: { min: 0, max: 60 },
  })
})

// chart → the ends of its years; a single one stands in the middle, bars have room of their own
test.for<[string, ChartSpec, number, number]>([
  ['one year', one('45'), 2020, 2022],
  ['years', one('45 - 7'), 2021, 2023],
  ['bars', stacked('count'), 2021.5, 2025.5],
])('%s from edge to edge', ([, spec, min, max]) => {
  expect(configOf(spec).options?.scales?.['x']).toMatchObject({ min, max })
})

test('a log axis begins above zero and has the ends of the picture’s', () => {
  const spec = lineWith(one('0 3 8762502'), { scale: 'log' })
  expect(configOf(spec).options?.scales?.['y']).toMatchObject({
    type: 'zeroLog',
    from: 1,
    to: 10_000_000,
  })
})

// chart, year or row → what arrow keys speak and the tooltip shows
test.for<[ChartSpec, number, string]>([
  [one('1573179 - 4', 2023), 0, '2023年，1,573,179件'],
  [one('1573179 - 4', 2023), 1, '2024年，未收录'],
  [one('3 4!', 2023), 1, '2024年*，4件'],
  [
    lineSpec('zh', 'review_total', [subject('某局', 2022, '3 0≠')], credit),
    1,
    '2023年，0件 ≠ 合计与分项不符',
  ],
  [
    lineSpec('en', 'licences_decided', [subject('A', 2023, '1'), subject('B', 2023, '-')], credit),
    0,
    '2023, A 1 items, B not held',
  ],
  [
    lineWith(one('3 4', 2023), {
      restated: [2024],
      reference: { name: '中位数', values: { 2023: 2 } },
    }),
    1,
    '2024年，某局 4件，※ 后来的报告另有说法',
  ],
  [
    stacked('count'),
    0,
    '2022年，予以公开 5件，部分公开 0件，不予公开 1件，无法提供 0件，不予处理 0件，其他处理 0件，总计 6件',
  ],
  [stacked('count'), 1, '2023年，未收录'],
  [
    stacked('share'),
    2,
    '2024年，予以公开 75.0% (3)，部分公开 0.0% (0)，无法提供 0.0% (0)，不予处理 0.0% (0)，其他处理 0.0% (0)，总计 4，不予公开 无数字，1项无数字',
  ],
  [stacked('share'), 3, '2025年，合计与分项不符'],
  [
    peers,
    0,
    '行政许可 · n = 41，中间八成 0件–120件，中间一半 3件–40件，中位数 12.5件，本机关 45件',
  ],
  [peers, 1, '行政许可 · n = 5，本机关 45件，仅5份有数字，不足8份，不显示分布'],
])('at a year or row: %#', ([spec, at, text]) => {
  expect(spoken(arrived(spec), at)).toBe(text)
})

test('the script gets no words that stand in the picture', () => {
  expect(Object.keys(leanSpec(one('45'))).toSorted()).toEqual(
    ['kind', 'lang', 'figure', 'unit', 'years', 'lines', 'excerpts'].toSorted(),
  )
})
