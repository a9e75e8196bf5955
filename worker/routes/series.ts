import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import { isIndicatorId } from '#core/indicator/indicators.ts'
import { meta } from '../answer/meta.ts'
import type { Table } from '../answer/table.ts'
import { versionText } from '../answer/version.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { bureauJson } from './bureaus.ts'
import { figureJson } from './figures.ts'
import { lineageModes, marksJson } from './lineage.ts'
import { measureJson, rateJson } from './measures.ts'
import {
  BureauListSchema,
  MeasureListSchema,
  ReleaseSchema,
  YearSchema,
  oneOf,
} from './parameters.ts'
import {
  type SeriesAsked,
  type SeriesPoint,
  pointReason,
  pointState,
  seriesAnswer,
} from './series-answer.ts'
import { seriesColumns, seriesRows } from './series-rows.ts'
import { isFew, tooMany } from './series-size.ts'

export const SeriesQuery = v.pipe(
  v.object({
    figure: MeasureListSchema,
    bureau: BureauListSchema,
    from: v.optional(YearSchema),
    to: v.optional(YearSchema),
    lineage: v.optional(oneOf(lineageModes), 'separate'),
    v: v.optional(ReleaseSchema),
  }),
  v.forward(
    v.check(
      ({ from = 0, to = 9999 }) => from <= to,
      'from 不应晚于 to（from must not be later than to）',
    ),
    ['from'],
  ),
  v.forward(
    v.check(({ figure, bureau }) => isFew(figure, bureau), tooMany),
    ['figure'],
  ),
  v.forward(
    v.check(
      ({ lineage, v: release }) => lineage === 'separate' || release === undefined,
      '版本不保存沿革：请去掉 v，或用 lineage=separate（releases keep no lineage: leave v out, or ask for lineage=separate）',
    ),
    ['lineage'],
  ),
  v.forward(
    v.check(
      ({ lineage, figure }) => lineage === 'separate' || !figure.some(isIndicatorId),
      '比率没有连续序列：请用 lineage=separate，或只要表中的指标（rates have no linked series: ask for lineage=separate, or for figures of the form only）',
    ),
    ['lineage'],
  ),
)

/** The answer of /api/v1/series: figures and rates of bureaus over the years. */
export async function seriesJson(c: Context<Env>, asked: SeriesAsked) {
  const { bureaus, kin, lineage, reports, lines, told } = await seriesAnswer(c, asked)
  return {
    meta: await meta(c, told),
    bureaus: bureaus.map(bureauJson),
    figures: asked.figure.filter(isFigureId).map((id) => figureJson(figureOf(id))),
    indicators: asked.figure.filter(isIndicatorId).map(measureJson),
    lineage,
    events: marksJson(kin, asked.bureau, lineage),
    reports,
    series: lines.map(({ points, ...line }) => ({ ...line, points: points.map(pointJson) })),
  }
}

/** A point in the API's spelling. Why there is no number is said in words too. */
function pointJson(point: SeriesPoint) {
  if ('state' in point) return 'parts' in point ? { ...point, reason: pointReason(point) } : point
  const { year, value, disputed, missing } = point
  return {
    year,
    value,
    state: pointState(point),
    disputed,
    ...rateJson(point),
    reason: pointReason(point),
    missing,
  }
}

/** The same for files: a row per published report and figure, or per year of a linked series. */
export async function seriesTable(c: Context<Env>, asked: SeriesAsked): Promise<Table> {
  const answer = await seriesAnswer(c, asked)
  return {
    ...answer.told,
    columns: seriesColumns,
    rows: seriesRows(answer, await versionText(c)),
  }
}

export const series = new Hono<Env>().get('/', valid('query', SeriesQuery), async (c) =>
  c.json(await seriesJson(c, c.req.valid('query'))),
)
