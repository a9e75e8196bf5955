import { type SQL, sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import type { Label } from '#core/catalog/table.ts'
import { type IndicatorId, figuresOf } from '#core/indicator/indicators.ts'
import type { Observations } from '#core/indicator/observation.ts'
import { rate } from '#core/indicator/rate.ts'
import { type Percentiles, spread } from '#core/indicator/spread.ts'
import { codeOf, spanOf } from './areas.ts'
import { asOf } from './asof.ts'
import type { Db } from './client.ts'
import type { Area, Group } from './group.ts'
import { observation, unpackTables } from './published.ts'
import { exactly } from './rankings.ts'
import type { holding } from './schema.ts'
import { incomparable } from './standings.ts'

/** Bureaus of one level, sector and scope, in the areas of one of them (see `groupOf`) or of several. */
export type PeerPlace = Pick<Group, 'scope' | 'level' | 'sector' | 'areas'>

export interface Median {
  readonly measure: FigureId | IndicatorId
  readonly year: number
  /** How many peers state a number; of a rate, those that are not too few. */
  readonly n: number
  /** Null where there are too few peers (`minGroup`). */
  readonly value: number | null
  readonly percentiles: Percentiles | null
}

export interface PeerMedians {
  /** The area whose bureaus of the kind are the peers; null where even the smallest has too many to be read. */
  readonly place: Label | null
  /** By measure, then year, in the order asked for. */
  readonly medians: readonly Median[]
}

export interface MedianQuery {
  readonly measures: readonly (FigureId | IndicatorId)[]
  readonly years: readonly number[]
  readonly release?: number | undefined
}

/** Rows of peers that one page may read; to find out that a group is too large takes half as many again. */
const most = 1200

/**
 * The median of each measure and year over a bureau's peers, itself among them: those of the widest area around it that
 * are few enough to be read. One statement.
 */
export async function selectMedians(
  db: Db,
  peers: PeerPlace,
  { measures, years, release }: MedianQuery,
): Promise<PeerMedians> {
  const figures = [...new Set(measures.flatMap((id) => (isFigureId(id) ? [id] : figuresOf(id))))]
  const [row] = await db.all<Row>(statement(peers, { figures, years, release }))
  const observers = row ? observersOf(row) : new Map<number, Observations[]>()
  return {
    place: row ? nameOf(row) : null,
    medians: measures.flatMap((measure) =>
      years.map((year) => ({ measure, year, ...medianOf(measure, observers.get(year) ?? []) })),
    ),
  }
}

function medianOf(measure: FigureId | IndicatorId, reports: readonly Observations[]) {
  const values = reports.flatMap((observe) => numberOf(measure, observe) ?? [])
  const { n, percentiles } = spread(values)
  return { n, value: percentiles?.p50 ?? null, percentiles }
}

function numberOf(measure: FigureId | IndicatorId, observe: Observations): number | null {
  if (incomparable(measure) !== null) return null
  if (isFigureId(measure)) return observe(measure).value
  const { value, tooFew } = rate(measure, observe)
  return tooFew ? null : value
}

interface Row {
  readonly depth: number
  readonly division: number
  readonly name: string | null
  readonly nameEn: string | null
  readonly reports: string
  readonly stated: string
}

const country: Label = { zh: '全国', en: 'the whole country' }
const madeUp: Label = { zh: '虚构示例', en: 'the made-up example' }

const nameOf = ({ depth, division, name, nameEn }: Row): Label => {
  if (name !== null) return { zh: name, en: nameEn ?? name }
  return depth === 0 && division === 0 ? country : madeUp
}

type Edition = typeof holding.$inferSelect.requests
type ReportLine = readonly [
  year: number,
  bureau: number,
  disclosure: Edition,
  requests: Edition,
  reviews: Edition,
]
type Stated = readonly [
  year: number,
  figure: number,
  bureau: number,
  value: number | string | null,
  state: number | null,
]

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the statement below
const list = <T>(json: string): T[] => JSON.parse(json) as T[]

/** What each report states, by year. */
function observersOf({ reports, stated }: Row): ReadonlyMap<number, Observations[]> {
  const rows = new Map(
    list<Stated>(stated).map(([year, key, bureau, value, state]) => [
      `${year} ${key} ${bureau}`,
      { value: value === null ? null : Number(value), state },
    ]),
  )
  const observers = list<ReportLine>(reports).map(([year, bureau, ...editions]) => {
    const [disclosure, requests, reviews] = editions
    const tables = unpackTables({ disclosure, requests, reviews })
    const observe: Observations = (id) => {
      const entry = figureOf(id)
      return observation(entry, tables, rows.get(`${year} ${entry.key} ${bureau}`))
    }
    return { year, observe }
  })
  const byYear = Map.groupBy(observers, ({ year }) => year)
  return new Map([...byYear].map(([year, own]) => [year, own.map(({ observe }) => observe)]))
}

interface Wanted extends Omit<MedianQuery, 'measures'> {
  readonly figures: readonly FigureId[]
}

/** An area with the range of its divisions and its code. */
const candidate = (area: Area) => {
  const { from, to } = spanOf(area)
  return [area.depth, area.division, from, to, area.depth === 0 ? null : codeOf(area.division)]
}

function statement({ scope, level, sector, areas }: PeerPlace, wanted: Wanted): SQL {
  const { figures, years, release } = wanted
  const yearList = sql`json_each(${JSON.stringify(years)}) y`
  const keys = sql`json_each(${JSON.stringify(figures.map((id) => figureOf(id).key))}) f`
  const kind = (name: string) => {
    const table = sql.raw(name)
    return sql`${table}.year = y.value AND ${table}.scope = ${scope} AND ${table}.level = ${level}
      AND ${table}.sector = ${sector} AND ${asOf(name, release)}`
  }
  const enough = Math.floor(most / (1 + figures.length))
  // How many reports of a kind there are is kept for the country and its provinces; in smaller areas they are counted.
  return sql`
    WITH place AS (
      SELECT c.value ->> 0 AS depth, c.value ->> 1 AS division, c.value ->> 2 AS low, c.value ->> 3 AS high,
        c.value ->> 4 AS code
      FROM json_each(${JSON.stringify(areas.map(candidate))}) c
      WHERE iif(c.value ->> 0 <= 1,
        (SELECT coalesce(sum(r.reports), 0) FROM ${yearList} CROSS JOIN received r
          ON r.depth = c.value ->> 0 AND r.division = c.value ->> 1 AND ${kind('r')}),
        (SELECT count(*) FROM (SELECT 1 FROM ${yearList} CROSS JOIN holding h
          ON h.division BETWEEN c.value ->> 2 AND c.value ->> 3 AND ${kind('h')} LIMIT ${enough + 1}))) <= ${enough}
      ORDER BY c.key LIMIT 1
    )
    SELECT p.depth, p.division, ${named(release)},
      (SELECT json_group_array(json_array(h.year, h.bureau, h.disclosure, h.requests, h.reviews))
        FROM ${yearList} CROSS JOIN holding h ON h.division BETWEEN p.low AND p.high AND ${kind('h')}) AS reports,
      (SELECT json_group_array(json_array(g.year, g.figure, g.bureau, ${exactly}, g.state))
        FROM ${keys}, ${yearList} CROSS JOIN figure_group g
        ON g.figure = f.value AND g.division BETWEEN p.low AND p.high AND ${kind('g')}) AS stated
    FROM place p LEFT JOIN division d ON d.code = p.code${past(release)}`
}

const named = (release: number | undefined): SQL =>
  release === undefined
    ? sql`d.name AS name, d.name_en AS nameEn`
    : sql`coalesce(q.name, d.name) AS name, iif(q.until IS NULL, d.name_en, q.name_en) AS nameEn`

const past = (release: number | undefined): SQL =>
  release === undefined
    ? sql``
    : sql` LEFT JOIN division_past q ON q.division = d.code AND q.until =
        (SELECT min(k.until) FROM division_past k WHERE k.division = d.code AND k.until > ${release})`
