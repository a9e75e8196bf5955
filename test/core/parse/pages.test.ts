import { expect, test } from 'vitest'
import { type FigureId } from '#core/catalog/index.ts'
import { readReport } from '#core/parse/index.ts'
import { readAs } from './gold.ts'
import {
  type FormCell,
  type Grid,
  type Report,
  disclosureGrid,
  formIds,
  html,
  render,
  requestsGrid,
  reviewsGrid,
} from './render.ts'

// A report in which every cell has a number of its own: a cell read in the wrong place shows.
const ids = formIds('2021')
const stated = Object.fromEntries(ids.map((id, i) => [id, 100 + i]))
const texts = Object.fromEntries(ids.map((id, i) => [id, String(100 + i)]))
const report: Report = { edition: '2021', bureau: '云桥区教育局', year: 2023, texts }
const page = render(report, html)

const read = async (text: string) =>
  readAs(await readReport(new TextEncoder().encode(`<meta charset=utf-8>${text}`), 'page.html'))

const cell = (text: string, across = 1, down = 1): FormCell => ({ text, across, down })
const blank = cell('')

/** The page with one of its tables changed row by row; the header of table 三 has three rows. */
function changed(
  grid: (report: Report) => Grid,
  change: (row: readonly FormCell[], index: number) => readonly (readonly FormCell[])[],
): string {
  const before = grid(report)
  return page.replace(html(before), html(before.flatMap(change)))
}

const has = (row: readonly FormCell[], text: string): boolean =>
  row.some((c) => c.text.includes(text))
const nines = Array.from({ length: 7 }, () => cell('9'))
const values = /<td([^>]*)>(\d)(\d+)<\/td>/g

test.for([
  [
    'one table for all parts',
    page.replace(/<\/table>\s*<h2>(.*?)<\/h2>\s*<table>/g, '<tr><td>$1</td></tr>'),
  ],
  ['no spans at all', page.replace(/ (?:col|row)span="\d+"/g, '')],
  ['row spans only', page.replace(/ colspan="\d+"/g, '')],
  ['a span too long', page.replace('rowspan="22"', 'rowspan="24"')],
  ['no end tags', page.replace(/<\/t[dr]>/g, '')],
  [
    'numbers in spans, fonts and paragraphs',
    page.replace(values, '<td$1><p><span>$2</span><font>$3</font></p></td>'),
  ],
  [
    'spaces and line breaks around numbers',
    page.replace(values, '<td$1>\n &nbsp;$2$3&ensp;\n</td>'),
  ],
  ['invisible characters in numbers', page.replace(values, '<td$1>$2\u200b$3&#8203;</td>')],
  ['numbers in form fields', page.replace(values, '<td$1><input type="text" value="$2$3"></td>')],
  [
    'a table in every cell',
    page.replace(values, '<td$1><table><tr><td>$2$3</td></tr></table></td>'),
  ],
  [
    'paragraphs instead of cells',
    page.replace(/<\/?(?:table|tr)>/g, '').replace(/<(\/?)td[^>]*>/g, '<$1p>'),
  ],
  ['no headings', page.replace(/<h2>.*?<\/h2>/g, '')],
  ['the same tables twice', page + page],
  [
    'a contents list first',
    '<p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p>' + page,
  ],
  [
    'a menu first',
    '<p>主动公开政府信息情况</p><li>规章</li><li>3</li><li>行政许可</li><li>8</li>' + page,
  ],
  [
    'a hidden row',
    page.replace(
      '<tr><td>行政许可',
      '<tr style="display:none"><td>行政许可<td>7</tr><tr><td>行政许可',
    ),
  ],
  [
    'a figure quoted in another table',
    `<table><tr><td>本年新收政府信息公开申请数量</td><td>9</td></tr></table>${page}`,
  ],
  [
    'a column of row numbers',
    changed(requestsGrid, (row, i) => [[cell(i < 3 ? '序号' : String(i)), ...row]]),
  ],
  [
    'a spare column before the values',
    changed(requestsGrid, (row, i) => [
      i < 3 ? row : [...row.slice(0, -7), blank, ...row.slice(-7)],
    ]),
  ],
  [
    'an empty cell after each value',
    changed(requestsGrid, (row, i) => [
      i < 3 ? row : [...row.slice(0, -7), ...row.slice(-7).flatMap((c) => [c, blank])],
    ]),
  ],
  [
    'a column of remarks',
    changed(requestsGrid, (row, i) => [
      i === 0
        ? [...row, cell('备注', 1, 3)]
        : i < 3
          ? row
          : [...row, cell(i === 6 ? '含线上' : '')],
    ]),
  ],
  [
    'a row that the form does not have',
    changed(requestsGrid, (row) =>
      has(row, '行政查询') ? [row, [cell('9.属于工作秘密'), ...nines]] : [row],
    ),
  ],
  [
    'another before its like',
    changed(requestsGrid, (row) =>
      has(row, '2.其他法律') ? [[cell('1.属于工作秘密'), ...nines], row] : [row],
    ),
  ],
  [
    'a subtotal of （六）',
    changed(requestsGrid, (row) =>
      has(row, '1.申请人') ? [[cell('（六）其他处理', 2), ...nines], row.slice(-8)] : [row],
    ),
  ],
  [
    'a label beside the row of table 四',
    changed(reviewsGrid, (row, i) => [
      i === 0 ? [cell('类别', 1, 3), ...row] : i === 3 ? [cell('件数'), ...row] : row,
    ]),
  ],
] as const)('%s: every number in its place', async ([, text]) => {
  expect(await read(text)).toEqual(stated)
})

const without = (pattern: RegExp) =>
  Object.fromEntries(Object.entries(stated).filter(([id]) => !pattern.test(id)))
const unread = (...list: FigureId[]) => ({
  ...stated,
  ...Object.fromEntries(list.map((id) => [id, 'unread'])),
})
const requests = /\./
const reviews = /^review_|^suit_/

// Numbers that cannot be told for certain are not read; all others are.
test.for([
  [
    '总计 before the applicants',
    changed(requestsGrid, (row, i) => [i === 1 ? [cell('总计', 1, 2), ...row.slice(0, 2)] : row]),
    without(requests),
  ],
  [
    'groups of table 四 in another order',
    page.replace(/(<td colspan="5">未经[^<]*<\/td>)(<td colspan="5">复议后[^<]*<\/td>)/, '$2$1'),
    without(reviews),
  ],
  [
    '总计 first in table 四',
    page.replace(/(<td rowspan="2">结果维持<\/td>.*?)(<td rowspan="2">总计<\/td>)/, '$2$1'),
    without(reviews),
  ],
  [
    'last year in the second column',
    changed(disclosureGrid, (row) => [
      row.length === 2
        ? [
            row[0] ?? blank,
            cell(has(row, '信息内容') ? '本年处理决定数量' : (row[1]?.text ?? '')),
            cell(has(row, '信息内容') ? '上年处理决定数量' : '9'),
          ]
        : row,
    ]),
    unread('fees_collected_wan'),
  ],
  [
    'only last year',
    page.replace('本年处理决定数量', '上年处理决定数量'),
    unread('licences_decided'),
  ],
  [
    'a kind of applicant missing',
    changed(requestsGrid, (row, i) => [
      i === 2
        ? row.filter((c) => c.text !== '科研机构')
        : i < 2
          ? row
          : row.filter((_, j) => j !== row.length - 5),
    ]),
    without(/org_research/),
  ],
] as const)('%s: nothing is guessed', async ([, text, wanted]) => {
  expect(await read(text)).toEqual(wanted)
})

test.for([
  ['numbers corrected by hand', page.replace(values, '<td$1><del>9</del>$2$3</td>')],
  ['numbers as pictures', page.replace(values, '<td$1><img src="$2$3.png"></td>')],
  ['numbers broken by spaces', page.replace(values, '<td$1>$2 $3</td>')],
  ['two versions of a table', page + page.replace('>150<', '>151<')],
  [
    'two years in table 四',
    changed(reviewsGrid, (row, i) => (i === 3 ? [row, row.map(() => cell('5'))] : [row])),
  ],
] as const)('%s: refused', async ([, text]) => {
  expect(await read(text)).toEqual({ refused: expect.stringContaining('（') })
})
