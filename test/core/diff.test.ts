import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type FigureId, figures } from '#core/catalog/index.ts'
import { formLabels } from '#core/catalog/form-labels.ts'
import { type Statement, differences, observations } from '#core/diff/differences.ts'
import type { Cell } from '#core/reading.ts'

/** `7`, `7件` (a 7 that is printed so), `''` (blank), `/` (na), `?` (unread). */
function cell(text: string): Cell {
  if (text === '') return { state: 'blank', raw: text }
  if (text === '/') return { state: 'na', raw: text }
  if (text === '?') return { state: 'unread', raw: text, reason: '不确定' }
  return { state: 'number', value: Number.parseInt(text, 10), raw: text }
}

/** A report with a table 四 of these cells; null: without the table. */
const report = (cells: Readonly<Record<string, string>> | null): Statement => ({
  tables: cells ? { reviews: 'any' } : {},
  cells: Object.fromEntries(Object.entries(cells ?? {}).map(([id, text]) => [id, cell(text)])),
})

const upheld = (statement: Statement | null, other: Statement | null) =>
  differences(statement, other)
    .filter(({ figure }) => figure === 'review_upheld')
    .map(({ change, before, after }) => [change, before, after])

const seven = { value: 7, state: 'number', raw: '7' }

test.for([
  // before, after, what is told of the figure
  ['7', '7', []],
  ['7', '8', [['changed', seven, { value: 8, state: 'number', raw: '8' }]]],
  ['7', '7件', [['changed', seven, { value: 7, state: 'number', raw: '7件' }]]],
  ['7', '', [['changed', seven, { value: null, state: 'blank', raw: '' }]]],
  [
    '/',
    '',
    [['changed', { value: null, state: 'na', raw: '/' }, { value: null, state: 'blank', raw: '' }]],
  ],
  ['?', '7', [['changed', { value: null, state: 'unread', raw: '?' }, seven]]],
] as const)('from %j to %j', ([before, after, told]) => {
  expect(upheld(report({ review_upheld: before }), report({ review_upheld: after }))).toEqual(told)
})

test('a cell that the document does not contain any more is absent, not 0', () => {
  expect(upheld(report({ review_upheld: '0' }), report({ review_other: '1' }))).toEqual([
    ['changed', { value: 0, state: 'number', raw: '0' }, { value: null, state: 'absent' }],
  ])
})

test('a table that is not there has no figures at all', () => {
  expect(upheld(report(null), report({ review_upheld: '7' }))).toEqual([['added', null, seven]])
  expect(upheld(report({ review_upheld: '7' }), report(null))).toEqual([['removed', seven, null]])
  expect(differences(report(null), null)).toEqual([])
})

test('a new report adds every figure of its form, in the order of the form', () => {
  const all = differences(null, report({ review_upheld: '7' }))
  expect(all.map(({ figure }) => figure)).toEqual(
    figures.filter(({ table }) => table === 'reviews').map(({ id }) => id),
  )
  expect(new Set(all.map(({ change }) => change))).toEqual(new Set(['added']))
})

test('a figure of the other form counts where it is printed', () => {
  const mixed: Statement = {
    tables: { disclosure: '2021' },
    cells: { services_decided: cell('3'), review_upheld: cell('7') },
  }
  const stated = [...observations(mixed).keys()]
  expect(stated).toContain('services_decided')
  expect(stated).not.toContain('penalty_items_prev')
  expect(stated).not.toContain('review_upheld')
})

test.for([
  // figure, edition, row, column
  ['norms_made', '2021', '行政规范性文件', '本年制发件数'],
  ['norms_made', '2019', '规范性文件', '本年新制作数量'],
  ['norms_made', null, '行政规范性文件', '本年制发件数'],
  ['services_decided', '2021', '其他对外管理服务事项', '处理决定数量'],
  ['requests_new.org_other', '2021', '一、本年新收政府信息公开申请数量', '其他'],
  ['suit_after_review_pending', 'any', '复议后起诉', '尚未审结'],
] as const)('%s stands in the form of %s at %s, %s', ([id, edition, row, column]) => {
  expect(formLabels(id, edition)).toEqual({ row, column })
})

test('every figure stands somewhere in its form', () => {
  const bare = figures.filter(({ id }) => {
    const { row, column } = formLabels(id, null)
    return row === '' || column === ''
  })
  expect(bare.map(({ id }): FigureId => id)).toEqual([])
})

test('the labels that stored places lean on stay as they are', () => {
  const labels = (['2019', '2021'] as const).map((edition) =>
    figures
      .filter(({ editions }) => editions.includes(edition))
      .map(({ id }) => [id, ...Object.values(formLabels(id, edition))]),
  )
  // Another sum: places that are stored already would say something else.
  expect(createHash('sha256').update(JSON.stringify(labels)).digest('hex').slice(0, 16)).toBe(
    'f6661d7f09d24f0a',
  )
})
