import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { reasonIn } from '#core/text/lang.ts'
import { connect } from './db/client.ts'
import { embeds } from './embed/index.tsx'
import type { Env } from './env.ts'
import { Problem, toProblem } from './errors.ts'
import { withEtag, withSecurity } from './headers.ts'
import { errorPage } from './pages/error.tsx'
import { pages } from './pages/index.tsx'
import { admin } from './routes/admin/index.ts'
import { bureaus } from './routes/bureaus.ts'
import { coverage } from './routes/coverage.ts'
import { figures } from './routes/figures.ts'
import { reportFiles } from './routes/files.ts'
import { health } from './routes/health.ts'
import { observations } from './routes/observations.ts'
import { releases } from './routes/releases.ts'
import { reports } from './routes/reports.ts'
import { revisions } from './routes/revisions.ts'
import { series, seriesFile } from './routes/series.ts'
import { viewFiles } from './routes/view-files.ts'

const publicApi = new Hono<Env>()
  .use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'HEAD', 'OPTIONS'],
      exposeHeaders: ['ETag', 'Link'],
    }),
  )
  .use(withEtag)
  .route('/figures', figures)
  .route('/bureaus', bureaus)
  .route('/coverage', coverage)
  .route('/reports', reports)
  .route('/reports', revisions)
  .route('/observations', observations)
  .route('/releases', releases)
  .route('/reports', reportFiles)
  .route('/series', series)
  .route('/series.csv', seriesFile)

/** The whole product: API, files, pages, embeds. */
export const app = new Hono<Env>()
  .use(withSecurity)
  .use(trimTrailingSlash())
  .use(async (c, next) => {
    c.set('db', connect(c.env.DB))
    await next()
  })
  .route('/', health)
  .route('/api/v1/admin', admin)
  .route('/api/v1', publicApi)
  .use('/embed/*', withEtag)
  .route('/', embeds)
  .get('/assets/*', (c) => c.env.ASSETS.fetch(c.req.raw))
  .use(withEtag)
  .route('/', viewFiles)
  .route('/', pages)
  .notFound((c) =>
    c.req.path.startsWith('/api/')
      ? toProblem(new Problem(404, '没有这个接口（no such route; see /api/v1/figures）'), c)
      : errorPage(c, 404),
  )
  .onError(answerError)

/** The API answers errors as JSON, a page as a page. */
function answerError(error: Error, c: Context<Env>) {
  if (c.req.path.startsWith('/api/')) return toProblem(error, c)
  const status = error instanceof HTTPException ? error.status : 500
  if (status === 400 || status === 404)
    return errorPage(c, status, reasonIn(c.req.query('lang') === 'en' ? 'en' : 'zh', error.message))
  console.error(error)
  return errorPage(c, 500)
}
