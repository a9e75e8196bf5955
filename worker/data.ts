import { Hono } from 'hono'
import { openToAll } from './answer/open.ts'
import { publicApi } from './api.ts'
import { withDatabase } from './database.ts'
import type { Env } from './env.ts'
import { noRoute, toProblem } from './errors.ts'
import { withEtag } from './headers.ts'
import { schema } from './routes/schema.ts'
import { viewFiles } from './routes/view-files.ts'
import { wholeSet } from './routes/whole-set.ts'

/** Everything that is answered with data: the API, views as tables, files of releases, the exchange format. */
export const data = new Hono<Env>()
  .use(withDatabase)
  .route('/api/v1', publicApi)
  .route('/data', wholeSet)
  .route('/schema', schema)
  .use('/data.json', openToAll)
  .get('/data.json', (c) => c.redirect('/api/v1/catalogue.jsonld'))
  .use(withEtag)
  .route('/', viewFiles)
  .notFound(noRoute)
  .onError(toProblem)
