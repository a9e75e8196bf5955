import { and, eq } from 'drizzle-orm'
import type { Db } from './client.ts'
import { bureau, report, revision } from './schema.ts'

/** SHA-256 (hex) of the file that a revision was read from; undefined where there is no such revision. */
export const selectFileHash = async (db: Db, id: number): Promise<string | undefined> =>
  (await db.select({ hash: revision.file_hash }).from(revision).where(eq(revision.id, id)))[0]?.hash

/** The same for the revision that is public now; undefined where no report of that bureau and year is. */
export const selectPublicFileHash = async (
  db: Db,
  id: string,
  year: number,
): Promise<string | undefined> =>
  (
    await db
      .select({ hash: revision.file_hash })
      .from(bureau)
      .innerJoin(report, and(eq(report.bureau, bureau.key), eq(report.year, year)))
      .innerJoin(revision, eq(revision.id, report.published))
      .where(eq(bureau.id, id))
  )[0]?.hash
