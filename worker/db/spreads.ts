import { sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import type { Label } from '#core/catalog/table.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import {
  type Histogram,
  binRange,
  percentileBounds,
  shareRange,
} from '#core/indicator/histogram.ts'
import { type IndicatorId, indicators } from '#core/indicator/indicators.ts'
import { indicatorMeasure } from '#core/indicator/measures.ts'
import {
  type Percent,
  type Position,
  type Spread,
  minGroup,
  percents,
  position,
  spread,
} from '#core/indicator/spread.ts'
import type { Interval } from '#core/indicator/wilson.ts'
import { type Level, type Scope, levelEntries } from '#core/roster/bureau.ts'
import { type KeptQuery, keptList, keptRows, scopeKey } from './areas.ts'
import { asOf } from './asof.ts'
import { isBehind } from './behind.ts'
import type { Db } from './client.ts'
import { type PeerGroup, selectPeerValues } from './rankings.ts'
import { selectRates } from './rates.ts'
import { reportCounts, reportsWith } from './report-counts.ts'

interface Wanted {
  readonly measure: FigureId | IndicatorId
  readonly year: number
  readonly release?: number | undefined
}

/** The spread of a group, with the place of one of its bureaus. */
export interface GroupSpread extends Spread {
  /** What the bureau states; null where none was asked for, or where it has nothing to compare. */
  readonly value: number | null
  readonly position: Position | null
}

/**
 * The exact spread of what a group's reports state, and where a bureau (its storage key) stands in it. Rates of too
 * few cases are no part of it. Two statements; reads what `selectPeerReports` does.
 */
export async function selectGroupSpread(
  db: Db,
  group: PeerGroup,
  { measure, bureau, ...when }: Wanted & { readonly bureau?: number | undefined },
): Promise<GroupSpread> {
  const stated = isFigureId(measure)
    ? await selectPeerValues(db, group, { figure: measure, ...when })
    : (await selectRates(db, group, { indicator: measure, ...when })).filter(
        ({ tooFew }) => !tooFew,
      )
  const known = stated.flatMap(({ bureau: key, value }) => (value === null ? [] : [{ key, value }]))
  const values = known.map(({ value }) => value)
  const value = known.find(({ key }) => key === bureau)?.value ?? null
  return { ...spread(values), value, position: value === null ? null : position(value, values) }
}

/** The spread over the whole country, as far as kept histograms tell. */
export interface CountrySpread {
  /** Reports with a number, or with a rate that may be ranked; null where they are not kept. */
  readonly n: number | null
  /** How many of them are 0. */
  readonly zeros: number | null
  /** Between what each percentile lies; null where the group is too small, or not kept. */
  readonly percentiles: Readonly<Record<`p${Percent}`, Interval>> | null
  /** Why there are none. */
  readonly reason: Label | null
}

export const tooSmall: Label = {
  zh: `不足 ${minGroup} 份报告，不显示分位数`,
  en: `Fewer than ${minGroup} reports: no percentiles are shown`,
}
const notReady: Label = {
  zh: '分布正在整理，稍后可用',
  en: 'The spread is being prepared; come back later',
}
const notKept: Label = {
  zh: '这次发布时还没有整理分布，不显示分位数',
  en: 'No spread was kept yet when this release was cut: no percentiles are shown',
}
const notCompared: Label = {
  zh: '不对全国比较：它不是同一总体的占比',
  en: 'Not compared over the country: it is no share of a whole',
}

/** The spread of all bureaus of the country, or of one level; three statements at one moment. */
export async function selectCountrySpread(
  db: Db,
  query: Wanted & {
    readonly scope: Scope
    readonly level?: Level | undefined
    /** The country of made-up places. */
    readonly madeUp?: boolean | undefined
  },
): Promise<CountrySpread> {
  const { measure } = query
  const refused = refusalOf(measure)
  if (refused !== null) return withheld(refused)
  const [rows, [counts], [gaps]] = await db.batch(statements(db, query))
  // Reports that an older version published are counted before they are in the histograms: they would pass for 0.
  if (counts?.isPartial !== 0) return withheld(whyPartial(query.release))
  const stated = isFigureId(measure) ? reportsWith(figureOf(measure), counts) : 0
  return spreadOf(measure, rows, stated - (gaps?.unassessable ?? 0))
}

/** The spread from kept counts; `stated`: of a figure, how many reports have a number in it. */
export function spreadOf(
  measure: FigureId | IndicatorId,
  rows: readonly { readonly bin: number; readonly n: number }[],
  stated: number,
): CountrySpread {
  const refused = refusalOf(measure)
  if (refused !== null) return withheld(refused)
  const bins = new Map(rows.map(({ bin, n }) => [bin, n]))
  // Reports without a row state 0: their table has the figure, and they have a number in it.
  if (isFigureId(measure)) bins.set(0, Math.max(0, stated - size(bins)))
  const percentiles = bounds(bins, isFigureId(measure) ? binRange : shareRange)
  const reason = percentiles === null ? tooSmall : null
  return { n: size(bins), zeros: bins.get(0) ?? 0, percentiles, reason }
}

export const withheld = (reason: Label): CountrySpread => ({
  n: null,
  zeros: null,
  percentiles: null,
  reason,
})

const size = (bins: Histogram): number => [...bins.values()].reduce((sum, n) => sum + n, 0)

function bounds(bins: Histogram, toRange: typeof binRange): CountrySpread['percentiles'] {
  const [p10, p25, p50, p75, p90] = percents.map((percent) =>
    percentileBounds(bins, percent, toRange),
  )
  return p10 && p25 && p50 && p75 && p90 ? { p10, p25, p50, p75, p90 } : null
}

/** Why a measure has no histogram. */
function refusalOf(measure: FigureId | IndicatorId): Label | null {
  if (isFigureId(measure)) return mayAdd(measure)
  return indicators[measure].kind === 'ratio' ? notCompared : null
}

/** Whether histograms lack reports: now, or in a release of a version that kept none; those had seen no audit log. */
export const isPartial = (release: number | undefined) =>
  release === undefined
    ? isBehind
    : sql<number>`EXISTS (SELECT 1 FROM release v WHERE v.seq = ${release} AND v.log = 0)`

export const whyPartial = (release: number | undefined): Label =>
  release === undefined ? notReady : notKept

type CountryQuery = Parameters<typeof selectCountrySpread>[1]

function statements(
  db: Db,
  { measure, year, scope, level, madeUp = false, release }: CountryQuery,
) {
  const division = Number(madeUp)
  const kept: KeptQuery = {
    scopes: [scope],
    peers: { level },
    areas: [{ depth: 0, from: division, to: division }],
    release,
  }
  const key = isFigureId(measure) ? figureOf(measure).key : indicatorMeasure(measure)
  const levelKey = level === undefined ? 0 : levelEntries[level].key
  return [
    db
      .select({ bin: sql<number>`h.bin`.as('bin'), n: sql<number>`h.n`.as('n') })
      .from(sql`histogram h`)
      .where(
        sql`h.measure = ${key} AND h.year = ${year} AND h.scope = ${scopeKey(scope)} AND h.level = ${levelKey}
          AND h.division = ${division} AND ${asOf('h', release)}`,
      ),
    db
      .select({
        ...reportCounts,
        isPartial: isPartial(release).as('is_partial'),
      })
      .from(
        sql`${keptList(kept)} CROSS JOIN received r ON r.year = ${year} AND ${keptRows('r', kept)}`,
      ),
    db
      .select({ unassessable: sql<number>`coalesce(sum(t.unassessable), 0)`.as('unassessable') })
      .from(
        sql`${keptList(kept)} CROSS JOIN total t ON t.figure = ${key} AND t.year = ${year} AND ${keptRows('t', kept)}`,
      ),
  ] as const
}
