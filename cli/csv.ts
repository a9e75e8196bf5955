import Papa from 'papaparse'
import { Failed } from './failed.ts'

/** A row of a CSV file: its cells by column, trimmed, and the line of the file on which it begins. */
export interface CsvRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/**
 * Rows of a CSV file with a header; empty ones are left out. Throws Failed with the line where the file is not
 * well-formed.
 */
export function parseCsv(text: string): CsvRow[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''))
  const rows = numbered(data)
  const first = errors.find(({ code }) => code !== 'UndetectableDelimiter')
  if (first) throw broken(rows[first.row ?? 0]?.line ?? 1, first.message)

  const [header, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const columns = header?.cells ?? []
  const twice = columns.find((name, i) => name !== '' && columns.indexOf(name) < i)
  if (header && twice !== undefined)
    throw broken(header.line, `列名重复（the column stands twice）: ${twice}`)
  return body.map(({ line, cells }) => {
    if (cells.length < columns.length || cells.slice(columns.length).some((cell) => cell !== ''))
      throw broken(
        line,
        `有 ${cells.length} 格，表头有 ${columns.length} 格（${cells.length} cells, the header has ${columns.length}）`,
      )
    return { line, cells: Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])) }
  })
}

/** A cell in quotes may go over several lines. */
function numbered(data: readonly string[][]): { line: number; cells: string[] }[] {
  let next = 1
  return data.map((raw) => {
    const line = next
    next += raw.join('\t').split(/\r\n|\r|\n/).length
    return { line, cells: raw.map((cell) => cell.trim()) }
  })
}

const broken = (line: number, why: string): Failed =>
  new Failed(`第 ${line} 行（line ${line}）: ${why}`)
