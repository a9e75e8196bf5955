import { expect, test } from 'vitest'
import type { FigureId } from '#core/catalog/index.ts'
import { type Subject, lineSpec } from '#core/chart/spec.ts'
import { lineSvg } from '#core/chart/svg.ts'
import type { Lang } from '#core/text/lang.ts'
import { credit, subject } from './subject.ts'

const draw = (subjects: readonly Subject[], id: FigureId = 'licences_decided', lang: Lang = 'zh') =>
  lineSvg(lineSpec(lang, id, subjects, credit), 'c0')

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
  await expect(lineSvg(spec, 'c0', 560)).toMatchFileSnapshot(`svg/${name}.svg`)
})

test('a number whose sum does not hold is never shown or told alone', () => {
  const svg = draw([subject('某局', 2023, '0≠')], 'review_total')
  expect(/<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1]).toBe(
    '2023年0件（合计与分项不符）。≠ 原文所印合计与分项不符，照原文列示。',
  )
  expect(svg).toContain('>≠ 0</text>')
  expect(svg).not.toContain('2023年为0件')
})

test('the picture says every value of every year, as plain digits, and why others are missing', () => {
  const svg = draw([subject('某局', 2021, '1808595 blank - 45')])
  expect(/<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1]).toBe(
    '2021年1808595件，2022年未填，2023年未收录，2024年45件。',
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
    '甲: 2023: 1, 2024: 2. 乙: 2023: 3, 2024 not held.',
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
