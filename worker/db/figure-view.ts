import { sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import { type IndicatorId, figuresOf } from '#core/indicator/indicators.ts'
import { indicatorMeasure } from '#core/indicator/measures.ts'
import { type Level, type Scope, levelEntries, levels } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import { type AreaRange, type Peers, areaOf, isFiltered, scopeKey, within } from './areas.ts'
import { asOf } from './asof.ts'
import type { Db } from './client.ts'
import { isMadeUp, madeUpCountry } from './outline.ts'
import { reportCounts, reportsWith } from './report-counts.ts'
import { type CountrySpread, isPartial, spreadOf, whyPartial, withheld } from './spreads.ts'
import { selectTogether } from './together.ts'
import { type Total, keptParts, keptTotals, selectTotals } from './totals.ts'

export interface FigureViewQuery extends Peers {
  readonly measure: FigureId | IndicatorId
  /** Code; null: the country. */
  readonly division: string | null
  /** Of the area itself. */
  readonly years: readonly number[]
  /** Of the areas inside it, and of the spread. */
  readonly year: number
  readonly scope: Scope
  readonly release?: number | undefined
}

/** How the bureaus of one level are spread over the country; null: those of all levels. */
export interface LevelSpread extends CountrySpread {
  readonly level: Level | null
}

/** What a page about one figure shows of an area: of the figure, or of all that a rate is made of. */
export interface FigureView {
  readonly own: readonly Total[]
  /** Of the areas directly inside it, where they are kept: of all bureaus, and of the country also of one level and sector. */
  readonly inside: readonly Total[]
  /** Of the country, where neither level nor sector is asked for; empty else. */
  readonly spreads: readonly LevelSpread[]
}

const hasSpread = ({ division, ...peers }: FigureViewQuery): boolean =>
  (division === null || division === madeUpCountry) && !isFiltered(peers)

/**
 * Sums of an area over the years and of its parts in one, and how the bureaus of the country are spread. One statement,
 * or two where single levels or sectors of an area below a province are asked for. Rows read: for every year and part as
 * many as there are figures and two more, and about 500 for the spread.
 */
export async function selectFigureView(db: Db, query: FigureViewQuery): Promise<FigureView> {
  const area = areaOf(query.division)
  const figures = isFigureId(query.measure) ? [query.measure] : figuresOf(query.measure)
  const own = { ...query, figures, areas: { of: query.division } }
  if (isFiltered(query) && area.depth > 1)
    return { own: await selectTotals(db, own), inside: [], spreads: [] }
  const itself = { depth: area.depth, from: area.division, to: area.division }
  const ranges = within(area).filter(
    ({ depth }) => !isFiltered(query) || (isOne(query) && depth <= 1),
  )
  const inside = { ...own, years: [query.year], areas: { inside: query.division } }
  const ownParts = keptParts(db, own, keptOf(query, [itself]))
  const insideParts = keptParts(db, inside, keptOf(query, ranges))
  const [sums, counts, changes, partSums, partCounts, partChanges, ...spread] =
    await selectTogether(db, [...ownParts, ...insideParts, ...spreadParts(db, query)])
  return {
    own: keptTotals(figures, { sums, counts, changes }),
    inside: keptTotals(figures, { sums: partSums, counts: partCounts, changes: partChanges }),
    spreads: hasSpread(query) ? spreadsOf(query, spread) : [],
  }
}

/** Of one level and sector the sums of the country and of provinces are kept; of several they would have to be added. */
const isOne = ({ level, sector }: Peers): boolean => level !== undefined && sector !== undefined

const keptOf = (query: FigureViewQuery, areas: readonly AreaRange[]) => ({
  scopes: [query.scope],
  peers: query,
  areas,
  release: query.release,
})

/** Every level with every sector, and all of them: sums and counts of levels are kept sector by sector. */
const allKeys = [
  [0, 0],
  ...levels.flatMap((level) => sectors.map(({ key }) => [levelEntries[level].key, key])),
]

/** The histograms of the country by level, and what tells how many reports state a figure. */
function spreadParts(db: Db, query: FigureViewQuery) {
  const { measure, year, scope, release } = query
  const country = Number(isMadeUp(query.division))
  const [keys, all] = (hasSpread(query) ? [allKeys, [0, 1, 2, 3, 4, 5]] : [[], []]).map((list) =>
    JSON.stringify(list),
  )
  const key = isFigureId(measure) ? figureOf(measure).key : indicatorMeasure(measure)
  const own = (name: string) => {
    const table = sql.raw(name)
    return sql`${table}.year = ${year} AND ${table}.scope = ${scopeKey(scope)} AND ${table}.division = ${country}
      AND ${asOf(name, release)}`
  }
  const peers = (name: string) => {
    const table = sql.raw(name)
    return sql`${table}.depth = 0 AND ${table}.level = k.value ->> 0 AND ${table}.sector = k.value ->> 1 AND ${own(name)}`
  }
  return [
    db
      .select({
        level: sql<number>`h.level`.as('level'),
        bin: sql<number>`h.bin`.as('bin'),
        n: sql<number>`h.n`.as('n'),
      })
      .from(
        sql`json_each(${all}) l CROSS JOIN histogram h
          ON h.measure = ${key} AND h.level = l.value AND ${own('h')}`,
      ),
    db
      .select({ ...reportCounts, level: sql<number>`r.level`.as('level') })
      .from(sql`json_each(${keys}) k CROSS JOIN received r ON ${peers('r')}`)
      .groupBy(sql`r.level`),
    db
      .select({
        level: sql<number>`t.level`.as('level'),
        unassessable: sql<number>`sum(t.unassessable)`.as('sum_unassessable'),
      })
      .from(sql`json_each(${keys}) k CROSS JOIN total t ON t.figure = ${key} AND ${peers('t')}`)
      .groupBy(sql`t.level`),
    db.select({ isPartial: isPartial(release).as('is_partial') }).from(sql`(SELECT 1)`),
  ] as const
}

type Row<At extends 0 | 1 | 2 | 3> = Awaited<ReturnType<typeof spreadParts>[At]>

function spreadsOf(
  { measure, release }: FigureViewQuery,
  [bins, counts, gaps, [whole]]: readonly [Row<0>, Row<1>, Row<2>, Row<3>],
): LevelSpread[] {
  // Reports that an older version published are counted before they are in the histograms: they would pass for 0.
  if (whole?.isPartial !== 0) return [{ level: null, ...withheld(whyPartial(release)) }]
  return [null, ...levels].map((level) => {
    const key = level === null ? 0 : levelEntries[level].key
    const own = <T extends { readonly level: number }>(rows: readonly T[]): T[] =>
      rows.filter((row) => row.level === key)
    const [count] = own(counts)
    const held = isFigureId(measure) && count ? reportsWith(figureOf(measure), count) : 0
    const stated = held - (own(gaps)[0]?.unassessable ?? 0)
    return { level, ...spreadOf(measure, own(bins), stated) }
  })
}
