import { Hono } from 'hono'
import { withDatabase } from './database.ts'
import type { Env } from './env.ts'
import { toProblem } from './errors.ts'
import { admin as routes } from './routes/admin/index.ts'

/** Everything that writes, under the whole of its addresses. */
export const admin = new Hono<Env>()
  .use(withDatabase)
  .route('/api/v1/admin', routes)
  .onError(toProblem)
