import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { publication, roster_change } from './schema.ts'

/** What the collection's state is: the data version grows with each publish, the roster with each change of bureaus. */
export interface Version {
  readonly data: number
  readonly roster: number
  /** When the newest publish was, UTC; null while nothing is published. */
  readonly at: string | null
}

/** Two look-ups by primary key; cheap enough to stand before every answer. */
export async function selectVersion(db: Db): Promise<Version> {
  const rows = await db.all<{ data: number | null; roster: number | null; at: string | null }>(
    sql`SELECT p.version AS data, p.at AS at, (SELECT max(version) FROM ${roster_change}) AS roster
      FROM (SELECT 1) LEFT JOIN ${publication} p ON p.version = (SELECT max(version) FROM ${publication})`,
  )
  return { data: rows[0]?.data ?? 0, roster: rows[0]?.roster ?? 0, at: rows[0]?.at ?? null }
}
