import type { Context } from 'hono'
import Papa from 'papaparse'

/**
 * Rows as an RFC 4180 file. Text cells that a spreadsheet would take for a formula get a leading apostrophe; `?bom=1`
 * puts a byte order mark in front, for Excel.
 */
export function csvResponse(
  c: Context,
  name: string,
  rows: readonly Readonly<Record<string, string | number | null>>[],
): Response {
  const bom = c.req.query('bom') === '1' ? '\uFEFF' : ''
  return c.body(`${bom}${Papa.unparse([...rows], { escapeFormulae: true })}\r\n`, 200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}
