import { Hono } from 'hono'
import * as v from 'valibot'
import { type BureauEntry, selectBureau, selectBureaus, selectNames } from '../db/bureaus.ts'
import { selectLineage } from '../db/lineage.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { lineageJson } from './lineage.ts'
import { meta } from './meta.ts'
import { BureauIdSchema, DivisionSchema } from './parameters.ts'

const List = v.object({
  q: v.optional(v.pipe(v.string(), v.maxLength(100, '最多 100 字（at most 100 characters）'))),
  division: v.optional(DivisionSchema),
  sector: v.optional(v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/, 'such as culture_tourism'))),
  after: v.optional(BureauIdSchema),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, '1–500'),
      v.transform(Number),
      v.minValue(1, '1–500'),
      v.maxValue(500, '1–500'),
    ),
    '100',
  ),
})

/** A bureau in the API's spelling. */
export const bureauJson = (bureau: BureauEntry) => ({
  id: bureau.id,
  name: bureau.name,
  name_en: bureau.nameEn,
  division: {
    code: bureau.division.code,
    name: bureau.division.name,
    name_en: bureau.division.nameEn,
  },
  level: bureau.level,
  sector: bureau.sector,
  scope: bureau.scope,
  kind: bureau.kind,
  made_up: bureau.madeUp,
  years: bureau.years,
})

/** The bureau of a path or query; 404 where there is none. */
export async function bureauOr404(db: Env['Variables']['db'], id: string): Promise<BureauEntry> {
  const bureau = await selectBureau(db, id)
  if (!bureau)
    throw new Problem(
      404,
      `没有这个行政机关：${id}（no such bureau; search with /api/v1/bureaus?q=）`,
    )
  return bureau
}

export const bureaus = new Hono<Env>()
  .get('/', valid('query', List), async (c) => {
    const query = c.req.valid('query')
    const { bureaus: page, next: after } = await selectBureaus(c.var.db, query)
    if (after !== null) {
      const next = new URL(c.req.url)
      next.searchParams.set('after', after)
      c.header('link', `<${next.pathname}${next.search}>; rel="next"`)
    }
    return c.json({ meta: await meta(c), bureaus: page.map(bureauJson) })
  })
  .get('/:bureau', valid('param', v.object({ bureau: BureauIdSchema })), async (c) => {
    const bureau = await bureauOr404(c.var.db, c.req.valid('param').bureau)
    const names = await selectNames(c.var.db, bureau.key)
    const kin = await selectLineage(c.var.db, [bureau.key])
    return c.json({
      meta: await meta(c),
      bureau: {
        ...bureauJson(bureau),
        names: names.map(({ name, kind, validFrom, validTo }) => ({
          name,
          kind,
          valid_from: validFrom,
          valid_to: validTo,
        })),
        lineage: lineageJson(kin, bureau.id),
      },
    })
  })
