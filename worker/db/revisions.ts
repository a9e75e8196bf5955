import { and, asc, eq, sql } from 'drizzle-orm'
import { standsAside } from '#core/lineage/tenure.ts'
import type { Cells, Places, Tables } from '#core/reading.ts'
import type { Db } from './client.ts'
import { type Group, groupOf, isExpected } from './group.ts'
import { packPlaces } from './pack-places.ts'
import { packCells, unpackCells } from './pack.ts'
import { bureau, report, revision } from './schema.ts'

/** A report as read, ready to be stored. */
export interface NewRevision {
  /** Storage key of the bureau. */
  readonly bureau: number
  readonly year: number
  /** SHA-256 over what the document says: two readings with the same digest are the same. */
  readonly digest: string
  readonly fileName: string
  readonly fileHash: string
  readonly source: string | null
  readonly publishedOn: string | null
  readonly excerpt: boolean
  readonly tables: Tables
  readonly cells: Cells
  /** Where each cell was read; null where nobody told. */
  readonly places: Places | null
  /** The batch that it came in with. */
  readonly batch: number | null
}

/** A stored revision without its cells. */
export interface RevisionHead {
  readonly id: number
  readonly bureau: string
  readonly year: number
  readonly number: number
  readonly state: typeof revision.$inferSelect.state
}

const head = {
  // Named apart: D1 answers a batch by column names, and drizzle then loses one of two that are called `id`.
  id: sql<number>`${revision.id}`.as('revision_id'),
  bureau: sql<string>`${bureau.id}`.as('bureau_id'),
  year: report.year,
  number: revision.number,
  state: revision.state,
}

const heads = (db: Db) =>
  db
    .select({ ...head, key: report.bureau, digest: revision.digest })
    .from(revision)
    .innerJoin(report, eq(report.id, revision.report))
    .innerJoin(bureau, eq(bureau.key, report.bureau))

type Stored = RevisionHead & { readonly unchanged: boolean }

/**
 * Stores drafts of different reports; answers their heads in the same order. Where the newest revision of a report has
 * the same digest, nothing is written and that one comes back with `unchanged`, unless it was withdrawn: then it is a
 * draft again. Undefined where the batch of a draft has been undone.
 */
export async function insertRevisions(
  db: Db,
  drafts: readonly NewRevision[],
  by: number,
): Promise<(Stored | undefined)[]> {
  const stored: (Stored | undefined)[] = []
  // oxlint-disable-next-line no-await-in-loop -- as many at once as a bound parameter holds
  for (const some of parts(drafts)) stored.push(...(await insertSome(db, some, by)))
  return stored
}

/** In characters: JSON of a bound parameter is at most 2 MB long. */
const longest = 500_000

/** Drafts by turns, each as many as a parameter holds. */
function parts(drafts: readonly NewRevision[]): NewRevision[][] {
  const result: NewRevision[][] = []
  let room = 0
  for (const draft of drafts) {
    const length = JSON.stringify(columnsOf(draft)).length
    const last = result.at(-1)
    if (last && length <= room) {
      last.push(draft)
      room -= length
    } else {
      result.push([draft])
      room = longest - length
    }
  }
  return result
}

async function insertSome(
  db: Db,
  drafts: readonly NewRevision[],
  by: number,
): Promise<(Stored | undefined)[]> {
  const at = new Date().toISOString()
  const each = sql`json_each(${JSON.stringify(drafts.map(columnsOf))}) j`
  const own = sql`JOIN report r ON r.bureau = j.value ->> 0 AND r.year = j.value ->> 1`
  const newest = sql.raw(
    '(SELECT n.id FROM revision n WHERE n.report = r.id ORDER BY n.number DESC LIMIT 1)',
  )
  const [, written, found] = await db.batch([
    db
      .insert(report)
      .select(
        sql`SELECT NULL, j.value ->> 0, j.value ->> 1, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, 0 FROM ${each} WHERE true`,
      )
      .onConflictDoNothing(),
    db
      .insert(revision)
      .select(
        sql`SELECT NULL, r.id, coalesce((SELECT max(number) FROM revision WHERE report = r.id), 0) + 1, 'draft',
            j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6, j.value ->> 7, j.value ->> 8,
            j.value ->> 9, ${at}, ${by}, j.value ->> 11, j.value ->> 10
          FROM ${each} CROSS ${own} LEFT JOIN revision v ON v.id = ${newest}
          WHERE (v.digest IS NOT j.value ->> 2 OR v.state = 'withdrawn')
            AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.id = j.value ->> 11 AND b.undone IS NOT NULL) ORDER BY j.key`,
      )
      .returning({ id: revision.id }),
    heads(db).where(sql`${revision.id} IN (SELECT ${newest} FROM ${each} CROSS ${own})`),
  ])
  const added = new Set(written.map(({ id }) => id))
  const byReport = new Map(found.map(({ key, ...row }) => [`${key} ${row.year}`, row]))
  return drafts.map((draft) => {
    const row = byReport.get(`${draft.bureau} ${draft.year}`)
    if (!row || (row.digest !== draft.digest && !added.has(row.id))) return undefined
    const { id, bureau: place, year, number, state } = row
    return { id, bureau: place, year, number, state, unchanged: !added.has(id) }
  })
}

const columnsOf = (draft: NewRevision) => [
  draft.bureau,
  draft.year,
  draft.digest,
  draft.fileName,
  draft.fileHash,
  draft.source,
  draft.publishedOn,
  Number(draft.excerpt),
  JSON.stringify(draft.tables),
  packCells(draft.cells, draft.tables),
  draft.places && packPlaces(draft.places, draft.tables),
  draft.batch,
]

/** A revision with what publishing needs. */
export interface StoredRevision extends RevisionHead {
  readonly report: number
  readonly bureauKey: number
  readonly place: typeof bureau.$inferSelect
  readonly group: Group
  /** Whether its figures stand in another bureau's report. */
  readonly aside: boolean
  /** Whether somebody expected the report. */
  readonly listed: boolean
  /** What of this report is public now; `id` null: nothing. */
  readonly public: Public
  readonly tables: Tables
  readonly cells: Cells
  readonly excerpt: boolean
}

/** How a report stands with the public: its revision, and where it is counted. */
export interface Public {
  readonly id: number | null
  /** Somebody has taken it away from the public, and not only a batch that was undone. */
  readonly withdrawn: boolean
  readonly counted: boolean
  readonly aside: boolean
  readonly spread: boolean
}

/** Whether the last change of the report took it away, other than by undoing a batch. */
const withdrawn =
  sql<number>`coalesce((SELECT l.action = 'withdraw' AND b.undone IS NULL FROM publication l
  JOIN revision o ON o.id = l.revision LEFT JOIN batch b ON b.id = o.batch
  WHERE l.report = ${report.id} ORDER BY l.version DESC LIMIT 1), 0)`.as('is_withdrawn')

const storedRevisions = (db: Db) =>
  db
    .select({ ...head, own: report, place: bureau, stored: revision, withdrawn })
    .from(revision)
    .innerJoin(report, eq(report.id, revision.report))
    .innerJoin(bureau, eq(bureau.key, report.bureau))

const unpack = ({
  stored,
  own,
  place,
  withdrawn: isWithdrawn,
  ...rest
}: Awaited<ReturnType<typeof storedRevisions>>[number]): StoredRevision => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by insertRevisions
  const tables = JSON.parse(stored.tables) as Tables
  return {
    ...rest,
    report: own.id,
    bureauKey: place.key,
    place,
    group: groupOf(place),
    aside: standsAside(place, own.year),
    listed: isExpected(place, own.year),
    public: {
      id: own.published,
      withdrawn: isWithdrawn === 1,
      counted: own.counted,
      aside: own.aside,
      spread: own.spread,
    },
    excerpt: stored.excerpt,
    tables,
    cells: unpackCells(stored.cells, tables),
  }
}

/** Revisions by their ids, in no order; ids that do not exist are left out. */
export async function selectRevisions(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, StoredRevision>> {
  const rows = await storedRevisions(db).where(
    sql`${revision.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
  return new Map(rows.map((row) => [row.id, unpack(row)]))
}

export const selectRevision = async (db: Db, id: number): Promise<StoredRevision | undefined> =>
  (await selectRevisions(db, [id])).get(id)

/** Drafts that wait for somebody, oldest first; at most `limit`, beginning after the id `after`. */
export async function selectDrafts(
  db: Db,
  after: number,
  limit: number,
): Promise<StoredRevision[]> {
  const rows = await storedRevisions(db)
    .where(and(eq(revision.state, 'draft'), sql`${revision.id} > ${after}`))
    .orderBy(asc(revision.id))
    .limit(limit)
  return rows.map(unpack)
}

/** A new draft with the content of an earlier revision of the same report; answers its id. */
export async function insertCopy(db: Db, id: number, by: number): Promise<number> {
  const copied = await db
    .insert(revision)
    .select(
      sql`SELECT NULL, v.report, (SELECT max(number) + 1 FROM revision WHERE report = v.report), 'draft', v.digest,
        v.file_name, v.file_hash, v.source, v.published_on, v.excerpt, v.tables, v.cells, ${new Date().toISOString()},
        ${by}, NULL, v.places FROM revision v WHERE v.id = ${id}`,
    )
    .returning({ id: revision.id })
  const row = copied[0]
  if (!row) throw new Error(`Revision ${id} was not copied`)
  return row.id
}
