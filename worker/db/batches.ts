import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { batch, revision } from './schema.ts'

/** Opens a batch for reports that are brought in together; answers its id. */
export async function insertBatch(db: Db, name: string, by: number): Promise<number> {
  const rows = await db
    .insert(batch)
    .values({ name, at: new Date().toISOString(), by })
    .returning({ id: batch.id })
  const row = rows[0]
  if (!row) throw new Error(`Batch ${name} was not stored`)
  return row.id
}

/** Whether reports may be added: the batch is there and not undone. */
export const isOpenBatch = async (db: Db, id: number): Promise<boolean> =>
  (
    await db
      .select()
      .from(batch)
      .where(and(eq(batch.id, id), isNull(batch.undone)))
  ).length === 1

/** What of a batch is still to be undone: its drafts and its published revisions, at most `limit`. */
export const selectUndoable = (
  db: Db,
  id: number,
  limit: number,
): Promise<{ id: number; state: string }[]> =>
  db
    .select({ id: revision.id, state: revision.state })
    .from(revision)
    .where(and(eq(revision.batch, id), inArray(revision.state, ['draft', 'published'])))
    .orderBy(asc(revision.id))
    .limit(limit)

/** A draft that nobody will publish. */
export const discardDraft = (db: Db, id: number) =>
  db
    .update(revision)
    .set({ state: 'withdrawn' })
    .where(and(eq(revision.id, id), eq(revision.state, 'draft')))

/**
 * The revision that an undone batch put others over: the last that was public before, leaving out what came with undone
 * batches. Undefined where nothing was public then, or had been withdrawn: then nothing is to be public.
 */
export async function selectBefore(db: Db, id: number): Promise<number | undefined> {
  const rows = await db.all<{ revision: number; action: string }>(
    sql`SELECT l.revision, l.action FROM revision v JOIN publication l ON l.report = v.report
      JOIN revision o ON o.id = l.revision LEFT JOIN batch b ON b.id = o.batch
      WHERE v.id = ${id} AND l.revision <> v.id AND (l.action = 'withdraw' OR b.undone IS NULL)
        AND l.version < (SELECT max(version) FROM publication WHERE revision = v.id)
      ORDER BY l.version DESC LIMIT 1`,
  )
  const [last] = rows
  return last && last.action !== 'withdraw' ? last.revision : undefined
}

/** Takes no more reports from here on; answers whether there is such a batch. */
export async function closeBatch(db: Db, id: number): Promise<boolean> {
  const closed = await db
    .update(batch)
    .set({ undone: sql`coalesce(undone, ${new Date().toISOString()})` })
    .where(eq(batch.id, id))
    .returning({ id: batch.id })
  return closed.length === 1
}
