import { sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import type { Observation } from '#core/indicator/observation.ts'
import type { Tables } from '#core/reading.ts'
import type { BureauEntry } from './bureaus.ts'
import type { Db } from './client.ts'
import { observation, unpackTables } from './published.ts'
import { figure, report } from './schema.ts'

/** A published report without its figures. */
export interface ReportHead {
  readonly bureau: string
  readonly year: number
  readonly tables: Tables
  /** Only part of the report was at hand; what it does not hold is 未收录. */
  readonly excerpt: boolean
  /** Part of no sum: its bureau was not there yet, or succeeded by then, and another's report has its figures. */
  readonly aside: boolean
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
  readonly bureaus: readonly Pick<BureauEntry, 'id' | 'key'>[]
  readonly figures: readonly FigureId[]
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** Figures over the years: by bureau, then figure, in the order asked for; points by year. Two statements. */
export async function selectTrend(db: Db, query: TrendQuery): Promise<Trend> {
  const { bureaus, figures, from = 0, to = 9999 } = query
  const keys = JSON.stringify(bureaus.map(({ key }) => key))
  const wanted = JSON.stringify(figures.map((id) => figureOf(id).key))
  const [reports, rows] = await db.batch([
    db
      .select()
      .from(report)
      .where(
        sql`${report.bureau} IN (SELECT value FROM json_each(${keys})) AND ${report.year} BETWEEN ${from} AND ${to}
          AND ${report.published} IS NOT NULL`,
      )
      .orderBy(report.bureau, report.year),
    db
      .select()
      .from(figure)
      .where(
        sql`${figure.bureau} IN (SELECT value FROM json_each(${keys}))
          AND ${figure.figure} IN (SELECT value FROM json_each(${wanted})) AND ${figure.year} BETWEEN ${from} AND ${to}
          AND ${figure.until} IS NULL`,
      ),
  ])
  const heads = reports.map((row) => ({
    ...row,
    tables: unpackTables(row),
    disputed: disputedKeys(row.disputed),
  }))
  const stored = new Map(rows.map((row) => [`${row.bureau} ${row.figure} ${row.year}`, row]))
  const series = bureaus.flatMap(({ id, key }) => {
    const own = heads.filter((head) => head.bureau === key)
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
  const idOf = new Map(bureaus.map(({ id, key }) => [key, id]))
  const head = ({ bureau, year, tables, excerpt, aside }: (typeof heads)[number]): ReportHead => ({
    bureau: idOf.get(bureau) ?? '',
    year,
    tables,
    excerpt,
    aside,
  })
  return { series, reports: heads.map(head) }
}

/** The numbers of the figures that a broken sum of a published report is about. */
const disputedKeys = (json: string | null): ReadonlySet<number> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by publishRevision
  new Set(json === null ? [] : (JSON.parse(json) as number[]))
