import type { Context } from 'hono'
import { type Version, selectVersion } from './db/version.ts'
import type { Env } from './env.ts'

/** The state of the collection that this answer is made of; asked for once per request. */
export async function versionOf(c: Context<Env>): Promise<Version> {
  const version = c.var.version ?? (await selectVersion(c.var.db))
  c.set('version', version)
  return version
}
