import { type FigureId, isFigureId } from '#core/catalog/index.ts'
import { figuresOf, isIndicatorId } from '#core/indicator/indicators.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import type { Db } from '../db/client.ts'
import { type Area, groupOf } from '../db/group.ts'
import { type PeerMedians, type PeerPlace, selectMedians } from '../db/medians.ts'
import { type RateSeries, rateSeries } from '../db/rates.ts'
import type { Release } from '../db/releases.ts'
import { type Trend, selectTrend } from '../db/series.ts'
import type { CompareAsked } from './compare-asked.ts'
import { type Found, selectChoice } from './found.ts'

/** What is compared, with everything that is drawn and told of it. */
export interface Comparison {
  readonly asked: CompareAsked
  /** In the order asked for; those that there are. */
  readonly bureaus: readonly BureauAsOf[]
  readonly found: Found
  /** Every figure that is shown, or that a rate is made of. */
  readonly trend: Trend
  readonly rates: readonly RateSeries[]
  /** Null where none is asked for, where nothing is held, or where the bureaus are no peers. */
  readonly medians: PeerMedians | null
  /** Years that are held of any of them, and those between. */
  readonly years: readonly number[]
}

const nothing: Trend = { reports: [], series: [] }

/**
 * Reads a comparison; `hasGroups`: whether anything may be told of groups. Four statements at most: what is found by a search takes the place of the medians, and of a release
 * of all figures.
 */
export async function selectComparison(
  db: Db,
  asked: CompareAsked,
  { release, hasGroups }: { readonly release: Release | undefined; readonly hasGroups: boolean },
): Promise<Comparison> {
  const { chosen: bureaus, found } = await selectChoice(db, asked.q, asked.ids, release)
  const rates = asked.measures.filter(isIndicatorId)
  const figures: FigureId[] = [
    ...new Set([...asked.measures.filter(isFigureId), ...rates.flatMap(figuresOf)]),
  ]
  const { from, to } = asked.years
  const isSearch = asked.q !== ''
  const trend =
    bureaus.length === 0 || (isSearch && release)
      ? nothing
      : await selectTrend(db, { bureaus, figures, from, to, release })
  const years = yearsBetween(trend.reports.map(({ year }) => year))
  const peers = hasGroups && hasMedian(asked) ? commonPeers(bureaus) : null
  const { measures } = asked
  const medians =
    peers && years.length > 0
      ? await selectMedians(db, peers, { measures, years, release: release?.seq })
      : null
  return { asked, bureaus, found, trend, rates: rateSeries(trend, bureaus, rates), medians, years }
}

/** An index is not held against a median, and a search takes its statements. */
const hasMedian = ({ median, mode, q }: CompareAsked): boolean =>
  median && mode === 'count' && q === ''

function yearsBetween(years: readonly number[]): number[] {
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i)
}

/** The peers of all of them: where they are of one level, sector and scope. Null where they are not. */
function commonPeers(bureaus: readonly BureauAsOf[]): PeerPlace | null {
  const [first, ...others] = bureaus.map((bureau) =>
    groupOf({ ...bureau, division: bureau.division.code }),
  )
  if (!first) return null
  const isPeer = (other: PeerPlace): boolean =>
    other.scope === first.scope && other.level === first.level && other.sector === first.sector
  if (!others.every(isPeer)) return null
  const isCommon = ({ depth, division }: Area): boolean =>
    others.every(({ areas }) =>
      areas.some((area) => area.depth === depth && area.division === division),
    )
  return { ...first, areas: first.areas.filter(isCommon) }
}

/** Whether figures of one may be held against those of another: one scope, and all real or all made up. */
export const areComparable = (bureaus: readonly BureauAsOf[]): boolean =>
  new Set(bureaus.map(({ scope, madeUp }) => `${scope} ${madeUp}`)).size <= 1
