import { expect, test } from 'vitest'
import { lineSpec } from '#core/chart/spec.ts'
import { citation } from '#core/text/citation.ts'
import { credit, subject } from '../chart/subject.ts'

const head = (lang: 'zh' | 'en') =>
  lineSpec(lang, 'licences_decided', [subject('某局', 2019, '1 - 2')], credit)

const address = 'https://niantu.example/b/410307-0001?v=2026.3.0#licences'

test('GB/T 7714: who, title with bureau, figure and years, edition, its date, date of access, address', () => {
  expect(
    citation({
      head: head('zh'),
      release: '2026.3.0',
      data: 34,
      // In China it is the next day.
      at: '2026-11-22T17:30:00Z',
      address,
    }).join('引用日期'),
  ).toBe(
    `年图. 行政许可处理决定数量，某局，2019–2021年[DS/OL]. 2026.3.0版. (2026-11-23)[引用日期]. ${address}`,
  )
})

test.for([
  ['zh', '年图. 行政许可处理决定数量，某局，2019–2021年[DS/OL]. 数据版本34. ['],
  ['en', 'Niantu. Licensing decisions, 某局, 2019–2021[DS/OL]. Data version 34. ['],
] as const)(
  'without a release the data version; no date where none is known: %s',
  ([lang, text]) => {
    const told = citation({ head: head(lang), release: undefined, data: 34, at: null, address })
    expect(told).toEqual([text, `]. ${address}`])
  },
)
