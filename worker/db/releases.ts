import { desc, eq, lt, sql } from 'drizzle-orm'
import { isBehind } from './behind.ts'
import type { Db } from './client.ts'
import { audit, publication, release } from './schema.ts'

/** A state of the whole collection that stays as it is, named `2026.3.0`. */
export interface Release {
  readonly seq: number
  readonly name: string
  readonly dataVersion: number
  readonly at: string
}

/** A release among the others; null where there is none before or after it. */
export interface Placed {
  readonly release: Release
  readonly before: Release | null
  readonly after: Release | null
  readonly newest: Release
}

const releaseOf = ({
  data_version: dataVersion,
  ...row
}: typeof release.$inferSelect): Release => ({
  ...row,
  dataVersion,
})

/** The number that rows which change now belong to: one more than the newest release. */
export async function selectOpenRelease(db: Db): Promise<number> {
  const rows = await db
    .select({ seq: release.seq })
    .from(release)
    .orderBy(desc(release.seq))
    .limit(1)
  return (rows[0]?.seq ?? 0) + 1
}

/** Newest first, beginning with the one before the release number `before`. */
export async function selectReleases(db: Db, limit: number, before?: number): Promise<Release[]> {
  const rows = await db
    .select()
    .from(release)
    .where(before === undefined ? undefined : lt(release.seq, before))
    .orderBy(desc(release.seq))
    .limit(limit)
  return rows.map(releaseOf)
}

/** The release of that name; undefined where there is none. */
export async function selectRelease(db: Db, name: string): Promise<Release | undefined> {
  const rows = await db.select().from(release).where(eq(release.name, name))
  return rows[0] && releaseOf(rows[0])
}

/** The release of that name with its neighbours and the newest one; undefined where there is none. */
export async function selectPlacedRelease(db: Db, name: string): Promise<Placed | undefined> {
  const own = sql`(SELECT o.seq FROM release o WHERE o.name = ${name})`
  const rows = await db
    .select()
    .from(release)
    .where(
      sql`${release.seq} IN (${own} - 1, ${own}, ${own} + 1, (SELECT max(n.seq) FROM release n))`,
    )
    .orderBy(release.seq)
  const list = rows.map(releaseOf)
  const at = list.findIndex((one) => one.name === name)
  const [found, newest] = [list[at], list.at(-1)]
  if (!found || !newest) return undefined
  return { release: found, before: list[at - 1] ?? null, after: list[at + 1] ?? null, newest }
}

/**
 * Cuts a release of what is public now: one row. Its name is the year, by the calendar of China, and its number within
 * the year. Undefined where nothing is public, nothing was changed since the last one, or the sums still lack reports: it
 * would keep them so for ever.
 */
export async function cutRelease(db: Db, now: Date): Promise<Release | undefined> {
  const year = now.toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }).slice(0, 4)
  const at = now.toISOString()
  const cut = await db
    .insert(release)
    .select(
      // '/' follows '.': the names of this year.
      sql`SELECT coalesce(r.seq, 0) + 1, printf('%s.%d.0', ${year},
          1 + (SELECT count(*) FROM release WHERE name > ${`${year}.`} AND name < ${`${year}/`})),
          p.version, ${at}, p.log
        FROM (SELECT (SELECT max(version) FROM ${publication}) AS version, (SELECT max(id) FROM ${audit}) AS log) p
        LEFT JOIN release r ON r.seq = (SELECT max(seq) FROM release)
        WHERE p.version IS NOT NULL AND p.log > coalesce(r.log, 0) AND NOT ${isBehind}`,
    )
    .returning()
  return cut[0] && releaseOf(cut[0])
}
