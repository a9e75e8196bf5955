import type { Context } from 'hono'
import { isFigureId } from '#core/catalog/index.ts'
import type { Label } from '#core/catalog/table.ts'
import { type IndicatorId, figuresOf, isIndicatorId } from '#core/indicator/indicators.ts'
import { reasonOf } from '#core/lineage/point.ts'
import type { CoverageCounts, Told } from '../answer/meta.ts'
import { type BureauAsOf, selectBureausById } from '../db/bureaus.ts'
import { isExpected } from '../db/group.ts'
import { type Kin, selectLineage } from '../db/lineage.ts'
import { type LinkedPoint, selectLinkedTrend } from '../db/linked.ts'
import { type RatePoint, rateSeries } from '../db/rates.ts'
import type { Release } from '../db/releases.ts'
import { type Point, type ReportHead, type Trend, selectTrend } from '../db/series.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { releaseOf, versionOf } from '../version.ts'
import type { LineageMode } from './lineage.ts'
import { type MeasureId, rateReason } from './measures.ts'

/** What is asked for; `v` is read from the request itself. */
export interface SeriesAsked {
  readonly figure: readonly MeasureId[]
  readonly bureau: readonly string[]
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly lineage?: LineageMode
}

/** A figure or a rate of one bureau, with a point for every year that a report is held of. */
export interface SeriesLine {
  readonly bureau: string
  readonly figure: MeasureId
  readonly points: readonly SeriesPoint[]
}

export type SeriesPoint = Point | LinkedPoint | RatePoint

/** `undefined`: a rate that is not defined. */
export const pointState = (point: SeriesPoint) => {
  if ('state' in point) return point.state
  return point.value === null ? 'undefined' : 'number'
}

/** Why there is no number, where the state alone does not say it. */
export function pointReason(point: SeriesPoint): Label | null {
  if ('state' in point) return reasonOf(point.state)
  return rateReason(point)
}

export interface SeriesAnswer {
  readonly bureaus: readonly BureauAsOf[]
  /** Null: none of them has a lineage, or the answer is of a release, whose lineage is not kept. */
  readonly kin: Kin | null
  readonly lineage: LineageMode
  readonly reports: readonly ReportHead[]
  /** By bureau, then figure, in the order asked for. */
  readonly lines: readonly SeriesLine[]
  readonly told: Told
}

/** Reads what is asked for; 404 names bureaus that there are not. Three or four statements. */
export async function seriesAnswer(c: Context<Env>, asked: SeriesAsked): Promise<SeriesAnswer> {
  const { db } = c.var
  const release = await releaseOf(c)
  const bureaus = await bureausOr404(c, asked.bureau, release)
  const keys = bureaus.map(({ key }) => key)
  const kin = release ? null : await selectLineage(db, keys)
  const { lineage = 'separate', from, to } = asked
  const rates = asked.figure.filter(isIndicatorId)
  const figures = [...new Set([...asked.figure.filter(isFigureId), ...rates.flatMap(figuresOf)])]
  const query = { bureaus, figures, from, to, release }
  const { reports, series } =
    lineage === 'linked'
      ? await selectLinkedTrend(db, kin, query)
      : withRates(await selectTrend(db, query), bureaus, rates)
  const lines = inOrder(asked, series)
  const coverage =
    lineage === 'linked'
      ? { expected: null, received: reports.length, missing_count: null }
      : seriesCoverage(bureaus, reports, { from, to, at: release?.at ?? (await versionOf(c)).at })
  const missing = lines.flatMap(({ points }) =>
    points.filter((point) => pointState(point) !== 'number'),
  ).length
  return { bureaus, kin, lineage, reports, lines, told: { coverage, missing } }
}

async function bureausOr404(
  { var: { db } }: Context<Env>,
  ids: readonly string[],
  release: Release | undefined,
): Promise<BureauAsOf[]> {
  const found = await selectBureausById(db, ids, release)
  requireAll(ids, found)
  return found
}

/** 404 with the ids that there is no bureau of. */
export function requireAll(
  ids: readonly string[],
  found: readonly { readonly id: string }[],
): void {
  const missing = ids.filter((id) => !found.some((bureau) => bureau.id === id))
  if (missing.length > 0)
    throw new Problem(
      404,
      `没有这些行政机关：${missing.join('、')}（no such bureau）`,
      missing.map((id) => ({ code: 'unknown_bureau', path: 'bureau', message: id })),
    )
}

function withRates(
  trend: Trend,
  bureaus: readonly BureauAsOf[],
  rates: readonly IndicatorId[],
): { readonly reports: readonly ReportHead[]; readonly series: readonly SeriesLine[] } {
  const made = rateSeries(trend, bureaus, rates).map(({ indicator, ...one }): SeriesLine => ({
    ...one,
    figure: indicator,
  }))
  return { reports: trend.reports, series: [...trend.series, ...made] }
}

function inOrder(
  { bureau, figure }: SeriesAsked,
  series: readonly SeriesLine[],
): readonly SeriesLine[] {
  const lineOf = new Map(series.map((line) => [`${line.bureau} ${line.figure}`, line]))
  return bureau.flatMap((id) => figure.flatMap((one) => lineOf.get(`${id} ${one}`) ?? []))
}

interface Span {
  readonly from: number | undefined
  readonly to: number | undefined
  /** When the newest of what is told was published, UTC. */
  readonly at: string | null
}

/** Nobody had to report on an earlier year: the Regulations are in force since May 2008. */
const firstYear = 2008

/**
 * How many reports there should be of these bureaus, and how many of them there are; null where nobody knows.
 */
export function seriesCoverage(
  bureaus: readonly Pick<BureauAsOf, 'id' | 'tenure'>[],
  reports: readonly Pick<ReportHead, 'bureau' | 'year'>[],
  span: Span,
): CoverageCounts {
  const received = reports.length
  const expected = expectedReports(bureaus, reports, span)
  if (expected === null) return { expected: null, received, missing_count: null }
  const are = new Set(reports.map(({ bureau, year }) => `${bureau} ${year}`))
  const missing = expected.filter(({ id, year }) => !are.has(`${id} ${year}`))
  return { expected: expected.length, received, missing_count: missing.length }
}

/**
 * The reports that there should be of these bureaus: on every year asked for, else between the first and the last that
 * any of them has reported on, as far as the bureau was there; and on none that was not over when the newest was
 * published. Null where no year is known, or not whether a bureau was there.
 */
export function expectedReports(
  bureaus: readonly Pick<BureauAsOf, 'id' | 'tenure'>[],
  reports: readonly Pick<ReportHead, 'bureau' | 'year'>[],
  { from, to, at }: Span,
): readonly { readonly id: string; readonly year: number }[] | null {
  const held = reports.map(({ year }) => year).toSorted((a, b) => a - b)
  const [first, last] = [from ?? held[0], to ?? held.at(-1)]
  const tenures = bureaus.flatMap(({ id, tenure }) => (tenure ? [{ id, ...tenure }] : []))
  if (first === undefined || last === undefined || tenures.length < bureaus.length) return null
  const over = Math.max(held.at(-1) ?? 0, Number(at?.slice(0, 4) ?? 0) - 1)
  const start = Math.max(first, firstYear)
  const years = Array.from(
    { length: Math.max(0, Math.min(last, over) - start + 1) },
    (_, i) => start + i,
  )
  return tenures.flatMap(({ id, ...tenure }) =>
    years
      .filter((year) => isExpected({ ...tenure, rostered: true }, year))
      .map((year) => ({ id, year })),
  )
}
