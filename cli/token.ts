import { parseArgs } from 'node:util'
import { remoteDatabase } from './cloudflare.ts'
import { type Database, runSql } from './d1.ts'
import type { Output } from './output.ts'
import { dataDir } from './place.ts'
import { newToken } from './secret.ts'
import { insertToken, replaceToken, revokeToken, selectTokens } from './token-sql.ts'

export const usage = 'token create NAME | list | replace ID | revoke ID [--remote]'

/**
 * Makes, lists, replaces and revokes the tokens that may write: of the local database, or with --remote of the
 * deployed one. Exit code: 0 done, 1 no such token, 2 wrong usage.
 */
export async function token(args: string[], output: Output): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { remote: { type: 'boolean', default: false } },
  })
  const action = parseAction(positionals)
  if (!action) return 2
  return action(values.remote ? await remoteDatabase() : { folder: dataDir() }, output)
}

type Action = (database: Database, output: Output) => Promise<0 | 1>

function parseAction([verb, subject = '', ...rest]: string[]): Action | undefined {
  if (rest.length > 0) return undefined
  if (verb === 'list' && subject === '') return list
  if (verb === 'create' && subject !== '') return create(subject)
  if (!/^\d{1,15}$/.test(subject)) return undefined
  if (verb === 'replace') return replace(Number(subject))
  return verb === 'revoke' ? revoke(Number(subject)) : undefined
}

const create =
  (name: string): Action =>
  async (database, output) => {
    const text = newToken()
    await runSql(database, insertToken(name, text))
    show(text, output)
    return 0
  }

const list: Action = async (database, output) => {
  const [rows = []] = await runSql(database, selectTokens)
  for (const { id, name, created_at, revoked_at } of rows)
    output.out([id, name, created_at, revoked_at ? `revoked ${revoked_at}` : 'valid'].join('\t'))
  return 0
}

const replace =
  (id: number): Action =>
  async (database, output) => {
    const text = newToken()
    const [rows = []] = await runSql(database, replaceToken(id, text))
    if (rows.length === 0) return missing(id, output)
    show(text, output)
    return 0
  }

const revoke =
  (id: number): Action =>
  async (database, output) => {
    const [rows = []] = await runSql(database, revokeToken(id))
    if (rows.length === 0) return missing(id, output)
    output.out(`已撤销 Revoked: ${id}`)
    return 0
  }

/** The token alone on stdout, so that a script can take it. */
function show(text: string, output: Output): void {
  output.err('令牌只显示这一次，请妥善保存。This token is shown only once; keep it safe.')
  output.out(text)
}

function missing(id: number, output: Output): 1 {
  output.err(`没有编号为 ${id} 的有效令牌 No valid token has the id ${id}; see: token list`)
  return 1
}
