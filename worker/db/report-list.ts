import { type SQL, eq, sql } from 'drizzle-orm'
import { areaOf, codesIn } from './areas.ts'
import { lastChange } from './asof.ts'
import type { Db } from './client.ts'
import type { Release } from './releases.ts'
import { type Report, unpackReport } from './reports.ts'
import { bureau, publication, report, revision } from './schema.ts'

/** Where a page ends: everything of the list up to here was looked at. */
export interface ListPlace {
  readonly division: string
  /** Public id. */
  readonly bureau: string
  readonly year: number
}

export interface ReportListQuery {
  /** Every year where it is undefined. */
  readonly year?: number | undefined
  /** Code; the country for null. Of a release only a province: ids tell no more. */
  readonly division: string | null
  /** Reports of a page: some 12 rows read for each. */
  readonly limit: number
  readonly after?: ListPlace | undefined
  readonly release?: Release | undefined
}

/** A report with the storage key of its bureau. */
export interface ListedReport {
  readonly bureau: number
  readonly report: Report
}

export interface ReportPage {
  readonly reports: readonly ListedReport[]
  /** Null: there are no more. */
  readonly next: ListPlace | null
  /** The page is full, or the last: of a release it is the same for ever. */
  readonly isSettled: boolean
}

/** Bureaus without a report, and reports that do not count, that a page may pass over: up to five rows read for each. */
const passedOver = 150

/**
 * A page of the reports that are public, or were in a release, with all that they say; where too many bureaus have none,
 * it may be short or empty, and yet not the last. What is public now comes by the division that the bureau is in, then
 * its id; what a release holds by the id alone, which no bureau ever changes: so a release has its reports on the same
 * pages for ever, in the province that the id begins with. Then by year. One statement.
 */
export async function selectReportPage(db: Db, query: ReportListQuery): Promise<ReportPage> {
  const { limit, release } = query
  const most = limit + passedOver
  const rows = await db
    .select({
      bureau: sql<number>`l.bureau`.as('bureau_key'),
      id: sql<string>`l.id`.as('bureau_id'),
      division: sql<string>`l.division`.as('bureau_division'),
      year: sql<number | null>`l.year`.as('report_year'),
      nth: sql<number>`l.nth`.as('nth'),
      revision,
      publication,
    })
    .from(sql`(${lookedAt(query, most)}) l`)
    .leftJoin(
      publication,
      sql`${publication.version} = ${lastChange(sql`l.report`, release?.dataVersion)}
        AND ${publication.action} <> 'withdraw'`,
    )
    .leftJoin(revision, eq(revision.id, publication.revision))
    // In the order of the list, so that no more is read than the page has. Its end is told whatever stands there.
    .where(sql`${revision.id} IS NOT NULL OR l.nth = ${most}`)
    .limit(limit + 1)
  const reports = rows.flatMap(({ bureau: key, year, revision: own, publication: change }) =>
    year !== null && own && change
      ? [{ bureau: key, report: unpackReport(year, { revision: own, publication: change }) }]
      : [],
  )
  const isFull = reports.length > limit
  const end = rows.at(-1)
  const isCut = !isFull && end?.nth === most
  const last = isFull ? rows[limit - 1] : isCut ? end : undefined
  return {
    reports: reports.slice(0, limit),
    next: last
      ? { division: last.division, bureau: last.id, year: last.year ?? afterAllYears }
      : null,
    isSettled: !isCut,
  }
}

const afterAllYears = 9999

const ofYear = (year: number | undefined): SQL =>
  year === undefined ? sql`true` : sql`${report.year} = ${year}`

/** The bureau that the page before ended in goes on with the next year. */
const onwards = ({ after }: ReportListQuery): SQL =>
  sql`${report.year} > iif(${bureau.id} = ${after?.bureau ?? ''}, ${after?.year ?? 0}, 0)`

/** Every bureau from the last page on with each of its reports, or with none; `nth`: from 1 to at most `most`. */
function lookedAt(query: ReportListQuery, most: number): SQL {
  const { order, within } = span(query)
  const by = sql.join([...order, report.year], sql`, `)
  // A release says nothing of where a bureau is now.
  const division = query.release
    ? sql`substr(${bureau.id}, 1, length(${bureau.id}) - 5)`
    : bureau.division
  return sql`SELECT ${bureau.key} AS bureau, ${bureau.id} AS id, ${division} AS division, ${report.id} AS report,
      ${report.year} AS year, row_number() OVER (ORDER BY ${by}) AS nth
    FROM bureau LEFT JOIN report ON ${report.bureau} = ${bureau.key} AND ${ofYear(query.year)} AND ${onwards(query)}
    WHERE ${within} ORDER BY ${by} LIMIT ${most}`
}

/** The bureaus from the last page on, and their order. */
function span({ division, after, release }: ReportListQuery): {
  readonly order: readonly (typeof bureau.division | typeof bureau.id)[]
  readonly within: SQL
} {
  const { from, to } = codesIn(areaOf(division))
  // With the years of the bureau that the last page ended in, unless they are all told.
  const onFrom = after?.year === afterAllYears ? sql`>` : sql`>=`
  if (release)
    return {
      order: [bureau.id],
      within: sql`${bureau.id} ${onFrom} ${later(from, after?.bureau)} AND ${bureau.id} < ${to}`,
    }
  const { division: start, bureau: id } = after ?? { division: from, bureau: '' }
  return {
    order: [bureau.division, bureau.id],
    within: sql`(${bureau.division}, ${bureau.id}) ${onFrom} (${later(from, start)}, ${start < from ? '' : id})
      AND ${bureau.division} < ${to}`,
  }
}

const later = (a: string, b = ''): string => (a > b ? a : b)
