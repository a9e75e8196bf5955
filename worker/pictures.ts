import { Hono } from 'hono'
import { withDatabase } from './database.ts'
import type { Env } from './env.ts'
import { noRoute, toProblem } from './errors.ts'
import { withEtag } from './headers.ts'
import { viewPictures } from './routes/view-pictures.ts'

/** Views as pictures. */
export const pictures = new Hono<Env>()
  .use(withDatabase)
  .use(withEtag)
  .route('/', viewPictures)
  .notFound(noRoute)
  .onError(toProblem)
