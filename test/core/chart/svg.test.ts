import { expect, test } from 'vitest'
import type { FigureId } from '#core/catalog/index.ts'
import { type Subject, lineSpec } from '#core/chart/spec.ts'
import { barsSpec } from '#core/chart/bars.ts'
import { type ChartSpec, chartSvg } from '#core/chart/chart.ts'
import { flowSpec } from '#core/chart/flow.ts'
import { lineWith } from '#core/chart/options.ts'
import { stackPlans } from '#core/chart/plans.ts'
import { stackSpec } from '#core/chart/stack.ts'
import { stripSpec } from '#core/chart/strip.ts'
import type { Lang } from '#core/text/lang.ts'
import { bureau, report } from './figures.ts'
import { credit, subject } from './subject.ts'

const draw = (subjects: readonly Subject[], id: FigureId = 'licences_decided', lang: Lang = 'zh') =>
  chartSvg(lineSpec(lang, id, subjects, credit), 'c0')

const eight = Array.from('甲乙丙丁戊己庚辛', (name, i) =>
  subject(`${name}市文化广电和旅游局`, 2021, `${i} ${2 * i} ${30 - i}`),
)

const long = '某某市大数据发展和政务服务管理局以及综合行政执法协调办公室'

// Each picture is kept in svg/: look at it when it changes.
test.for([
  [
    'trend',
    [subject('宿迁市人民政府', 2023, '1808595 1573179 absent!', 'area')],
    'licences_decided',
  ],
  ['gap', [subject('某局', 2019, '40@2019 45@2019 - - 52')], 'licences_decided'],
  ['blank', [subject('某局', 2021, '40 blank 52 unread')], 'penalties_decided'],
  ['one-year', [subject('偃师区文化广电和旅游局', 2024, '45')], 'licences_decided'],
  ['all-zero', [subject('某局', 2022, '0 0 0')], 'requests_new.total'],
  ['zero-and-gap', [subject('某局', 2022, '0 - 0')], 'requests_new.total'],
  ['no-number', [subject('某局', 2022, 'blank na')], 'requests_new.total'],
  [
    'big-and-tiny',
    [subject('甲市', 2021, '8762502 1 3'), subject('乙局', 2021, '2 - 1')],
    'licences_decided',
  ],
  [
    'long-names',
    [subject(long, 2021, '5 6'), subject(`${long}（二）`, 2021, '5 6')],
    'licences_decided',
  ],
  ['disputed', [subject('某局', 2021, '7≠ 10 3≠ 5')], 'review_total'],
  ['disputed-zero', [subject('某局', 2023, '0≠')], 'review_total'],
  [
    'disputed-among-others',
    [subject('甲局', 2022, '7 0≠'), subject('乙局', 2022, '1 3')],
    'review_total',
  ],
  ['eight', eight, 'licences_decided'],
  ['amount', [subject('某局', 2021, '0.3 0.19 7730.28')], 'fees_collected_wan'],
  ['negative', [subject('某局', 2019, '-4@2019 6@2019')], 'licence_items_change'],
  [
    'twenty-years',
    [subject('某局', 2006, Array.from({ length: 20 }, (_, i) => 40_000 + 900 * i).join(' '))],
    'licences_decided',
  ],
] as const)('picture: %s', async ([name, subjects, id]) => {
  await expect(draw([...subjects], id)).toMatchFileSnapshot(`svg/${name}.svg`)
})

test.for([
  ['two-on-a-wide-screen', eight.slice(0, 2)],
  ['eight-on-a-wide-screen', eight],
] as const)('picture: %s', async ([name, subjects]) => {
  const spec = lineSpec('zh', 'licences_decided', subjects, credit)
  await expect(chartSvg(spec, 'c0', 560)).toMatchFileSnapshot(`svg/${name}.svg`)
})

const outcomes = {
  'outcome_granted.total': '5 0 7 3 - 9',
  'outcome_denied_third_party.total': '1 0 2 blank - 2',
  'outcome_refused_petition.total': '3 0 1 1 - 0',
  'outcome_total.total': '9 0 10 6 - 12',
}
const forms = '2019 2021 2021 2021 - 2021'

const stacked = (mode: 'count' | 'share', lang: Lang = 'zh') =>
  stackSpec(lang, stackPlans.outcomes, bureau(2020, forms, outcomes), { credit, mode })

const areas = barsSpec(
  'zh',
  { heading: '本年新收申请', subject: '某市各区县，2024年', unit: '件' },
  [
    { name: '甲区', value: 1_234_567 },
    { name: long, value: 812, disputed: true },
    { name: '乙区', value: 0 },
    { name: '丙区', value: null },
  ],
  credit,
)

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

const asked = lineWith(
  lineSpec('zh', 'licences_decided', [subject('某局', 2020, '1 0 8762502 - 40')], credit),
  {
    scale: 'log',
    flags: { 2021: '由甲局更名' },
    restated: [2024],
    reference: { name: '同类机关的中位数', values: { 2020: 3, 2021: 4, 2022: 900 } },
  },
)

test.for<[string, ChartSpec]>([
  ['stack', stacked('count')],
  ['stack-of-shares', stacked('share')],
  ['stack-in-english', stacked('count', 'en')],
  ['areas', areas],
  [
    'flow',
    flowSpec(
      'zh',
      report(2024, '2021', {
        'requests_new.total': '11',
        'outcome_granted.total': '8',
        'requests_carried_out.total': '3',
      }),
      credit,
    ),
  ],
  ['spread', peers],
  ['log-with-all-marks', asked],
])('picture: %s', async ([name, spec]) => {
  await expect(chartSvg(spec, 'c0')).toMatchFileSnapshot(`svg/${name}.svg`)
})

const told = (spec: ChartSpec): string =>
  /<desc[^>]*>(.*)<\/desc>/.exec(chartSvg(spec, 'c0'))?.[1] ?? ''

test.for<[ChartSpec, string]>([
  [
    stacked('count'),
    '总计：2020年9件，2025年12件（合计与分项不符），最少2021年0件，2024年未收录。2025年：予以公开9件，部分公开0件，不予公开2件，无法提供0件，不予处理0件，其他处理0件。2023年1项无数字。',
  ],
  [
    stacked('share'),
    '总计：2020年9件，2023年6件，最多2022年10件，2021年没有办结，2024年未收录，2025年合计与分项不符。2023年：予以公开50.0%，部分公开0.0%，不予公开无数字，无法提供0.0%，不予处理16.7%，其他处理0.0%。2023年1项无数字。占原文所印总计的百分比。',
  ],
  [areas, `甲区 1234567件，${long} 812件（合计与分项不符），乙区 0件，丙区 未收录。`],
  [
    peers,
    '行政许可：本机关45件，41份报告的中位数12.5件，中间一半3件至40件，中间八成0件至120件。行政许可：本机关45件，仅5份有数字，不足8份，不显示分布。行政许可：41份报告',
  ],
  [asked, '某局：2020年1件，2024年40件，最少2021年0件，最多2022年8762502件，2023年未收录。'],
])('what is told of it: %#', ([spec, text]) => {
  expect(told(spec).slice(0, text.length)).toBe(text)
})

test('of many rows the greatest and the least are told', () => {
  const entries = Array.from({ length: 14 }, (_, i) => ({ name: `区${i}`, value: i || null }))
  const head = { heading: '新收', subject: '某市', unit: '件' }
  expect(told(barsSpec('zh', head, entries, credit))).toBe(
    '共14项，其中1项无数字，最多区13 13件，最少区1 1件。',
  )
})

test('a number whose sum does not hold is never shown or told alone', () => {
  const svg = draw([subject('某局', 2023, '0≠')], 'review_total')
  expect(/<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1]).toBe(
    '2023年0件（合计与分项不符）。≠ 原文所印合计与分项不符，照原文列示。',
  )
  expect(svg).toContain('>≠ 0</text>')
  expect(svg).not.toContain('2023年为0件')
})

test('the picture says first and last as plain digits, and why others are missing', () => {
  const svg = draw([subject('某局', 2021, '1808595 blank - 45')])
  expect(/<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1]).toBe(
    '2021年1808595件，2024年45件，2022年未填，2023年未收录。',
  )
  expect(/<title[^>]*>(.*)<\/title>/.exec(svg)?.[1]).toBe('行政许可处理决定数量，某局，2021–2024年')
})

test('with several bureaus each value says whose it is', () => {
  const svg = draw(
    [subject('甲', 2023, '1 2'), subject('乙', 2023, '3 -')],
    'penalties_decided',
    'en',
  )
  expect(/<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1]).toBe(
    '甲: 2023: 1 items, 2024: 2 items. 乙: 2023: 3 items, 2024 not held.',
  )
})

test('a gap is never drawn as a point, and no line crosses it', () => {
  const svg = draw([subject('某局', 2021, '10 - 30')])
  const [line, dots] = [...svg.matchAll(/<path d="([^"]*)" stroke-width/g)].map(([, d]) => d)
  expect([line?.match(/L/g), dots?.match(/M/g)?.length]).toEqual([null, 2])
})

test('names cannot break out of the picture', () => {
  const svg = draw([subject('<script>"&', 2023, '1 2'), subject('b', 2023, '1 2')])
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;&quot;&amp;')
})

test('presentation attributes only', () => {
  expect(draw([subject('某局', 2019, '40@2019 - 52')])).not.toMatch(/style=|<style|href|url\(/)
})
