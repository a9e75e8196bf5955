import { xmlText } from '#core/text/xml.ts'
import { portions } from './stream.ts'

export type Cell = string | number | null | undefined

/** A sheet of a workbook; its first row is its head, bold and always in sight. */
export interface Sheet {
  readonly name: string
  readonly rows: Iterable<readonly Cell[]>
}

/** The sheet as SpreadsheetML, in portions. Numbers are numbers, texts are never formulas, nothing is an empty cell. */
export function* sheetXml({ rows }: Sheet): Generator<string> {
  let nth = 0
  for (const some of portions(rows)) {
    const opening = nth === 0 ? open(some) : ''
    yield opening + some.map((cells) => rowXml(cells, ++nth)).join('')
  }
  yield '</sheetData></worksheet>'
}

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const open = (first: readonly (readonly Cell[])[]): string =>
  [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${namespace}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widthsOf(first).map(columnXml).join('')}</cols><sheetData>`,
  ].join('')

const columnXml = (width: number, i: number): string =>
  `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`

/** Widths in characters, for what the first rows hold; a long text is cut off on the screen, not in the file. */
const widthsOf = (rows: readonly (readonly Cell[])[]): number[] =>
  (rows[0] ?? []).map((_, i) =>
    rows.reduce((width, cells) => Math.max(width, Math.min(40, widthOf(cells[i]) + 2)), 8),
  )

/** A Han character is as wide as two digits. */
const widthOf = (cell: Cell): number =>
  Array.from(String(cell ?? '')).reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)

const rowXml = (cells: readonly Cell[], nth: number): string =>
  `<row r="${nth}">${cells.map((cell, i) => cellXml(cell, `${letters(i)}${nth}`, nth === 1)).join('')}</row>`

function cellXml(cell: Cell, at: string, bold: boolean): string {
  if (cell === null || cell === undefined || cell === '') return ''
  const style = bold ? ' s="1"' : ''
  return typeof cell === 'number'
    ? `<c r="${at}"${style}><v>${cell}</v></c>`
    : `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`
}

/** A, B, … Z, AA, AB, … */
const letters = (i: number): string =>
  (i < 26 ? '' : letters(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A plain one would be read as a line feed.
  '\r': '&#13;',
}

/** As XML 1.0 has it; characters that it cannot hold are left out. */
export const escape = (text: string): string =>
  xmlText(text.toWellFormed()).replace(/[&<>\r]/g, (char) => entities[char] ?? '')
