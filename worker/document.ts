import type { Context } from 'hono'
import { originOf } from './answer/origin.ts'
import { anyBureau, anyHost, anyRelease } from './contract/placeholders.ts'
import { selectReleases } from './db/releases.ts'
import type { Env } from './env.ts'

/** What the build wrote, as it is. */
export async function builtText(c: Context<Env>, name: string): Promise<string> {
  const file = await c.env.ASSETS.fetch(new URL(`/${name}`, c.req.url))
  if (!file.ok) throw new Error(`The build has no ${name}`)
  return file.text()
}

/** The same with a bureau of this deployment in its examples. */
export const textOf = async (c: Context<Env>, name: string, bureau: string): Promise<string> =>
  (await builtText(c, name)).replaceAll(anyBureau, bureau)

/** What the build made of the API's contract, with addresses and the release of this deployment in its examples. */
export async function documentText(c: Context<Env>, name: string): Promise<string> {
  const [newest] = await selectReleases(c.var.db, 1)
  return (await builtText(c, name))
    .replaceAll(anyHost, originOf(c))
    .replaceAll(anyRelease, newest?.name ?? '2026.1.0')
}
