import { desc, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { publication, release } from './schema.ts'

/** A state of the whole collection that stays as it is, named `2026.3.0`. */
export interface Release {
  readonly seq: number
  readonly name: string
  readonly dataVersion: number
  readonly at: string
}

/** The number that rows which change now belong to: one more than the newest release. */
export async function selectOpenRelease(db: Db): Promise<number> {
  const rows = await db
    .select({ seq: release.seq })
    .from(release)
    .orderBy(desc(release.seq))
    .limit(1)
  return (rows[0]?.seq ?? 0) + 1
}

/** Newest first. */
export async function selectReleases(db: Db, limit: number): Promise<Release[]> {
  const rows = await db.select().from(release).orderBy(desc(release.seq)).limit(limit)
  return rows.map(({ seq, name, data_version: dataVersion, at }) => ({
    seq,
    name,
    dataVersion,
    at,
  }))
}

/**
 * Cuts a release of what is public now: one row. Its name is the year, by the calendar of China, and its number within
 * the year. Undefined where nothing was published since the last one.
 */
export async function cutRelease(db: Db, now: Date): Promise<Release | undefined> {
  const year = now.toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }).slice(0, 4)
  const at = now.toISOString()
  const cut = await db
    .insert(release)
    .select(
      sql`SELECT coalesce(max(r.seq), 0) + 1, printf('%s.%d.0', ${year},
          1 + (SELECT count(*) FROM release WHERE substr(name, 1, 4) = ${year})),
          (SELECT max(version) FROM ${publication}), ${at} FROM release r
        HAVING (SELECT max(version) FROM ${publication}) > coalesce(max(r.data_version), 0)`,
    )
    .returning()
  const row = cut[0]
  return row && { seq: row.seq, name: row.name, dataVersion: row.data_version, at: row.at }
}
