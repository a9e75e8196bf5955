import { env } from 'cloudflare:test'

/** A statement as it was sent to the database. */
export interface Statement {
  readonly query: string
  readonly params: readonly unknown[]
}

/** The real database, which notes every statement that is asked of it. */
export function noting(): { readonly DB: D1Database; readonly statements: Statement[] } {
  const statements: Statement[] = []
  const prepare = (query: string): D1PreparedStatement => {
    const statement = env.DB.prepare(query)
    const bind = (...params: unknown[]): D1PreparedStatement => {
      statements.push({ query, params })
      return statement.bind(...params)
    }
    return new Proxy(statement, { get: () => bind })
  }
  return { DB: replaced({ prepare, batch: (all) => env.DB.batch(all) }), statements }
}

/** The real database, some of which is done otherwise, in sessions too. */
export function replaced(other: Pick<D1Database, 'prepare' | 'batch'>): D1Database {
  const known: Readonly<Record<string, unknown>> = {
    ...other,
    withSession: () => database,
    getBookmark: () => null,
  }
  const database = new Proxy(env.DB, { get: (_, key: string): unknown => known[key] })
  return database
}

const bound = ({ query, params }: Statement, prefix = ''): D1PreparedStatement =>
  env.DB.prepare(prefix + query).bind(...params)

/** Rows read, as D1 counts them, by statements that only read: they are run again. */
export async function rowsRead(statements: readonly Statement[]): Promise<number> {
  if (statements.length === 0) return 0
  const answers = await env.DB.batch(statements.map((statement) => bound(statement)))
  return answers.reduce((sum, { meta }) => sum + meta.rows_read, 0)
}

/** A table, an index or a trigger. */
interface Entry {
  readonly type: string
  readonly name: string
  readonly sql: string
}

/** What statements read from end to end: the line of the plan, and the statement. */
export async function scans(statements: readonly Statement[]): Promise<string[]> {
  if (statements.length === 0) return []
  const schema = await env.DB.prepare(
    'SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL',
  ).all<Entry>()
  const known = schema.results
  const plans = await env.DB.batch<{ detail: string }>(
    statements.map((statement) => bound(statement, 'EXPLAIN QUERY PLAN ')),
  )
  return plans.flatMap((plan, i) => {
    const query = (statements[i]?.query ?? '').replaceAll(/\s+/g, ' ')
    const lines = plan.results.map(({ detail }) => detail)
    const names = tableNames(query, known)
    return lines
      .filter((line) => names.has(scanned(line)))
      .filter((line) => !isReference(query, scanned(line), known))
      .filter((line) => !isPage(query, lines, known) && !isQuestion(query, line, known))
      .map((line) => `${line}: ${query}`)
  })
}

/** `SCAN t USING COVERING INDEX …` reads t. */
const scanned = (line: string): string => /^SCAN (\S+)/.exec(line)?.[1] ?? ''

/**
 * The first rows of a table in the order of a key, or of an index that holds nothing but what is looked for: no more are
 * read than come out.
 */
const isPage = (query: string, lines: readonly string[], schema: readonly Entry[]): boolean =>
  lines.length === 1 &&
  / limit \?$/i.test(query) &&
  (!/ where /i.test(query) || isPartial(lines[0] ?? '', schema))

/** Whether an index that holds nothing but what is looked for has anything. */
const isQuestion = (query: string, line: string, schema: readonly Entry[]): boolean =>
  isPartial(line, schema) &&
  new RegExp(String.raw`\bEXISTS \(SELECT 1 FROM \w+ ${scanned(line)} WHERE [^()]*\)`).test(query)

const isPartial = (line: string, schema: readonly Entry[]): boolean =>
  schema.some(({ name, sql }) => line.endsWith(` USING INDEX ${name}`) && / WHERE /.test(sql))

/**
 * SQLite looks through the rows that refer to a table when one is added to it, but only while a reference is broken, which
 * none ever is.
 */
function isReference(query: string, child: string, schema: readonly Entry[]): boolean {
  const parent = /^insert into "(\w+)"/i.exec(query)?.[1] ?? ''
  const read = new RegExp(
    String.raw`\b(?:from|join) "?${child}"?(?:$|[),]| (?:where|on|left|cross|join|group|order|limit)\b)`,
    'i',
  )
  return (
    !read.test(query) &&
    schema.some(({ name, sql }) => name === child && sql.includes(` REFERENCES ${parent} (`))
  )
}

/** Tables, and what a statement calls them; not lists that come as JSON, nor parts of the statement itself. */
function tableNames(query: string, schema: readonly Entry[]): ReadonlySet<unknown> {
  const tables = schema.flatMap(({ type, name }) => (type === 'table' ? [name] : []))
  const table = tables.map((name) => `"?${name}"?`).join('|')
  const named = new RegExp(
    String.raw`(?:\b(?:FROM|JOIN|INTO|UPDATE)|,) (?:${table}) (?:AS )?(\w+)`,
    'gi',
  )
  return new Set([...tables, ...[...query.matchAll(named)].map(([, alias]) => alias)])
}
