import type { Refusal } from '../reading.ts'

/** Bounds of a document: reports have less than a hundredth of it. Checked before anything is built from the text. */
const maxLines = { html: 200_000, text: 50_000, csv: 200_000 } as const
const maxCells = { html: Infinity, text: 100_000, csv: 800_000 } as const
export const maxColumns = 1000

export const tooLong: Refusal = {
  refused:
    '文件过长，不是一份报告：请只保留报告本身（too long to be one report: keep the report only）',
}
export const tooWide: Refusal = {
  refused: `表格超过 ${maxColumns} 列，不是报告的表格：请只保留报告本身（a table of over ${maxColumns} columns is none of a report: keep the report only）`,
}

const [lineFeed, carriageReturn, tab, comma, semicolon, pipe] = [10, 13, 9, 44, 59, 124]

/** What a text is too long or too wide for; undefined if it may be read. `csv`: commas and semicolons part cells too. */
export function exceeds(text: string, format: 'html' | 'text' | 'csv'): Refusal | undefined {
  let [lines, cells, columns] = [0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === lineFeed || code === carriageReturn) {
      if (++lines > maxLines[format]) return tooLong
      columns = 0
    } else if (format !== 'html' && parts(code, format)) {
      if (++columns > maxColumns) return tooWide
      if (++cells > maxCells[format]) return tooLong
    }
  }
  return undefined
}

const parts = (code: number, format: 'text' | 'csv'): boolean =>
  code === tab || (format === 'csv' ? code === comma || code === semicolon : code === pipe)
