import type * as v from 'valibot'
import { selectBureausById } from '../../db/bureaus.ts'
import type { Db } from '../../db/client.ts'
import { publishRevisions } from '../../db/publishing.ts'
import { type NewRevision, insertRevisions } from '../../db/revisions.ts'
import { type ErrorItem, Problem, issuesOf } from '../../errors.ts'
import { ReportBody } from './body.ts'
import { draftOf, problemOf } from './steps.ts'

/** What became of one report of a batch. `revision`: its number in storage. */
export type Result =
  | { readonly kind: 'published' | 'draft' | 'unchanged'; readonly revision: number }
  | {
      readonly kind: 'held'
      readonly revision: number
      readonly reason: string
      readonly errors: readonly ErrorItem[]
    }
  | {
      readonly kind: 'refused'
      readonly reason: string
      readonly errors: readonly ErrorItem[]
    }

export interface Task {
  readonly publish: boolean
  readonly by: number
  readonly batch: number
}

type Wanted = v.InferOutput<typeof ReportBody>

interface Taken {
  readonly at: number
  readonly draft: NewRevision
  readonly decision: Pick<Wanted, 'accepted' | 'reason'>
}

/**
 * Stores reports as drafts and, where wanted, publishes them; what is wrong with one is no reason to refuse the others.
 * Answers what became of each, in order.
 */
export async function bringIn(db: Db, reports: readonly unknown[], task: Task): Promise<Result[]> {
  const results: Result[] = []
  const taken: Taken[] = []
  const read = await Promise.all(reports.map(readBody))
  const known = await selectKnown(db, read)
  for (const [at, body] of read.entries()) {
    // In order: a bureau that one report creates is there for the next.
    // oxlint-disable-next-line no-await-in-loop
    const one = 'kind' in body ? body : await take(db, body, { batch: task.batch, known })
    if ('draft' in one) taken.push({ at, ...one })
    else results[at] = one
  }
  // A report may come twice: the second reading follows the first.
  for (const round of rounds(taken))
    // oxlint-disable-next-line no-await-in-loop
    for (const [at, result] of await settle(db, round, task)) results[at] = result
  return results
}

type Refused = Extract<Result, { readonly kind: 'refused' }>

async function readBody(report: unknown): Promise<Wanted | Refused> {
  const parsed = await ReportBody['~standard'].validate(report)
  if (!parsed.issues) return parsed.value
  const errors = issuesOf(parsed.issues)
  return { kind: 'refused', reason: errors.map(({ message }) => message).join('; '), errors }
}

/** The bureaus that are named by their ids. */
async function selectKnown(db: Db, read: readonly (Wanted | Refused)[]) {
  const ids = read.flatMap((body) =>
    'bureau' in body && 'id' in body.bureau ? [body.bureau.id] : [],
  )
  const found = await selectBureausById(db, [...new Set(ids)])
  return new Map(found.map((bureau) => [bureau.id, bureau]))
}

async function take(
  db: Db,
  body: Wanted,
  context: Parameters<typeof draftOf>[2],
): Promise<Omit<Taken, 'at'> | Refused> {
  try {
    return { draft: await draftOf(db, body, context), decision: body }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { kind: 'refused', reason: error.message, errors: error.errors }
  }
}

/** Parts in which every report stands once, in order. */
function rounds(taken: readonly Taken[]): Taken[][] {
  const seen = new Map<string, number>()
  const result: Taken[][] = []
  for (const one of taken) {
    const report = `${one.draft.bureau} ${one.draft.year}`
    const round = seen.get(report) ?? 0
    seen.set(report, round + 1)
    ;(result[round] ??= []).push(one)
  }
  return result
}

type Settled = readonly [at: number, result: Result]

async function settle(db: Db, round: readonly Taken[], { publish, by }: Task): Promise<Settled[]> {
  const stored = await insertRevisions(
    db,
    round.map(({ draft }) => draft),
    by,
  )
  const all = round.flatMap(({ at, decision }, i) => {
    const head = stored[i]
    return head ? [{ at, decision, head }] : []
  })
  const late = round.filter((_, i) => stored[i] === undefined)
  const drafts = all.filter(({ head }) => publish && head.state === 'draft')
  const outcomes = await publishRevisions(
    db,
    drafts.map(({ head, decision: { accepted, reason } }) => ({
      revision: head.id,
      accepted,
      reason,
    })),
    by,
  )
  const outcomeOf = new Map(drafts.map(({ at }, i) => [at, outcomes[i]]))
  const settled = all.map(({ at, head: { id: revision, state, unchanged } }): Settled => {
    const outcome = outcomeOf.get(at)
    if (outcome === undefined)
      return [at, { kind: unchanged || state !== 'draft' ? 'unchanged' : 'draft', revision }]
    if ('version' in outcome) return [at, { kind: 'published', revision }]
    // Stored, and waits for somebody.
    const { message: reason, errors } = problemOf(outcome)
    return [at, { kind: 'held', revision, reason, errors }]
  })
  return [...settled, ...late.map(({ at }): Settled => [at, tooLate])]
}

const tooLate: Refused = {
  kind: 'refused',
  reason: '这一批正在撤销，不再收入报告（the batch is being undone and takes no more reports）',
  errors: [],
}
