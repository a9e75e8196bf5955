import { sql } from 'drizzle-orm'
import { type Figure, type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import type { Db } from './client.ts'
import { asOf } from './asof.ts'
import { type Area, areasOf, isMunicipality } from './group.ts'
import { feeUnit } from './sums.ts'

/** A sum over the bureaus of an area, own reports and whole-area reports apart. */
export interface Total {
  readonly figure: FigureId
  readonly year: number
  /** 8 digits: GB/T 2260 code and zone; 0 is the country. */
  readonly division: number
  /** Null where no report states a number, or where the figure is none that may be added up. */
  readonly sum: number | null
  /** Reports whose table has the figure. */
  readonly reports: number
  /** Those of them without a number in it: where there are any, the sum is "at least". */
  readonly unassessable: number
}

export interface TotalQuery {
  readonly figures: readonly FigureId[]
  readonly years: readonly number[]
  readonly scope: 'own' | 'area'
  /** The area itself, or each of the areas directly inside it. */
  readonly areas: { readonly of: string | null } | { readonly inside: string | null }
  /** Release to look back to; what is live now where there is none. */
  readonly release?: number | undefined
}

const country: Area = { depth: 0, division: 0 }

/** The smallest area that a division's code names; the country for null. */
const areaOf = (code: string | null): Area =>
  code === null ? country : (areasOf(code).at(-1) ?? country)

const range = (depth: number, from: number, width: number) => ({
  depth,
  from,
  to: from + width - 1,
})

/**
 * Areas directly inside another, as ranges of numbers at one depth: a province holds its prefectures and the counties
 * that have none, a prefecture its counties and its own zones.
 */
function within({ depth, division }: Area): { depth: number; from: number; to: number }[] {
  // Province 0 is the made-up one: it is in no list of the country.
  if (depth === 0) return [range(1, 1_000_000, 99_000_000)]
  if (depth === 1)
    return isMunicipality(division / 1_000_000)
      ? [range(3, division, 1_000_000)]
      : [range(2, division, 1_000_000), range(3, division + 900_000, 10_000)]
  if (depth === 2) return [range(3, division, 10_000), range(4, division, 100)]
  return depth === 3 ? [range(4, division, 100)] : []
}

/** Sums by figure, year and area. Two statements; rows read: areas x years x figures. */
export async function selectTotals(db: Db, query: TotalQuery): Promise<Total[]> {
  const { figures, years, scope, release } = query
  const areas =
    'of' in query.areas
      ? [areaOf(query.areas.of)].map(({ depth, division }) => ({
          depth,
          from: division,
          to: division,
        }))
      : within(areaOf(query.areas.inside))
  const wanted = sql`json_each(${JSON.stringify(figures.map((id) => figureOf(id).key))}) f`
  const ranges = sql`json_each(${JSON.stringify(areas)}) a`
  const span = sql`json_each(${JSON.stringify(years)}) y`
  const key = (
    table: string,
  ) => sql`${sql.raw(table)}.year = y.value AND ${sql.raw(table)}.scope = ${Number(scope === 'area')}
    AND ${sql.raw(table)}.depth = a.value ->> 'depth' AND ${sql.raw(table)}.level = 0 AND ${sql.raw(table)}.sector = 0
    AND ${sql.raw(table)}.division BETWEEN a.value ->> 'from' AND a.value ->> 'to' AND ${asOf(table, release)}`
  const sums = await db.all<SumRow>(
    sql`SELECT t.figure, t.year, t.division, t.sum, t.unassessable FROM ${wanted}, ${span}, ${ranges}
      CROSS JOIN total t ON t.figure = f.value AND ${key('t')}`,
  )
  const counts = await db.all<CountRow>(
    sql`SELECT r.* FROM ${span}, ${ranges} CROSS JOIN received r ON ${key('r')}`,
  )
  const sumOf = new Map(sums.map((row) => [`${row.figure} ${row.year} ${row.division}`, row]))
  return counts.flatMap((row) => figures.map((id) => totalOf(figureOf(id), row, sumOf)))
}

interface SumRow {
  readonly figure: number
  readonly year: number
  readonly division: number
  readonly sum: number
  readonly unassessable: number
}

interface CountRow {
  readonly year: number
  readonly division: number
  readonly [column: string]: number
}

function totalOf(entry: Figure, row: CountRow, sums: ReadonlyMap<string, SumRow>): Total {
  const { year, division } = row
  const found = sums.get(`${entry.key} ${year} ${division}`)
  const reports = reportsOf(entry, row)
  const unassessable = found?.unassessable ?? 0
  const unit = entry.unit === 'wan' ? feeUnit : 1
  const stated = mayAdd(entry.id) === null && reports > unassessable
  return {
    figure: entry.id,
    year,
    division,
    sum: stated ? (found?.sum ?? 0) / unit : null,
    reports,
    unassessable,
  }
}

/** Reports whose table has the figure; a table of unknown edition has those that both editions have. */
function reportsOf({ table, editions }: Figure, row: CountRow): number {
  if (table === 'reviews') return row['reviews'] ?? 0
  const known = editions.map((edition) => row[`${table}_${edition}`] ?? 0)
  const unknown = editions.length > 1 ? (row[`${table}_unknown`] ?? 0) : 0
  return known.reduce((all, n) => all + n, unknown)
}
