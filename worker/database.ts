import { createMiddleware } from 'hono/factory'
import { openSession } from './db/client.ts'
import type { Env } from './env.ts'

const bookmarkForm = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32}$/

/**
 * The database of a request: for the public the nearest copy, or one that is not older than the bookmark that the caller
 * shows; for what writes, the one that is written to. The answer's bookmark, shown next time, leads on from here.
 */
export const withDatabase = createMiddleware<Env>(async (c, next) => {
  const shown = c.req.header('x-d1-bookmark') ?? ''
  const isAdmin = c.req.path.startsWith('/api/v1/admin')
  const nearest = bookmarkForm.test(shown) ? shown : 'first-unconstrained'
  const { db, bookmark } = openSession(c.env.DB, isAdmin ? 'first-primary' : nearest)
  c.set('db', db)
  await next()
  const reached = bookmark()
  if (reached !== null && c.req.path.startsWith('/api/')) c.header('x-d1-bookmark', reached)
})
