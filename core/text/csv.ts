/** A cell of a file: nothing is an empty one. */
export type CsvCell = string | number | null | undefined

/** A line of an RFC 4180 file, with its end. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join(',')}\r\n`

/**
 * A text that a spreadsheet would take for a formula gets a leading apostrophe; a number never does. Many readers end a
 * file at a NUL: it is left out.
 */
function cellText(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === null || cell === undefined ? '' : String(cell)
  const text = cell.replaceAll('\0', '')
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
