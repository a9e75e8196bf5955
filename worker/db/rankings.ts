import { sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import type { Observation, Observations } from '#core/indicator/observation.ts'
import type { Tables } from '#core/reading.ts'
import { type PeerKey, peerList } from './areas.ts'
import { asOf } from './asof.ts'
import type { Db } from './client.ts'
import { observation, unpackTables } from './published.ts'
import type { holding } from './schema.ts'

/** Bureaus that are held against each other: of one level and sector, or of all, in a range of divisions (see `spanOf`). */
export interface PeerGroup extends PeerKey {
  /** 0 own bureau, 1 whole area. */
  readonly scope: number
  readonly from: number
  readonly to: number
}

/** What a held report states of the figures that were asked for. */
export interface PeerReport {
  /** Storage key. */
  readonly bureau: number
  readonly division: number
  readonly year: number
  readonly tables: Tables
  /** Throws RangeError on a figure that was not asked for: having no row, it would pass for 0. */
  readonly observe: Observations
}

export interface PeerQuery {
  readonly figures: readonly FigureId[]
  readonly years: readonly number[]
  readonly release?: number | undefined
}

/**
 * What every bureau of a group states of some figures, by year, then division. Two statements at one moment; reads the
 * group's reports, and its rows of each figure, of which zeros have none.
 */
export async function selectPeerReports(
  db: Db,
  group: PeerGroup,
  { figures, years, release }: PeerQuery,
): Promise<PeerReport[]> {
  const lists = sql`json_each(${JSON.stringify(years)}) y, ${peerList(group)}`
  const own = (name: 'h' | 'g') => {
    const table = sql.raw(name)
    return sql`${table}.year = y.value AND ${table}.scope = ${group.scope} AND ${table}.level = p.value ->> 0
      AND ${table}.sector = p.value ->> 1 AND ${table}.division BETWEEN ${group.from} AND ${group.to} AND ${asOf(name, release)}`
  }
  const keys = JSON.stringify(figures.map((id) => figureOf(id).key))
  const [reports, rows] = await db.batch([
    db
      .select({
        bureau: sql<number>`h.bureau`.as('bureau'),
        division: sql<number>`h.division`.as('division'),
        year: sql<number>`h.year`.as('year'),
        disclosure: sql<Edition>`h.disclosure`.as('disclosure'),
        requests: sql<Edition>`h.requests`.as('requests'),
        reviews: sql<Edition>`h.reviews`.as('reviews'),
      })
      .from(sql`${lists} CROSS JOIN holding h ON ${own('h')}`),
    db
      .select({
        bureau: sql<number>`g.bureau`.as('bureau'),
        year: sql<number>`g.year`.as('year'),
        figure: sql<number>`g.figure`.as('figure'),
        value: sql<number | null>`g.value`.as('value'),
        state: sql<number | null>`g.state`.as('state'),
      })
      .from(
        sql`json_each(${keys}) f, ${lists} CROSS JOIN figure_group g ON g.figure = f.value AND ${own('g')}`,
      ),
  ])
  const stored = new Map(rows.map((row) => [`${row.bureau} ${row.year} ${row.figure}`, row]))
  const asked = new Set(figures)
  return reports
    .toSorted((a, b) => a.year - b.year || a.division - b.division || a.bureau - b.bureau)
    .map((report) => {
      const { bureau, division, year } = report
      const tables = unpackTables(report)
      const observe = (id: FigureId): Observation => {
        if (!asked.has(id)) throw new RangeError(`${id} was not asked for`)
        const entry = figureOf(id)
        return observation(entry, tables, stored.get(`${bureau} ${year} ${entry.key}`))
      }
      return { bureau, division, year, tables, observe }
    })
}

type Edition = typeof holding.$inferSelect.requests

interface PeerValue extends Observation {
  readonly bureau: number
}

/** What every bureau of a group states of one figure in one year, in the order of divisions. */
export async function selectPeerValues(
  db: Db,
  group: PeerGroup,
  wanted: {
    readonly figure: FigureId
    readonly year: number
    readonly release?: number | undefined
  },
): Promise<PeerValue[]> {
  const { figure, year, release } = wanted
  const reports = await selectPeerReports(db, group, { figures: [figure], years: [year], release })
  return reports.map(({ bureau, observe }) => ({ bureau, ...observe(figure) }))
}
