import { Hono } from 'hono'
import * as v from 'valibot'
import {
  closeBatch,
  discardDraft,
  insertBatch,
  isOpenBatch,
  selectPredecessor,
  selectUndoable,
} from '../../db/batches.ts'
import type { Db } from '../../db/client.ts'
import { withdrawRevision } from '../../db/publishing.ts'
import { insertCopy, selectRevision } from '../../db/revisions.ts'
import type { Env } from '../../env.ts'
import { type ErrorItem, Problem, issuesOf } from '../../errors.ts'
import { valid } from '../../valid.ts'
import { PublishBody, RevisionBody, WithdrawBody } from './body.ts'
import { publishDraft, storeDraft, versionOf } from './steps.ts'

const Name = v.object({ name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)) })
const Id = v.object({ id: v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)) })

/** Reports are judged one by one: what is wrong with one is no reason to refuse the others. */
const Reports = v.object({
  reports: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(50)),
  publish: v.optional(v.boolean(), false),
})

const One = v.intersect([RevisionBody, PublishBody])

type Result =
  | { readonly kind: 'published' | 'draft' | 'unchanged' }
  | {
      readonly kind: 'held' | 'refused'
      readonly reason: string
      readonly errors: readonly ErrorItem[]
    }

/** Reports that are brought in together: fifty to a request, resumable, and undone together. */
export const adminBatches = new Hono<Env>()
  .post('/', valid('json', Name), async (c) => {
    const { name } = c.req.valid('json')
    return c.json({ batch: await insertBatch(c.var.db, name, c.var.token) }, 201)
  })
  .post('/:id/reports', valid('param', Id), valid('json', Reports), async (c) => {
    const { id } = c.req.valid('param')
    await refuseClosed(c.var.db, id)
    const { reports, publish } = c.req.valid('json')
    const results: Result[] = []
    for (const report of reports)
      // In order: the data version follows the batch, and each report is stored whole before the next.
      // oxlint-disable-next-line no-await-in-loop
      results.push(await bringIn(c.var.db, report, { publish, by: c.var.token, batch: id }))
    return c.json({ results })
  })
  .post('/:id/undo', valid('param', Id), valid('json', WithdrawBody), async (c) => {
    const { id } = c.req.valid('param')
    await refuseClosed(c.var.db, id)
    const { reason } = c.req.valid('json')
    const some = await selectUndoable(c.var.db, id, 50)
    for (const one of some)
      // oxlint-disable-next-line no-await-in-loop
      await undo(c.var.db, one, { reason, by: c.var.token })
    // The caller asks again until nothing is left: one request undoes fifty.
    if (some.length === 0) await closeBatch(c.var.db, id)
    return c.json({ undone: some.length, done: some.length === 0 })
  })

async function refuseClosed(db: Db, id: number): Promise<void> {
  if (await isOpenBatch(db, id)) return
  throw new Problem(404, `没有第 ${id} 批，或已撤销（no such batch, or it is undone）`)
}

interface Task {
  readonly publish: boolean
  readonly by: number
  readonly batch: number
}

async function bringIn(db: Db, report: unknown, { publish, by, batch }: Task): Promise<Result> {
  const parsed = await One['~standard'].validate(report)
  if (parsed.issues) {
    const errors = issuesOf(parsed.issues)
    return { kind: 'refused', reason: errors.map(({ message }) => message).join('; '), errors }
  }
  try {
    const { accepted, reason } = parsed.value
    const { revision } = await storeDraft(db, parsed.value, { by, batch })
    if (revision.state !== 'draft') return { kind: 'unchanged' }
    if (!publish) return { kind: revision.unchanged ? 'unchanged' : 'draft' }
    return await publishOrHold(db, revision.id, { accepted, reason, by })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { kind: 'refused', reason: error.message, errors: error.errors }
  }
}

async function publishOrHold(
  db: Db,
  id: number,
  decision: Parameters<typeof publishDraft>[2],
): Promise<Result> {
  try {
    await publishDraft(db, id, decision)
    return { kind: 'published' }
  } catch (error) {
    // Stored, and waits for somebody: sums that do not hold, or figures that change without a reason.
    if (!(error instanceof Problem)) throw error
    return { kind: 'held', reason: error.message, errors: error.errors }
  }
}

/** Puts back what was public before; where nothing was, the report is withdrawn. */
async function undo(
  db: Db,
  { id, state }: { readonly id: number; readonly state: string },
  decision: { readonly reason: string; readonly by: number },
): Promise<void> {
  if (state === 'draft') return void (await discardDraft(db, id))
  const before = await selectPredecessor(db, id)
  if (before !== undefined) {
    const copy = await insertCopy(db, before, decision.by)
    await publishDraft(db, copy, { ...decision, accepted: decision.reason })
    return
  }
  const revision = await selectRevision(db, id)
  if (revision) versionOf(await withdrawRevision(db, revision, decision))
}
