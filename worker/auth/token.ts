import { createMiddleware } from 'hono/factory'
import { selectToken } from '../db/tokens.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'

/** SHA-256 as hex: what is kept of a token and of a file. */
export async function sha256(content: string | ArrayBuffer): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Lets only requests with a valid `Authorization: Bearer …` through. Looked up by hash: no comparison to time. */
export const withToken = createMiddleware<Env>(async (c, next) => {
  const [scheme, text] = (c.req.header('authorization') ?? '').split(' ')
  const id =
    scheme?.toLowerCase() === 'bearer' && text
      ? await selectToken(c.var.db, await sha256(text))
      : undefined
  if (id === undefined)
    throw new Problem(
      401,
      '写入需要有效的令牌：Authorization: Bearer …，用 niantu token create 生成（writing needs a valid token）',
    )
  c.set('token', id)
  await next()
})
