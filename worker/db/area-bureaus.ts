import { type SQL, sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import type { Observation } from '#core/indicator/observation.ts'
import type { Tables } from '#core/reading.ts'
import type { Level, Scope } from '#core/roster/bureau.ts'
import { areaOf, codesIn } from './areas.ts'
import type { Db } from './client.ts'
import { type BureauRow, type ListedBureau, bureauOf, listedBureau } from './listed.ts'
import { observation, unpackTables } from './published.ts'
import { exactly } from './rankings.ts'
import type { report } from './schema.ts'

/** A bureau of an area with its newest published reports. */
export interface AreaBureau extends ListedBureau {
  /** By year, the earliest first. */
  readonly reports: readonly AreaReport[]
}

export interface AreaReport {
  readonly year: number
  readonly tables: Tables
  readonly excerpt: boolean
  /** In the order in which the figures were asked for. */
  readonly figures: readonly (Observation & { readonly disputed: boolean })[]
}

export interface AreaBureausQuery {
  readonly division: string
  readonly figures: readonly FigureId[]
  /** Reports of these years. */
  readonly from: number
  readonly to: number
  readonly level?: Level | undefined
  readonly sector?: string | undefined
  readonly scope?: Scope | undefined
  /** Where the page before ended. */
  readonly after?: BureauPlace | undefined
}

/** A place in the order of divisions and ids. */
export interface BureauPlace {
  readonly division: string
  readonly id: string
}

export interface AreaBureauPage {
  readonly bureaus: readonly AreaBureau[]
  /** Null: there are no more. */
  readonly next: BureauPlace | null
}

const perPage = 20

/** So many bureaus are looked at for a page where some are left out: two rows read for each. */
const mostLookedAt = 200

interface Row extends BureauRow {
  readonly nth: number
  readonly matches: 0 | 1
  readonly reports: string
  readonly figures: string
}

/**
 * A page of the bureaus in an area as it is now, with what their reports state, in the order of divisions and ids; where
 * many bureaus do not match it may be short or empty, and yet not the last. One statement.
 */
export async function selectAreaBureaus(db: Db, query: AreaBureausQuery): Promise<AreaBureauPage> {
  const { level, sector, scope } = query
  const most = (level ?? sector ?? scope) ? mostLookedAt : perPage + 1
  const rows = await db.all<Row>(sql`
    SELECT b.nth, b.matches, ${listedBureau}, ${reportsOf(query)} AS reports, ${figuresOf(query)} AS figures
    FROM (${lookedAt(query, most)}) b CROSS JOIN division d ON d.code = b.division
    WHERE b.matches OR b.nth = ${most} ORDER BY b.nth LIMIT ${perPage + 1}`)
  const found = rows.filter(({ matches }) => matches === 1)
  const isFull = found.length > perPage
  const end = isFull ? found[perPage - 1] : rows.find(({ nth }) => nth === most)
  return {
    bureaus: found
      .slice(0, perPage)
      .map((row) => ({ ...bureauOf(row), reports: read(query, row) })),
    next: end ? { division: end.code, id: end.id } : null,
  }
}

const is = (column: string, value: string | undefined): SQL =>
  value === undefined ? sql`true` : sql`${sql.raw(column)} = ${value}`

/** The next bureaus of the area, and whether they are those that are asked for. */
function lookedAt({ division, after, level, sector, scope }: AreaBureausQuery, most: number): SQL {
  const { from, to } = codesIn(areaOf(division))
  return sql`SELECT *, row_number() OVER (ORDER BY division, id) AS nth,
      (${is('level', level)} AND ${is('sector', sector)} AND ${is('scope', scope)}) AS matches
    FROM bureau WHERE (division, id) > (${after?.division ?? from}, ${after?.id ?? ''}) AND division < ${to}
    ORDER BY division, id LIMIT ${most}`
}

const reportsOf = ({ from, to }: AreaBureausQuery): SQL =>
  sql`(SELECT json_group_array(json_array(r.year, r.disclosure, r.requests, r.reviews, r.excerpt, r.disputed))
    FROM report r WHERE r.bureau = b.key AND r.year BETWEEN ${from} AND ${to} AND r.published IS NOT NULL)`

const figuresOf = ({ figures, from, to }: AreaBureausQuery): SQL =>
  sql`(SELECT json_group_array(json_array(g.year, g.figure, ${exactly}, g.state))
    FROM json_each(${JSON.stringify(figures.map((id) => figureOf(id).key))}) f
    CROSS JOIN figure g ON g.bureau = b.key AND g.figure = f.value AND g.year BETWEEN ${from} AND ${to}
      AND g.until IS NULL)`

type Edition = typeof report.$inferSelect.requests
type StoredReport = readonly [
  year: number,
  disclosure: Edition,
  requests: Edition,
  reviews: Edition,
  excerpt: 0 | 1,
  disputed: string | null,
]
type StoredFigure = readonly [
  year: number,
  figure: number,
  value: number | string | null,
  state: number | null,
]

function read({ figures }: AreaBureausQuery, row: Row): AreaReport[] {
  const stored = new Map(
    list<StoredFigure>(row.figures).map(([year, key, value, state]) => [
      `${year} ${key}`,
      { value: value === null ? null : Number(value), state },
    ]),
  )
  return list<StoredReport>(row.reports)
    .map(([year, disclosure, requests, reviews, excerpt, disputed]) => {
      const tables = unpackTables({ disclosure, requests, reviews })
      const broken = new Set(disputed === null ? [] : list<number>(disputed))
      return {
        year,
        tables,
        excerpt: excerpt === 1,
        figures: figures.map((id) => {
          const entry = figureOf(id)
          const seen = observation(entry, tables, stored.get(`${year} ${entry.key}`))
          return { ...seen, disputed: broken.has(entry.key) }
        }),
      }
    })
    .toSorted((a, b) => a.year - b.year)
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the statement above, or by publishing
const list = <T>(json: string): T[] => JSON.parse(json) as T[]
