import { and, eq, ne } from 'drizzle-orm'
import type { Cells, Tables } from '#core/reading.ts'
import type { BureauEntry } from './bureaus.ts'
import type { Db } from './client.ts'
import { unpackCells } from './pack.ts'
import { unpackTables } from './published.ts'
import { publication, report, revision } from './schema.ts'

/** The published revision of one bureau's report on one year, with every cell that it contains. */
export interface Report {
  readonly year: number
  /** Number of the revision within the report, from 1. */
  readonly revision: number
  /** Data version that published it. */
  readonly version: number
  readonly publishedAt: string
  readonly tables: Tables
  readonly cells: Cells
  readonly excerpt: boolean
  /** Address of the original; null where none is known. */
  readonly source: string | null
  readonly fileHash: string
  /** Name of the file that was brought in. */
  readonly fileName: string
  /** When the bureau published it, ISO date; null where not known. */
  readonly publishedOn: string | null
  /** Why it was published although sums do not hold; null where they do. */
  readonly accepted: string | null
}

/** Undefined where no report of that bureau and year is published. */
export async function selectReport(
  db: Db,
  { key }: Pick<BureauEntry, 'key'>,
  year: number,
): Promise<Report | undefined> {
  const rows = await db
    .select({
      report,
      revision,
      version: publication.version,
      at: publication.at,
      accepted: publication.accepted,
    })
    .from(report)
    .innerJoin(revision, eq(revision.id, report.published))
    .innerJoin(
      publication,
      and(eq(publication.revision, revision.id), ne(publication.action, 'withdraw')),
    )
    .where(and(eq(report.bureau, key), eq(report.year, year)))
  const row = rows[0]
  if (!row) return undefined
  return {
    year,
    revision: row.revision.number,
    version: row.version,
    publishedAt: row.at,
    tables: unpackTables(row.report),
    cells: unpackCells(row.revision.cells, unpackTables(row.report)),
    excerpt: row.revision.excerpt,
    source: row.revision.source,
    fileHash: row.revision.file_hash,
    fileName: row.revision.file_name,
    publishedOn: row.revision.published_on,
    accepted: row.accepted,
  }
}
