import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { aboutRows } from './about-sheet.ts'
import { asset } from './asset.ts'
import { asDownload, tellFile } from './file.ts'
import { addressOf, originOf } from './origin.ts'
import { streamOf } from './stream.ts'
import type { Table } from './table.ts'
import { type Cell, type Sheet, escape, sheetXml } from './xlsx-sheet.ts'
import { zip } from './zip.ts'

/** A table as a workbook for Excel: a sheet of the data, and one of what they are. */
export async function xlsxResponse(c: Context<Env>, name: string, table: Table): Promise<Response> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const told = await tellFile(c, type, table)
  asDownload(c, name, '.xlsx')
  const { next } = c.var
  const where = {
    address: addressOf(c),
    next: next === undefined ? next : `${originOf(c)}${next}`,
  }
  const about = aboutRows(told, where, table.columns, await asset(c, 'columns'))
  const sheets = [
    { name: '数据 Data', rows: dataRows(table) },
    { name: '说明 About', rows: about },
  ]
  return c.body(streamOf(workbook(sheets)))
}

function* dataRows({ columns, rows }: Table): Generator<readonly Cell[]> {
  yield columns
  for (const row of rows) yield columns.map((id) => row[id])
}

/** The workbook's bytes, each sheet written while its rows are made. */
export const workbook = (sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> =>
  zip(filesOf(sheets).map(([path, texts]) => ({ path, parts: encoded(texts) })))

function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const text of texts) yield encoder.encode(text)
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const xml = (body: string): string[] => [
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`,
]

/** What the file is made of: path and parts of the text of each. */
const filesOf = (sheets: readonly Sheet[]): (readonly [string, Iterable<string>])[] => [
  ['[Content_Types].xml', xml(contentTypes(sheets))],
  ['_rels/.rels', xml(relations([['officeDocument', 'xl/workbook.xml']]))],
  ['xl/workbook.xml', xml(bookXml(sheets))],
  [
    'xl/_rels/workbook.xml.rels',
    xml(
      relations([
        ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ),
  ],
  ['xl/styles.xml', xml(styles)],
  ...sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)] as const),
]

const contentTypes = (sheets: readonly Sheet[]): string =>
  [
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>`,
    ...sheets.map(
      (_, i) =>
        `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${kind}.worksheet+xml"/>`,
    ),
    '</Types>',
  ].join('')

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packaged}/relationships">${targets
    .map(
      ([type, target], i) =>
        `<Relationship Id="r${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const bookXml = (sheets: readonly Sheet[]): string =>
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
    .map(({ name }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`)
    .join('')}</sheets></workbook>`

/** Two looks: plain, and bold for heads. */
const styles = [
  `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="2"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>',
].join('')
