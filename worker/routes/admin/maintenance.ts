import { Hono } from 'hono'
import { backfill } from '../../db/backfill.ts'
import type { Env } from '../../env.ts'

/** What an upgrade leaves to be done, fifty reports to a request. The caller asks again until it is done. */
export const adminMaintenance = new Hono<Env>().post('/', async (c) => {
  const reports = await backfill(c.var.db, 50)
  return c.json({ reports, done: reports === 0 })
})
