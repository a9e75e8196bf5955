import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'

/** To stand before what releases do not keep, or not in this form: it must not pass for a part of one. */
export function requireLive(c: Context<Env>): void {
  if (c.req.query('v') === undefined) return
  const message =
    '这里只有现在的，发布版不保存：请去掉 v（only as it is now, no release keeps this: leave v out）'
  throw new Problem(400, message, [{ code: 'not_kept', path: 'v', message }])
}
