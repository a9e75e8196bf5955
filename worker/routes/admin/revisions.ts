import { Hono } from 'hono'
import * as v from 'valibot'
import { findings } from '#core/check/finding.ts'
import { withdrawRevision } from '../../db/publishing.ts'
import { selectDrafts, selectRevision } from '../../db/revisions.ts'
import type { Env } from '../../env.ts'
import { Problem } from '../../errors.ts'
import { valid } from '../../valid.ts'
import { PublishBody, RevisionBody, WithdrawBody } from './body.ts'
import { publishDraft, storeDraft, versionOf } from './steps.ts'

const Id = v.object({ id: v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)) })

const Drafts = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)), '0'),
})

export const adminRevisions = new Hono<Env>()
  .get('/', valid('query', Drafts), async (c) => {
    const drafts = await selectDrafts(c.var.db, c.req.valid('query').after, 100)
    const revisions = drafts.map(({ id, bureau, year, number, state, cells, tables }) => ({
      id,
      bureau,
      year,
      number,
      state,
      findings: findings(cells, tables),
    }))
    return c.json({ revisions })
  })
  .post('/', valid('json', RevisionBody), async (c) => {
    const body = c.req.valid('json')
    const draft = await storeDraft(c.var.db, body, { by: c.var.token })
    return c.json(draft, draft.revision.unchanged ? 200 : 201)
  })
  .post('/:id/publish', valid('param', Id), valid('json', PublishBody), async (c) => {
    const { id } = c.req.valid('param')
    const decision = { ...c.req.valid('json'), by: c.var.token }
    const { version, draft } = await publishDraft(c.var.db, id, decision)
    return c.json({ data_version: version, bureau: draft.bureau, year: draft.year })
  })
  .post('/:id/withdraw', valid('param', Id), valid('json', WithdrawBody), async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    const revision = await selectRevision(c.var.db, id)
    if (!revision) throw new Problem(404, `没有第 ${id} 号修订（no such revision）`)
    const withdrawn = await withdrawRevision(c.var.db, revision, { reason, by: c.var.token })
    return c.json({
      data_version: versionOf(withdrawn),
      bureau: revision.bureau,
      year: revision.year,
    })
  })
