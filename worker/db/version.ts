import { sql } from 'drizzle-orm'
import { isBehind } from './behind.ts'
import type { Db } from './client.ts'
import type { Release } from './releases.ts'
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
  /**
   * Sums, orders, histograms and findings of what is public now lack reports that an upgrade has left to be brought in.
   * Those of a release never do.
   */
  readonly behind: boolean
  /** The name of the newest release; null while there is none. */
  readonly newest: string | null
  /** The release that was asked for by its name; null where there is none of that name. */
  readonly asked: Release | null
}

type Row = Omit<Version, 'behind' | 'asked'> & {
  readonly behind: number
  readonly asked: string | null
}

/** Seven look-ups by key; cheap enough to stand before every answer. `name`: of a release that is asked for. */
export async function selectVersion(db: Db, name?: string): Promise<Version> {
  const [row] = await db.all<Row>(
    sql`SELECT coalesce(p.version, 0) AS data, p.at AS at,
        coalesce((SELECT max(version) FROM ${roster_change}), 0) AS roster,
        coalesce((SELECT max(seq) FROM ${release}), 0) AS release,
        coalesce((SELECT max(id) FROM ${audit}), 0) AS log, ${isBehind} AS behind,
        (SELECT name FROM ${release} WHERE seq = (SELECT max(seq) FROM ${release})) AS newest,
        (SELECT json_object('seq', seq, 'name', name, 'dataVersion', data_version, 'at', at, 'log', log)
          FROM ${release} WHERE name = ${name ?? null}) AS asked
      FROM (SELECT 1) LEFT JOIN ${publication} p ON p.version = (SELECT max(version) FROM ${publication})`,
  )
  if (!row) throw new TypeError('One row, whatever the tables hold')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the statement above
  const asked = row.asked === null ? null : (JSON.parse(row.asked) as Release)
  return { ...row, behind: row.behind === 1, asked }
}
