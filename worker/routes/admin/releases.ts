import { Hono } from 'hono'
import { cutRelease, selectReleases } from '../../db/releases.ts'
import type { Env } from '../../env.ts'

/** Releases: cut by hand here, or daily by the clock. Where nothing changed since the last one, that one comes back. */
export const adminReleases = new Hono<Env>().post('/', async (c) => {
  const cut = await cutRelease(c.var.db, new Date())
  const [newest] = await selectReleases(c.var.db, 1)
  return c.json({ release: cut ?? newest ?? null, cut: cut !== undefined }, cut ? 201 : 200)
})
