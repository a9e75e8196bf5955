import { type Figure, type FigureId, figure } from '#core/catalog/index.ts'
import {
  type Edition,
  type TableEdition,
  type TableId,
  editions as allEditions,
  tableIds,
} from '#core/catalog/table.ts'
import type { Doc, GridRow } from '../read/doc.ts'
import type { Cell, Cells, Identity, State, Tables } from '../reading.ts'
import { type Column, columnOf } from './bulk-header.ts'
import { readCell, unread } from './cell.ts'

/** One row of a bulk sheet: the report of one bureau on one year. */
export interface BulkRecord {
  readonly bureau: string | null
  readonly division: Identity['division']
  readonly year: number | null
  readonly tables: Tables
  readonly cells: Cells
}

export interface Bulk {
  readonly records: readonly BulkRecord[]
  /** Columns and cells that were left out, with the reason, in Chinese and English. */
  readonly warnings: readonly string[]
}

/** Stands in a cell that the report does not contain; a cell that is empty is `blank`. */
export const absentMark = '〔未收录〕'
/** Stands before the text of a cell that could not be read for certain. */
export const unreadMark = '?'

/** A row with fewer known figures is no header. */
const minFigures = 3

/** Reads sheets that hold a report a row under one header row; undefined if the document has none. */
export function readBulk(doc: Doc): Bulk | undefined {
  const sheets = doc.blocks.flatMap((block) =>
    block.kind === 'grid' ? (sheet(block.rows) ?? []) : [],
  )
  if (sheets.length === 0) return undefined
  const warnings = sheets.flatMap((one) => one.warnings)
  const records = sheets.flatMap(({ columns, rows }) =>
    rows.flatMap((row) => record(columns, row) ?? []),
  )
  return { records, warnings: [...warnings, ...twice(records)] }
}

interface SheetOfRows {
  readonly columns: readonly (Column | undefined)[]
  readonly rows: readonly GridRow[]
  readonly warnings: readonly string[]
}

function sheet(rows: readonly GridRow[]): SheetOfRows | undefined {
  const [header, ...others] = rows
  if (!header || rows.some((row) => row.some(({ colSpan, rowSpan }) => colSpan * rowSpan > 1))) {
    return undefined
  }
  const columns = header.map(({ text }) => columnOf(text))
  const known = columns.filter((column) => column !== undefined)
  const isBulk = known.includes('@bureau') && known.includes('@year')
  if (!isBulk || known.filter(isFigure).length < minFigures) return undefined
  const repeated = new Set(known.filter((column, i) => known.indexOf(column) !== i))
  const warnings = header.flatMap(({ text }, i) => {
    const column = columns[i]
    if (column === undefined) return text.trim() === '' ? [] : [unknown(text)]
    return repeated.has(column) ? [ambiguous(text)] : []
  })
  const certain = columns.map((column) => (column && repeated.has(column) ? undefined : column))
  return { columns: certain, rows: others, warnings }
}

const isFigure = (column: Column | undefined): column is FigureId =>
  column !== undefined && !column.startsWith('@')

const unknown = (text: string): string =>
  `不认识的列“${text.trim().slice(0, 60)}”，未读取（unknown column, not read）`
const ambiguous = (text: string): string =>
  `列“${text.trim().slice(0, 60)}”出现多次，未读取（the column stands there twice, not read）`

/** The mark that keeps a spreadsheet from calculating. */
const quotedFormula = /^'(?=[=+\-@])/

/** Undefined for a row that says nothing. */
function record(columns: readonly (Column | undefined)[], row: GridRow): BulkRecord | undefined {
  if (row.every(({ text }) => text.trim() === '')) return undefined
  const texts = row.map(({ text }) => text.trim().replace(quotedFormula, ''))
  const about = (wanted: Column): string | null => texts[columns.indexOf(wanted)] || null
  const read = columns.flatMap((column, i): [FigureId, Cell][] => {
    const text = texts[i]
    if (!isFigure(column) || text === undefined || text === absentMark) return []
    return [[column, bulkCell(column, text)]]
  })
  const tables = Object.fromEntries(
    tableIds.flatMap((id) => {
      const stated = id === 'reviews' ? null : about(`@${id}`)
      return edition(id, read, stated)
    }),
  )
  const cells = Object.fromEntries(
    read.filter(([id, { state }]) => !isEmpty(state) || belongs(figure(id), tables)),
  )
  const [name, code] = [about('@division'), about('@code')]
  return {
    bureau: about('@bureau'),
    division: name === null && code === null ? null : { code, name },
    year: yearOf(about('@year') ?? ''),
    tables,
    cells,
  }
}

const bulkCell = (id: FigureId, text: string): Cell =>
  text.startsWith(unreadMark)
    ? unread(text.slice(unreadMark.length), '导出时未能确认（not certain when exported）')
    : readCell(text, figure(id))

const isEmpty = (state: State): boolean => state === 'blank' || state === 'na'

const yearOf = (text: string): number | null =>
  Number(/^(20\d{2})\s*年?度?$/.exec(text)?.[1] ?? 0) || null

/** The form that a record's table follows: the one that the record names, else the one whose own columns it fills. */
function edition(
  id: TableId,
  read: readonly (readonly [FigureId, Cell])[],
  stated: string | null,
): [TableId, TableEdition][] {
  const own = read
    .map(([figureId, cell]) => ({ ...figure(figureId), cell }))
    .filter(({ table }) => table === id)
  if (own.length === 0) return []
  if (own.every(({ editions }) => editions.length === 2) && id === 'reviews') return [[id, 'any']]
  const named = allEditions.find((one) => one === stated)
  if (named) return [[id, named]]
  if (stated !== null) return [[id, null]]
  const filled = telling(own.filter(({ cell }) => !isEmpty(cell.state)))
  const marked =
    filled.size > 0 ? filled : telling(own.filter(({ cell: c }) => c.state !== 'blank'))
  const found = marked.size > 0 ? marked : telling(own)
  const [only = null] = found
  return [[id, found.size === 1 ? only : null]]
}

const telling = (own: readonly Figure[]): Set<Edition> =>
  new Set(own.flatMap(({ editions }) => (editions.length === 1 ? editions : [])))

/** A sheet for both forms has columns that a record's own form does not have. */
function belongs({ table, editions }: Figure, tables: Tables): boolean {
  const own = tables[table]
  return (
    own === 'any' ||
    (own === null ? editions.length === 2 : own !== undefined && editions.includes(own))
  )
}

function twice(records: readonly BulkRecord[]): string[] {
  const seen = new Set<string>()
  return records.flatMap(({ bureau, division, year }) => {
    const name = `${division?.name ?? ''} ${bureau ?? ''} ${year ?? ''}`.trim()
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    return [`“${name}”出现多行（several rows for the same bureau and year）`]
  })
}
