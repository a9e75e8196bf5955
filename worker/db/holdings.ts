import { type SQL, sql } from 'drizzle-orm'
import type { Db } from './client.ts'

/** How many reports are held and part of sums, on each year that has any, in order. */
export type Holdings = readonly { readonly year: number; readonly reports: number }[]

/**
 * What is held of real and of made-up reports; the two never mix. A bureau has one report a year: those on a year are as
 * many bureaus. One statement, seven rows read for each year.
 */
export async function selectHoldings(db: Db): Promise<{ real: Holdings; madeUp: Holdings }> {
  const rows = await db.all<{ year: number; real: number; madeUp: number }>(sql`
    WITH RECURSIVE held (year) AS (
      SELECT min(year) FROM received
      UNION ALL
      SELECT (SELECT min(r.year) FROM received r WHERE r.year > held.year) FROM held WHERE year IS NOT NULL
    )
    SELECT year, ${live(0)} AS real, ${live(1)} AS madeUp FROM held WHERE year IS NOT NULL`)
  return {
    real: rows.map(({ year, real }) => ({ year, reports: real })).filter(isHeld),
    madeUp: rows.map(({ year, madeUp }) => ({ year, reports: madeUp })).filter(isHeld),
  }
}

const isHeld = ({ reports }: Holdings[number]): boolean => reports > 0

/** Reports of the year, own bureaus and whole areas, by the newest row of each. `country`: 0 real, 1 made-up. */
const live = (country: number): SQL =>
  sql.join(
    [0, 1].map(
      (scope) => sql`coalesce((SELECT iif(r.until IS NULL, r.reports, 0) FROM received r
        WHERE r.year = held.year AND r.scope = ${scope} AND r.depth = 0 AND r.level = 0 AND r.sector = 0
          AND r.division = ${country} ORDER BY r.since DESC LIMIT 1), 0)`,
    ),
    sql` + `,
  )
