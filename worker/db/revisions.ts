import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Cells, Tables } from '#core/reading.ts'
import type { Db } from './client.ts'
import { packCells, unpackCells } from './pack.ts'
import { figureRows, packEdition } from './published.ts'
import { bureau, figure, publication, report, revision } from './schema.ts'

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
      ${packCells(draft.cells, draft.tables)}, ${new Date().toISOString()}, ${by}
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
  readonly tables: Tables
  readonly cells: Cells
  readonly excerpt: boolean
}

const storedRevisions = (db: Db) =>
  db
    .select({ ...head, report: report.id, bureauKey: bureau.key, stored: revision })
    .from(revision)
    .innerJoin(report, eq(report.id, revision.report))
    .innerJoin(bureau, eq(bureau.key, report.bureau))

const unpack = ({
  stored,
  ...rest
}: Awaited<ReturnType<typeof storedRevisions>>[number]): StoredRevision => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by insertRevision
  const tables = JSON.parse(stored.tables) as Tables
  return { ...rest, excerpt: stored.excerpt, tables, cells: unpackCells(stored.cells, tables) }
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

/**
 * Makes a draft the public version of its report, in one atomic batch: publication (the new data version), states,
 * editions and figures. Answers the data version, or undefined where the draft is no draft any more or a newer
 * revision is already public; then nothing is written.
 */
export async function publishRevision(
  db: Db,
  draft: StoredRevision,
  { accepted, by }: { readonly accepted: string | null; readonly by: number },
): Promise<number | undefined> {
  const { id, report: own, bureauKey, year, tables, cells } = draft
  // NULL where the revision may not be published: the NOT NULL column then fails the whole batch.
  const publishable = sql`(SELECT v.id FROM revision v WHERE v.id = ${id} AND v.state = 'draft' AND v.number >
    coalesce((SELECT max(p.number) FROM revision p WHERE p.report = v.report AND p.state IN ('published', 'superseded')), 0))`
  const rows = JSON.stringify(figureRows(cells, tables))
  try {
    const [published] = await db.batch([
      db
        .insert(publication)
        .values({ report: own, revision: publishable, accepted, at: new Date().toISOString(), by })
        .returning({ version: publication.version }),
      db
        .update(revision)
        .set({ state: 'superseded' })
        .where(and(eq(revision.report, own), eq(revision.state, 'published'))),
      db.update(revision).set({ state: 'published' }).where(eq(revision.id, id)),
      db
        .update(report)
        .set({
          published: id,
          disclosure: packEdition(tables, 'disclosure'),
          requests: packEdition(tables, 'requests'),
          reviews: packEdition(tables, 'reviews'),
          excerpt: draft.excerpt,
        })
        .where(eq(report.id, own)),
      db.delete(figure).where(and(eq(figure.bureau, bureauKey), eq(figure.year, year))),
      // D1 binds at most 100 parameters per statement; one JSON text carries all rows.
      db
        .insert(figure)
        .select(
          sql`SELECT ${bureauKey}, value ->> 0, ${year}, value ->> 1, value ->> 2 FROM json_each(${rows})`,
        ),
    ])
    return published[0]?.version
  } catch (error) {
    if (isConflict(error)) return undefined
    throw error
  }
}

const isConflict = (error: unknown): boolean =>
  error instanceof Error &&
  /NOT NULL constraint failed: publication\.revision|UNIQUE constraint failed: publication\.revision/.test(
    `${error.message} ${String(error.cause)}`,
  )
