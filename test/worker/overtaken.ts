import { env } from 'cloudflare:test'
import { app } from '#worker/app.ts'
import { replaced } from './noted.ts'

/** The database, in which something else happens once, just before a batch that writes to `table`. */
export function overtaken(table: string, meanwhile: () => Promise<unknown>): D1Database {
  const queries = new WeakMap<object, string>()
  const writes = new RegExp(`^(insert into|update|delete from) "${table}"`, 'i')
  let isDone = false
  const prepare = (query: string): D1PreparedStatement => {
    const statement = env.DB.prepare(query)
    const bind = (...params: unknown[]): D1PreparedStatement => {
      const bound = statement.bind(...params)
      queries.set(bound, query)
      return bound
    }
    return new Proxy(statement, { get: () => bind })
  }
  const batch: D1Database['batch'] = async (statements) => {
    if (!isDone && statements.some((one) => writes.test(queries.get(one) ?? ''))) {
      isDone = true
      await meanwhile()
    }
    return env.DB.batch(statements)
  }
  return replaced({ prepare, batch })
}

/** A request that writes, to such a database. */
export const postTo = (DB: D1Database, path: string, body: unknown): Promise<Response> =>
  Promise.resolve(
    app.request(
      `/api/v1/admin${path}`,
      {
        method: 'POST',
        headers: { authorization: 'Bearer nt_test', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
      { ...env, DB },
    ),
  )
