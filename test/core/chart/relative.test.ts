import { expect, test } from 'vitest'
import { indexed, rateSpec } from '#core/chart/relative.ts'
import { lineSpec } from '#core/chart/spec.ts'
import { credit, subject } from './subject.ts'

/** `1 2 -|4 - 8`: bureaus, each from 2020 on. */
const linesOf = (text: string) =>
  lineSpec(
    'zh',
    'licences_decided',
    text.split('|').map((cells, i) => subject(`机关${i + 1}`, 2020, cells)),
    credit,
  )

// bureaus → the year that is 100, and their lines
test.for([
  ['10 15 5', 2020, [[100, 150, 50]]],
  [
    '10 15|- 30 45',
    2021,
    [
      [66.7, 100, null],
      [null, 100, 150],
    ],
  ],
  [
    'blank 15|20 30',
    2021,
    [
      [null, 100],
      [66.7, 100],
    ],
  ],
  [
    '0 5|10 20',
    2020,
    [
      [null, null],
      [100, 200],
    ],
  ],
  [
    '0 0|0 0',
    2020,
    [
      [null, null],
      [null, null],
    ],
  ],
  [
    '7 8|blank na',
    2020,
    [
      [100, 114.3],
      [null, null],
    ],
  ],
  ['1 100000000', 2020, [[100, 10_000_000_000]]],
  ['-5 10', 2020, [[null, null]]],
] as const)('%s is 100 in %i', ([text, base, values]) => {
  const index = indexed(linesOf(text))
  expect(index?.base).toBe(base)
  expect(index?.spec.unit).toBe(`指数，${base}年=100`)
  expect(index?.spec.lines.map((line) => line.values)).toEqual(values)
})

test.for(['10 -|- 20', 'blank|na', '1 blank|blank 2'])('%s have no index', (text) => {
  expect(indexed(linesOf(text))).toBeNull()
})

test('a line that was 0 in the base year says why it has no index', () => {
  expect(indexed(linesOf('0 5 blank|10 20 30'))?.spec.lines[0]?.gaps).toEqual({
    2020: '基年为0',
    2021: '基年为0',
    2022: '未填',
  })
})

test('a rate is drawn in per cent; what is not defined is a gap, and so is a year without a report', () => {
  const { reports } = subject('甲局', 2020, '0 0 - 0')
  const points = [
    { year: 2020, value: 0.29, disputed: false },
    { year: 2021, value: null, disputed: false },
    { year: 2023, value: 1, disputed: true },
  ]
  const spec = rateSpec(
    'zh',
    'disclosure_rate',
    [{ name: '甲局', scope: 'own', reports, points }],
    credit,
  )
  expect(spec).toMatchObject({
    heading: '公开率',
    unit: '%',
    years: [2020, 2021, 2022, 2023],
    lines: [
      {
        values: [29, null, null, 100],
        gaps: { 2021: '无定义', 2022: '未收录' },
        disputed: { 2023: '合计与分项不符' },
      },
    ],
  })
  expect(spec.notes[0]).toBe('（予以公开 + 部分公开）÷ 办理结果总计')
})
