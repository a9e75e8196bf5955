import { Hono } from 'hono'
import * as v from 'valibot'
import {
  closeBatch,
  discardDraft,
  insertBatch,
  isOpenBatch,
  selectBefore,
  selectUndoable,
} from '../../db/batches.ts'
import type { Db } from '../../db/client.ts'
import { publishRevisions, withdrawRevision } from '../../db/publishing.ts'
import { insertCopy } from '../../db/revisions.ts'
import type { Env } from '../../env.ts'
import { Problem } from '../../errors.ts'
import { valid } from '../../valid.ts'
import { WithdrawBody } from './body.ts'
import { bringIn } from './bring-in.ts'

const Name = v.object({ name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)) })
const Id = v.object({ id: v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)) })

/** Reports are judged one by one: what is wrong with one is no reason to refuse the others. */
const Reports = v.object({
  reports: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(50)),
  publish: v.optional(v.boolean(), false),
})

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
    const results = await bringIn(c.var.db, reports, { publish, by: c.var.token, batch: id })
    return c.json({ results })
  })
  .post('/:id/undo', valid('param', Id), valid('json', WithdrawBody), async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    if (!(await closeBatch(c.var.db, id)))
      throw new Problem(404, `没有第 ${id} 批（no such batch）`)
    const some = await selectUndoable(c.var.db, id, 50)
    let undone = 0
    for (const one of some)
      // oxlint-disable-next-line no-await-in-loop
      if (await undo(c.var.db, one, { reason, by: c.var.token })) undone += 1
    // The caller asks again until nothing is left: one request undoes fifty.
    return c.json({ undone, done: some.length === 0 })
  })

async function refuseClosed(db: Db, id: number): Promise<void> {
  if (await isOpenBatch(db, id)) return
  throw new Problem(404, `没有第 ${id} 批，或已撤销（no such batch, or it is undone）`)
}

/**
 * Puts back what was public before; where nothing was, the report is withdrawn. Whether it was done: what somebody else
 * has published over it meanwhile is theirs, and stays.
 */
async function undo(
  db: Db,
  { id, state }: { readonly id: number; readonly state: string },
  { reason, by }: { readonly reason: string; readonly by: number },
): Promise<boolean> {
  if (state === 'draft') {
    await discardDraft(db, id)
    return true
  }
  const before = await selectBefore(db, id)
  if (before === undefined) return 'version' in (await withdrawRevision(db, id, { reason, by }))
  const copy = await insertCopy(db, before, by)
  const decision = { revision: copy, accepted: reason, reason, over: id }
  const [outcome] = await publishRevisions(db, [decision], by)
  if (outcome && 'version' in outcome) return true
  await discardDraft(db, copy)
  return false
}
