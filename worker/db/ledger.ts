import { type SQL, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import type { publication } from './schema.ts'

/** A change of what is public: one report published, amended, replaced or withdrawn. */
export interface Entry {
  /** The data version that it made. */
  readonly version: number
  /** UTC. */
  readonly at: string
  readonly action: typeof publication.$inferSelect.action
  readonly bureau: { readonly id: string; readonly name: string; readonly nameEn: string | null }
  readonly year: number
  /** Number of the revision that it made public, or took away. */
  readonly revision: number
  /** Why, for the public; null where nothing public changed. */
  readonly reason: string | null
}

/** Which way to read the ledger, and from where: after a data version upwards, or before one downwards. */
export type LedgerQuery = { readonly limit: number } & (
  | { readonly after: number }
  | { readonly before: number | undefined }
)

/** No page is longer, whatever is asked for: each entry costs four rows. */
const mostListed = 450

type Row = Omit<Entry, 'bureau'> & Entry['bureau']

/** A page of the ledger; `next` is the data version that it goes on from, null at the end. One statement. */
export async function selectLedger(
  db: Db,
  query: LedgerQuery,
): Promise<{ readonly entries: readonly Entry[]; readonly next: number | null }> {
  const limit = Math.min(query.limit, mostListed)
  const rows = await db.all<Row>(
    sql`SELECT p.version, p.at, p.action, b.id, b.name, b.name_en AS nameEn, r.year, n.number AS revision, p.reason
      FROM ${pageOf(query, limit + 1)} p CROSS JOIN report r ON r.id = p.report CROSS JOIN bureau b ON b.key = r.bureau
      CROSS JOIN revision n ON n.id = p.revision
      ORDER BY ${'after' in query ? sql`p.version` : sql`p.version DESC`}`,
  )
  const entries = rows.slice(0, limit).map(({ id, name, nameEn, ...row }) => ({
    ...row,
    bureau: { id, name, nameEn },
  }))
  return { entries, next: rows.length > limit ? (entries.at(-1)?.version ?? null) : null }
}

const pageOf = (query: LedgerQuery, limit: number): SQL =>
  'after' in query
    ? sql`(SELECT * FROM publication WHERE version > ${query.after} ORDER BY version LIMIT ${limit})`
    : sql`(SELECT * FROM publication WHERE version < ${query.before ?? Number.MAX_SAFE_INTEGER}
        ORDER BY version DESC LIMIT ${limit})`

/**
 * The data version of the last change before a moment (ISO, UTC); 0 where there is none. One statement: moments rise with
 * versions, so it goes ahead by steps, each half as long as the one before, wherever that is still before the moment.
 */
export async function selectVersionBefore(db: Db, moment: string): Promise<number> {
  const [row] = await db.all<{ version: number }>(
    sql`WITH RECURSIVE ahead (version, step) AS (
        SELECT 0, 1 << 32
        UNION ALL
        SELECT version + iif(coalesce((SELECT p.at FROM publication p WHERE p.version <= ahead.version + step
          ORDER BY p.version DESC LIMIT 1), '') < ${moment}, step, 0), step / 2 FROM ahead WHERE step > 0
      ) SELECT coalesce((SELECT max(p.version) FROM publication p WHERE p.version <= ahead.version), 0) AS version
      FROM ahead WHERE step = 0`,
  )
  return row?.version ?? 0
}
