import { Hono } from 'hono'
import * as v from 'valibot'
import { withDatabase } from './database.ts'
import type { Env } from './env.ts'
import { noRoute, toProblem } from './errors.ts'
import { withEtag } from './headers.ts'
import { BureauIdSchema, YearSchema } from './routes/parameters.ts'
import { ProofIdSchema, ProofQuery, proofAnswer } from './routes/proofs.ts'
import { before, file, open } from './routes/view-path.ts'
import { valid } from './valid.ts'

const proof = `/proof/:bureau/:year/${file('rule', '.json')}`
const ProofFile = v.object({
  bureau: BureauIdSchema,
  year: YearSchema,
  rule: v.pipe(before('.json'), ProofIdSchema),
})
/** Proofs as data: the one answer that tells its figures in the words of pages. */
export const proofs = new Hono<Env>()
  .use(withDatabase)
  .use(withEtag)
  .use(proof, ...open)
  .get(proof, valid('param', ProofFile), valid('query', ProofQuery), async (c) =>
    c.json(await proofAnswer(c, c.req.valid('param'))),
  )
  .notFound(noRoute)
  .onError(toProblem)
