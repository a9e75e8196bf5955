import { sql } from 'drizzle-orm'
import type { Level, Scope } from '#core/roster/bureau.ts'
import { sectorKey } from '#core/roster/sectors.ts'
import { type KeptQuery, type Peers, areaOf, codesIn, keptList, keptRows } from './areas.ts'
import type { Db } from './client.ts'
import { isExpected } from './group.ts'
import { wholeFrom } from './rosters.ts'
import { bureau } from './schema.ts'

/** Who should have reported on a year, and who has. `reported` + `missing` = `expected`; `reported` + `unlisted` = `received`. */
export interface Coverage {
  /** All reports that are held. */
  readonly received: number
  /** What a roster tells; null where none is known to be whole. */
  readonly roster: {
    /** Bureaus of the roster that were there in the year, as far as their lineage is known. */
    readonly expected: number
    /** Those of them with a report. */
    readonly reported: number
    readonly missing: number
    /** Reports of bureaus that nobody expected: in no roster, or dissolved before the year. */
    readonly unlisted: number
  } | null
}

export interface CoverageQuery extends Peers {
  readonly year: number
  /** The country for null. */
  readonly division: string | null
  readonly scopes: readonly Scope[]
  readonly release?: number | undefined
}

/** Single levels and sectors are counted for the country and its provinces only. */
export const hasCounts = (division: string | null): boolean => areaOf(division).depth <= 1

/**
 * Counts of bureaus, for an area or, where `hasCounts`, some of its bureaus; two statements for each scope. A bureau
 * that was succeeded is not expected, and its reports from then on are not held: they stand aside.
 */
export async function selectCoverage(db: Db, query: CoverageQuery): Promise<Coverage> {
  const { year, division, scopes, release } = query
  const { depth, division: number } = areaOf(division)
  const areas = [{ depth, from: number, to: number }]
  const kept: KeptQuery = { scopes, peers: query, areas, release }
  const [[held], changes] = await db.batch([
    db
      .select({
        reports: sql<number>`coalesce(sum(r.reports), 0)`.as('sum_reports'),
        listed: sql<number>`coalesce(sum(r.listed), 0)`.as('sum_listed'),
        whole: sql<number | null>`${wholeFrom(division, release)}`.as('whole'),
      })
      .from(
        sql`${keptList(kept)} CROSS JOIN received r ON r.year = ${year} AND ${keptRows('r', kept)}`,
      ),
    selectExpected(db, kept),
  ])
  const { reports: received = 0, listed = 0, whole = null } = held ?? {}
  if (whole === null || whole > year) return { received, roster: null }
  const expected = expectedIn(year, changes)
  const missing = expected - listed
  return { received, roster: { expected, reported: listed, missing, unlisted: received - listed } }
}

interface ExpectedChange {
  readonly division: number
  /** The year from which on there are so many more, or fewer. */
  readonly year: number
  readonly change: number
}

/** How many bureaus are expected in each area, as changes; a statement for a batch. */
export const selectExpected = (db: Db, kept: KeptQuery) =>
  db
    .select({
      division: sql<number>`e.division`.as('division'),
      year: sql<number>`e.year`.as('year'),
      change: sql<number>`sum(e.change)`.as('sum_change'),
    })
    .from(sql`${keptList(kept)} CROSS JOIN expected e ON ${keptRows('e', kept)}`)
    .groupBy(sql`e.division, e.year`)

export const expectedIn = (
  year: number,
  changes: readonly Pick<ExpectedChange, 'year' | 'change'>[],
): number => changes.reduce((sum, { year: from, change }) => sum + (from <= year ? change : 0), 0)

export interface MissingBureau {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  /** Code. */
  readonly division: string
  readonly level: Level
  readonly sector: string
  readonly scope: Scope
}

/** So many bureaus of an area are looked at for a page. */
const pageSize = 500

/**
 * The bureaus of the newest roster that should have reported on a year and have not, in the order of divisions and ids.
 * A page holds those among the next 500 bureaus of the area, or as many as are to be looked at, which may be none; `next`
 * leads on, null at the end.
 */
export async function selectMissing(
  db: Db,
  query: Omit<CoverageQuery, 'release'>,
  cursor: string | null,
  lookedAt = pageSize,
): Promise<{ readonly bureaus: readonly MissingBureau[]; readonly next: string | null }> {
  const { year, level, sector, scopes } = query
  const { from, to } = codesIn(areaOf(query.division))
  const [division = from, id = ''] = cursor?.split('.') ?? []
  const rows = await db
    .select({
      bureau,
      isPublic:
        sql<number>`EXISTS (SELECT 1 FROM report r WHERE r.bureau = ${bureau.key} AND r.year = ${year}
        AND r.published IS NOT NULL)`.as('is_public'),
    })
    .from(bureau)
    .where(
      sql`(${bureau.division}, ${bureau.id}) > (${division < from ? from : division}, ${id}) AND ${bureau.division} < ${to}`,
    )
    .orderBy(bureau.division, bureau.id)
    .limit(lookedAt)
  const missing = rows.filter(
    ({ bureau: own, isPublic }) =>
      isPublic === 0 &&
      isExpected(own, year) &&
      scopes.includes(own.scope) &&
      (level === undefined || own.level === level) &&
      (sector === undefined || sectorKey(own.sector) === sectorKey(sector)),
  )
  const last = rows.length < lookedAt ? undefined : rows.at(-1)?.bureau
  return {
    bureaus: missing.map(({ bureau: { name_en: nameEn, ...own } }) => ({ ...own, nameEn })),
    next: last ? `${last.division}.${last.id}` : null,
  }
}
