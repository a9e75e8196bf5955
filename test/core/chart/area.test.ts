import { expect, test } from 'vitest'
import type { FigureId } from '#core/catalog/index.ts'
import {
  type AreaSubject,
  areaLine,
  areaOutcomes,
  areaSpecs,
  hasBars,
  outcomeFigures,
} from '#core/chart/area.ts'
import { drawnLayers } from '#core/chart/drawn.ts'

const credit = { data: 7, at: '2026-01-31T00:00:00Z' }

interface Stated {
  readonly year: number
  readonly figure?: FigureId
  readonly sum: number | null
  /** Reports without a number, of three. */
  readonly silent?: number
  readonly missing?: number | null
}

const subject = (stated: readonly Stated[], own: Partial<AreaSubject> = {}): AreaSubject => ({
  name: '某市',
  madeUp: false,
  scope: 'own',
  sums: stated.map(({ year, figure = 'licences_decided', sum, silent = 0, missing = 0 }) => ({
    figure,
    year,
    sum,
    reason: null,
    reports: 3,
    unassessable: silent,
    held: 3,
    missing,
    atLeast: sum !== null && (silent > 0 || missing !== 0),
  })),
  ...own,
})

const line = (stated: readonly Stated[], own: Partial<AreaSubject> = {}) =>
  areaLine('zh', 'licences_decided', subject(stated, own), { credit })

test('a year of which nothing is held, and one without a number, are gaps of their own', () => {
  const { years, lines } = line([
    { year: 2020, sum: 5 },
    { year: 2022, sum: null, silent: 3 },
    { year: 2023, sum: 0 },
  ])
  expect([years, lines[0]?.values, lines[0]?.gaps]).toEqual([
    [2020, 2021, 2022, 2023],
    [5, null, null, 0],
    { 2021: '未收录', 2022: '没有数字' },
  ])
})

const short = '至少数：有报告没有此数，或有机关未收录，或没有完整名录'
const unlike = '报告不齐的年份之间不连线：各年可能不是同一些机关'

// How many reports are missing beside the three that are held in 2022 and 2023; the years with a mark, whether a line joins them, what is said
test.for([
  [0, 0, [], true, []],
  [0, 1, [2023], true, [`* ${short}`]],
  [1, 1, [], true, [`各年都是${short}`]],
  [0, 4, [2023], false, [`* ${short}`, unlike]],
  [null, 0, [2022], false, [`* ${short}`, unlike]],
  [null, null, [], false, [`各年都是${short}`, unlike]],
] as const)('%s and %s bureaus missing', ([before, now, marked, isJoined, said]) => {
  const { excerpts, notes, apart } = line([
    { year: 2022, sum: 5, missing: before },
    { year: 2023, sum: 6, missing: now },
  ])
  expect([excerpts, notes]).toEqual([marked, ['只计各机关自己的报告', ...said]])
  expect(apart).toEqual(isJoined ? undefined : [1])
})

test('whose reports, and that they are made up, travels with the picture', () => {
  const {
    heading,
    subject: of,
    notes,
    credit: lines,
  } = line([{ year: 2022, sum: 5 }], {
    scope: 'area',
    level: 'county',
    madeUp: true,
  })
  expect([heading, of, notes, lines[0]]).toEqual([
    '行政许可决定合计',
    '某市，2022年',
    ['虚构示例：数字由程序生成', '只计县级政府的全区域汇总'],
    '来源：各机关政府信息公开工作年度报告',
  ])
})

/** Every outcome 0 but those named; `silent`: reports that lack a part. */
const outcomes = (year: number, numbers: Partial<Record<FigureId, number>>, silent = 0): Stated[] =>
  outcomeFigures
    // The other form's row, which no report has.
    .filter((figure) => figure !== 'outcome_other.total')
    .map((figure) => ({
      year,
      figure,
      sum: numbers[figure] ?? 0,
      silent: figure === 'outcome_partial.total' ? silent : 0,
    }))

const some = { 'outcome_granted.total': 6, 'outcome_partial.total': 2, 'outcome_total.total': 8 }

test('shares are of years that every report states whole; numbers are lower bounds', () => {
  const held = subject([
    ...outcomes(2021, some),
    ...outcomes(2022, some, 1),
    ...outcomes(2023, { ...some, 'outcome_total.total': 9 }),
    ...outcomes(2024, {}),
  ])
  const shares = areaOutcomes('zh', held, { credit, mode: 'share' })
  expect(drawnLayers(shares)[0]).toEqual([75, null, null, null])
  expect(shares.gaps).toEqual({ 2022: '有报告缺此项', 2023: '合计与分项不符', 2024: '没有办结' })
  const counts = areaOutcomes('zh', held, { credit, mode: 'count' })
  expect(drawnLayers(counts)[0]).toEqual([6, 6, 6, 0])
  expect([counts.gaps, Object.keys(counts.disputed)]).toEqual([{}, ['2023']])
})

test('where no share can be told the numbers are drawn; where there is none, nothing', () => {
  const asked = { credit, mode: 'share', scale: 'linear', chart: 'outcomes' } as const
  const specs = areaSpecs('zh', subject(outcomes(2022, some, 1)), asked)
  expect(specs).toMatchObject([{ kind: 'stack', mode: 'count' }])
  expect(areaSpecs('zh', subject(outcomes(2022, {})), asked)).toEqual([])
  expect(hasBars(areaOutcomes('zh', subject([]), asked))).toBe(false)
  expect(areaSpecs('zh', subject([]), { ...asked, chart: undefined })).toEqual([])
})
