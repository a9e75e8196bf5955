import { madeUpMark } from '#core/text/marks.ts'
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { ColumnId } from '#core/text/columns.ts'
import { meta } from '../answer/meta.ts'
import { linkNext } from '../answer/paging.ts'
import type { Row, Table } from '../answer/table.ts'
import {
  type BureauAsOf,
  type BureauEntry,
  selectBureau,
  selectBureaus,
  selectNames,
} from '../db/bureaus.ts'
import { selectLineage } from '../db/lineage.ts'
import type { Release } from '../db/releases.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { lineageJson } from './lineage.ts'
import { requireLive } from './live.ts'
import { BureauIdSchema, DivisionSchema, LimitSchema } from './parameters.ts'

export const BureausQuery = v.object({
  q: v.optional(v.pipe(v.string(), v.maxLength(100, '最多 100 字（at most 100 characters）'))),
  division: v.optional(DivisionSchema),
  sector: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z_]{1,40}$/, '系统编号，如 culture_tourism（a sector such as culture_tourism）'),
    ),
  ),
  limit: LimitSchema,
  cursor: v.optional(BureauIdSchema),
  // The name of `cursor` before there was a release of the API; goes on working.
  after: v.optional(BureauIdSchema),
})

export const BureauParam = v.object({ bureau: BureauIdSchema })

/** A bureau in the API's spelling. */
export const bureauJson = (bureau: BureauAsOf) => ({
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
  // None are told of a release.
  ...(bureau.years && { years: bureau.years }),
})

/** The bureau of a path or query, as a release has it where one is given; 404 where there is none. */
export async function bureauOr404(
  db: Env['Variables']['db'],
  id: string,
  release?: Release,
): Promise<BureauAsOf> {
  const bureau = await selectBureau(db, id, release)
  if (!bureau)
    throw new Problem(
      404,
      `没有这个行政机关：${id}（no such bureau; search with /api/v1/bureaus?q=）`,
    )
  return bureau
}

type Asked = v.InferOutput<typeof BureausQuery>

/** A page of the list; the answer's `Link` leads on. */
async function page(c: Context<Env>, { after, cursor = after, ...search }: Asked) {
  requireLive(c)
  const found = await selectBureaus(c.var.db, { ...search, after: cursor })
  linkNext(c, found.next)
  return found
}

export async function bureausTable(c: Context<Env>, asked: Asked): Promise<Table> {
  const { bureaus: found } = await page(c, asked)
  return { columns: bureausColumns, rows: found.map(row) }
}

export const bureausColumns = [
  'bureau',
  'name',
  'name_en',
  'division',
  'division_name',
  'level',
  'sector',
  'scope',
  'kind',
  'made_up',
  'first_year',
  'last_year',
  'reports',
] as const satisfies readonly ColumnId[]

/** The columns that say which bureau a row is of. */
export const bureauRow = ({ division, ...bureau }: BureauAsOf): Row => ({
  bureau: bureau.id,
  name: bureau.name,
  name_en: bureau.nameEn,
  division: division.code,
  division_name: division.name,
  level: bureau.level,
  sector: bureau.sector,
  scope: bureau.scope,
  made_up: madeUpMark(bureau.madeUp),
})

const row = (bureau: BureauEntry): Row => ({
  ...bureauRow(bureau),
  kind: bureau.kind,
  first_year: bureau.years[0] ?? null,
  last_year: bureau.years.at(-1) ?? null,
  reports: bureau.years.length,
})

export const bureaus = new Hono<Env>()
  .get('/', valid('query', BureausQuery), async (c) => {
    const found = await page(c, c.req.valid('query'))
    return c.json({
      meta: await meta(c),
      bureaus: found.bureaus.map(bureauJson),
      next_cursor: found.next,
    })
  })
  .get('/:bureau', valid('param', BureauParam), async (c) => {
    requireLive(c)
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
