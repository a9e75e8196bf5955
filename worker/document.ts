import type { Context } from 'hono'
import { originOf } from './answer/origin.ts'
import { anyHost, anyRelease } from './contract/placeholders.ts'
import { selectReleases } from './db/releases.ts'
import type { Env } from './env.ts'

/** What the build made of the API's contract, with addresses and the release of this deployment in its examples. */
export async function documentText(c: Context<Env>, name: string): Promise<string> {
  const [newest] = await selectReleases(c.var.db, 1)
  const file = await c.env.ASSETS.fetch(new URL(`/${name}`, c.req.url))
  if (!file.ok) throw new Error(`The build has no ${name}`)
  return (await file.text())
    .replaceAll(anyHost, originOf(c))
    .replaceAll(anyRelease, newest?.name ?? '2026.1.0')
}
