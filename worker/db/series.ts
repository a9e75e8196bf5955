import { sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import type { Observation } from '#core/indicator/observation.ts'
import { type Tenure, standsAside } from '#core/lineage/tenure.ts'
import type { Tables } from '#core/reading.ts'
import { asOf } from './asof.ts'
import type { Db } from './client.ts'
import { observation, unpackTables } from './published.ts'
import type { Release } from './releases.ts'
import { selectReportsAsOf } from './reports.ts'
import { figure, report } from './schema.ts'

/** A published report without its figures. */
export interface ReportHead {
  readonly bureau: string
  readonly year: number
  readonly tables: Tables
  /** Only part of the report was at hand; what it does not hold is 未收录. */
  readonly excerpt: boolean
  /**
   * Part of no sum: its bureau was not there yet, or succeeded by then, and another's report has its figures. Null:
   * nobody knows, of a release before which no lineage was kept.
   */
  readonly aside: boolean | null
}

export interface Point extends Observation {
  readonly year: number
  /** A sum that this figure is part of does not hold; it is shown as printed. */
  readonly disputed: boolean
}

/** One figure of one bureau: a point for every published report in the range. A year without a report has no point. */
export interface Series {
  readonly bureau: string
  readonly figure: FigureId
  readonly points: readonly Point[]
}

export interface Trend {
  readonly reports: readonly ReportHead[]
  readonly series: readonly Series[]
}

export interface TrendQuery {
  readonly bureaus: readonly TrendBureau[]
  readonly figures: readonly FigureId[]
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** To look back to; what is public now where there is none. */
  readonly release?: Release | undefined
}

interface TrendBureau {
  readonly id: string
  readonly key: number
  /** Of a release, where it is known: which reports stood aside then follows from it. */
  readonly tenure?: Tenure | null
}

/** A report with the numbers of the figures that a broken sum is about, as JSON. */
interface Head extends Omit<ReportHead, 'bureau'> {
  /** Storage key. */
  readonly bureau: number
  readonly disputed: string | null
}

/** Figures over the years: by bureau, then figure, in the order asked for; points by year. Two statements. */
export async function selectTrend(db: Db, query: TrendQuery): Promise<Trend> {
  const { release } = query
  const { heads, rows } = release
    ? await selectPast(db, query, release)
    : await selectLive(db, query)
  const idOf = new Map(query.bureaus.map(({ id, key }) => [key, id]))
  return {
    series: seriesOf(query, heads, rows),
    reports: heads.map(({ bureau, year, tables, excerpt, aside }) => ({
      bureau: idOf.get(bureau) ?? '',
      year,
      tables,
      excerpt,
      aside,
    })),
  }
}

/** Both at one moment. */
async function selectLive(db: Db, query: TrendQuery) {
  const { bureaus, from, to } = spanOf(query)
  const [reports, rows] = await db.batch([
    db
      .select()
      .from(report)
      .where(
        sql`${report.bureau} IN (SELECT value FROM json_each(${JSON.stringify(bureaus)}))
          AND ${report.year} BETWEEN ${from} AND ${to} AND ${report.published} IS NOT NULL`,
      )
      .orderBy(report.bureau, report.year),
    figureRows(db, query),
  ])
  return { heads: reports.map((row): Head => ({ ...row, tables: unpackTables(row) })), rows }
}

/** What a release holds does not change between the two. */
async function selectPast(db: Db, query: TrendQuery, release: Release) {
  const { bureaus, ...range } = spanOf(query)
  const reports = await selectReportsAsOf(db, bureaus, range, release)
  const tenures = new Map(query.bureaus.map(({ key, tenure }) => [key, tenure]))
  const heads = reports.map((own): Head => {
    const tenure = tenures.get(own.bureau)
    return { ...own, aside: tenure ? standsAside(tenure, own.year) : null }
  })
  return { heads, rows: await figureRows(db, query) }
}

const spanOf = ({ bureaus, from = 0, to = 9999 }: TrendQuery) => ({
  bureaus: bureaus.map(({ key }) => key),
  from,
  to,
})

function figureRows(db: Db, query: TrendQuery) {
  const { bureaus, from, to } = spanOf(query)
  const wanted = query.figures.map((id) => figureOf(id).key)
  return db
    .select()
    .from(figure)
    .where(
      sql`${figure.bureau} IN (SELECT value FROM json_each(${JSON.stringify(bureaus)}))
        AND ${figure.figure} IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))
        AND ${figure.year} BETWEEN ${from} AND ${to} AND ${asOf('figure', query.release?.seq)}`,
    )
}

function seriesOf(
  { bureaus, figures }: TrendQuery,
  heads: readonly Head[],
  rows: readonly (typeof figure.$inferSelect)[],
): Series[] {
  const stored = new Map(rows.map((row) => [`${row.bureau} ${row.figure} ${row.year}`, row]))
  const told = heads.map((head) => ({ ...head, disputed: disputedKeys(head.disputed) }))
  return bureaus.flatMap(({ id, key }) => {
    const own = told.filter(({ bureau }) => bureau === key)
    return figures.map((figureId): Series => {
      const entry = figureOf(figureId)
      const points = own.map(({ year, tables, disputed }) => ({
        year,
        ...observation(entry, tables, stored.get(`${key} ${entry.key} ${year}`)),
        disputed: disputed.has(entry.key),
      }))
      return { bureau: id, figure: figureId, points }
    })
  })
}

/** The numbers of the figures that a broken sum of a published report is about. */
const disputedKeys = (json: string | null): ReadonlySet<number> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by publishRevision
  new Set(json === null ? [] : (JSON.parse(json) as number[]))
