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

/**
 * The number of the last change of a report in the ledger up to a data version, or of all; null where there is none.
 * `report` is the column with the report's id. Where that change withdrew the report, it was not public.
 */
export function lastChange(report: SQL, version: number | undefined): SQL {
  const upTo = version === undefined ? sql`` : sql` AND last.version <= ${version}`
  return sql`(SELECT max(last.version) FROM publication last WHERE last.report = ${report}${upTo})`
}
