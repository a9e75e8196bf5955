import { createMiddleware } from 'hono/factory'
import { selectVersion } from './db/version.ts'
import type { Env } from './env.ts'
import { assets } from './pages/assets.ts'

const pageCsp =
  "default-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

/** What every answer carries. A route that needs another policy (an embed) sets its own, which stays. */
export const withSecurity = createMiddleware<Env>(async (c, next) => {
  await next()
  const absent = (name: string, value: string) => {
    if (!c.res.headers.has(name)) c.header(name, value)
  }
  const embed = c.req.path.startsWith('/embed/')
  absent('content-security-policy', pageCsp)
  absent('x-content-type-options', 'nosniff')
  absent('referrer-policy', 'strict-origin-when-cross-origin')
  absent('cross-origin-resource-policy', embed ? 'cross-origin' : 'same-site')
  absent('permissions-policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()')
  absent('strict-transport-security', 'max-age=31536000')
  // frame-ancestors of an embed cannot be said in this header, and an old browser would obey it.
  if (!embed) absent('x-frame-options', 'SAMEORIGIN')
})

/**
 * Answers 304 before any figure is read where the caller holds the newest state: the tag is made of data version,
 * roster version and the version of the templates.
 */
export const withEtag = createMiddleware<Env>(async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
  const { data, roster } = await selectVersion(c.var.db)
  const tag = `"${data}.${roster}.${template}${c.env.CF_VERSION_METADATA?.id.slice(0, 8) ?? ''}"`
  const held = (c.req.header('if-none-match') ?? '')
    .split(',')
    .map((t) => t.trim().replace(/^W\//, ''))
  if (held.includes(tag)) return c.body(null, 304, { etag: tag, 'cache-control': fresh })
  await next()
  if (c.res.status !== 200 || c.res.headers.has('cache-control')) return
  c.header('etag', tag)
  c.header('cache-control', fresh)
})

/** The names of the built files carry a hash of what is in them. */
const template = Object.values(assets)
  .map((name) => /-([\w-]+)\.\w+$/.exec(name)?.[1] ?? '')
  .join('')

const fresh = 'public, max-age=60, stale-while-revalidate=60'
