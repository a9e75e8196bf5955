import { sql } from 'drizzle-orm'
import { type LineageEvent, yearOf } from '#core/lineage/event.ts'
import type { Lineage } from '#core/lineage/lineage.ts'
import { continuityPredecessors } from '#core/lineage/series.ts'
import { concernsOf, selectSurroundings, writeFindings } from './assess.ts'
import type { Db } from './client.ts'
import type { Statement } from './kept.ts'
import { restate } from './restatements.ts'
import { report } from './schema.ts'

/** What is public of a bureau and year. */
export interface PublicReport {
  readonly bureau: number
  readonly year: number
  /** Number of the revision. */
  readonly published: number
  readonly counted: number
  readonly aside: number
  readonly spread: number
}

export const selectPublicReports = (db: Db, keys: string): Promise<PublicReport[]> =>
  db.all<PublicReport>(
    sql`SELECT bureau, year, published, counted, aside, spread FROM ${report} WHERE bureau IN (SELECT value FROM json_each(${keys}))
      AND published IS NOT NULL ORDER BY bureau, year`,
  )

interface Change {
  readonly from: Lineage
  readonly to: Lineage
  readonly keyOf: ReadonlyMap<string, number>
}

/**
 * The statements that keep findings and restatements of those reports which another lineage holds against other ones; to
 * stand after the events in the batch.
 */
export async function reassess(
  db: Db,
  reports: readonly PublicReport[],
  { from, to, keyOf }: Change,
): Promise<Statement[]> {
  const idOf = new Map([...keyOf].map(([id, key]) => [key, id]))
  const previous =
    (line: Lineage) =>
    (bureau: number, year: number): number[] =>
      continuityPredecessors(line, idOf.get(bureau) ?? '', year).flatMap(
        (id) => keyOf.get(id) ?? [],
      )
  const [was, before] = [previous(from), previous(to)]
  const changed = reports.filter(
    ({ bureau, year }) => was(bureau, year).join() !== before(bureau, year).join(),
  )
  const told = restate(db, [...changed, ...inYearsOf(reports, [...from.events, ...to.events])])
  if (changed.length === 0) return told
  const around = await selectSurroundings(db, [
    ...changed,
    ...changed.flatMap(({ bureau, year }) =>
      before(bureau, year).map((key) => ({ bureau: key, year: year - 1 })),
    ),
  ])
  const entries = changed.flatMap(({ bureau, year }) => {
    const account = around.accounts.get(`${bureau} ${year}`)
    return account ? [{ account, concerns: concernsOf({ ...around, before }, account) }] : []
  })
  return [...writeFindings(db, entries), ...told]
}

/** The reports on the years in which something happened: what they carry in may be another bureau's too, or no more. */
const inYearsOf = (
  reports: readonly PublicReport[],
  events: readonly LineageEvent[],
): PublicReport[] => {
  const years = new Set(events.flatMap((event) => [yearOf(event), yearOf(event) - 1]))
  return reports.filter(({ year }) => years.has(year))
}
