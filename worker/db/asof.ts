import { type SQL, sql } from 'drizzle-orm'

/**
 * Which rows of a table with `since` and `until` count: those that are live now, or those of a release. `table` is the
 * table's name or alias in the statement.
 */
export function asOf(table: string, release: number | undefined): SQL {
  const name = sql.raw(table)
  return release === undefined
    ? sql`${name}.until IS NULL`
    : sql`${name}.since <= ${release} AND (${name}.until IS NULL OR ${name}.until > ${release})`
}
