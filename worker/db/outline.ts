import { type SQL, sql } from 'drizzle-orm'
import { type KeptQuery, areaOf, codeOf, codesIn, keptList, keptRows } from './areas.ts'
import { asOf } from './asof.ts'
import type { Db } from './client.ts'
import { expectedIn } from './coverage.ts'
import { areasOf, divisionNumber } from './group.ts'
import { wholeFrom } from './rosters.ts'

/** All that is made-up, as if it were a province. */
export const madeUpCountry = '000000'

/** A division as it is called, now or as of a release. */
export interface PlaceName {
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
}

/** What there is to answer with, before any figure is read. */
export interface Outline {
  /** Years of which the real country, or the made-up one, has a report, the earliest first. */
  readonly years: readonly number[]
  /** The division that is asked for, and those inside it where they are wanted, by their numbers. */
  readonly names: ReadonlyMap<number, PlaceName>
  /** Those that it lies in, the largest first; none where they are not wanted. */
  readonly around: readonly PlaceName[]
  /** Counts of the reports that were asked for; null where none were. */
  readonly coverage: ((year: number) => ReportCount) | null
}

/** How many reports are held on a year. What no roster tells is null. */
interface ReportCount {
  readonly received: number
  readonly expected: number | null
  readonly missing: number | null
}

export interface OutlineQuery {
  /** The country for null. */
  readonly division: string | null
  /** The names of divisions inside it as well. */
  readonly inside?: boolean
  /** And of those that it lies in. */
  readonly around?: boolean
  /** Whose reports to count; none where nothing is said. */
  readonly kept?: KeptQuery | undefined
  readonly release?: number | undefined
}

interface Row {
  readonly years: string
  readonly names: string
  readonly around: string
  readonly received: string
  readonly expected: string
  readonly whole: number | null
}

/**
 * The years that are held, the names of divisions and the counts of reports: one statement. Rows read: 5 for each year,
 * and the divisions of a province at most.
 */
export async function selectOutline(db: Db, query: OutlineQuery): Promise<Outline> {
  const { division, kept, release } = query
  const [row] = await db.all<Row>(sql`
    WITH RECURSIVE held (year) AS (
      SELECT min(year) FROM received
      UNION ALL
      SELECT (SELECT min(r.year) FROM received r WHERE r.year > held.year) FROM held WHERE year IS NOT NULL
    )
    SELECT (SELECT json_group_array(held.year) FROM held
        WHERE held.year IS NOT NULL AND (${isHeld(0, query)} OR ${isHeld(1, query)})) AS years,
      (SELECT json_group_array(json_array(d.code, ${named(release)})) FROM ${divisions(query)}) AS names,
      (SELECT json_group_array(json_array(d.code, ${named(release)})) FROM ${holders(query)}) AS around,
      ${kept ? receivedBy(kept) : sql`'[]'`} AS received, ${kept ? expectedBy(kept) : sql`'[]'`} AS expected,
      ${kept ? wholeFrom(division, release) : sql`NULL`} AS whole`)
  if (!row) throw new TypeError('One row, whatever the tables hold')
  const names = list<StoredName>(row.names)
  return {
    years: list<number>(row.years).toSorted((a, b) => a - b),
    names: new Map(
      names.map(([code, name, nameEn]) => [divisionNumber(code), { code, name, nameEn }]),
    ),
    around: list<StoredName>(row.around)
      .map(([code, name, nameEn]) => ({ code, name, nameEn }))
      .toSorted((a, b) => divisionNumber(a.code) - divisionNumber(b.code)),
    coverage: kept ? counter(row) : null,
  }
}

type StoredName = readonly [code: string, name: string, nameEn: string | null]

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the statement above
const list = <T>(json: string): T[] => JSON.parse(json) as T[]

function counter({ received, expected, whole }: Row): (year: number) => ReportCount {
  const held = new Map(
    list<[year: number, reports: number, listed: number]>(received).map(
      ([year, reports, listed]) => [year, { reports, listed }],
    ),
  )
  const changes = list<[year: number, change: number]>(expected).map(([year, change]) => ({
    year,
    change,
  }))
  return (year) => {
    const { reports = 0, listed = 0 } = held.get(year) ?? {}
    if (whole === null || whole > year) return { received: reports, expected: null, missing: null }
    const all = expectedIn(year, changes)
    return { received: reports, expected: all, missing: all - listed }
  }
}

/** Whether the country has a report of the year, of own bureaus (0) or of whole areas (1). */
const isHeld = (scope: 0 | 1, { division, release }: OutlineQuery): SQL =>
  sql`EXISTS (SELECT 1 FROM received r WHERE r.year = held.year AND r.scope = ${scope} AND r.depth = 0
    AND r.level = 0 AND r.sector = 0 AND r.division = ${Number(isMadeUp(division))} AND r.reports > 0
    AND ${asOf('r', release)})`

/** Whether a division lies in the made-up country. */
export const isMadeUp = (code: string | null): boolean => code?.startsWith('00') ?? false

/** Name and English name of the division `d`. */
const named = (release: number | undefined): SQL =>
  release === undefined
    ? sql`d.name, d.name_en`
    : sql`coalesce(p.name, d.name), iif(p.until IS NULL, d.name_en, p.name_en)`

/** What the division `d` was called in the release, where it has been renamed since: a join for `named`. */
const pastOf = (release: number | undefined): SQL =>
  release === undefined
    ? sql``
    : sql` LEFT JOIN division_past p ON p.division = d.code AND p.until =
        (SELECT min(q.until) FROM division_past q WHERE q.division = d.code AND q.until > ${release})`

const byCodes = (codes: readonly string[], release: number | undefined): SQL =>
  sql`json_each(${JSON.stringify(codes)}) j CROSS JOIN division d ON d.code = j.value${pastOf(release)}`

function divisions({ division, inside = false, release }: OutlineQuery): SQL {
  if (!inside || division === null)
    return byCodes(division === null ? (inside ? provinces : []) : [division], release)
  const { from, to } = codesIn(areaOf(division))
  return sql`division d${pastOf(release)} WHERE d.code >= ${from} AND d.code < ${to}`
}

function holders({ division, around = false, release }: OutlineQuery): SQL {
  const areas = division === null || !around ? [] : areasOf(division).slice(1, -1)
  return byCodes(
    areas.map((area) => codeOf(area.division)),
    release,
  )
}

/** Codes that a province may have. */
const provinces = Array.from({ length: 99 }, (_, i) => `${String(i + 1).padStart(2, '0')}0000`)

const receivedBy = (kept: KeptQuery): SQL =>
  sql`(SELECT json_group_array(json_array(n.year, n.reports, n.listed)) FROM (
    SELECT r.year AS year, sum(r.reports) AS reports, sum(r.listed) AS listed
    FROM held, ${keptList(kept)} CROSS JOIN received r ON r.year = held.year AND ${keptRows('r', kept)}
    GROUP BY r.year) n)`

const expectedBy = (kept: KeptQuery): SQL =>
  sql`(SELECT json_group_array(json_array(n.year, n.change)) FROM (
    SELECT e.year AS year, sum(e.change) AS change
    FROM ${keptList(kept)} CROSS JOIN expected e ON ${keptRows('e', kept)} GROUP BY e.year) n)`
