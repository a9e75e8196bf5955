import { expect, test } from 'vitest'
import { titleOf } from '#core/chart/head.ts'
import { type LineSpec, lineSpec } from '#core/chart/spec.ts'
import { isChartable } from '#core/chart/chartable.ts'
import type { FigureId } from '#core/catalog/index.ts'
import { credit, subject } from './subject.ts'

const spec = (id: FigureId, cells: string): LineSpec =>
  lineSpec('zh', id, [subject('偃师区文化广电和旅游局', 2019, cells)], credit)

test('a trend says what, who and when, and carries its source, version and date', () => {
  expect(spec('licences_decided', '40@2019 - 45')).toEqual({
    kind: 'line',
    lang: 'zh',
    figure: 'licences_decided',
    heading: '行政许可处理决定数量',
    subject: '偃师区文化广电和旅游局，2019–2021年',
    unit: '件',
    years: [2019, 2020, 2021],
    lines: [
      {
        name: '偃师区文化广电和旅游局',
        hue: 'blue',
        values: [40, null, 45],
        gaps: { 2020: '未收录' },
        disputed: {},
      },
    ],
    breaks: { 2021: '2021版表' },
    excerpts: [],
    notes: [],
    credit: [
      '来源：偃师区文化广电和旅游局政府信息公开工作年度报告',
      // 17:30 UTC is the next day in Shanghai.
      '年图 · 数据版本 34 · 2026-11-23',
    ],
  })
})

// figure, cells from 2019 on → values, words for the gaps
test.for([
  ['licences_decided', '0 1 2', [0, 1, 2], {}],
  ['licences_decided', '5', [5], {}],
  ['licences_decided', '5 - - 7', [5, null, null, 7], { 2020: '未收录', 2021: '未收录' }],
  [
    'licences_decided',
    '5 blank na text unread',
    [5, null, null, null, null],
    { 2020: '未填', 2021: '不适用', 2022: '为文字', 2023: '未能确认' },
  ],
  ['licences_decided', 'absent 7', [null, 7], { 2019: '未收录' }],
  ['norms_valid', 'absent@2019 7', [null, 7], { 2019: '未收录' }],
] as const)('%s: %s', ([id, cells, values, gaps]) => {
  expect(spec(id, cells).lines[0]).toMatchObject({ values, gaps })
})

test('a figure that the year’s form does not have is named so, not 未收录', () => {
  const bureau = subject('某局', 2020, '0@2019 7')
  const points = [
    { year: 2020, value: null, state: 'absent' as const, disputed: false },
    { year: 2021, value: 7, state: 'number' as const, disputed: false },
  ]
  const { lines } = lineSpec('zh', 'norms_valid', [{ ...bureau, points }], credit)
  expect(lines[0]?.gaps).toEqual({ 2020: '表中无此项' })
})

test('several bureaus: one line each, the years of all, colours in order, notes on scope and form', () => {
  const both = [subject('甲市', 2019, '1@2019 2@2019 3', 'area'), subject('乙局', 2022, '4')]
  const {
    years,
    lines,
    breaks,
    notes,
    credit: source,
  } = lineSpec('zh', 'penalties_decided', both, credit)
  expect({ years, breaks, notes, source: source[0] }).toEqual({
    years: [2019, 2020, 2021, 2022],
    breaks: { 2021: '2021版表' },
    notes: ['标“全区域”的为汇总数，与单个机关不可比'],
    source: '来源：各机关政府信息公开工作年度报告',
  })
  expect(lines.map(({ hue, values }) => [hue, values])).toEqual([
    ['blue', [1, 2, 3, null]],
    ['rust', [null, null, null, 4]],
  ])
})

// cells of 甲局 and 乙局 from 2019 on → years with a dashed line; whether it is said that there is no such year for all
test.for([
  ['1@2019 2@2019 3', '4@2019 5@2019 6', ['2021'], false],
  ['1@2019 - 3', '4@2019 5 6', ['2020'], false],
  ['1@2019 2@2019 3', '4@2019 5 6', [], true],
  ['1@2019 2', '- - 3@2019', [], true],
  ['1 2', '3 4', [], false],
] as const)('the form of several bureaus: %s and %s', ([one, other, years, isMixed]) => {
  const both = [subject('甲局', 2019, one), subject('乙局', 2019, other)]
  const { breaks, notes } = lineSpec('zh', 'penalties_decided', both, credit)
  expect([Object.keys(breaks), notes]).toEqual([
    years,
    isMixed ? ['各机关换用2021版表的年份不尽相同'] : [],
  ])
})

test('an excerpt and a whole area are marked', () => {
  const { excerpts, notes } = lineSpec(
    'zh',
    'requests_new.total',
    [subject('甲市', 2024, '3 4!', 'area')],
    credit,
  )
  expect({ excerpts, notes }).toEqual({
    excerpts: [2025],
    notes: ['* 仅收录报告摘录', '全区域汇总，含所属各部门'],
  })
})

test('English', () => {
  const english = lineSpec('en', 'requests_new.total', [subject('Bureau', 2023, '3 - 4')], credit)
  expect([titleOf(english), english.unit, english.lines[0]?.gaps, english.credit[1]]).toEqual([
    'Requests newly received this year, Bureau, 2023–2025',
    'items',
    { 2024: 'not held' },
    'Niantu · data version 34 · 2026-11-23',
  ])
})

test('a bureau without reports has no years, in the title neither', () => {
  const empty = lineSpec('zh', 'licences_decided', [subject('某局', 2020, '-')], credit)
  expect([empty.years, titleOf(empty)]).toEqual([[], '行政许可处理决定数量，某局'])
})

// language → word at the year, note in the picture
test.for([
  ['zh', '合计与分项不符', '≠ 原文所印合计与分项不符，照原文列示'],
  ['en', 'its sum does not hold', '≠ the sum as printed does not hold; shown as printed'],
] as const)('a number whose sum does not hold says so: %s', ([lang, word, note]) => {
  const { lines, notes } = lineSpec(lang, 'review_total', [subject('某局', 2022, '3 0≠ 5')], credit)
  expect([lines[0]?.values, lines[0]?.disputed, notes]).toEqual([[3, 0, 5], { 2023: word }, [note]])
})

test.for([
  ['licences_decided', true],
  ['requests_new.total', true],
  ['fees_collected_wan', true],
  ['procurement_amount', false],
  ['nope', false],
] as const)('%s may be charted: %s', ([id, may]) => {
  expect(isChartable(id)).toBe(may)
})

test('a comparison with an excerpt among its reports says so', () => {
  const both = [subject('甲局', 2023, '1 2!'), subject('乙局', 2023, '4 5')]
  expect(lineSpec('zh', 'licences_decided', both, credit).notes).toEqual(['部分年份只收录报告摘录'])
})
