import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { reasonIn } from '#core/text/lang.ts'
import { withDatabase } from './database.ts'
import type { Env } from './env.ts'
import { isRead, noRoute } from './errors.ts'
import { withEtag } from './headers.ts'
import { errorPage } from './pages/error.tsx'
import { pages } from './pages/index.tsx'
import { health } from './routes/health.ts'

/** The public pages, and whatever has no other answer. */
export const site = new Hono<Env>()
  .use(withDatabase)
  .route('/', health)
  .use(withEtag)
  .route('/', pages)
  .notFound((c) => (isRead(c) ? errorPage(c, 404) : noRoute(c)))
  .onError(toPage)

/** Errors of a page are told as a page. What nobody expected is logged, and the reader learns nothing of it. */
function toPage(error: Error, c: Context<Env>) {
  const status = error instanceof HTTPException ? error.status : 500
  if (status === 400 || status === 404 || status === 503)
    return errorPage(c, status, reasonIn(c.req.query('lang') === 'en' ? 'en' : 'zh', error.message))
  console.error(error)
  return errorPage(c, 500)
}
