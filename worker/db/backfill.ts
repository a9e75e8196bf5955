import { sql } from 'drizzle-orm'
import {
  type Surroundings,
  accountOf,
  concernsOf,
  isAsSeen,
  selectSurroundings,
  writeFindings,
} from './assess.ts'
import type { Db } from './client.ts'
import { moveReports } from './move.ts'
import { disputedJson, figureRows } from './published.ts'
import { selectOpenRelease } from './releases.ts'
import { restate } from './restatements.ts'
import { type StoredRevision, selectRevisions } from './revisions.ts'
import { type LiveRows, rowsOf, selectLiveRows } from './rows.ts'
import { audit, report } from './schema.ts'
import type { Move } from './sums.ts'

/**
 * Brings reports that older versions published into the sums, histograms, orders and findings of this one, in one atomic
 * batch: at most `limit` of them. Answers how many there were; 0: nothing is left to do.
 */
export async function backfill(db: Db, limit: number): Promise<number> {
  const left = await db.all<{ id: number }>(
    sql`SELECT published AS id FROM report WHERE published IS NOT NULL AND spread = 0 ORDER BY report.id LIMIT ${limit}`,
  )
  if (left.length === 0) return 0
  const found = await selectRevisions(
    db,
    left.map(({ id }) => id),
  )
  const subjects = [...found.values()]
  const accounts = subjects.map(accountOf)
  const [around, live, release] = await Promise.all([
    selectSurroundings(db, accounts),
    selectLiveRows(db, accounts),
    selectOpenRelease(db),
  ])
  const told = accounts.map((account) => ({ account, concerns: concernsOf(around, account) }))
  await unlessOvertaken(
    db.batch([
      guard(db, subjects, { around, release }),
      ...moveReports(
        db,
        subjects.map((subject) => moveOf(subject, live)),
        release,
      ),
      ...writeFindings(db, told),
      ...restate(db, accounts),
      markDone(db, subjects),
    ]),
  )
  return left.length
}

/** Its figures are public already; where they are not counted yet, that is as if they stood aside. */
function moveOf({ bureauKey: bureau, year, ...subject }: StoredRevision, live: LiveRows): Move {
  const { group, tables, cells, aside, listed, public: stands } = subject
  const held = { tables, group, listed }
  return {
    bureau,
    year,
    from: {
      ...held,
      rows: rowsOf(live, { bureau, year }),
      aside: stands.aside || !stands.counted,
      spread: stands.spread,
    },
    to: { ...held, rows: figureRows(cells, tables), aside, spread: true },
  }
}

/** Entries of the audit log; without an action, and so failing the batch, where somebody was there meanwhile. */
function guard(
  db: Db,
  subjects: readonly StoredRevision[],
  { around, release }: { readonly around: Surroundings; readonly release: number },
) {
  const rows = subjects.map(({ id, report: own, public: now, place, bureau, year }) => [
    `${bureau}/${year}`,
    own,
    id,
    Number(now.counted),
    place.revised,
  ])
  const action = sql`(SELECT 'backfill' FROM report r JOIN bureau b ON b.key = r.bureau
    WHERE r.id = j.value ->> 1 AND r.published = j.value ->> 2 AND r.counted = j.value ->> 3 AND r.spread = 0
      AND b.revised = j.value ->> 4 AND ${isAsSeen(around)} AND ${release} = (SELECT coalesce(max(seq), 0) + 1 FROM release))`
  return db.insert(audit).select(
    sql`SELECT NULL, ${new Date().toISOString()}, NULL, ${action}, j.value ->> 0, NULL
        FROM json_each(${JSON.stringify(rows)}) j WHERE true`,
  )
}

function markDone(db: Db, subjects: readonly StoredRevision[]) {
  const rows = subjects.map(({ report: own, aside, cells, tables }) => [
    own,
    Number(aside),
    disputedJson(cells, tables),
  ])
  return db
    .update(report)
    .set({ counted: true, spread: true, aside: sql`j.value ->> 1`, disputed: sql`j.value ->> 2` })
    .from(sql`json_each(${JSON.stringify(rows)}) j`)
    .where(sql`report.id = j.value ->> 0`)
}

/** What somebody else has changed meanwhile is found again, or done. */
async function unlessOvertaken(batch: Promise<unknown>): Promise<void> {
  try {
    await batch
  } catch (error) {
    const text = error instanceof Error ? `${error.message} ${String(error.cause)}` : ''
    if (!text.includes('NOT NULL constraint failed: audit.action')) throw error
  }
}
