import Papa from 'papaparse'
import { type FigureId, figures, formFigures } from '#core/catalog/index.ts'
import { type Edition, type TableEdition, tableIds } from '#core/catalog/table.ts'
import { type BulkRecord, absentMark, unreadMark } from '#core/parse/bulk.ts'
import type { Cell } from '#core/reading.ts'

/** Columns in front of the figures of a bulk sheet. */
const about = [
  'bureau',
  'division',
  'division_code',
  'year',
  'disclosure_edition',
  'requests_edition',
] as const

/** The header of the sheet for reports that follow one edition throughout. */
export const bulkHeader = (edition: Edition): string[] => [
  ...about,
  ...tableIds.flatMap((id) => formFigures(id, edition).map((figure) => figure.id)),
]

/**
 * A sheet with a report a row, every figure of both editions a column, states included: it reads back as it was. Line
 * breaks are CRLF, as spreadsheets write them; what a spreadsheet would take for a formula is quoted.
 */
export function toBulkCsv(records: readonly BulkRecord[]): string {
  const ids = figures.map(({ id }) => id)
  const rows = records.map((record) => [...aboutRow(record), ...ids.map(printedIn(record))])
  return Papa.unparse({ fields: [...about, ...ids], data: rows }, { escapeFormulae: true })
}

const aboutRow = ({ bureau, division, year, tables }: BulkRecord) => [
  bureau ?? '',
  division?.name ?? '',
  division?.code ?? '',
  year ?? '',
  printedEdition(tables.disclosure),
  printedEdition(tables.requests),
]

/** Empty where the report does not contain the table. */
const printedEdition = (edition: TableEdition | undefined): string =>
  edition === undefined ? '' : (edition ?? 'unknown')

const printedIn =
  ({ cells }: BulkRecord) =>
  (id: FigureId): string | number =>
    printed(cells[id])

function printed(cell: Cell | undefined): string | number {
  if (!cell) return absentMark
  if (cell.state === 'number') return cell.value
  // A sentence must not look like the mark of doubt.
  return cell.state === 'unread' ? unreadMark + cell.raw : cell.raw.replace(/^\?/, '？')
}
