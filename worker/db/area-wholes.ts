import { sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import type { Observation } from '#core/indicator/observation.ts'
import type { Level, Scope } from '#core/roster/bureau.ts'
import { peerKey, scopeKey, spanOf } from './areas.ts'
import { asOf } from './asof.ts'
import type { Db } from './client.ts'
import type { Area } from './group.ts'
import { observation, unpackTables } from './published.ts'
import { type PeerReport, exactly } from './rankings.ts'
import type { holding } from './schema.ts'

export interface AreaWholesQuery {
  readonly area: Area
  readonly scope: Scope
  readonly level: Level
  /** What is wanted of a report on each year. */
  readonly pairs: readonly (readonly [figure: FigureId, year: number])[]
  readonly release?: number | undefined
}

type Edition = typeof holding.$inferSelect.requests

interface Row {
  readonly year: number
  readonly disclosure: Edition
  readonly requests: Edition
  readonly reviews: Edition
  readonly figures: string
}

/**
 * The reports of one level in an area, such as those of its county governments on all of their counties, by year. One
 * statement; rows read: some ten for each year, for the sectors that there are, and two for each figure of each report.
 */
export async function selectAreaWholes(
  db: Db,
  query: AreaWholesQuery,
): Promise<Pick<PeerReport, 'year' | 'tables' | 'observe'>[]> {
  const { area, scope, level, pairs, release } = query
  const { from, to } = spanOf(area)
  const byYear = Map.groupBy(pairs, ([, year]) => year)
  const years = JSON.stringify([...byYear.keys()])
  const keys = JSON.stringify(
    Object.fromEntries(
      [...byYear].map(([year, own]) => [year, own.map(([id]) => figureOf(id).key)]),
    ),
  )
  const of = sql`h.scope = ${scopeKey(scope)} AND h.level = ${peerKey({ level }).level}`
  const rows = await db.all<Row>(sql`
    WITH RECURSIVE held (year, sector) AS (
      SELECT y.value, (SELECT min(h.sector) FROM holding h WHERE h.year = y.value AND ${of})
        FROM json_each(${years}) y
      UNION ALL
      SELECT held.year, (SELECT min(h.sector) FROM holding h WHERE h.year = held.year AND ${of}
        AND h.sector > held.sector) FROM held WHERE held.sector IS NOT NULL
    )
    SELECT h.year, h.disclosure, h.requests, h.reviews,
      (SELECT json_group_array(json_array(g.figure, ${exactly}, g.state)) FROM json_each(${keys}, '$.' || h.year) f
        CROSS JOIN figure g ON g.bureau = h.bureau AND g.figure = f.value AND g.year = h.year
          AND ${asOf('g', release)}) AS figures
    FROM held CROSS JOIN holding h ON h.year = held.year AND ${of} AND h.sector = held.sector
      AND h.division BETWEEN ${from} AND ${to} AND ${asOf('h', release)}
    WHERE held.sector IS NOT NULL ORDER BY h.year`)
  return rows.map(({ year, figures, ...editions }) => {
    const tables = unpackTables(editions)
    const stored = storedOf(figures)
    const observe = (id: FigureId): Observation => {
      const entry = figureOf(id)
      return observation(entry, tables, stored.get(entry.key))
    }
    return { year, tables, observe }
  })
}

type Stored = readonly [figure: number, value: number | string | null, state: number | null]

const storedOf = (json: string) =>
  new Map(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the statement above
    (JSON.parse(json) as Stored[]).map(([key, value, state]) => [
      key,
      { value: value === null ? null : Number(value), state },
    ]),
  )
