import { type FigureId, tableOf } from '#core/catalog/index.ts'
import { type IndicatorId, figuresOf } from '#core/indicator/indicators.ts'
import type { Observation } from '#core/indicator/observation.ts'
import { type Rank, ranks } from '#core/indicator/rank.ts'
import { type Rankable, type Rate, isRankable, rate } from '#core/indicator/rate.ts'
import type { Db } from './client.ts'
import { type PeerGroup, selectPeerReports } from './rankings.ts'
import { type Point, type Trend, type TrendQuery, selectTrend } from './series.ts'
import { type Total, type TotalQuery, selectTotals } from './totals.ts'

/** An indicator of one bureau's report. */
export interface BureauRate extends Rate {
  /** Storage key. */
  readonly bureau: number
}

/** An indicator of every report of a group, in the order of divisions. Two statements. */
export async function selectRates(
  db: Db,
  group: PeerGroup,
  wanted: {
    readonly indicator: IndicatorId
    readonly year: number
    readonly release?: number | undefined
  },
): Promise<BureauRate[]> {
  const { indicator, year, release } = wanted
  const figures = figuresOf(indicator)
  const reports = await selectPeerReports(db, group, { figures, years: [year], release })
  return reports.map(({ bureau, observe }) => ({ bureau, ...rate(indicator, observe) }))
}

export interface Ranking<T> {
  /** The largest first, which is an order and no judgement; intervals that overlap share ranks. */
  readonly ranked: readonly (T & { readonly rank: Rank })[]
  /** Too few cases, or not defined: in no order among the others. */
  readonly unranked: readonly T[]
}

export function ranking<T extends Rankable>(rates: readonly T[]): Ranking<T> {
  const sorted = rates.filter(isRankable).toSorted((a, b) => b.value - a.value)
  const places = ranks(sorted.map(({ interval }) => interval))
  return {
    ranked: sorted.flatMap((one, i) => {
      const rank = places[i]
      return rank ? [{ ...one, rank }] : []
    }),
    unranked: rates.filter((one) => !isRankable(one)),
  }
}

/** An indicator of an area: sums over its reports, divided. */
export interface AreaRate extends Rate, Pick<Total, 'year' | 'division' | 'held'> {
  /** Reports that both sums are over. */
  readonly reports: number
  /** Bureaus that should have reported, and those of them that have not; null where nobody knows. */
  readonly expectedBureaus: number | null
  readonly missingBureaus: number | null
}

/**
 * Indicators of areas that hold a report, by area, year and indicator. A rate of which some report's part is not known
 * is none: numerator and denominator must be over the same reports. Three statements at most.
 */
export async function selectAreaRates(
  db: Db,
  {
    indicators,
    ...query
  }: Omit<TotalQuery, 'figures'> & { readonly indicators: readonly IndicatorId[] },
): Promise<AreaRate[]> {
  const figures = [...new Set(indicators.flatMap(figuresOf))]
  const totals = await selectTotals(db, { ...query, figures })
  const areas = Map.groupBy(totals, ({ year, division }) => `${year} ${division}`)
  return [...areas.values()].flatMap((own) => indicators.map((id) => areaRate(id, own)))
}

/** An indicator of an area from its sums; `totals`: of one area and year, every figure that it needs. */
export function areaRate(id: IndicatorId, totals: readonly Total[]): AreaRate {
  const ids = figuresOf(id)
  const own = totals.filter(({ figure }) => ids.includes(figure))
  const { year = 0, division = 0, held = 0, expected = null, missing = null } = own[0] ?? {}
  // Equal numbers of reports of two tables need not be the same reports, unless they are all.
  const isOneTable = new Set(ids.map(tableOf)).size === 1
  const reports = isOneTable ? Math.max(0, ...own.map((one) => one.reports)) : held
  const observe = (figure: FigureId): Observation =>
    observation(
      own.find((one) => one.figure === figure),
      reports,
    )
  const bureaus = { held, reports, expectedBureaus: expected, missingBureaus: missing }
  return { ...rate(id, observe), year, division, ...bureaus }
}

/** A sum as if one report stated it: a number only where every one of them states one. */
function observation(total: Total | undefined, reports: number): Observation {
  if (!total || total.reports === 0) return { value: null, state: 'absent' }
  const isWhole = total.reports === reports && total.unassessable === 0 && total.sum !== null
  return isWhole ? { value: total.sum, state: 'number' } : { value: null, state: 'blank' }
}

/** An indicator of one report in a series; `disputed`: a sum that it depends on does not hold. */
export interface RatePoint extends Rate, Pick<Point, 'year' | 'disputed'> {}

export interface RateSeries {
  readonly bureau: string
  readonly indicator: IndicatorId
  readonly points: readonly RatePoint[]
}

/** Indicators over the years, by bureau, then indicator; a point for every published report. Two statements. */
export async function selectRateTrend(
  db: Db,
  {
    indicators,
    ...query
  }: Omit<TrendQuery, 'figures'> & { readonly indicators: readonly IndicatorId[] },
): Promise<RateSeries[]> {
  const figures = [...new Set(indicators.flatMap(figuresOf))]
  return rateSeries(await selectTrend(db, { ...query, figures }), query.bureaus, indicators)
}

/** The indicators of a trend that has all their figures; by bureau, then indicator. */
export function rateSeries(
  { series }: Trend,
  bureaus: readonly { readonly id: string }[],
  indicators: readonly IndicatorId[],
): RateSeries[] {
  const pointsOf = new Map(
    series.map(({ bureau, figure, points }) => [
      `${bureau} ${figure}`,
      new Map(points.map((point) => [point.year, point])),
    ]),
  )
  return bureaus.flatMap(({ id: bureau }) =>
    indicators.map((indicator): RateSeries => {
      const ids = figuresOf(indicator)
      const pointAt = (figure: FigureId, year: number) =>
        pointsOf.get(`${bureau} ${figure}`)?.get(year)
      const years =
        series.find((one) => one.bureau === bureau)?.points.map(({ year }) => year) ?? []
      const points = years.map((year) => ({
        year,
        ...rate(indicator, (id) => pointAt(id, year) ?? { value: null, state: 'absent' }),
        disputed: ids.some((id) => pointAt(id, year)?.disputed ?? false),
      }))
      return { bureau, indicator, points }
    }),
  )
}
