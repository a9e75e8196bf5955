import { sql } from 'drizzle-orm'
import { figures } from '#core/catalog/index.ts'
import type { Db } from './client.ts'
import type { FigureRow } from './published.ts'

interface Of {
  /** Storage key. */
  readonly bureau: number
  readonly year: number
}

/** The figures of reports that are public now. */
export type LiveRows = ReadonlyMap<string, readonly FigureRow[]>

const at = ({ bureau, year }: Of): string => `${bureau} ${year}`
const allKeys = JSON.stringify(figures.map(({ key }) => key))

/** The live rows of reports, as publishing wrote them. */
export async function selectLiveRows(db: Db, reports: readonly Of[]): Promise<LiveRows> {
  if (reports.length === 0) return new Map()
  // Listed and not ranged: the key is bureau, figure, year, and other years must not be read.
  const rows = await db.all<Of & { figure: number; value: number | null; state: number | null }>(
    sql`SELECT f.bureau, f.year, f.figure, f.value, f.state
      FROM json_each(${JSON.stringify(reports.map(({ bureau, year }) => [bureau, year]))}) j, json_each(${allKeys}) k
      CROSS JOIN figure f ON f.bureau = j.value ->> 0 AND f.figure = k.value AND f.year = j.value ->> 1
        AND f.until IS NULL`,
  )
  return new Map(
    [...Map.groupBy(rows, at)].map(([key, own]) => [
      key,
      own.map(({ figure, value, state }): FigureRow => [figure, value, state]),
    ]),
  )
}

export const rowsOf = (live: LiveRows, report: Of): readonly FigureRow[] =>
  live.get(at(report)) ?? []
