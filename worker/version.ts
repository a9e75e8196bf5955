import type { Context } from 'hono'
import type { Release } from './db/releases.ts'
import { type Version, selectVersion } from './db/version.ts'
import type { Env } from './env.ts'
import { Problem } from './errors.ts'

/** The state of the collection that this answer is made of; asked for once per request. */
export async function versionOf(c: Context<Env>): Promise<Version> {
  const version = c.var.version ?? (await selectVersion(c.var.db, c.req.query('v')))
  c.set('version', version)
  return version
}

/**
 * The release that `?v=` names, undefined without it; 404 where there is none. The answer is then frozen: it must be
 * made of what that release holds and of nothing that may change later.
 */
export async function releaseOf(c: Context<Env>): Promise<Release | undefined> {
  const name = c.req.query('v')
  if (name === undefined) return undefined
  const { asked } = await versionOf(c)
  if (!asked) throw noRelease(name)
  c.set('frozen', asked)
  return asked
}

export const noRelease = (name: string): Problem =>
  new Problem(404, `没有 ${name} 这个版本（no such release; see /api/v1/releases）`)

/**
 * To stand before what is made of sums, orders, histograms or findings, after `releaseOf`: 503 while those of what is
 * public now lack reports, so that nobody takes a part for the whole. A release lacks none.
 */
export async function requireWhole(c: Context<Env>): Promise<void> {
  const { behind } = await versionOf(c)
  if (!behind || c.var.frozen) return
  c.header('retry-after', '600')
  throw new Problem(
    503,
    '升级后正在整理数据，合计、名次和统计稍后可用（counts are being prepared after an upgrade; come back later）',
  )
}
