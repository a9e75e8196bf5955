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

/**
 * Sees to the bucket for source files; false where the account has no R2. Throws CommandError where nobody can tell: a
 * deployment that leaves out a bucket that is there would lose sight of its files.
 */
export async function createBucket(): Promise<boolean> {
  const { ok, log } = await wrangler('r2', 'bucket', 'create', 'niantu-files')
  if (ok || /code: 10004\b|already exists/.test(log)) return true
  if (/code: 10042\b/.test(log)) return false
  throw new CommandError('wrangler r2 bucket create', log)
}

const bucketBinding = /^# Source files .*\n\[\[r2_buckets\]\]\n(?:.+\n)+\n/m

/** The tracked configuration with the id of the real database, and without the bucket where there is none. */
export function deployedConfig(tracked: string, database: string, withBucket: boolean): string {
  const named = tracked.replace(placeholder, database)
  return withBucket ? named : named.replace(bucketBinding, '')
}

/** Writes that configuration beside the tracked one, and returns its file name. */
export function writeConfig(database: string, withBucket: boolean): string {
  const tracked = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  writeFileSync(join(root, config), deployedConfig(tracked, database, withBucket))
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
  // Only the database is asked for; nothing is deployed with it.
  return { config: writeConfig(id, true) }
}
