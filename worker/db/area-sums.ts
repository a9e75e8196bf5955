import { type SQL, sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import type { Level, Scope } from '#core/roster/bureau.ts'
import {
  type AreaRange,
  type KeptQuery,
  areaOf,
  keptList,
  keptRows,
  peerKey,
  scopeKey,
  within,
} from './areas.ts'
import { type AreaWholesQuery, selectAreaWholes } from './area-wholes.ts'
import type { Db } from './client.ts'
import { selectExpected } from './coverage.ts'
import { selectTogether } from './together.ts'
import { type SumRow, type Total, keptTotals, readTotals, selectCounts } from './totals.ts'

/** Figures and the years of which their sums are wanted. */
export interface Wanted {
  readonly figures: readonly FigureId[]
  readonly years: readonly number[]
}

export interface AreaSumsQuery {
  /** The country for null. */
  readonly division: string | null
  readonly scope: Scope
  /** Reports of one level only; the areas inside are then left out. */
  readonly level?: Level | undefined
  readonly own: readonly Wanted[]
  /** Of each area directly inside it. */
  readonly inside: Wanted
  readonly release?: number | undefined
}

export interface AreaSums {
  readonly own: readonly Total[]
  readonly inside: readonly Total[]
}

/**
 * Sums of an area and of those inside it, by year, at one moment: one statement. Rows read: about two for each figure and
 * year, and one for each of the areas inside; of a single level of the country or a province some ten for each, below
 * that one for each figure of each report.
 */
export async function selectAreaSums(db: Db, query: AreaSumsQuery): Promise<AreaSums> {
  const { division, scope, level, own, release } = query
  const area = areaOf(division)
  if (level !== undefined && area.depth > 1) {
    const pairs = own.flatMap(pairsOf)
    return { own: await selectRead(db, query, { area, scope, level, pairs, release }), inside: [] }
  }
  const itself = { depth: area.depth, from: area.division, to: area.division }
  const inside = { ...query.inside, ranges: level === undefined ? within(area) : [] }
  const kept = keptOf(query, [itself])
  const keptInside = keptOf(query, inside.ranges)
  const of = { of: division }
  const [cells, counts, changes, countsInside, changesInside] = await selectTogether(db, [
    selectCells(db, kept, [
      ...own.flatMap(pairsOf).map((pair) => cellOf(pair, itself)),
      ...inside.ranges.flatMap((range) => pairsOf(inside).map((pair) => cellOf(pair, range))),
    ]),
    selectCounts(db, { years: yearsOf(own), areas: of, release }, kept),
    // Who is expected may be of a sector of which nothing is held.
    selectExpected(db, { ...kept, list: undefined }),
    selectCounts(db, { years: inside.years, areas: { inside: division }, release }, keptInside),
    selectExpected(db, keptInside),
  ])
  const sums = addedUp(cells)
  return {
    own: own.flatMap(({ figures, years }) =>
      keptTotals(figures, {
        sums,
        counts: counts.filter(({ year }) => years.includes(year)),
        changes,
      }),
    ),
    inside: keptTotals(inside.figures, { sums, counts: countsInside, changes: changesInside }),
  }
}

type Pair = readonly [figure: FigureId, year: number]

const pairsOf = ({ figures, years }: Wanted): Pair[] =>
  figures.flatMap((id) => years.map((year) => [id, year] as const))

const yearsOf = (wanted: readonly Wanted[]): number[] => [
  ...new Set(wanted.flatMap(({ years }) => years)),
]

/** One figure of one year in areas of one depth. */
const cellOf = ([id, year]: Pair, { depth, from, to }: AreaRange) =>
  [figureOf(id).key, year, depth, from, to] as const

function keptOf(query: AreaSumsQuery, areas: readonly AreaRange[]): KeptQuery {
  const { scope, level, release } = query
  const [only] = areas
  const list = level !== undefined && only ? heldKeys(query, only) : undefined
  return { scopes: [scope], peers: { level }, areas, release, list }
}

/** The keys of one level with every sector that anything is held of in the area; each year has a few. */
function heldKeys({ scope, level, own }: AreaSumsQuery, { depth, from, to }: AreaRange): SQL {
  const [of, at] = [scopeKey(scope), peerKey({ level }).level]
  const next = (
    year: SQL,
    after: SQL,
  ) => sql`(SELECT min(r.sector) FROM received r WHERE r.year = ${year}
    AND r.scope = ${of} AND r.depth = ${depth} AND r.level = ${at} AND r.sector > ${after})`
  return sql`(WITH RECURSIVE held (year, sector) AS (
      SELECT y.value, ${next(sql`y.value`, sql`0`)} FROM json_each(${JSON.stringify(yearsOf(own))}) y
      UNION ALL
      SELECT held.year, ${next(sql`held.year`, sql`held.sector`)} FROM held WHERE held.sector IS NOT NULL
    ) SELECT DISTINCT json_array(${of}, ${depth}, ${at}, held.sector, ${from}, ${to}) AS value
      FROM held WHERE held.sector IS NOT NULL)`
}

/** The kept sums of cells, each found by itself: fewer rows than by lists of figures, years and areas. */
const selectCells = (db: Db, kept: KeptQuery, cells: readonly (readonly number[])[]) =>
  db
    .select({
      figure: sql<number>`t.figure`.as('figure'),
      year: sql<number>`t.year`.as('year'),
      division: sql<number>`t.division`.as('division'),
      sum: sql<number>`t.sum`.as('sum'),
      unassessable: sql<number>`t.unassessable`.as('unassessable'),
    })
    .from(
      kept.list
        ? sql`json_each(${JSON.stringify(cells)}) c, ${keptList(kept)}
          CROSS JOIN total t ON t.figure = c.value ->> 0 AND t.year = c.value ->> 1 AND ${keptRows('t', kept)}`
        : sql`json_each(${JSON.stringify(cells.map((cell) => keyed(kept, cell)))}) k
          CROSS JOIN total t ON t.figure = k.value ->> 6 AND t.year = k.value ->> 7 AND ${keptRows('t', kept)}`,
    )

/** Those of several sectors as one: added up here, where no row is read twice for it. */
function addedUp(rows: readonly SumRow[]): SumRow[] {
  const sums = new Map<string, SumRow>()
  for (const row of rows) {
    const at = `${row.figure} ${row.year} ${row.division}`
    const { sum = 0, unassessable = 0 } = sums.get(at) ?? {}
    sums.set(at, {
      ...row,
      sum: sum + row.sum,
      unassessable: unassessable + row.unassessable,
    })
  }
  return [...sums.values()]
}

/** The cell as a key of `keptRows`, of all levels and sectors. */
const keyed = ({ scopes: [scope = 'own'] }: KeptQuery, cell: readonly number[]): number[] => {
  const [figure = 0, year = 0, depth = 0, from = 0, to = 0] = cell
  return [scopeKey(scope), depth, 0, 0, from, to, figure, year]
}

/** The same of reports that have to be read. */
async function selectRead(
  db: Db,
  { own }: AreaSumsQuery,
  query: AreaWholesQuery,
): Promise<Total[]> {
  const reports = await selectAreaWholes(db, query)
  const byYear = Map.groupBy(reports, ({ year }) => year)
  return own.flatMap(({ figures, years }) =>
    [...byYear].flatMap(([year, held]) =>
      years.includes(year) ? readTotals(figures, [year, query.area.division], held) : [],
    ),
  )
}
