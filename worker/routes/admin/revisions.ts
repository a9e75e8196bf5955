import { Hono } from 'hono'
import * as v from 'valibot'
import { selectSurroundings, accountOf } from '../../db/assess.ts'
import { selectPendingChange } from '../../db/changes.ts'
import type { Db } from '../../db/client.ts'
import { concernsIfPublic } from '../../db/plan.ts'
import {
  type StoredRevision,
  insertRevisions,
  selectDrafts,
  selectRevision,
} from '../../db/revisions.ts'
import { decideVerdict } from '../../db/verdicts.ts'
import type { Env } from '../../env.ts'
import { Problem } from '../../errors.ts'
import { valid } from '../../valid.ts'
import { PublishBody, RevisionBody, VerdictBody, WithdrawBody } from './body.ts'
import { draftOf, headJson, publishDraft, withdraw } from './steps.ts'

const Id = v.object({ id: v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)) })

const Drafts = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)), '0'),
})

/** Drafts with what there is to say of each, if it were public now. */
async function withFindings(db: Db, drafts: readonly StoredRevision[]) {
  const around = await selectSurroundings(db, drafts.map(accountOf))
  return drafts.map((draft) => ({
    ...headJson(draft),
    findings: concernsIfPublic(around, draft),
  }))
}

async function revisionOr404(db: Db, id: number): Promise<StoredRevision> {
  const revision = await selectRevision(db, id)
  if (!revision) throw new Problem(404, `没有第 ${id} 号修订（no such revision）`)
  return revision
}

export const adminRevisions = new Hono<Env>()
  .get('/', valid('query', Drafts), async (c) => {
    const drafts = await selectDrafts(c.var.db, c.req.valid('query').after, 100)
    return c.json({ revisions: await withFindings(c.var.db, drafts) })
  })
  .post('/', valid('json', RevisionBody), async (c) => {
    const draft = await draftOf(c.var.db, c.req.valid('json'))
    const [head] = await insertRevisions(c.var.db, [draft], c.var.token)
    if (!head) throw new Error('The draft was not stored')
    const [stored] = await withFindings(c.var.db, [await revisionOr404(c.var.db, head.id)])
    const answer = { revision: head, findings: stored?.findings ?? [] }
    return c.json(answer, head.unchanged ? 200 : 201)
  })
  .get('/:id', valid('param', Id), async (c) => {
    const revision = await revisionOr404(c.var.db, c.req.valid('param').id)
    const [stored] = await withFindings(c.var.db, [revision])
    return c.json({ ...stored, tables: revision.tables, cells: revision.cells })
  })
  .get('/:id/diff', valid('param', Id), async (c) => {
    const { id } = c.req.valid('param')
    const change = await selectPendingChange(c.var.db, id)
    if (!change) throw new Problem(404, `没有第 ${id} 号修订（no such revision）`)
    return c.json({ ...change, count: change.differences.length })
  })
  .post('/:id/publish', valid('param', Id), valid('json', PublishBody), async (c) => {
    const { id } = c.req.valid('param')
    const decision = { ...c.req.valid('json'), by: c.var.token }
    const { version, revision } = await publishDraft(c.var.db, id, decision)
    return c.json({ data_version: version, bureau: revision.bureau, year: revision.year })
  })
  .post('/:id/verdicts', valid('param', Id), valid('json', VerdictBody), async (c) => {
    const revision = await revisionOr404(c.var.db, c.req.valid('param').id)
    const { fingerprint, ...said } = c.req.valid('json')
    const around = await selectSurroundings(c.var.db, [accountOf(revision)])
    const concern = concernsIfPublic(around, revision).find(
      (one) => one.fingerprint === fingerprint,
    )
    if (!concern)
      throw new Problem(
        404,
        `第 ${revision.id} 号修订没有这个问题（revision ${revision.id} has no such finding）`,
        [{ code: 'unknown_finding', path: 'fingerprint', message: fingerprint }],
      )
    await decideVerdict(c.var.db, concern, { ...said, by: c.var.token })
    return c.json({ rule: concern.rule, fingerprint, verdict: said.verdict })
  })
  .post('/:id/withdraw', valid('param', Id), valid('json', WithdrawBody), async (c) => {
    const { id } = c.req.valid('param')
    const decision = { ...c.req.valid('json'), by: c.var.token }
    const { version, revision } = await withdraw(c.var.db, id, decision)
    return c.json({ data_version: version, bureau: revision.bureau, year: revision.year })
  })
