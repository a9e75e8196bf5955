import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import { type TableId, unitLabels } from '#core/catalog/table.ts'
import { type BureauEntry, selectBureausById } from '../db/bureaus.ts'
import { type ReportHead, type Trend, selectTrend } from '../db/series.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { bureauJson } from './bureaus.ts'
import { csvResponse } from './csv.ts'
import { figureJson } from './figures.ts'
import { meta } from './meta.ts'
import { BureauListSchema, FigureListSchema, YearSchema } from './parameters.ts'

const Query = v.pipe(
  v.object({
    figure: FigureListSchema,
    bureau: BureauListSchema,
    from: v.optional(YearSchema),
    to: v.optional(YearSchema),
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

export const series = new Hono<Env>().get('/', valid('query', Query), async (c) => {
  const query = c.req.valid('query')
  const bureaus = await bureausOr404(c.var.db, query.bureau)
  const trend = await selectTrend(c.var.db, { ...query, bureaus, figures: query.figure })
  return c.json({
    meta: await meta(c),
    bureaus: bureaus.map(bureauJson),
    figures: query.figure.map((id) => figureJson(figureOf(id))),
    reports: trend.reports,
    series: trend.series,
  })
})

/** Figures of bureaus by year as CSV: a row per published report and figure. */
export async function seriesCsv(c: Context<Env>, query: SeriesQuery, name: string) {
  const bureaus = await bureausOr404(c.var.db, query.bureau)
  const trend = await selectTrend(c.var.db, { ...query, bureaus, figures: query.figure })
  return csvResponse(c, name, rows(bureaus, trend))
}

export const seriesFile = new Hono<Env>().get('/', valid('query', Query), (c) =>
  seriesCsv(c, c.req.valid('query'), 'series'),
)

const rows = (bureaus: readonly BureauEntry[], { reports, series: lines }: Trend) => {
  const bureauOf = new Map(bureaus.map((bureau) => [bureau.id, bureau]))
  const reportOf = new Map(reports.map((head) => [`${head.bureau} ${head.year}`, head]))
  return lines.flatMap(({ bureau: id, figure, points }) =>
    points.map(({ year, value, state, disputed }) => ({
      ...bureauColumns(id, bureauOf.get(id)),
      year,
      ...figureColumns(figure),
      value,
      state,
      check: disputed ? 'failed' : '',
      ...reportColumns(reportOf.get(`${id} ${year}`), figureOf(figure).table),
    })),
  )
}

const bureauColumns = (id: string, bureau: BureauEntry | undefined) => ({
  bureau: id,
  name: bureau?.name ?? '',
  division: bureau?.division.code ?? '',
  scope: bureau?.scope ?? '',
  made_up: bureau?.madeUp ? '虚构示例' : '',
})

const figureColumns = (id: FigureId) => ({
  figure: id,
  label: figureOf(id).zh,
  unit: unitLabels[figureOf(id).unit].zh,
})

const reportColumns = (report: ReportHead | undefined, table: TableId) => ({
  edition: report?.tables[table] ?? '',
  excerpt: report?.excerpt ? '摘录' : '',
})
