import { type SQL, sql } from 'drizzle-orm'

/** How a report stands with the public, as it was read. */
interface Standing {
  readonly published: number
  readonly counted: number
  readonly aside: number
  readonly spread: number
}

/**
 * Whether the same reports of some bureaus (a JSON list of keys) are public, and counted as they were; for the guard of
 * a batch. `reports`: all of them, by bureau and year.
 */
export function isStillPublic(keys: string, reports: readonly Standing[]): SQL {
  const then = reports.map(({ published, counted, aside, spread }) => [
    published,
    counted,
    aside,
    spread,
  ])
  return sql`(SELECT json_group_array(json_array(published, counted, aside, spread)) FROM (
    SELECT published, counted, aside, spread FROM report
    WHERE bureau IN (SELECT value FROM json_each(${keys})) AND published IS NOT NULL ORDER BY bureau, year)
  ) = ${JSON.stringify(then)}`
}
