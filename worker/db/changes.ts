import { sql } from 'drizzle-orm'
import { type Difference, differences, saysTheSame } from '#core/diff/differences.ts'
import type { Cells, Tables } from '#core/reading.ts'
import { lastChange } from './asof.ts'
import type { Db } from './client.ts'
import { unpackCells } from './pack.ts'

/** A report that differs between two data versions. */
export interface ChangedReport {
  readonly bureau: string
  readonly year: number
  /** Number of the revision that was public; null: none. */
  readonly before: number | null
  readonly after: number | null
  /** Why, for the public, as the last change says; null for a report that is new. */
  readonly reason: string | null
  readonly differences: readonly Difference[]
}

/** Changes of the ledger after data version `from`, up to `to`. `after`: where the last page ended. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly after?: number | undefined
}

/** One page of a list along the ledger. `next`: where the next page begins; null: this was the last one. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: number | null
}

/** Changes of the ledger that one page looks at: some 10 rows read for each. */
export const perPage = 50

interface Row {
  readonly version: number
  readonly bureau: string
  readonly year: number
  readonly reason: string | null
  readonly old_number: number | null
  readonly old_tables: string | null
  readonly old_cells: string | null
  readonly new_number: number | null
  readonly new_tables: string | null
  readonly new_cells: string | null
}

/**
 * What differs between two data versions, report by report, in the order of their last changes. A report that was
 * changed to and fro, or is the same from another document, is not in it. One statement.
 */
export async function selectChanges(
  db: Db,
  { from, to, after }: Span,
): Promise<Page<ChangedReport>> {
  const rows = await db.all<Row>(
    sql`SELECT l.version, b.id AS bureau, r.year, l.reason, o.number AS old_number, o.tables AS old_tables,
        o.cells AS old_cells, n.number AS new_number, n.tables AS new_tables, n.cells AS new_cells
      FROM (SELECT * FROM publication WHERE version > ${after ?? from} AND version <= ${to}
        ORDER BY version LIMIT ${perPage}) l
      JOIN report r ON r.id = l.report JOIN bureau b ON b.key = r.bureau
      -- A report counts where it was changed last; nothing is joined elsewhere.
      LEFT JOIN publication p ON l.version = ${lastChange(sql`l.report`, to)}
        AND p.version = ${lastChange(sql`l.report`, from)}
      LEFT JOIN revision o ON o.id = p.revision AND p.action <> 'withdraw'
      LEFT JOIN revision n ON n.id = l.revision AND l.action <> 'withdraw'
        AND l.version = ${lastChange(sql`l.report`, to)}
      ORDER BY l.version`,
  )
  const items = rows.flatMap((row): ChangedReport[] => {
    const changed = differences(
      statement(row.old_tables, row.old_cells),
      statement(row.new_tables, row.new_cells),
    ).filter(({ before, after: now }) => !before || !now || !saysTheSame(before, now))
    if (changed.length === 0) return []
    return [
      {
        bureau: row.bureau,
        year: row.year,
        before: row.old_number,
        after: row.new_number,
        reason: row.reason,
        differences: changed,
      },
    ]
  })
  return { items, next: nextPage(rows, to) }
}

/** Where the page after these rows of the ledger begins. */
function nextPage(rows: readonly { readonly version: number }[], to: number): number | null {
  const last = rows.at(-1)?.version ?? to
  return rows.length < perPage || last >= to ? null : last
}

function statement(tables: string | null, cells: string | null) {
  if (tables === null || cells === null) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by insertRevisions
  const own = JSON.parse(tables) as Tables
  return { tables: own, cells: unpackCells(cells, own) satisfies Cells }
}

/** A report of a release that is not public any more. */
export interface Withdrawn {
  readonly bureau: string
  readonly year: number
  /** Number of the revision that was taken away. */
  readonly revision: number
  /** Why, for the public. */
  readonly reason: string
  readonly at: string
}

/** Reports that were public at data version `from` and are not any more, in the order of their withdrawals. One statement. */
export async function selectWithdrawn(db: Db, { from, to, after }: Span): Promise<Page<Withdrawn>> {
  const rows = await db.all<Withdrawn & { readonly version: number; readonly counts: 0 | 1 }>(
    sql`SELECT l.version, b.id AS bureau, r.year, v.number AS revision, l.reason, l.at,
        l.version = ${lastChange(sql`l.report`, undefined)} AND coalesce((SELECT p.action <> 'withdraw' FROM publication p
          WHERE p.version = ${lastChange(sql`l.report`, from)}), 0) AS counts
      FROM (SELECT * FROM publication WHERE action = 'withdraw' AND version > ${after ?? from} AND version <= ${to}
        ORDER BY version LIMIT ${perPage}) l
      JOIN report r ON r.id = l.report JOIN bureau b ON b.key = r.bureau JOIN revision v ON v.id = l.revision
      ORDER BY l.version`,
  )
  const items = rows.flatMap(({ bureau, year, revision, reason, at, counts }): Withdrawn[] =>
    counts ? [{ bureau, year, revision, reason, at }] : [],
  )
  return { items, next: nextPage(rows, to) }
}

/** What publishing a revision would change in public. */
export interface PendingChange {
  readonly bureau: string
  readonly year: number
  readonly revision: number
  /** Number of the revision that is public now; null: none. */
  readonly against: number | null
  readonly differences: readonly Difference[]
}

/** A revision against what is public of its report now; undefined where there is no such revision. One statement. */
export async function selectPendingChange(db: Db, id: number): Promise<PendingChange | undefined> {
  const rows = await db.all<Omit<Row, 'version' | 'reason'> & { readonly new_number: number }>(
    sql`SELECT b.id AS bureau, r.year, o.number AS old_number, o.tables AS old_tables, o.cells AS old_cells,
        n.number AS new_number, n.tables AS new_tables, n.cells AS new_cells
      FROM revision n JOIN report r ON r.id = n.report JOIN bureau b ON b.key = r.bureau
      LEFT JOIN revision o ON o.id = r.published WHERE n.id = ${id}`,
  )
  const row = rows[0]
  return (
    row && {
      bureau: row.bureau,
      year: row.year,
      revision: row.new_number,
      against: row.old_number,
      differences: differences(
        statement(row.old_tables, row.old_cells),
        statement(row.new_tables, row.new_cells),
      ),
    }
  )
}
