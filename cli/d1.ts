import { Failed } from './failed.ts'
import { CommandError } from './run.ts'
import { mustWrangler, wrangler } from './wrangler.ts'

/** Where a database is: a folder on this machine, or Cloudflare with the configuration that names it. */
export type Database = { readonly folder: string } | { readonly config: string }

const place = (database: Database): string[] =>
  'folder' in database
    ? ['--local', '--persist-to', database.folder]
    : ['--remote', '--config', database.config]

/** One row of an answer, by column. */
export type Row = Readonly<Record<string, string | number | null>>

/** Runs SQL statements and returns the rows of each. Throws Failed where the database refuses, or is not set up yet. */
export async function runSql(database: Database, sql: string): Promise<readonly Row[][]> {
  const { ok, stdout, log } = await wrangler(
    'd1',
    'execute',
    'DB',
    ...place(database),
    '--yes',
    '--json',
    '--command',
    sql,
  )
  if (/no such (?:table|column)/.test(log)) throw new Failed(notMigrated)
  if (!ok) throw new CommandError('wrangler d1 execute', log)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the documented shape of --json
  const answers = JSON.parse(stdout) as { results: Row[] }[]
  return answers.map(({ results }) => results)
}

const notMigrated =
  '数据库尚未建立或版本较旧：请先运行 npm start（本机）或 npm run deploy（已部署的）（the database is not set up yet, or older than this version: run npm start, or npm run deploy for the deployed one, first）'

/** Brings the database to the newest migration. */
export async function migrate(database: Database): Promise<void> {
  await mustWrangler('d1', 'migrations', 'apply', 'DB', ...place(database))
}

/** A text as SQL: wrangler's command line binds no parameters. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`
