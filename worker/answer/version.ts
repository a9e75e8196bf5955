import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { versionOf } from '../version.ts'

/** What an answer is a view of, as files say it: the release, such as `2026.3.0`, else `d` and the data version. */
export const versionText = async (c: Context<Env>): Promise<string> =>
  c.var.frozen?.name ?? `d${(await versionOf(c)).data}`
