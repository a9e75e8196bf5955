import { sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import type { Observation } from '#core/indicator/observation.ts'
import type { Db } from './client.ts'
import { asOf } from './asof.ts'
import { observation, unpackTables } from './published.ts'
import { type holding } from './schema.ts'

/** Bureaus of one level and sector: those that may be held against each other. */
export interface PeerGroup {
  readonly scope: number
  readonly level: number
  readonly sector: number
  /** Range of division numbers; the country for 0 to 99999999. */
  readonly from: number
  readonly to: number
}

export interface PeerValue extends Observation {
  readonly bureau: number
}

/**
 * What every bureau of a group states of one figure in one year, in the order of divisions. Reads the group's reports and
 * its rows of the figure: at most twice the group.
 */
export async function selectPeerValues(
  db: Db,
  { scope, level, sector, from, to }: PeerGroup,
  wanted: {
    readonly figure: FigureId
    readonly year: number
    readonly release?: number | undefined
  },
): Promise<PeerValue[]> {
  const { figure, year, release } = wanted
  const entry = figureOf(figure)
  const [held, rows] = await Promise.all([
    db.all<typeof holding.$inferSelect>(
      sql`SELECT h.* FROM holding h WHERE h.year = ${year} AND h.scope = ${scope} AND h.level = ${level}
        AND h.sector = ${sector} AND h.division BETWEEN ${from} AND ${to} AND ${asOf('h', release)}`,
    ),
    db.all<{ bureau: number; value: number | null; state: number | null }>(
      sql`SELECT g.bureau, g.value, g.state FROM figure_group g WHERE g.figure = ${entry.key} AND g.year = ${year}
        AND g.scope = ${scope} AND g.level = ${level} AND g.sector = ${sector}
        AND g.division BETWEEN ${from} AND ${to} AND ${asOf('g', release)}`,
    ),
  ])
  const stored = new Map(rows.map((row) => [row.bureau, row]))
  return held.map((report) => ({
    bureau: report.bureau,
    ...observation(entry, unpackTables(report), stored.get(report.bureau)),
  }))
}
