import { Hono } from 'hono'
import { asset } from '../answer/asset.ts'
import { meta } from '../answer/meta.ts'
import type { Env } from '../env.ts'

/** What every column of every file means. */
export const columns = new Hono<Env>().get('/', async (c) => {
  const words = await asset(c, 'columns')
  return c.json({
    meta: await meta(c),
    columns: Object.entries(words).map(([id, column]) => ({ id, ...column })),
  })
})
