import readXlsxFile, { type CellValue } from 'read-excel-file/universal'
import { beforeAll, expect, test } from 'vitest'
import { readXlsx } from '#core/read/xlsx.ts'
import { openZip } from '#core/read/zip.ts'
import type { Cell } from '#worker/answer/xlsx-sheet.ts'
import { streamOf } from '#worker/answer/stream.ts'
import { workbook } from '#worker/answer/xlsx.ts'
import { get } from './collection.ts'
import { bureau, csvRows, tablePaths, varied } from './varied.ts'

beforeAll(varied)

const joined = (parts: AsyncIterable<Uint8Array>): Promise<ArrayBuffer> =>
  new Response(streamOf(parts)).arrayBuffer()

/** The first sheet as a list of rows, read by a package of somebody else's. */
async function sheets(bytes: ArrayBuffer) {
  const all = await readXlsxFile(bytes, { trim: false })
  return Object.fromEntries(all.map(({ sheet, data }) => [sheet, data]))
}

const one = async (rows: readonly (readonly Cell[])[]) =>
  (await sheets(await joined(workbook([{ name: 'x', rows }]))))['x']

const question = (query: string): string => (query === '' ? '' : `?${query}`)

/** A number of the workbook as the CSV has it; the CSV's apostrophe before what looks like a formula left out. */
const asText = (cell: CellValue | null | undefined): string =>
  typeof cell === 'object' ? '' : String(cell ?? '')

test.for(tablePaths)('%s.xlsx?%s has the cells of the CSV', async ([path, query]) => {
  const response = await get(`${path}.xlsx${question(query)}`)
  expect(response.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
  const [data, about] = Object.values(await sheets(await response.arrayBuffer()))
  const csv = await csvRows(`${path}.csv${question(query)}`)
  const width = csv[0]?.length ?? 0
  // A sheet's row ends with its last cell that is not empty.
  const rows = (data ?? []).map((row) => Array.from({ length: width }, (_, i) => asText(row[i])))
  expect(rows).toEqual(
    csv.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))),
  )
  expect(about?.map(([first]) => first)).toEqual(
    expect.arrayContaining([...(csv[0] ?? []), '许可 Licence']),
  )
})

test('numbers are numbers, and texts that look like numbers are texts', async () => {
  const response = await get(`/b/${bureau}/2021.xlsx`)
  const { '数据 Data': [head = [], ...rows] = [] } = await sheets(await response.arrayBuffer())
  const row = rows.find((cells) => cells[head.indexOf('figure')] === 'fees_collected_wan') ?? []
  const cells = Object.fromEntries(head.map((column, i) => [column, row[i] ?? null]))
  expect(cells).toMatchObject({
    value: 59237.2449,
    year: 2021,
    raw: '59237.2449',
    division: '410307',
    edition: '2021',
  })
})

test('the second sheet says what the file is and what its columns mean', async () => {
  const response = await get(`/b/${bureau}.xlsx?figure=licences_decided`)
  const { '说明 About': about = [] } = await sheets(await response.arrayBuffer())
  const said = Object.fromEntries(about.map(([name, ...rest]) => [String(name), rest]))
  expect(said['版本 Version']?.[0]).toBe('数据版本 data version 7')
  expect(said['地址 Address']?.[0]).toContain(`/b/${bureau}.xlsx?figure=licences_decided`)
  expect(said['收录 Coverage']?.[0]).toContain('4 / 5')
  expect(said['value']?.slice(0, 3)).toEqual(['数值', 'Value', 'number'])
})

test('every number comes back as it was, and text as it was written', async () => {
  const numbers = [0, -5, 0.1, 59237.2449, 1808595, 1 / 3, 3.3e-7, 9007199254740991, -0.0001]
  const strings = ['=1+1', ' a ', 'a&b<c>"d"\'e', '多行\n文字', '007', '😀', 'TRUE', '1e5', 'a\rb']
  const rows = [['n', 't'], ...numbers.map((n, i) => [n, strings[i]])]
  expect(await one(rows)).toEqual(rows)
})

test('characters that XML cannot hold are left out', async () => {
  expect(await one([['x'], ['a\0b\u0007c\ud800d\uffff']])).toEqual([['x'], ['abc\ufffdd']])
})

test('what is not there is an empty cell', async () => {
  expect(
    await one([
      ['a', 'b', 'c', 'd'],
      [null, undefined, '', 1],
    ]),
  ).toEqual([
    ['a', 'b', 'c', 'd'],
    [null, null, null, 1],
  ])
})

/** The texts of a workbook's cells, as our own reader has them. */
async function texts(rows: Iterable<readonly Cell[]>): Promise<string[][]> {
  const zip = openZip(new Uint8Array(await joined(workbook([{ name: 'x', rows }]))))
  const doc = 'refused' in zip ? zip : readXlsx(zip)
  if (!('blocks' in doc)) throw new Error(JSON.stringify(doc))
  return doc.blocks.flatMap((block) =>
    block.kind === 'grid' ? block.rows.map((row) => row.map(({ text }) => text)) : [],
  )
}

test('our own reader shows the same cells', async () => {
  expect(
    await texts([
      ['列', 'n'],
      ['a', 1.5],
      ['=b', -3],
    ]),
  ).toEqual([
    ['列', 'n'],
    ['a', '1.5'],
    ['=b', '-3'],
  ])
})

test('many rows and columns keep their places', async () => {
  const head = Array.from({ length: 60 }, (_, i) => `c${i}`)
  const rows = Array.from({ length: 1500 }, (_, i) => head.map((name) => `${i}${name}`))
  expect(await texts([head, ...rows])).toEqual([head, ...rows].map((row) => row.map(String)))
})

test('the same rows are the same bytes', async () => {
  const sheet = { name: 'x', rows: [['a'], [1]] }
  expect(await joined(workbook([sheet]))).toEqual(await joined(workbook([sheet])))
})
