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

/** The revision that was public before this one; undefined where this was the first. */
export async function selectPredecessor(db: Db, id: number): Promise<number | undefined> {
  const rows = await db.all<{ id: number }>(
    sql`SELECT p.id FROM revision v JOIN revision p ON p.report = v.report AND p.number < v.number
      WHERE v.id = ${id} AND p.state = 'superseded' ORDER BY p.number DESC LIMIT 1`,
  )
  return rows[0]?.id
}

export const closeBatch = (db: Db, id: number) =>
  db.update(batch).set({ undone: new Date().toISOString() }).where(eq(batch.id, id))
