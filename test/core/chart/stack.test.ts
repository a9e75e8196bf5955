import { expect, test } from 'vitest'
import { type FigureId, figure } from '#core/catalog/index.ts'
import { drawnLayers } from '#core/chart/drawn.ts'
import { planFigures, stackPlans } from '#core/chart/plans.ts'
import { type StackSpec, stackSpec } from '#core/chart/stack.ts'
import { type Cells, bureau } from './figures.ts'
import { credit } from './subject.ts'

const spec = (cells: Cells, held = '2021 2021', mode: StackSpec['mode'] = 'count'): StackSpec =>
  stackSpec('zh', stackPlans.outcomes, bureau(2023, held, cells), { credit, mode })

const valuesOf = ({ layers }: StackSpec) =>
  Object.fromEntries(layers.map(({ name, values }) => [name, values]))

test('outcomes of both forms: groups are added up, and 其他处理 is the printed row of 2019 or the sum of 2021', () => {
  const cells = {
    'outcome_granted.total': '5 6 7',
    'outcome_denied_state_secret.total': '1 0 0',
    'outcome_denied_admin_query.total': '2 0 1',
    'outcome_other.total': '3 absent absent',
    'outcome_other_overdue_fee.total': 'absent 1 0',
    'outcome_other_misc.total': 'absent 1 2',
    'outcome_total.total': '11 8 10',
  }
  expect(spec(cells, '2019 2021 2021')).toEqual({
    kind: 'stack',
    lang: 'zh',
    heading: '申请办理结果',
    subject: '某局，2023–2025年',
    unit: '件',
    mode: 'count',
    years: [2023, 2024, 2025],
    layers: [
      { name: '予以公开', tone: 'r1', values: [5, 6, 7] },
      { name: '部分公开', tone: 'r2', values: [0, 0, 0] },
      { name: '不予公开', tone: 'r3', values: [3, 0, 1] },
      { name: '无法提供', tone: 'r4', values: [0, 0, 0] },
      { name: '不予处理', tone: 'r5', values: [0, 0, 0] },
      { name: '其他处理', tone: 'r6', values: [3, 2, 2] },
    ],
    totals: [11, 8, 10],
    gaps: {},
    partial: {},
    disputed: {},
    breaks: { 2024: '2021版表' },
    excerpts: [],
    notes: [],
    credit: ['来源：某局政府信息公开工作年度报告', '年图 · 数据版本 34 · 2026-11-23'],
  })
})

test('a year that is not held is a gap; a layer with a blank in it has no number, never 0', () => {
  const found = spec(
    {
      'outcome_granted.total': '5 - 6',
      'outcome_denied_state_secret.total': '1 - blank',
      'outcome_total.total': '6 - 9',
    },
    '2021 - 2021',
  )
  expect([valuesOf(found)['不予公开'], found.totals]).toEqual([
    [1, null, null],
    [6, null, 9],
  ])
  expect([found.gaps, found.partial, found.disputed, found.notes]).toEqual([
    { 2024: '未收录' },
    { 2025: '1项无数字' },
    {},
    ['† 有的分项没有数字，柱中只有其余各项'],
  ])
})

// granted, one reason of denial, total → what is said of the year as numbers, and as shares
test.for<[string, string, string, Partial<StackSpec>, Partial<StackSpec>]>([
  ['5', '1', '6', { gaps: {}, disputed: {} }, { gaps: {}, disputed: {} }],
  ['0', '0', '0', { gaps: {} }, { gaps: { 2023: '没有办结' } }],
  ['5', '1', 'blank', { gaps: {}, disputed: {} }, { gaps: { 2023: '未填' } }],
  [
    '5',
    '1',
    '7',
    { gaps: {}, disputed: { 2023: '合计与分项不符' } },
    { gaps: { 2023: '合计与分项不符' } },
  ],
  // The parts with a number are already more than the whole.
  [
    '5',
    'blank',
    '4',
    { disputed: { 2023: '合计与分项不符' } },
    { gaps: { 2023: '合计与分项不符' } },
  ],
  ['5', 'blank', '9', { disputed: {} }, { gaps: {}, partial: { 2023: '1项无数字' } }],
  // Another sum that the number stands in does not hold: shares of this whole do.
  ['5', '1', '6≠', { disputed: { 2023: '合计与分项不符' } }, { gaps: {} }],
  ['-4', '1', '-3', { gaps: { 2023: '合计与分项不符' } }, { gaps: { 2023: '合计与分项不符' } }],
])('%s and %s of %s', ([granted, denied, total, asCount, asShare]) => {
  const cells = {
    'outcome_granted.total': granted,
    'outcome_denied_state_secret.total': denied,
    'outcome_total.total': total,
  }
  expect(spec(cells, '2021')).toMatchObject(asCount)
  expect(spec(cells, '2021', 'share')).toMatchObject(asShare)
})

test('where no part has a number, the year says why', () => {
  const cells: Record<string, string> = Object.fromEntries(
    planFigures(stackPlans.outcomes).map((id) => [id, 'blank']),
  )
  delete cells['outcome_other.total']
  expect(spec(cells, '2021').gaps).toEqual({ 2023: '未填' })
  const mixed = { ...cells, 'outcome_granted.total': 'na' }
  expect(spec(mixed, '2021').gaps).toEqual({ 2023: '不适用/未填' })
})

test('shares are of the printed total, and say so; where none is printed, of the sum', () => {
  const cells = { 'outcome_granted.total': '1', 'outcome_partial.total': '3' }
  const shares = spec({ ...cells, 'outcome_total.total': '4' }, '2021', 'share')
  expect([shares.heading, shares.unit, shares.notes]).toEqual([
    '申请办理结果占比',
    '%',
    ['占原文所印总计的百分比'],
  ])
  expect(drawnLayers(shares).slice(0, 3)).toEqual([[25], [75], [0]])

  const denials = stackSpec(
    'zh',
    stackPlans.denials,
    bureau(2023, '2021', { 'outcome_denied_third_party.total': '4' }),
    { credit, mode: 'share' },
  )
  expect([denials.totals, denials.notes]).toEqual([[4], ['占各项之和的百分比；表中没有总计']])
})

test('a gap hides what stands there: nothing is drawn of a year whose shares are not defined', () => {
  const cells = { 'outcome_granted.total': '5 5', 'outcome_total.total': '5 6' }
  expect(drawnLayers(spec(cells, '2021 2021', 'share'))[0]).toEqual([100, null])
})

test.for(Object.entries(stackPlans))('%s: figures of one table, tones used once', ([, plan]) => {
  const tables = new Set(planFigures(plan).map((id: FigureId) => figure(id).table))
  expect([...tables]).toEqual([plan.table])
  const tones = plan.layers.map(({ tone }) => tone)
  expect(new Set(tones).size).toBe(tones.length)
})

test('lawsuits are those brought directly and those after a review, together', () => {
  const cells = {
    suit_direct_upheld: '1',
    suit_after_review_upheld: '2',
    suit_direct_total: '1',
    suit_after_review_total: '2',
  }
  const { layers, totals } = stackSpec('en', stackPlans.suits, bureau(2023, '2021', cells), {
    credit,
    mode: 'count',
  })
  expect([layers[0], totals]).toEqual([{ name: 'Upheld', tone: 'violet', values: [3] }, [3]])
})
