import {
  type Account,
  type Concern,
  type Surroundings,
  accountOf,
  concernsOf,
  next,
  publicAccount,
  stand,
} from './assess.ts'
import { packCells } from './pack.ts'
import type { StoredRevision } from './revisions.ts'
import type { publication } from './schema.ts'

/** One change of what is public. */
export interface Change {
  readonly subject: StoredRevision
  readonly action: typeof publication.$inferSelect.action
  readonly accepted: string | null
  readonly reason: string | null
  /** What is public now; null: nothing. */
  readonly now: Account | null
  /** Concerns that are accepted with it, and why. */
  readonly said: readonly { readonly concern: Concern; readonly reason: string }[]
  /** Concerns that stand in nobody's way because of what somebody has said before. */
  readonly settled: readonly Concern[]
}

/** Changes that are to be written together, with all that follows from them. */
export interface Plan {
  /** As it will be: each report that is let in or out changes it for those after it. */
  readonly around: Surroundings
  readonly changes: Change[]
  /** Of every report that the changes tell on, by its number. */
  readonly findings: Map<
    number,
    { readonly account: Account; readonly concerns: readonly Concern[] }
  >
}

export const newPlan = (around: Surroundings): Plan => ({
  around,
  changes: [],
  findings: new Map(),
})

type Refused =
  | { readonly refused: 'conflict' | 'reason_needed' | 'withdrawn' }
  | { readonly refused: 'open_errors'; readonly open: readonly Concern[] }

interface Wish {
  readonly accepted: string | null
  readonly reason: string | null
  /** The revision that must be public now; undefined: whichever is. */
  readonly over?: number | undefined
}

/** Adds the publication of a draft, or says why it may not be; then the plan is as it was. */
export function planPublication(
  plan: Plan,
  subject: StoredRevision,
  { accepted, reason, over }: Wish,
): Change | Refused {
  const { around } = plan
  if (isOutrun(plan, subject, over)) return { refused: 'conflict' }
  const own = accountOf(subject)
  const now = publicAccount(around, own)
  const action = actionOf(subject, now, own)
  if (action === 'amend' && reason === null) return reasonNeeded(subject)
  stand(around, own, true)
  const told = findingsOf(around, own)
  const open = told.flatMap(caused).filter(isOpen)
  if (open.length > 0 && accepted === null) {
    stand(around, now ?? own, now !== null)
    return { refused: 'open_errors', open }
  }
  const [first] = told
  return keep(plan, told, {
    subject,
    action,
    accepted: acceptedText(first?.concerns ?? [], open, accepted),
    reason: action === 'amend' ? reason : null,
    now,
    said: open.map((concern) => ({ concern, reason: accepted ?? '' })),
    settled: told.flatMap(caused).filter(isSettled),
  })
}

/**
 * No draft, one that is older than what is public, the second of a report, or not over what it is meant to be over. Known
 * without asking; the batch asks again.
 */
const isOutrun = (
  { changes }: Plan,
  { report, state, id, public: now }: StoredRevision,
  over: number | undefined,
): boolean =>
  state !== 'draft' ||
  id < (now.id ?? 0) ||
  (over !== undefined && over !== now.id) ||
  changes.some(({ subject }) => subject.report === report)

/** What was taken away comes back as an amendment: with a reason. */
function actionOf({ public: { withdrawn } }: StoredRevision, now: Account | null, own: Account) {
  if (now === null) return withdrawn ? 'amend' : 'publish'
  return isSame(now, own) ? 'replace' : 'amend'
}

const reasonNeeded = ({ public: { withdrawn } }: StoredRevision): Refused => ({
  refused: withdrawn ? 'withdrawn' : 'reason_needed',
})

/** Adds the withdrawal of a published revision. */
export function planWithdrawal(plan: Plan, subject: StoredRevision, reason: string): Change {
  const own = accountOf(subject)
  stand(plan.around, own, false)
  const told = [{ account: own, concerns: [] }, ...findingsOf(plan.around, own).slice(1)]
  return keep(plan, told, {
    subject,
    action: 'withdraw',
    accepted: null,
    reason,
    now: own,
    said: [],
    settled: [],
  })
}

const isSame = (a: Account, b: Account): boolean =>
  JSON.stringify(a.tables) === JSON.stringify(b.tables) &&
  packCells(a.cells, a.tables) === packCells(b.cells, b.tables)

/** What is to be said of a report and of those that are held against it, itself first. */
const findingsOf = (around: Surroundings, own: Account) =>
  [own, ...next(around, own)].map((account) => ({ account, concerns: concernsOf(around, account) }))

/** What there would be to say of a draft if it were public now, and of the year after because of it. */
export function concernsIfPublic(around: Surroundings, subject: StoredRevision): Concern[] {
  const own = accountOf(subject)
  const now = publicAccount(around, own)
  stand(around, own, true)
  const told = findingsOf(around, own).flatMap(caused)
  stand(around, now ?? own, now !== null)
  return told
}

/** Of the year after only what lies between the two. */
const caused = (
  { concerns }: { readonly concerns: readonly Concern[] },
  i: number,
): readonly Concern[] => concerns.filter(({ basis }) => i === 0 || basis === 'previous')

/** An error of which nobody has said why it may stay. */
export const isOpen = (concern: Concern): boolean => isError(concern) && concern.verdict === null

const isSettled = (concern: Concern): boolean => isError(concern) && concern.verdict !== null

const isError = ({ severity, outcome }: Concern): boolean =>
  severity === 'error' && outcome === 'fail'

function keep(plan: Plan, told: ReturnType<typeof findingsOf>, change: Change): Change {
  for (const one of told) plan.findings.set(one.account.report, one)
  plan.changes.push(change)
  return change
}

/** Why errors may stay: as said now of open ones, else as said before. Null where there are none. */
function acceptedText(
  concerns: readonly Concern[],
  open: readonly Concern[],
  said: string | null,
): string | null {
  if (open.length > 0) return said
  const before = concerns.filter(isSettled).flatMap(({ verdict }) => verdict?.reason ?? [])
  return [...new Set(before)].join('；').slice(0, 500) || null
}
