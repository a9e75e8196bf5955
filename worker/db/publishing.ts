import type { Db } from './client.ts'
import { type Concern, accountOf, selectSurroundings } from './assess.ts'
import { type Change, type Plan, newPlan, planPublication, planWithdrawal } from './plan.ts'
import { selectOpenRelease } from './releases.ts'
import { type StoredRevision, selectRevisions } from './revisions.ts'
import { selectLiveRows } from './rows.ts'
import { ledgerEntries, writePlan } from './write-plan.ts'

/** What somebody wants done with a draft. */
export interface Decision {
  readonly revision: number
  /** Why it may be public although something does not hold; null: nobody said. */
  readonly accepted: string | null
  /** Why published figures change; for the public. */
  readonly reason: string | null
  /** The revision that must be public now; undefined: whichever is. */
  readonly over?: number
}

/**
 * What came of a decision. Refused, nothing is written: `missing`: no such revision; `conflict`: no draft any more, a
 * newer revision is public, or somebody was faster; `reason_needed`: published figures would change without a public
 * reason; `withdrawn`: the report was withdrawn, and nobody says why it is public again; `open_errors`: something does
 * not hold and nobody has said why it may stay.
 */
export type Outcome =
  | { readonly version: number; readonly revision: StoredRevision }
  | { readonly refused: 'missing' | 'conflict' | 'reason_needed' | 'withdrawn' }
  | { readonly refused: 'open_errors'; readonly open: readonly Concern[] }

/**
 * Makes drafts of different reports public, in one atomic batch: ledger (each its data version), states, sums, figures
 * in both orders, findings, restatements and audit. Those that may not be public are refused, the others published.
 * Where somebody else changed something meanwhile, those that it does not touch are published nevertheless.
 */
export async function publishRevisions(
  db: Db,
  decisions: readonly Decision[],
  by: number,
): Promise<Outcome[]> {
  const [only, ...others] = decisions
  if (!only) return []
  if (others.length === 0) return [await publishAlone(db, only, by)]
  const together = await attempt(db, decisions, by)
  if (together) return together
  // Halves and their halves: what is overtaken is found in a few steps, however many queries a request may make.
  const middle = Math.ceil(decisions.length / 2)
  const first = await publishRevisions(db, decisions.slice(0, middle), by)
  return [...first, ...(await publishRevisions(db, decisions.slice(middle), by))]
}

/** That a release was cut or a roster came in between is no conflict; that the draft is none any more is. */
async function publishAlone(db: Db, decision: Decision, by: number): Promise<Outcome> {
  for (let tries = 0; tries < 3; tries++) {
    // oxlint-disable-next-line no-await-in-loop -- until it is done
    const [outcome] = (await attempt(db, [decision], by)) ?? []
    if (outcome) return outcome
  }
  return { refused: 'conflict' }
}

/** Undefined where what was read did not hold any more when it was to be written. */
async function attempt(
  db: Db,
  decisions: readonly Decision[],
  by: number,
): Promise<Outcome[] | undefined> {
  const found = await selectRevisions(
    db,
    decisions.map(({ revision }) => revision),
  )
  const plan = newPlan(await selectSurroundings(db, [...found.values()].map(accountOf)))
  const planned = decisions.map((decision) => {
    const subject = found.get(decision.revision)
    return subject ? planPublication(plan, subject, decision) : { refused: 'missing' as const }
  })
  const versions = await write(db, plan, by)
  return versions && planned.map((one) => ('refused' in one ? one : published(one, versions)))
}

function published({ subject }: Change, versions: ReadonlyMap<number, number>): Outcome {
  const version = versions.get(subject.id)
  if (version === undefined) throw new Error(`Revision ${subject.id} has no ledger entry`)
  return { version, revision: subject }
}

/** Takes the published revision of a report away from the public, in one atomic batch. The reason is public. */
export async function withdrawRevision(
  db: Db,
  id: number,
  { reason, by }: { readonly reason: string; readonly by: number },
): Promise<Outcome> {
  for (let tries = 0; tries < 3; tries++) {
    // oxlint-disable-next-line no-await-in-loop -- until it is done
    const subject = (await selectRevisions(db, [id])).get(id)
    if (!subject) return { refused: 'missing' }
    if (subject.state !== 'published') return { refused: 'conflict' }
    // oxlint-disable-next-line no-await-in-loop
    const plan = newPlan(await selectSurroundings(db, [accountOf(subject)]))
    const change = planWithdrawal(plan, subject, reason)
    // oxlint-disable-next-line no-await-in-loop
    const versions = await write(db, plan, by)
    if (versions) return published(change, versions)
  }
  return { refused: 'conflict' }
}

/** Writes a plan; answers the data version of each revision, or undefined where a guard failed and nothing was written. */
async function write(
  db: Db,
  plan: Plan,
  by: number,
): Promise<ReadonlyMap<number, number> | undefined> {
  if (plan.changes.length === 0) return new Map()
  const [release, live] = await Promise.all([
    selectOpenRelease(db),
    selectLiveRows(
      db,
      plan.changes.flatMap(({ subject: { bureauKey, year, public: now } }) =>
        now.id === null ? [] : [{ bureau: bureauKey, year }],
      ),
    ),
  ])
  try {
    const [entries] = await db.batch([
      ledgerEntries(db, plan, { release, by }),
      ...writePlan(db, plan, { release, by, live }),
    ])
    return new Map(entries.map(({ revision, version }) => [revision, version]))
  } catch (error) {
    if (isOvertaken(error)) return undefined
    throw error
  }
}

const isOvertaken = (error: unknown): boolean =>
  error instanceof Error &&
  `${error.message} ${String(error.cause)}`.includes(
    'NOT NULL constraint failed: publication.revision',
  )
