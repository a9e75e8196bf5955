import { parseArgs } from 'node:util'
import { buildWeb, buildWorker } from './build.ts'
import { createBucket, createDatabase, findDatabase, writeConfig } from './cloudflare.ts'
import { migrate, runSql } from './d1.ts'
import { terminal as output } from './terminal.ts'
import { Failed, isWrongOption } from './failed.ts'
import { CommandError } from './run.ts'
import { newToken } from './secret.ts'
import { settings } from './settings.ts'
import { insertToken } from './token-sql.ts'
import { mustWrangler } from './wrangler.ts'

async function deploy(): Promise<void> {
  const config = writeConfig(await ensureDatabase(), await ensureBucket())
  say('更新数据库结构', 'migrating the database')
  await migrate({ config })
  say('构建', 'building both halves')
  await buildWeb()
  await buildWorker()
  say('部署', 'deploying the Worker')
  // Settings that are not given now stay as they were (keep_vars).
  const log = await mustWrangler('deploy', '--config', config, ...settings())
  output.out(/https:\/\/\S+/.exec(log)?.[0] ?? log)
  await ensureToken(config)
}

/** The id of the database, which is created where there is none. */
async function ensureDatabase(): Promise<string> {
  const found = await findDatabase()
  if (found) return found
  say('创建 D1 数据库 niantu', 'creating the D1 database niantu')
  await createDatabase()
  const created = await findDatabase()
  if (!created) throw new CommandError('wrangler d1 create', 'the new database is not listed')
  return created
}

/** Whether there is a bucket for source files; an account without R2 gets a deployment that keeps none. */
async function ensureBucket(): Promise<boolean> {
  const there = await createBucket()
  if (!there)
    output.err(
      '账户没有启用 R2，本次部署不留存原件；在 Cloudflare 控制台启用 R2 后再部署一次即可（the account has no R2: this deployment keeps no source files; enable R2 in the Cloudflare dashboard and deploy again）',
    )
  return there
}

/** The first deployment needs one token to begin with; later ones are made with `niantu token`. */
async function ensureToken(config: string): Promise<void> {
  const [tokens] = await runSql({ config }, 'SELECT id FROM token LIMIT 1')
  if (tokens?.length !== 0) return
  const token = newToken()
  await runSql({ config }, insertToken('first', token))
  output.out(`写入令牌，只显示这一次 Write token, shown only once: ${token}`)
}

/** Everything that can be done without an account: really builds both halves, and says what would follow. */
async function rehearse(): Promise<void> {
  would('查找 D1 数据库 niantu，没有则创建', 'find the D1 database niantu, or create it')
  would('查找 R2 存储桶 niantu-files，没有则创建', 'find the R2 bucket niantu-files, or create it')
  would('更新远程数据库结构', 'migrate it')
  say('构建', 'building both halves')
  await buildWeb()
  await buildWorker()
  say('核对部署的内容', 'checking what would be deployed')
  await mustWrangler('deploy', '--dry-run', ...settings())
  would('部署 Worker', 'deploy the Worker')
  would('首次部署时生成写入令牌并显示一次', 'on the first run make a write token, shown once')
}

const options = { 'dry-run': { type: 'boolean', default: false } } as const

/** Exit code: 0 done, 1 a step failed, 2 wrong usage. */
async function main(): Promise<0 | 1 | 2> {
  try {
    const { values } = parseArgs({ options })
    await (values['dry-run'] ? rehearse() : deploy())
    return 0
  } catch (error) {
    if (!(error instanceof Failed || isWrongOption(error))) throw error
    output.err(error.message)
    if (error instanceof Failed) return 1
    output.err('用法 Usage: npm run deploy [-- --dry-run]')
    return 2
  }
}

const say = (zh: string, en: string): void => output.out(`${zh} · ${en} …`)
const would = (zh: string, en: string): void => output.out(`（将）${zh} · would ${en}`)

// `npm run deploy`: every step looks at what is there, so that running it again continues where it stopped.
process.exitCode = await main()
