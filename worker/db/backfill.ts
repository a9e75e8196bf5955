import { asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { groupOf } from './group.ts'
import { moveReport } from './move.ts'
import { unpackCells } from './pack.ts'
import { disputedJson, figureRows, unpackTables } from './published.ts'
import { selectOpenRelease } from './releases.ts'
import { bureau, figure, holding, report, revision } from './schema.ts'

/**
 * Brings reports that were published before the data layer of the country was there into its sums and orders, each in
 * one atomic batch. Answers how many of at most `limit` there were; 0: nothing is left to do.
 */
export async function backfill(db: Db, limit: number): Promise<number> {
  const rows = await db
    .select({ report, place: bureau, cells: revision.cells })
    .from(report)
    .innerJoin(revision, eq(revision.id, report.published))
    .innerJoin(bureau, eq(bureau.key, report.bureau))
    .leftJoin(
      holding,
      sql`${holding.bureau} = ${report.bureau} AND ${holding.year} = ${report.year} AND ${holding.until} IS NULL`,
    )
    .where(isNull(holding.bureau))
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
    await db.batch([
      // What stands there was never counted in a sum: it goes, and comes back counted.
      db.delete(figure).where(sql`bureau = ${place.key} AND year = ${own.year} AND until IS NULL`),
      ...moveReport(db, move, null),
      db
        .update(report)
        .set({ disputed: disputedJson(cells, tables) })
        .where(eq(report.id, own.id)),
    ])
  }
  return rows.length
}
