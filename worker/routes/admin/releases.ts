import { Hono } from 'hono'
import { cutRelease, selectReleases } from '../../db/releases.ts'
import type { Env } from '../../env.ts'
import { Problem } from '../../errors.ts'
import { versionOf } from '../../version.ts'

/**
 * Releases: cut by hand here, or daily by the clock. Where nothing changed since the last one, that one comes back; while
 * an upgrade is not finished, none is cut.
 */
export const adminReleases = new Hono<Env>().post('/', async (c) => {
  if ((await versionOf(c)).behind) throw new Problem(409, unfinished)
  const cut = await cutRelease(c.var.db, new Date())
  const [newest] = await selectReleases(c.var.db, 1)
  return c.json({ release: cut ?? newest ?? null, cut: cut !== undefined }, cut ? 201 : 200)
})

const unfinished =
  '升级后的数据还没有整理完，现在发布会把不全的合计固定下来。请用 niantu release（它先整理），或反复请求 POST /api/v1/admin/maintenance 直到 done 为 true，或等定时任务整理完（an upgrade is not finished, and a release would keep its partial sums: use niantu release, which finishes it first, ask POST /api/v1/admin/maintenance until it says done, or wait for the clock）'
