import { type SQL, and, eq, sql } from 'drizzle-orm'
import { applicantIds, figure as figureOf } from '#core/catalog/index.ts'
import { backfill } from './backfill.ts'
import type { Db } from './client.ts'
import { moveReport } from './move.ts'
import { packCells } from './pack.ts'
import { disputedJson, figureRows, packEdition } from './published.ts'
import { selectOpenRelease } from './releases.ts'
import { type StoredRevision, selectRevision } from './revisions.ts'
import { audit, publication, report, restatement, revision } from './schema.ts'

export interface Decision {
  /** Why it may be public although sums do not hold; null where they do. */
  readonly accepted: string | null
  /** Why published figures change; for the public. */
  readonly reason: string | null
  readonly by: number
}

/** `conflict`: no draft any more, a newer revision is public, or somebody was faster; nothing was written. */
export type Published =
  | { readonly version: number }
  | { readonly refused: 'conflict' | 'reason_needed' }

/**
 * Makes a draft the public version of its report, in one atomic batch: ledger (the new data version), states, sums,
 * figures in both orders, restatements and audit. Figures that differ from public ones need a public reason.
 */
export async function publishRevision(
  db: Db,
  draft: StoredRevision,
  decision: Decision,
): Promise<Published> {
  // Known without asking; the batch asks again.
  if (draft.state !== 'draft' || draft.id < (draft.published?.id ?? 0))
    return { refused: 'conflict' }
  const action = await actionOf(db, draft)
  if (action === 'amend' && decision.reason === null) return { refused: 'reason_needed' }
  const { id, report: own, tables, cells } = draft
  const state = {
    published: id,
    disclosure: packEdition(tables, 'disclosure'),
    requests: packEdition(tables, 'requests'),
    reviews: packEdition(tables, 'reviews'),
    excerpt: draft.excerpt,
    disputed: disputedJson(cells, tables),
    counted: true,
  }
  const newest = sql`v.state = 'draft' AND v.number > coalesce((SELECT max(p.number) FROM revision p
    WHERE p.report = v.report AND p.state <> 'draft'), 0)`
  return change(db, draft, { ...decision, action, condition: newest }, [
    db
      .update(revision)
      .set({ state: 'superseded' })
      .where(and(eq(revision.report, own), eq(revision.state, 'published'))),
    db.update(revision).set({ state: 'published' }).where(eq(revision.id, id)),
    db.update(report).set(state).where(eq(report.id, own)),
  ])
}

/** Takes the published revision of a report away from the public, in one atomic batch. The reason is public. */
export function withdrawRevision(
  db: Db,
  published: StoredRevision,
  { reason, by }: { readonly reason: string; readonly by: number },
): Promise<Published> {
  const { id, report: own } = published
  const state = {
    published: null,
    disclosure: null,
    requests: null,
    reviews: null,
    excerpt: false,
    disputed: null,
  }
  return change(
    db,
    published,
    { action: 'withdraw', condition: sql`v.state = 'published'`, accepted: null, reason, by },
    [
      db.update(revision).set({ state: 'withdrawn' }).where(eq(revision.id, id)),
      db.update(report).set(state).where(eq(report.id, own)),
    ],
  )
}

type Action = typeof publication.$inferSelect.action

/** What publishing a draft means for the public. */
async function actionOf(db: Db, draft: StoredRevision): Promise<Action> {
  if (draft.published === null) return 'publish'
  const now = await selectRevision(db, draft.published.id)
  const same =
    now !== undefined &&
    JSON.stringify(now.tables) === JSON.stringify(draft.tables) &&
    packCells(now.cells, now.tables) === packCells(draft.cells, draft.tables)
  return same ? 'replace' : 'amend'
}

type Statement = Parameters<Db['batch']>[0][number]

interface Change extends Decision {
  readonly action: Action
  /** What must hold of the revision, as `v`, for the change to be made. */
  readonly condition: SQL
}

/** One change of what is public. Every condition is in the first statement: where one fails, the whole batch does. */
async function change(
  db: Db,
  subject: StoredRevision,
  decision: Change,
  states: readonly Statement[],
): Promise<Published> {
  // What an older version published was never counted in a sum: it must be, before it is taken out of one.
  if (subject.published && !subject.counted) await backfill(db, 1, subject.report)
  const release = await selectOpenRelease(db)
  const row = ledgerRow(subject, decision, release)
  try {
    const [ledger] = await db.batch([
      db.insert(publication).values(row).returning({ version: publication.version }),
      ...states,
      ...moveReport(
        db,
        moveOf(subject, decision.action, release),
        subject.published?.tables ?? null,
      ),
      ...restate(db, subject.bureauKey, subject.year),
      db.insert(audit).values({
        at: row.at,
        by: decision.by,
        action: decision.action,
        subject: `${subject.bureau}/${subject.year}#${subject.number}`,
        note: row.accepted ?? row.reason,
      }),
    ])
    const version = ledger[0]?.version
    return version === undefined ? { refused: 'conflict' } : { version }
  } catch (error) {
    if (isConflict(error)) return { refused: 'conflict' }
    throw error
  }
}

function ledgerRow(subject: StoredRevision, decision: Change, release: number) {
  const { action, accepted, reason, by, condition } = decision
  // NULL where a condition fails: the NOT NULL column then fails the batch. What was read before it must still hold.
  const still = sql`(SELECT v.id FROM revision v JOIN report r ON r.id = v.report WHERE v.id = ${subject.id} AND ${condition}
    AND r.published IS ${subject.published?.id ?? null} AND (r.published IS NULL OR r.counted = 1)
    AND ${release} = (SELECT coalesce(max(seq), 0) + 1 FROM release))`
  const told = action === 'amend' || action === 'withdraw' ? reason : null
  return {
    report: subject.report,
    revision: still,
    action,
    accepted,
    reason: told,
    at: new Date().toISOString(),
    by,
  }
}

const moveOf = (
  { bureauKey, year, group, tables, cells }: StoredRevision,
  action: Action,
  release: number,
) => ({
  bureau: bureauKey,
  year,
  group,
  release,
  to: action === 'withdraw' ? null : { rows: figureRows(cells, tables), tables },
})

const isConflict = (error: unknown): boolean =>
  error instanceof Error &&
  `${error.message} ${String(error.cause)}`.includes(
    'NOT NULL constraint failed: publication.revision',
  )

/** For each applicant: what was carried out of a year, and what the next year says was carried in. */
const carried = JSON.stringify(
  applicantIds.map((column) => [
    figureOf(`requests_carried_out.${column}`).key,
    figureOf(`requests_carried_in.${column}`).key,
  ]),
)

/** Records where the next year's report restates this one's carry-over, and this one the year before's. */
const restate = (db: Db, bureau: number, year: number) =>
  [
    db.delete(restatement).where(sql`bureau = ${bureau} AND year IN (${year - 1}, ${year})`),
    db.insert(restatement).select(
      sql`SELECT p.bureau, p.year, c.value ->> 0, coalesce(o.value, 0), coalesce(i.value, 0)
        FROM report p JOIN report n ON n.bureau = p.bureau AND n.year = p.year + 1, json_each(${carried}) c
        LEFT JOIN figure o ON o.bureau = p.bureau AND o.figure = c.value ->> 0 AND o.year = p.year AND o.until IS NULL
        LEFT JOIN figure i ON i.bureau = p.bureau AND i.figure = c.value ->> 1 AND i.year = n.year AND i.until IS NULL
        WHERE p.bureau = ${bureau} AND p.year IN (${year - 1}, ${year}) AND p.requests IS NOT NULL
          AND n.requests IS NOT NULL AND o.state IS NULL AND i.state IS NULL
          AND coalesce(o.value, 0) <> coalesce(i.value, 0)`,
    ),
  ] as const
