import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { reasonIn } from '#core/text/lang.ts'
import { publicApi } from './api.ts'
import { withDatabase } from './database.ts'
import { embeds } from './embed/index.tsx'
import type { Env } from './env.ts'
import { Problem, toProblem } from './errors.ts'
import { withEtag, withSecurity } from './headers.ts'
import { errorPage } from './pages/error.tsx'
import { pages } from './pages/index.tsx'
import { health } from './routes/health.ts'
import { schema } from './routes/schema.ts'
import { viewFiles } from './routes/view-files.ts'
import { wholeSet } from './routes/whole-set.ts'

/** The whole product: API, files, pages, embeds. */
export const app = new Hono<Env>()
  .use(withSecurity)
  .use(trimTrailingSlash())
  // What writes is a module of its own: most requests only read.
  .all('/api/v1/admin/*', async (c) => (await import('./admin.ts')).admin.fetch(c.req.raw, c.env))
  .use(withDatabase)
  .route('/', health)
  .route('/api/v1', publicApi)
  .route('/data', wholeSet)
  .route('/schema', schema)
  .use('/embed/*', withEtag)
  .route('/', embeds)
  .get('/assets/*', (c) => c.env.ASSETS.fetch(c.req.raw))
  .use(withEtag)
  .route('/', viewFiles)
  .route('/', pages)
  .notFound((c) => {
    const problem = notThere(c)
    const isPage = problem.status === 404 && !c.req.path.startsWith('/api/')
    return isPage ? errorPage(c, 404) : toProblem(problem, c)
  })
  .onError(answerError)

/** What writes lies elsewhere, and says so itself. */
function notThere(c: Context<Env>): Problem {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method))
    return new Problem(404, '没有这个接口（no such route; see /api/v1/openapi.json）')
  c.header('allow', 'GET, HEAD, OPTIONS')
  return new Problem(405, '这里只能读取：请用 GET（read only: use GET）')
}

/** The API answers errors as JSON, a page as a page. */
function answerError(error: Error, c: Context<Env>) {
  if (c.req.path.startsWith('/api/')) return toProblem(error, c)
  const status = error instanceof HTTPException ? error.status : 500
  if (status === 400 || status === 404)
    return errorPage(c, status, reasonIn(c.req.query('lang') === 'en' ? 'en' : 'zh', error.message))
  console.error(error)
  return errorPage(c, 500)
}
