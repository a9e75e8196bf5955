import { expect, test } from 'vitest'
import { readReport } from '#core/parse/index.ts'
import { readAs } from './gold.ts'

const read = async (text: string, name: string) =>
  readAs(await readReport(new TextEncoder().encode(text), name))

/** The first block of table 二 under this header, and a second block that is whole. */
const page = (header: string, ...rows: readonly string[]): string =>
  `<meta charset=utf-8><h2>二、主动公开政府信息情况</h2><table>
  <tr><th colspan=4>第二十条第（一）项</th></tr><tr><th>信息内容</th>${header}</tr>
  ${rows.map((row) => `<tr><th>行政规范性文件</th>${row}</tr>`).join('')}
  <tr><th colspan=4>第二十条第（五）项</th></tr><tr><th>信息内容</th><th colspan=3>本年处理决定数量</th></tr>
  <tr><th>行政许可</th><td colspan=3>45</td></tr></table>`

const made = '<th>本年制发件数</th>'
const repealed = '<th>本年废止件数</th>'
const valid = '<th>现行有效件数</th>'
const unread = { norms_repealed: 'unread', norms_valid: 'unread' }

// The header, the cells of its row, what the row reads as.
test.for([
  [made + repealed + valid, '<td>5<td>2<td>', { made: 5, repealed: 2, valid: 'blank' }],
  [made + repealed + valid, '<td><td>2<td>3', { made: 'blank', repealed: 2, valid: 3 }],
  // A column of the header is missing, and a cell is blank: the numbers fit, but nobody knows where.
  [repealed + valid, '<td>5<td>2<td>', { repealed: 'unread', valid: 'unread' }],
  [repealed + valid, '<td>5<td><td>2', { repealed: 'unread', valid: 'unread' }],
  [repealed + valid, '<td><td>5<td>2', { repealed: 'unread', valid: 'unread' }],
  // An empty heading keeps its column.
  ['<th></th>' + repealed + valid, '<td><td>5<td>2', { repealed: 5, valid: 2 }],
  ['<th></th>' + repealed + valid, '<td>5<td>2<td>', { repealed: 'unread', valid: 'unread' }],
  // One heading over two columns, a column twice, a value over two columns.
  [made + '<th colspan=2>现行有效件数</th>', '<td>5<td>2<td>', { made: 'unread', valid: 'unread' }],
  [
    made + repealed + valid,
    '<td>5<td>5<td>2<td>',
    { made: 'unread', repealed: 'unread', valid: 'unread' },
  ],
  [
    made + repealed + valid,
    '<td colspan=2>5<td>2',
    { made: 'unread', repealed: 'unread', valid: 'unread' },
  ],
] as const)('%s over %s reads as %j', async ([header, row, wanted]) => {
  const norms = Object.entries(wanted).map(([column, cell]) => [`norms_${column}`, cell])
  expect(await read(page(header, row), 'page.html')).toEqual({
    ...Object.fromEntries(norms),
    licences_decided: 45,
  })
})

/** A cell to a line. */
const lines = (...cells: readonly string[]): string =>
  ['二、主动公开政府信息情况', '第二十条第（一）项', '信息内容', ...cells]
    .map((cell) => `${cell} |`)
    .join('\n')
const licences = [
  '第二十条第（五）项',
  '信息内容',
  '本年处理决定数量',
  '行政许可',
  '45',
  '三、收到',
]

// The line of the heading 本年制发件数 is lost.
test.for([
  ['a row with a blank cell', ['行政规范性文件', '5', '无', ''], unread],
  ['the blank cell first', ['行政规范性文件', '', '5', '2'], unread],
  [
    'beside a row that shows what is lost',
    ['规章', '0', '0', '0', '行政规范性文件', '5', '2'],
    { ...unread, regulations_repealed: 'unread', regulations_valid: 'unread' },
  ],
] as const)('one cell to a line, %s: nothing is guessed', async ([, rows, wanted]) => {
  const cells = await read(lines('本年废止件数', '现行有效件数', ...rows, ...licences), 'a.txt')
  const numbers = Object.entries(cells).filter(([, cell]) => typeof cell === 'number')
  expect(numbers.filter(([id]) => id in wanted)).toEqual([])
})

// Spare cells are told from missing numbers by the complete rows of the same table.
const applicants = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
]
const requests = (...rows: readonly string[]): string =>
  `<meta charset=utf-8><h2>三、收到和处理政府信息公开申请情况</h2><table>
  <tr><td>申请人情况</td>${applicants.map((name) => `<td>${name}</td>`).join('')}</tr>${rows
    .map((row, i) => `<tr><td>${labels[i] ?? ''}</td>${row}</tr>`)
    .join('')}</table>`
const labels = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
]
const row = (...cells: readonly (number | '')[]) => cells.map((cell) => `<td>${cell}</td>`).join('')
const cells = (id: string, list: readonly (number | string)[]) =>
  Object.fromEntries(
    [
      'natural_person',
      'org_business',
      'org_research',
      'org_social',
      'org_legal_service',
      'org_other',
      'total',
    ].map((column, i) => [`${id}.${column}`, list[i] ?? '']),
  )
const none = Array.from({ length: 7 }, () => 'unread')

test('a spare cell in all rows is no column; one cell more in one row makes it unread', async () => {
  const spare = requests(
    row('', 1, 2, 3, 4, 5, 6, 21),
    row('', 1, 0, 0, 0, 0, 0, 1),
    row('', '', 2, 0, 0, 0, 0, 2),
  )
  expect(await read(spare, 'page.html')).toEqual({
    ...cells('requests_new', [1, 2, 3, 4, 5, 6, 21]),
    ...cells('requests_carried_in', [1, 0, 0, 0, 0, 0, 1]),
    ...cells('outcome_granted', ['blank', 2, 0, 0, 0, 0, 2]),
  })
  const twice = requests(row(1, 2, 3, 4, 5, 6, 21), row(1, 1, 2, 3, 4, 5, 6, ''))
  expect(await read(twice, 'page.html')).toEqual({
    ...cells('requests_new', [1, 2, 3, 4, 5, 6, 21]),
    ...cells('requests_carried_in', none),
  })
})
