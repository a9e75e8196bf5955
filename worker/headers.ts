import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { forEver, fresh, holds } from './answer/caching.ts'
import { addressOf } from './answer/origin.ts'
import type { Env } from './env.ts'
import { assets } from './pages/assets.ts'
import { versionOf } from './version.ts'

const pageCsp =
  "default-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

/** What a browser may do with an answer. Embeds set a policy of their own. */
function securityHeaders(path: string): Record<string, string> {
  const common = {
    'x-content-type-options': 'nosniff',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
    'strict-transport-security': 'max-age=31536000',
  }
  if (path.startsWith('/api/v1/admin'))
    return {
      ...common,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    }
  const embed = path.startsWith('/embed/')
  return {
    ...common,
    'content-security-policy': pageCsp,
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-resource-policy':
      embed || path.startsWith('/api/') ? 'cross-origin' : 'same-site',
    // frame-ancestors of an embed cannot be said in this header, and an old browser would obey it.
    ...(embed ? {} : { 'x-frame-options': 'SAMEORIGIN' }),
  }
}

/** Sets what a route has not set itself. An error is not kept by anyone. */
export const withSecurity = createMiddleware<Env>(async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(securityHeaders(c.req.path)))
    if (!c.res.headers.has(name)) c.header(name, value)
  if (c.res.status >= 400 && !c.res.headers.has('cache-control'))
    c.header('cache-control', 'no-store')
})

/**
 * Answers 304 before any figure is read where the caller holds the newest state: the tag is made of the collection's
 * state, the version of the templates and the address, so that nobody holds one for a page that is not there. What a
 * release holds never changes: whoever has it need not ask the database.
 */
export const withEtag = createMiddleware<Env>(async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
  const address = addressHash(c)
  const frozen = frozenTags(c, address).find((tag) => holds(c, tag))
  if (frozen !== undefined) return c.body(null, 304, kept(frozen, forEver))
  const live = `"${await stateOf(c)}.${address}"`
  if (holds(c, live)) return c.body(null, 304, kept(live, fresh))
  await next()
  if (c.res.status !== 200 || c.res.headers.has('cache-control')) return
  const release = c.var.frozen
  const headers = release ? kept(frozenTag(release.name, address), forEver) : kept(live, fresh)
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
})

const kept = (etag: string, howLong: string) => ({ etag, 'cache-control': howLong })

const frozenTag = (release: string, address: string): string => `"${release}.${address}.frozen"`

/** Tags that a frozen answer may have: of a release that its address names. A live one has none of them. */
const frozenTags = (c: Context, address: string): string[] =>
  (c.req.url.match(/\d{4}\.\d{1,6}\.0/g) ?? []).map((release) => frozenTag(release, address))

/** Everything that an answer may be made of, as numbers. */
async function stateOf(c: Context<Env>): Promise<string> {
  const { data, roster, release, log } = await versionOf(c)
  const deployment = c.env.CF_VERSION_METADATA?.id.slice(0, 8) ?? ''
  return `${data}.${roster}.${release}.${log}.${template}${deployment}`
}

/** The names of the built files carry a hash of what is in them. */
const template = Object.values(assets)
  .map((name) => /-([\w-]+)\.\w+$/.exec(name)?.[1] ?? '')
  .join('')

/** The address, and what a deployment's settings put into answers, in 32 bits (FNV-1a). */
function addressHash(c: Context<Env>): string {
  let hash = 0x811c9dc5
  for (const char of `${addressOf(c)} ${c.env.DATA_LICENCE ?? ''} ${c.env.HOME_DIVISION ?? ''}`)
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
