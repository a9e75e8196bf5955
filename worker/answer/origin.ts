import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'

/** What absolute addresses begin with, without a final slash. */
export const originOf = (c: Context<Env>): string =>
  c.env.PUBLIC_ORIGIN?.replace(/\/$/, '') || ownOrigin(c.req.url)

/** A caller may name any host: one with signs that mean something in texts is none. */
function ownOrigin(address: string): string {
  const { origin } = new URL(address)
  if (!/^https?:\/\/[\w.:[\]-]+$/.test(origin))
    throw new Problem(400, '主机名无效（this is no name of a host）')
  return origin
}

/** The address that is asked for, as the public has it. */
export function addressOf(c: Context<Env>): string {
  const { pathname, search } = new URL(c.req.url)
  return `${originOf(c)}${pathname}${search}`
}
