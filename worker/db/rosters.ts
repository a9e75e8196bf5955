import { type SQL, sql } from 'drizzle-orm'
import { asOf } from './asof.ts'
import { areaOf } from './areas.ts'
import type { Db } from './client.ts'
import { areasOf } from './group.ts'
import { roster } from './schema.ts'

/** The number under which an area's roster is declared. Province 0 is all that is made-up, and country 0 the real one. */
function rosterNumber(code: string | null): number {
  const { depth, division } = areaOf(code)
  return depth === 1 && division === 0 ? 1 : division
}

/**
 * The statements by which the roster of an area (null: the country) is declared whole from a year on, for the batch that
 * changes the roster; `from` null: it is so no more. A declaration holds for every area inside.
 */
export function declareRoster(
  db: Db,
  area: { readonly division: string | null; readonly from: number | null },
  release: number,
) {
  const { from } = area
  const division = rosterNumber(area.division)
  const own = sql`division = ${division} AND until IS NULL`
  const unchanged = sql`SELECT 1 FROM roster WHERE ${own} AND from_year = ${from}`
  return [
    db.delete(roster).where(sql`${own} AND since = ${release} AND from_year IS NOT ${from}`),
    db
      .update(roster)
      .set({ until: release })
      .where(sql`${own} AND from_year IS NOT ${from}`),
    db
      .insert(roster)
      .select(
        sql`SELECT ${division}, ${release}, NULL, ${from} WHERE ${from} IS NOT NULL AND NOT EXISTS (${unchanged})`,
      ),
  ] as const
}

/** The year from which on an area's roster is whole, its own or that of an area around it; NULL: it is not known to be. */
export function wholeFrom(code: string | null, release: number | undefined): SQL<number | null> {
  const around =
    code === null
      ? []
      : areasOf(code).filter(({ depth, division }) => depth !== 1 || division !== 0)
  const numbers = [...around.map(({ division }) => division), rosterNumber(code)]
  return sql`(SELECT min(o.from_year) FROM roster o
    WHERE o.division IN (SELECT value FROM json_each(${JSON.stringify(numbers)})) AND ${asOf('o', release)})`
}

/** The same of the area itself alone, which `name`, a kept row of the statement, is about. */
export const ownWholeFrom = (name: string, release: number | undefined): SQL<number | null> => {
  const table = sql.raw(name)
  return sql`(SELECT min(o.from_year) FROM roster o
    WHERE o.division = iif(${table}.depth = 1 AND ${table}.division = 0, 1, ${table}.division) AND ${asOf('o', release)})`
}
