import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Cells, Tables } from '#core/reading.ts'
import type { Db } from './client.ts'
import { packCells, unpackCells } from './pack.ts'
import { unpackTables } from './published.ts'
import { type Group, groupOf } from './group.ts'
import { bureau, report, revision } from './schema.ts'

/** A report as read, ready to be stored. */
export interface NewRevision {
  /** Storage key of the bureau. */
  readonly bureau: number
  readonly year: number
  /** SHA-256 over everything below: two readings with the same digest are the same. */
  readonly digest: string
  readonly fileName: string
  readonly fileHash: string
  readonly source: string | null
  readonly publishedOn: string | null
  readonly excerpt: boolean
  readonly tables: Tables
  readonly cells: Cells
  /** The batch that it came in with. */
  readonly batch: number | null
}

/** A stored revision without its cells. */
export interface RevisionHead {
  readonly id: number
  readonly bureau: string
  readonly year: number
  readonly number: number
  readonly state: typeof revision.$inferSelect.state
}

const head = {
  // Named apart: D1 answers a batch by column names, and drizzle then loses one of two that are called `id`.
  id: sql<number>`${revision.id}`.as('revision_id'),
  bureau: sql<string>`${bureau.id}`.as('bureau_id'),
  year: report.year,
  number: revision.number,
  state: revision.state,
}

const heads = (db: Db) =>
  db
    .select(head)
    .from(revision)
    .innerJoin(report, eq(report.id, revision.report))
    .innerJoin(bureau, eq(bureau.key, report.bureau))

/**
 * Stores a draft, all or nothing. Where the newest revision of the report has the same digest, nothing is written and
 * that one comes back with `unchanged`.
 */
export async function insertRevision(
  db: Db,
  draft: NewRevision,
  by: number,
): Promise<RevisionHead & { readonly unchanged: boolean }> {
  const { bureau: key, year, digest } = draft
  const own = sql`(SELECT id FROM report WHERE bureau = ${key} AND year = ${year})`
  const tables = JSON.stringify(draft.tables)
  const values = sql`SELECT NULL, r.id, coalesce(max(v.number), 0) + 1, 'draft', ${digest}, ${draft.fileName},
      ${draft.fileHash}, ${draft.source}, ${draft.publishedOn}, ${Number(draft.excerpt)}, ${tables},
      ${packCells(draft.cells, draft.tables)}, ${new Date().toISOString()}, ${by}, ${draft.batch}
    FROM report r LEFT JOIN revision v ON v.report = r.id
    WHERE r.bureau = ${key} AND r.year = ${year} GROUP BY r.id
    HAVING coalesce((SELECT digest FROM revision WHERE report = r.id ORDER BY number DESC LIMIT 1), '') <> ${digest}`
  const [, written, found] = await db.batch([
    db.insert(report).values({ bureau: key, year, excerpt: false }).onConflictDoNothing(),
    db.insert(revision).select(values),
    heads(db).where(eq(revision.report, own)).orderBy(desc(revision.number)).limit(1),
  ])
  const newest = found[0]
  if (!newest) throw new Error(`Revision of bureau ${key}, ${year} was not stored`)
  return { ...newest, unchanged: written.meta.changes === 0 }
}

/** A revision with what publishing needs; undefined where there is none. */
export interface StoredRevision extends RevisionHead {
  readonly report: number
  readonly bureauKey: number
  readonly group: Group
  /** The revision of this report that is public now, with the tables that it contains; null where none is. */
  readonly published: { readonly id: number; readonly tables: Tables } | null
  /** Whether what is public is in the sums already. */
  readonly counted: boolean
  readonly tables: Tables
  readonly cells: Cells
  readonly excerpt: boolean
}

const storedRevisions = (db: Db) =>
  db
    .select({ ...head, own: report, place: bureau, stored: revision })
    .from(revision)
    .innerJoin(report, eq(report.id, revision.report))
    .innerJoin(bureau, eq(bureau.key, report.bureau))

const unpack = ({
  stored,
  own,
  place,
  ...rest
}: Awaited<ReturnType<typeof storedRevisions>>[number]): StoredRevision => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by insertRevision
  const tables = JSON.parse(stored.tables) as Tables
  return {
    ...rest,
    report: own.id,
    bureauKey: place.key,
    group: groupOf(place),
    counted: own.counted,
    published: own.published === null ? null : { id: own.published, tables: unpackTables(own) },
    excerpt: stored.excerpt,
    tables,
    cells: unpackCells(stored.cells, tables),
  }
}

export async function selectRevision(db: Db, id: number): Promise<StoredRevision | undefined> {
  const rows = await storedRevisions(db).where(eq(revision.id, id))
  return rows[0] && unpack(rows[0])
}

/** Drafts that wait for somebody, oldest first; at most `limit`, beginning after the id `after`. */
export async function selectDrafts(
  db: Db,
  after: number,
  limit: number,
): Promise<StoredRevision[]> {
  const rows = await storedRevisions(db)
    .where(and(eq(revision.state, 'draft'), sql`${revision.id} > ${after}`))
    .orderBy(asc(revision.id))
    .limit(limit)
  return rows.map(unpack)
}

/** A new draft with the content of an earlier revision of the same report; answers its id. */
export async function insertCopy(db: Db, id: number, by: number): Promise<number> {
  const copied = await db
    .insert(revision)
    .select(
      sql`SELECT NULL, v.report, (SELECT max(number) + 1 FROM revision WHERE report = v.report), 'draft', v.digest,
        v.file_name, v.file_hash, v.source, v.published_on, v.excerpt, v.tables, v.cells, ${new Date().toISOString()},
        ${by}, NULL FROM revision v WHERE v.id = ${id}`,
    )
    .returning({ id: revision.id })
  const row = copied[0]
  if (!row) throw new Error(`Revision ${id} was not copied`)
  return row.id
}
