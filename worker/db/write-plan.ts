import { sql } from 'drizzle-orm'
import { insertVerdicts, isAsSeen, writeFindings } from './assess.ts'
import type { Db } from './client.ts'
import type { Statement } from './kept.ts'
import { moveReports } from './move.ts'
import type { Change, Plan } from './plan.ts'
import { type FigureRow, disputedJson, figureRows, packEdition } from './published.ts'
import { restate } from './restatements.ts'
import { type LiveRows, rowsOf } from './rows.ts'
import { audit, publication, report, revision } from './schema.ts'
import type { Held, Move } from './sums.ts'

interface Context {
  readonly release: number
  readonly by: number
  /** The figures that are public now, of reports that are. */
  readonly live: LiveRows
}

/**
 * The ledger's entries, to stand first in the batch: where anything of what was read does not hold any more, of the
 * reports themselves or of those that they were held against, the revision is NULL, and the NOT NULL column fails the
 * whole batch.
 */
export function ledgerEntries(
  db: Db,
  { changes, around }: Plan,
  { release, by }: Pick<Context, 'release' | 'by'>,
) {
  const rows = changes.map(({ subject, action, accepted, reason }) => {
    const { id, report: own, public: now, place } = subject
    const flags = [now.counted, now.aside, now.spread].map(Number)
    return [own, id, action, accepted, reason, now.id, place.revised, ...flags]
  })
  const settled = JSON.stringify(
    changes.flatMap((change) =>
      change.settled.map(({ report: of, fingerprint }) => [of, fingerprint]),
    ),
  )
  const still = sql`(SELECT v.id FROM revision v JOIN report r ON r.id = v.report JOIN bureau b ON b.key = r.bureau
    WHERE v.id = j.value ->> 1 AND r.published IS j.value ->> 5 AND b.revised = j.value ->> 6
      AND r.counted = j.value ->> 7 AND r.aside = j.value ->> 8 AND r.spread = j.value ->> 9
      AND iif(j.value ->> 2 = 'withdraw', v.state = 'published',
        v.state = 'draft' AND v.number > coalesce((SELECT max(p.number) FROM publication l
          JOIN revision p ON p.id = l.revision WHERE l.report = v.report), 0))
      AND ${release} = (SELECT coalesce(max(seq), 0) + 1 FROM release)
      AND ${isAsSeen(around)}
      AND NOT EXISTS (SELECT 1 FROM json_each(${settled}) s WHERE NOT EXISTS (SELECT 1 FROM verdict d
        WHERE d.report = s.value ->> 0 AND d.fingerprint = s.value ->> 1)))`
  return db
    .insert(publication)
    .select(
      sql`SELECT NULL, j.value ->> 0, ${still}, j.value ->> 2, j.value ->> 3, j.value ->> 4,
        ${new Date().toISOString()}, ${by} FROM json_each(${JSON.stringify(rows)}) j WHERE true ORDER BY j.key`,
    )
    .returning({ version: publication.version, revision: publication.revision })
}

/** The statements after the ledger's. */
export const writePlan = (db: Db, plan: Plan, context: Context): Statement[] => [
  ...moveStates(db, plan.changes),
  updateReports(db, plan.changes),
  ...moveReports(
    db,
    plan.changes.map((change) => moveOf(change, context.live)),
    context.release,
  ),
  ...insertAccepted(db, plan.changes, context.by),
  ...writeFindings(db, plan.findings.values()),
  ...restate(
    db,
    plan.changes.map(({ subject: { bureauKey: bureau, year } }) => ({ bureau, year })),
  ),
  insertAudit(db, plan.changes, context.by),
]

function insertAccepted(db: Db, changes: readonly Change[], by: number): Statement[] {
  const said = changes.flatMap((change) =>
    change.said.map(({ concern, reason }) => ({
      concern,
      verdict: { verdict: 'accepted' as const, reason },
    })),
  )
  return said.length === 0 ? [] : [insertVerdicts(db, said, by)]
}

function insertAudit(db: Db, changes: readonly Change[], by: number) {
  const rows = changes.map(({ subject: { bureau, year, number }, action, accepted, reason }) => [
    action,
    `${bureau}/${year}#${number}`,
    accepted ?? reason,
  ])
  return db.insert(audit).select(
    sql`SELECT NULL, ${new Date().toISOString()}, ${by}, value ->> 0, value ->> 1, value ->> 2
        FROM json_each(${JSON.stringify(rows)}) WHERE true`,
  )
}

/** Revisions: what was public is superseded, or withdrawn; the draft is published. */
function moveStates(db: Db, changes: readonly Change[]): Statement[] {
  const [withdrawn, published] = [
    changes.filter(({ action }) => action === 'withdraw'),
    changes.filter(({ action }) => action !== 'withdraw'),
  ]
  const superseded = published.filter(({ now }) => now !== null)
  const move = (
    state: 'published' | 'superseded' | 'withdrawn',
    ids: readonly (number | null)[],
  ): Statement[] =>
    ids.length === 0
      ? []
      : [
          db
            .update(revision)
            .set({ state })
            .where(sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
        ]
  return [
    ...move(
      'superseded',
      superseded.map(({ subject }) => subject.public.id),
    ),
    ...move(
      'published',
      published.map(({ subject }) => subject.id),
    ),
    ...move(
      'withdrawn',
      withdrawn.map(({ subject }) => subject.id),
    ),
  ]
}

function updateReports(db: Db, changes: readonly Change[]) {
  const rows = changes.map(({ subject, action }) => {
    const { tables, cells, excerpt, aside, id } = subject
    return action === 'withdraw'
      ? [subject.report, null, null, null, null, 0, null, 0]
      : [
          subject.report,
          id,
          packEdition(tables, 'disclosure'),
          packEdition(tables, 'requests'),
          packEdition(tables, 'reviews'),
          Number(excerpt),
          disputedJson(cells, tables),
          Number(aside),
        ]
  })
  return db
    .update(report)
    .set({
      published: sql`j.value ->> 1`,
      disclosure: sql`j.value ->> 2`,
      requests: sql`j.value ->> 3`,
      reviews: sql`j.value ->> 4`,
      excerpt: sql`j.value ->> 5`,
      disputed: sql`j.value ->> 6`,
      aside: sql`j.value ->> 7`,
      counted: true,
      spread: true,
    })
    .from(sql`json_each(${JSON.stringify(rows)}) j`)
    .where(sql`report.id = j.value ->> 0`)
}

function moveOf({ subject, action, now }: Change, live: LiveRows): Move {
  const { bureauKey: bureau, year, group, tables, cells, aside, listed, public: stands } = subject
  const held = (rows: readonly FigureRow[]): Held => ({
    rows,
    tables,
    group,
    aside,
    listed,
    spread: true,
  })
  return {
    bureau,
    year,
    from: now && {
      ...held(rowsOf(live, { bureau, year })),
      tables: now.tables,
      // What an older version published was never counted.
      aside: stands.aside || !stands.counted,
      spread: stands.spread,
    },
    to: action === 'withdraw' ? null : held(figureRows(cells, tables)),
  }
}
