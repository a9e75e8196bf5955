import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import { reasonOf } from '#core/lineage/point.ts'
import { type BureauEntry, selectBureausById } from '../db/bureaus.ts'
import { type Kin, selectLineage } from '../db/lineage.ts'
import { type LinkedTrend, selectLinkedTrend } from '../db/linked.ts'
import { selectTrend } from '../db/series.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { bureauJson } from './bureaus.ts'
import { csvResponse } from './csv.ts'
import { figureJson } from './figures.ts'
import { type LineageMode, lineageModes, marksJson, marksOf } from './lineage.ts'
import { meta } from './meta.ts'
import { BureauListSchema, FigureListSchema, YearSchema } from './parameters.ts'
import { seriesRows } from './series-rows.ts'

const Query = v.pipe(
  v.object({
    figure: FigureListSchema,
    bureau: BureauListSchema,
    from: v.optional(YearSchema),
    to: v.optional(YearSchema),
    lineage: v.optional(
      v.picklist(lineageModes, 'separate 或 linked（separate or linked）'),
      'separate',
    ),
  }),
  v.check(
    ({ from = 0, to = 9999 }) => from <= to,
    'from 不应晚于 to（from must not be later than to）',
  ),
)

interface SeriesQuery {
  readonly figure: readonly FigureId[]
  readonly bureau: readonly string[]
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly lineage?: LineageMode
}

/** The bureaus asked for; 404 names those that do not exist. */
async function bureausOr404(
  db: Env['Variables']['db'],
  ids: readonly string[],
): Promise<BureauEntry[]> {
  const found = await selectBureausById(db, ids)
  const missing = ids.filter((id) => !found.some((bureau) => bureau.id === id))
  if (missing.length > 0)
    throw new Problem(
      404,
      `没有这些行政机关：${missing.join('、')}（no such bureau）`,
      missing.map((id) => ({ code: 'unknown_bureau', path: 'bureau', message: id })),
    )
  return found
}

interface Asked {
  readonly bureaus: readonly BureauEntry[]
  /** Null: none of them has a lineage. */
  readonly kin: Kin | null
}

async function asked({ var: { db } }: Context<Env>, ids: readonly string[]): Promise<Asked> {
  const bureaus = await bureausOr404(db, ids)
  const keys = bureaus.map(({ key }) => key)
  return { bureaus, kin: await selectLineage(db, keys) }
}

export const series = new Hono<Env>().get('/', valid('query', Query), async (c) => {
  const { bureau, figure, lineage, ...range } = c.req.valid('query')
  const { bureaus, kin } = await asked(c, bureau)
  const query = { ...range, bureaus, figures: figure }
  const trend =
    lineage === 'linked'
      ? linkedJson(await selectLinkedTrend(c.var.db, kin, query))
      : await selectTrend(c.var.db, query)
  return c.json({
    meta: await meta(c),
    bureaus: bureaus.map(bureauJson),
    figures: figure.map((id) => figureJson(figureOf(id))),
    lineage,
    events: marksJson(kin, bureau, lineage),
    reports: trend.reports,
    series: trend.series,
  })
})

/** Why there is no number is said in words too. */
const linkedJson = ({ reports, series: lines }: LinkedTrend) => ({
  reports,
  series: lines.map(({ points, ...line }) => ({
    ...line,
    points: points.map((point) => ({ ...point, reason: reasonOf(point.state) })),
  })),
})

/** Figures of bureaus by year as CSV: a row per published report and figure, or per year of a linked series. */
export async function seriesCsv(c: Context<Env>, asking: SeriesQuery, name: string) {
  const { bureau, figure, lineage = 'separate', ...range } = asking
  const { bureaus, kin } = await asked(c, bureau)
  const query = { ...range, bureaus, figures: figure }
  const trend =
    lineage === 'linked'
      ? await selectLinkedTrend(c.var.db, kin, query)
      : await selectTrend(c.var.db, query)
  return csvResponse(
    c,
    name,
    seriesRows(bureaus, trend, (id) => marksOf(kin, id, lineage)),
  )
}

export const seriesFile = new Hono<Env>().get('/', valid('query', Query), (c) =>
  seriesCsv(c, c.req.valid('query'), 'series'),
)
