import { mustWrangler } from './wrangler.ts'

/** Where a database is: a folder on this machine, or Cloudflare with the configuration that names it. */
export type Database = { readonly folder: string } | { readonly config: string }

const place = (database: Database): string[] =>
  'folder' in database
    ? ['--local', '--persist-to', database.folder]
    : ['--remote', '--config', database.config]

/** One row of an answer, by column. */
export type Row = Readonly<Record<string, string | number | null>>

/** Runs SQL statements and returns the rows of each. Throws CommandError where the database refuses. */
export async function runSql(database: Database, sql: string): Promise<readonly Row[][]> {
  const text = await mustWrangler(
    'd1',
    'execute',
    'DB',
    ...place(database),
    '--yes',
    '--json',
    '--command',
    sql,
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the documented shape of --json
  const answers = JSON.parse(text) as { results: Row[] }[]
  return answers.map(({ results }) => results)
}

/** Brings the database to the newest migration. */
export async function migrate(database: Database): Promise<void> {
  await mustWrangler('d1', 'migrations', 'apply', 'DB', ...place(database))
}

/** A text as SQL: wrangler's command line binds no parameters. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`
