import { type SQL, eq, sql } from 'drizzle-orm'
import type { Cells, Places, Tables } from '#core/reading.ts'
import { lastChange } from './asof.ts'
import type { BureauEntry } from './bureaus.ts'
import type { Db } from './client.ts'
import { unpackPlaces } from './pack-places.ts'
import { unpackCells } from './pack.ts'
import { disputedJson } from './published.ts'
import type { Release } from './releases.ts'
import { publication, report, revision } from './schema.ts'

type Bureau = Pick<BureauEntry, 'key'>

/** A revision of one bureau's report on one year that is or was public, with every cell that it contains. */
export interface Report {
  readonly year: number
  /** Number of the revision within the report, from 1. */
  readonly revision: number
  /** Data version that published it. */
  readonly version: number
  readonly publishedAt: string
  readonly tables: Tables
  readonly cells: Cells
  /** Where each cell was read; empty where nobody told. */
  readonly places: Places
  readonly excerpt: boolean
  /** Address of the original; null where none is known. */
  readonly source: string | null
  readonly fileHash: string
  /** Name of the file that was brought in. */
  readonly fileName: string
  /** When it was brought in, UTC. */
  readonly retrievedAt: string
  /** When the bureau published it, ISO date; null where not known. */
  readonly publishedOn: string | null
  /** Why it was published although sums do not hold; null where they do. */
  readonly accepted: string | null
}

/** Revisions of a report with the change that made them public. */
const reports = (db: Db, { key }: Bureau, year: number, which: SQL) =>
  db
    .select({ revision, publication })
    .from(report)
    .innerJoin(publication, eq(publication.report, report.id))
    .innerJoin(revision, eq(revision.id, publication.revision))
    .where(
      sql`${report.bureau} = ${key} AND ${report.year} = ${year} AND ${publication.action} <> 'withdraw' AND ${which}`,
    )

/** A revision that is or was public, with the change that made it so. */
export function unpackReport(
  year: number,
  { revision: own, publication: change }: Awaited<ReturnType<typeof reports>>[number],
): Report {
  const tables = tablesOf(own.tables)
  return {
    year,
    revision: own.number,
    version: change.version,
    publishedAt: change.at,
    tables,
    cells: unpackCells(own.cells, tables),
    places: unpackPlaces(own.places, tables),
    excerpt: own.excerpt,
    source: own.source,
    fileHash: own.file_hash,
    fileName: own.file_name,
    retrievedAt: own.created_at,
    publishedOn: own.published_on,
    accepted: change.accepted,
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by insertRevisions
const tablesOf = (json: string): Tables => JSON.parse(json) as Tables

/** The report that is public, or was in a release; undefined where none is. */
export async function selectReport(
  db: Db,
  bureau: Bureau,
  year: number,
  release?: Release,
): Promise<Report | undefined> {
  const last = lastChange(sql`${report.id}`, release?.dataVersion)
  const rows = await reports(db, bureau, year, sql`${publication.version} = ${last}`)
  return rows[0] && unpackReport(year, rows[0])
}

/** Revisions of a report that are or were public, by their numbers, in the order asked for; others are left out. */
export async function selectPublicRevisions(
  db: Db,
  bureau: Bureau,
  year: number,
  numbers: readonly number[],
): Promise<Report[]> {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(numbers)}))`
  const rows = await reports(db, bureau, year, sql`${revision.number} IN ${wanted}`)
  const byNumber = new Map(rows.map((row) => [row.revision.number, row]))
  return numbers.flatMap((number) => {
    const row = byNumber.get(number)
    return row ? [unpackReport(year, row)] : []
  })
}

/** A report of a release without its figures. */
export interface HeadAsOf {
  /** Storage key of the bureau. */
  readonly bureau: number
  readonly year: number
  /** Id of the revision that was public. */
  readonly revision: number
  readonly tables: Tables
  readonly excerpt: boolean
  /** Numbers of the figures that a broken sum is about, as JSON; null where every sum holds. */
  readonly disputed: string | null
}

/** The reports of bureaus (by their storage keys) in a range of years, as a release has them; by bureau, then year. */
export async function selectReportsAsOf(
  db: Db,
  keys: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
  release: Release,
): Promise<HeadAsOf[]> {
  const live = sql`${report.published} IS ${revision.id}`
  const rows = await db
    .select({
      bureau: report.bureau,
      year: report.year,
      revision: revision.id,
      tables: revision.tables,
      excerpt: revision.excerpt,
      disputed: sql<string | null>`iif(${live}, ${report.disputed}, NULL)`,
      // What is not public any more is checked again; the other cells stay where they are.
      cells: sql<string | null>`iif(${live}, NULL, ${revision.cells})`,
    })
    .from(report)
    .innerJoin(
      publication,
      sql`${publication.version} = ${lastChange(sql`${report.id}`, release.dataVersion)}`,
    )
    .innerJoin(revision, eq(revision.id, publication.revision))
    .where(
      sql`${report.bureau} IN (SELECT value FROM json_each(${JSON.stringify(keys)}))
        AND ${report.year} BETWEEN ${from} AND ${to} AND ${publication.action} <> 'withdraw'`,
    )
    .orderBy(report.bureau, report.year)
  return rows.map(({ cells, ...row }) => {
    const tables = tablesOf(row.tables)
    const disputed =
      cells === null ? row.disputed : disputedJson(unpackCells(cells, tables), tables)
    return { ...row, tables, disputed }
  })
}
