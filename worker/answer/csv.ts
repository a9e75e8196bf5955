import type { Context } from 'hono'
import { csvLine } from '#core/text/csv.ts'
import type { Env } from '../env.ts'
import { asDownload, tellFile } from './file.ts'
import { portions, streamOf } from './stream.ts'
import type { Table } from './table.ts'

/** A table as an RFC 4180 file with its header; `?bom=1` puts a byte order mark in front, for Excel. */
export async function csvResponse(c: Context<Env>, name: string, table: Table): Promise<Response> {
  await tellFile(c, 'text/csv; charset=utf-8; header=present', table)
  asDownload(c, name, '.csv')
  c.header('link', describedBy(c.req.url), { append: true })
  return c.body(streamOf(bytesOf(c.req.query('bom') === '1' ? '\uFEFF' : '', table)))
}

/** Where it is said what the columns mean: the same address and query, with another ending. */
function describedBy(address: string): string {
  const { pathname, search } = new URL(address)
  const metadata = pathname.replace(/\.csv$/, '.csv-metadata.json')
  return `<${metadata}${search}>; rel="describedby"; type="application/csvm+json"`
}

function* bytesOf(bom: string, { columns, rows }: Table): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(bom + csvLine(columns))
  for (const some of portions(rows))
    yield encoder.encode(some.map((row) => csvLine(columns.map((id) => row[id]))).join(''))
}
