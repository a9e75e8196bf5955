import { Hono } from 'hono'
import { withToken } from '../../auth/token.ts'
import type { Env } from '../../env.ts'
import { adminBureaus } from './bureaus.ts'
import { adminRevisions } from './revisions.ts'

/** Everything that writes. No route below answers without a token. */
export const admin = new Hono<Env>()
  .use(withToken)
  .use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  .route('/bureaus', adminBureaus)
  .route('/revisions', adminRevisions)
