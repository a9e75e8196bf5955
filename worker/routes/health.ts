import { Hono } from 'hono'
import { selectVersion } from '../db/version.ts'
import type { Env } from '../env.ts'

/** `/healthz`: the process answers. `/readyz`: the database answers and is migrated. */
export const health = new Hono<Env>()
  .get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
  .get('/readyz', async (c) => {
    try {
      const { data } = await selectVersion(c.var.db)
      return c.json({ status: 'ready', data_version: data }, 200, { 'cache-control': 'no-store' })
    } catch (error) {
      console.error(error)
      return c.json({ status: 'database unreachable or not migrated' }, 503, {
        'cache-control': 'no-store',
      })
    }
  })
