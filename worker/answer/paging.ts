import type { Context } from 'hono'
import type { Env } from '../env.ts'

/** Says where a list goes on (RFC 8288); nothing where it ends. `name`: the parameter that takes it. */
export function linkNext(
  c: Context<Env>,
  cursor: string | number | null | undefined,
  name = 'cursor',
): void {
  if (cursor === null || cursor === undefined) return
  const next = new URL(c.req.url)
  next.searchParams.set(name, String(cursor))
  const address = `${next.pathname}${next.search}`
  c.set('next', address)
  c.header('link', `<${address}>; rel="next"`, { append: true })
}

/** Where a list goes on, as text; null where it ends. */
export const cursorText = (cursor: number | null): string | null =>
  cursor === null ? null : String(cursor)
