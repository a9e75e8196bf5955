import { expect, test } from 'vitest'
import { type BarsSpec, barsSpec } from '#core/chart/bars.ts'
import { flowSpec } from '#core/chart/flow.ts'
import { stripSpec } from '#core/chart/strip.ts'
import { type Cells, report } from './figures.ts'
import { credit } from './subject.ts'

const flow = (cells: Cells, form = '2021') => flowSpec('zh', report(2024, form, cells), credit)

const joined = {
  'requests_carried_in.total': '2',
  'requests_new.total': '8',
  'outcome_granted.total': '5',
  'outcome_unable_not_held.total': '4',
  'requests_carried_out.total': '1',
}

const placed = ({ rows }: BarsSpec) =>
  rows.map(({ name, from, value, link }) => [name, from, value, link])

test('a flow: what comes in stands on what was there, what goes out is taken off its end', () => {
  const spec = flow(joined)
  expect(placed(spec)).toEqual([
    ['上年结转', 0, 2, 2],
    ['本年新收', 2, 8, 10],
    ['予以公开', 5, 5, 5],
    ['部分公开', 5, 0, 5],
    ['不予公开', 5, 0, 5],
    ['无法提供', 1, 4, 1],
    ['不予处理', 1, 0, 1],
    ['其他处理', 1, 0, 1],
    ['结转下年度', 0, 1, undefined],
  ])
  expect([spec.subject, spec.notes]).toEqual(['某局，2024年', []])
})

// changed cells → why the rows do not join up
test.for<[Cells, string]>([
  [{ 'requests_new.total': '9' }, ''],
  [{ 'requests_new.total': 'blank' }, '未填'],
  [{ 'outcome_denied_admin_query.total': 'unread' }, '未能确认'],
])('%j: every bar begins at 0, and a note says that they do not join up', ([cells, gap]) => {
  const { rows, notes } = flow({ ...joined, ...cells })
  expect(rows.map(({ from }) => from)).toEqual(rows.map(() => 0))
  expect(rows.some(({ link }) => link !== undefined)).toBe(false)
  expect(rows.map((row) => row.gap).join('')).toBe(gap)
  expect(notes[0]).toMatch(/^所印数字连不成一线/)
})

test('a flow of the 2019 form has its printed 其他处理', () => {
  const { rows } = flow({ ...joined, 'outcome_other.total': '0' }, '2019')
  expect(rows.find(({ name }) => name === '其他处理')).toMatchObject({ value: 0, gap: '' })
})

test('values of areas or bureaus: 0 is a number, a gap is a word, doubt a sign with its note', () => {
  const head = { heading: '本年新收', subject: '某市，2024年', unit: '件' }
  const entries = [
    { name: '甲区', value: 3, disputed: true },
    { name: '乙区', value: 0 },
    { name: '丙区', value: null, disputed: true },
    { name: '丁区', value: null, gap: '未填' },
  ]
  const { rows, notes, credit: source } = barsSpec('zh', head, entries, credit)
  expect(rows.map(({ value, gap, disputed }) => [value, gap, disputed])).toEqual([
    [3, '', '合计与分项不符'],
    [0, '', ''],
    [null, '未收录', ''],
    [null, '未填', ''],
  ])
  expect([notes, source[0]]).toEqual([
    ['≠ 原文所印合计与分项不符，照原文列示'],
    '来源：各机关政府信息公开工作年度报告',
  ])
})

test('a group that is too small says so, in words of its own or in ours', () => {
  const few = { name: '许可', hue: 'blue' as const, n: 5, percentiles: null, own: 3 }
  const head = { heading: '与同类机关相比', subject: '某局，2024年', unit: '件' }
  const { rows, notes } = stripSpec('zh', head, [few, { ...few, reason: '正在整理' }], credit)
  expect([rows.map(({ gap }) => gap), notes]).toEqual([
    ['仅5份有数字，不足8份，不显示分布', '正在整理'],
    [],
  ])
})
