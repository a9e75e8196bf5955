import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './place.ts'
import { CommandError } from './run.ts'
import { mustWrangler, wrangler } from './wrangler.ts'

const placeholder = '00000000-0000-0000-0000-000000000000'
const config = 'wrangler.deploy.toml'

/** The id of the database on Cloudflare; undefined where there is none yet. Throws CommandError when not logged in. */
export async function findDatabase(): Promise<string | undefined> {
  const { ok, stdout, log } = await wrangler('d1', 'list', '--json')
  if (!ok) throw new CommandError('wrangler d1 list', `${log}\n\n${loginHint}`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the documented shape of --json
  const databases = JSON.parse(stdout) as { uuid: string; name: string }[]
  return databases.find(({ name }) => name === 'niantu')?.uuid
}

const loginHint = `需要登录 Cloudflare：运行 npx wrangler login，或设置 CLOUDFLARE_API_TOKEN（有多个账户时另设 CLOUDFLARE_ACCOUNT_ID）。
Log in to Cloudflare first: run npx wrangler login, or set CLOUDFLARE_API_TOKEN (and CLOUDFLARE_ACCOUNT_ID with several accounts).`

export async function createDatabase(): Promise<void> {
  await mustWrangler('d1', 'create', 'niantu')
}

/** Writes the configuration that names the real database beside the tracked one, and returns its file name. */
export function writeConfig(database: string): string {
  const tracked = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  writeFileSync(join(root, config), tracked.replace(placeholder, database))
  return config
}

/** The deployed database. Throws CommandError where there is none. */
export async function remoteDatabase(): Promise<{ config: string }> {
  const id = await findDatabase()
  if (!id)
    throw new CommandError(
      'niantu',
      '还没有部署：先运行 npm run deploy (nothing is deployed yet: npm run deploy)',
    )
  return { config: writeConfig(id) }
}
