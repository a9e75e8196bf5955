import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'
import { Problem } from './errors.ts'

/** Requests that one address may make in a minute, as in wrangler.toml. */
export const perMinute = 600

/** So many addresses are told apart in one minute. */
const known = 50_000

/** What each address has asked for in this minute, where the platform does not count. Nothing of it is ever stored. */
const asked = { minute: 0, by: new Map<string, number>() }

function isWithin(address: string, now: number): boolean {
  const minute = Math.floor(now / 60_000)
  if (asked.minute !== minute) {
    asked.minute = minute
    asked.by.clear()
  }
  const n = (asked.by.get(address) ?? 0) + 1
  if (n > 1 || asked.by.size < known) asked.by.set(address, n)
  return n <= perMinute
}

/**
 * Answers 429 to an address that asks too much: by the platform's counter where there is one, else by an own one for
 * each process. `RATE_LIMIT=0` turns it off; where no address is known, callers cannot be told apart and none is refused.
 */
export const withLimit = createMiddleware<Env>(async (c, next) => {
  const address = c.req.header('cf-connecting-ip')
  if (address === undefined || c.env.RATE_LIMIT === '0') return next()
  const { LIMITER } = c.env
  const now = Date.now()
  const { success } = LIMITER
    ? await LIMITER.limit({ key: address })
    : { success: isWithin(address, now) }
  if (success) return next()
  c.header('retry-after', String(60 - (Math.floor(now / 1000) % 60)))
  throw new Problem(429, tooMany)
})

/** Of a path with its query. Fifty of the longest ids fit; the links of an answer repeat it, and headers have little room. */
const longest = 4500

/** Answers 414 to an address that is longer than any question. */
export const withShortAddress = createMiddleware<Env>((c, next) => {
  const { pathname, search } = new URL(c.req.url)
  if (pathname.length + search.length <= longest) return next()
  throw new Problem(414, tooLong, [{ code: 'too_long', path: '', message: tooLong }])
})

const tooLong = `地址至多 ${longest} 个字符：请分几次问，或下载整套文件（an address has at most ${longest} characters: ask in parts, or take the whole set）`

const tooMany = `每分钟最多 ${perMinute} 次请求，请稍后再试；需要大量数据请下载整套文件（at most ${perMinute} requests a minute; for much data take the whole set, see /api/v1/datapackage.json）`
