import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { groupOf } from './group.ts'
import { moveReport } from './move.ts'
import { unpackCells } from './pack.ts'
import { disputedJson, figureRows, unpackTables } from './published.ts'
import { selectOpenRelease } from './releases.ts'
import { audit, bureau, figure, report, revision } from './schema.ts'

/**
 * Brings reports that were published before the data layer of the country was there into its sums and orders, each in
 * one atomic batch: at most `limit` of them, or the one of that number. Answers how many there were; 0: nothing is left
 * to do.
 */
export async function backfill(db: Db, limit: number, only?: number): Promise<number> {
  const rows = await db
    .select({ report, place: bureau, cells: revision.cells })
    .from(report)
    .innerJoin(revision, eq(revision.id, report.published))
    .innerJoin(bureau, eq(bureau.key, report.bureau))
    .where(
      and(
        sql`${report.published} IS NOT NULL AND ${report.counted} = 0`,
        only === undefined ? undefined : eq(report.id, only),
      ),
    )
    .orderBy(asc(report.id))
    .limit(limit)
  const release = await selectOpenRelease(db)
  for (const { report: own, place, cells: packed } of rows) {
    const tables = unpackTables(own)
    const cells = unpackCells(packed, tables)
    const move = {
      bureau: place.key,
      year: own.year,
      group: groupOf(place),
      release,
      to: { rows: figureRows(cells, tables), tables },
    }
    // oxlint-disable-next-line no-await-in-loop -- each report is whole before the next
    await unlessChanged(
      db.batch([
        db.insert(audit).values({
          at: new Date().toISOString(),
          action: untouched(own, release),
          subject: `${place.id}/${own.year}`,
        }),
        // What stands there was never counted in a sum: it goes, and comes back counted.
        db
          .delete(figure)
          .where(sql`bureau = ${place.key} AND year = ${own.year} AND until IS NULL`),
        ...moveReport(db, move, null),
        db
          .update(report)
          .set({ disputed: disputedJson(cells, tables), counted: true })
          .where(eq(report.id, own.id)),
      ]),
    )
  }
  return rows.length
}

/** NULL where somebody has published, withdrawn or released since: the NOT NULL column then fails the whole batch. */
const untouched = (own: typeof report.$inferSelect, release: number) =>
  sql<string>`(SELECT 'backfill' FROM report r WHERE r.id = ${own.id} AND r.published IS ${own.published}
    AND r.counted = 0 AND ${release} = (SELECT coalesce(max(seq), 0) + 1 FROM release))`

/** What somebody else has changed meanwhile is theirs, and already where it belongs or found again. */
async function unlessChanged(batch: Promise<unknown>): Promise<void> {
  try {
    await batch
  } catch (error) {
    const text = error instanceof Error ? `${error.message} ${String(error.cause)}` : ''
    if (!text.includes('NOT NULL constraint failed: audit.action')) throw error
  }
}
