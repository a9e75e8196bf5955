import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { audit, publication, release, roster_change } from './schema.ts'

/**
 * What the collection's state is: the data version grows with each publish, the roster with each change of bureaus, the
 * release with each one cut, the log with everything that anybody does.
 */
export interface Version {
  readonly data: number
  readonly roster: number
  readonly release: number
  readonly log: number
  /** When the newest publish was, UTC; null while nothing is published. */
  readonly at: string | null
}

/** Four look-ups by primary key; cheap enough to stand before every answer. */
export async function selectVersion(db: Db): Promise<Version> {
  const [row] = await db.all<Version>(
    sql`SELECT coalesce(p.version, 0) AS data, p.at AS at,
        coalesce((SELECT max(version) FROM ${roster_change}), 0) AS roster,
        coalesce((SELECT max(seq) FROM ${release}), 0) AS release,
        coalesce((SELECT max(id) FROM ${audit}), 0) AS log
      FROM (SELECT 1) LEFT JOIN ${publication} p ON p.version = (SELECT max(version) FROM ${publication})`,
  )
  if (!row) throw new TypeError('One row, whatever the tables hold')
  return row
}
