import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { cell } from '#core/read/doc.ts'
import { readOffice } from '#core/read/office.ts'
import { row, xlsx } from './office/xlsx.ts'

const inline = (text: string): string => `<is><t>${text}</t></is>`
const label = (ref: string, text: string) => [ref, 't="inlineStr"', inline(text)] as const
const value = (ref: string, number: string, style = 0) =>
  [ref, `s="${style}"`, `<v>${number}</v>`] as const

test('the form on two sheets: names and titles as text, tables as grids with merged cells', async () => {
  const first = {
    name: '主动公开',
    data: [
      row(1, [label('A1', '云山县水务局2024年政府信息公开工作年度报告')]),
      row(3, [label('A3', '信息内容'), label('B3', '本年处理决定数量')]),
      row(4, [label('A4', '行政许可'), value('B4', '45396')]),
    ].join(''),
    more: '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B3:C3"/><mergeCell ref="B4:C4"/></mergeCells>',
  }
  const second = {
    name: '复议诉讼',
    data: [
      row(1, [label('A1', '行政复议'), label('B1', '总计'), label('C1', '其他')]),
      row(2, [value('B2', '7'), value('C2', '0')]),
    ].join(''),
    more: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
  }
  const hidden = { name: '旧数据', state: 'hidden', data: row(1, [value('A1', '99')]) }
  expect(await readOffice(xlsx([first, second, hidden]))).toMatchObject({
    blocks: [
      { kind: 'text', text: '主动公开' },
      { kind: 'text', text: '云山县水务局2024年政府信息公开工作年度报告' },
      {
        kind: 'grid',
        rows: [
          [cell('信息内容'), cell('本年处理决定数量')],
          [cell('行政许可'), cell('45396')],
        ],
      },
      { kind: 'text', text: '复议诉讼' },
      {
        kind: 'grid',
        rows: [
          [cell('行政复议', 1, 2), cell('总计'), cell('其他')],
          [cell('7'), cell('0')],
        ],
      },
    ],
  })
})

const strings = [
  '<t>12</t>',
  '<r><t>4</t></r><r><t>5</t></r>',
  '<t>行政许可</t><rPh sb="0" eb="2"><t>99</t></rPh>',
]
const formats = [
  '#,##0',
  '0.0%',
  'yyyy"年"m"月"d"日"',
  '0;-0;;@',
  ';;;',
  '0;-0;"—"',
  '0"件"',
  '[Red]-0',
  '_ * #,##0_ ;_ * "-"_ ',
]

/** A cell's attributes and content → the text it shows. */
test.for([
  ['a number', '', '<v>1234</v>', '1234'],
  ['a number in thousands format', 's="1"', '<v>1234567</v>', '1234567'],
  ['the noise of a binary fraction', '', '<v>59237.244899999998</v>', '59237.2449'],
  ['a negative number', '', '<v>-1</v>', '-1'],
  ['a shared text', 't="s"', '<v>0</v>', '12'],
  ['a text of several runs', 't="s"', '<v>1</v>', '45'],
  ['a text with its pronunciation', 't="s"', '<v>2</v>', '行政许可'],
  ['a text that is not there', 't="s"', '<v>77</v>', '#'],
  ['a text of its own', 't="inlineStr"', inline('３，２５９'), '３，２５９'],
  ['a formula with its result', '', '<f>SUM(A1:A2)</f><v>8</v>', '8'],
  ['a formula whose result is text', 't="str"', '<f>A1</f><v>无</v>', '无'],
  ['a formula without a result is not 0', '', '<f>SUM(A1:A2)</f><v></v>', '=SUM(A1:A2)'],
  ['an error', 't="e"', '<f>1/0</f><v>#DIV/0!</v>', '#DIV/0!'],
  ['true', 't="b"', '<v>1</v>', 'TRUE'],
  ['a percentage', 's="2"', '<v>0.125</v>', '12.5%'],
  ['a date', 's="3"', '<v>45310</v>', '2024-01-19'],
  ['a zero shown as nothing', 's="4"', '<v>0</v>', ''],
  ['another number in that format', 's="4"', '<v>3</v>', '3'],
  ['a number that is never shown', 's="5"', '<v>3</v>', ''],
  ['a zero shown as a dash', 's="6"', '<v>0</v>', '—'],
  ['a number with its unit', 's="7"', '<v>3</v>', '3'],
  ['a number in colour', 's="8"', '<v>3</v>', '3'],
  ['a format of two parts shows zero with the first', 's="9"', '<v>0</v>', '0'],
] as const)('%s', async ([, kind, content, expected]) => {
  const data = row(1, [label('A1', '行政许可'), ['B1', kind, content], label('C1', '末')])
  const doc = await readOffice(xlsx([{ name: '表', data }], strings, formats))
  const [grid] =
    'refused' in doc
      ? []
      : doc.blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows] : []))
  expect(grid).toEqual([[cell('行政许可'), cell(expected), cell('末')]])
})

test('a sheet that hides zeros, and hidden rows and columns: what is not shown is not read', async () => {
  const data = [
    row(1, [label('A1', '行政许可'), value('B1', '5'), value('C1', '0')]),
    row(2, [label('A2', '旧'), value('B2', '6'), value('C2', '7')], 'hidden="1"'),
    row(3, [label('A3', '行政处罚'), value('B3', '8'), value('C3', '9')]),
  ].join('')
  const before =
    '<sheetViews><sheetView showZeros="0"/></sheetViews><cols><col min="2" max="2" hidden="1"/></cols>'
  const more = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
  expect(await readOffice(xlsx([{ name: '表', before, data, more }]))).toMatchObject({
    blocks: [
      { text: '表' },
      {
        rows: [
          [cell('行政许可'), cell('')],
          [cell('行政处罚'), cell('9')],
        ],
      },
    ],
  })
})

test('formats without content to the last column, and empty rows, add nothing', async () => {
  const data = [
    row(1, [label('A1', '行政许可'), value('B1', '5'), ['XFD1', 's="0"', '']]),
    row(1_048_576, [['A1048576', '', '']]),
  ].join('')
  expect(await readOffice(xlsx([{ name: '表', data }]))).toMatchObject({
    blocks: [{ text: '表' }, { rows: [[cell('行政许可'), cell('5')]] }],
  })
})

const book = unzipSync(xlsx([{ name: '表', data: '' }]))
const sheet = (text: string) => zipSync({ ...book, 'xl/worksheets/sheet1.xml': strToU8(text) })

test.for([
  [
    'a million columns',
    xlsx([{ name: '表', data: `<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>` }]),
    /工作表过大/,
  ],
  [
    'a number in the last column',
    xlsx([{ name: '表', data: row(1, [value('A1', '1'), value('XFD1', '1')]) }]),
    /工作表过大/,
  ],
  ['nested tags', sheet('<a>'.repeat(300)), /已损坏/],
  [
    'a missing sheet',
    zipSync({ 'xl/workbook.xml': book['xl/workbook.xml'] ?? new Uint8Array() }),
    /已损坏/,
  ],
] as const)('%s is refused', async ([, bytes, reason]) => {
  const doc = await readOffice(bytes)
  expect('refused' in doc ? doc.refused : 'read').toMatch(reason)
})
