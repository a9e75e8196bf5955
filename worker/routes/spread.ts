import { madeUpMark } from '#core/text/marks.ts'
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { Label } from '#core/catalog/table.ts'
import type { Position } from '#core/indicator/spread.ts'
import type { ColumnId } from '#core/text/columns.ts'
import { meta } from '../answer/meta.ts'
import type { Row, Table } from '../answer/table.ts'
import { versionText } from '../answer/version.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import { madeUpCountry } from '../db/outline.ts'
import {
  type CountrySpread,
  selectCountrySpread,
  selectGroupSpread,
  tooSmall,
} from '../db/spreads.ts'
import { incomparable } from '../db/standings.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { releaseOf } from '../version.ts'
import { bureauJson, bureauOr404 } from './bureaus.ts'
import { measureColumns, measureJson } from './measures.ts'
import { BureauIdSchema } from './parameters.ts'
import {
  type Peers,
  exactBounds,
  groupJson,
  groupOf,
  keptOf,
  peersJson,
  peersOf,
  peersParameters,
  requireSmall,
} from './peers.ts'
import { type Place, collectionOf, coverageOf, divisionOf, placeOf, yearOf } from './place.ts'

export const SpreadQuery = v.object({
  ...peersParameters,
  bureau: v.optional(BureauIdSchema),
})

type SpreadAsked = v.InferOutput<typeof SpreadQuery>

/** Percentiles as bounds; those of a group that was read are exact. */
interface SpreadAnswer extends CountrySpread {
  readonly isExact: boolean
  /** What the bureau that was asked for states. */
  readonly value: number | null
  readonly position: Position | null
}

/** The spread of the country from kept counts, or of a group that is read; five statements at most. */
async function spreadAnswer(c: Context<Env>, asked: SpreadAsked) {
  const release = await releaseOf(c)
  const bureau = asked.bureau ? await bureauOr404(c.var.db, asked.bureau, release) : null
  const isExact = [asked.bureau, asked.division, asked.sector].some((one) => one !== undefined)
  const peers = isExact ? peersOf({ ...ownPeers(bureau), ...given(asked) }) : allOf(asked)
  const where = { ...asked, division: asked.division ?? ownCountry(bureau) }
  if (isExact) requireSmall(peers, divisionOf(where))
  const place = await placeOf(c, where, { kept: keptOf(peers, divisionOf(where)) })
  const year = yearOf(place, asked.year)
  const wanted = { measure: asked.figure, year, release: release?.seq }
  const spread = isExact
    ? await exactSpread(c, { ...wanted, bureau: bureau?.key }, groupOf(peers, place))
    : await keptSpread(c, wanted, peers, place)
  const told = {
    coverage: coverageOf(place, year),
    missing: spread.percentiles === null ? 5 : 0,
  }
  return { place, peers, bureau, year, spread, told }
}

/** The peers of a bureau, unless others are asked for. */
const ownPeers = (bureau: BureauAsOf | null) =>
  bureau ? { level: bureau.level, sector: bureau.sector, scope: bureau.scope } : {}

const given = ({ level, sector, scope }: SpreadAsked) => ({
  ...(level && { level }),
  ...(sector && { sector }),
  ...(scope && { scope }),
})

const allOf = ({ level, scope }: SpreadAsked): Peers => ({
  level: level === undefined || level === 'all' ? null : level,
  sector: null,
  scope: scope ?? 'own',
})

/** A made-up bureau is never held against real ones. */
const ownCountry = (bureau: BureauAsOf | null): string | undefined =>
  bureau?.madeUp ? madeUpCountry : undefined

type GroupQuery = Parameters<typeof selectGroupSpread>[2]

async function exactSpread(
  c: Context<Env>,
  wanted: GroupQuery,
  group: Parameters<typeof selectGroupSpread>[1],
): Promise<SpreadAnswer> {
  const refused = incomparable(wanted.measure)
  if (refused !== null) return withheld(refused)
  const { n, percentiles, value, position } = await selectGroupSpread(c.var.db, group, wanted)
  const reason = percentiles === null ? tooSmall : null
  const bounds = exactBounds(percentiles)
  return { isExact: true, n, zeros: null, percentiles: bounds, reason, value, position }
}

const withheld = (reason: Label): SpreadAnswer => ({
  isExact: true,
  n: null,
  zeros: null,
  percentiles: null,
  reason,
  value: null,
  position: null,
})

async function keptSpread(
  c: Context<Env>,
  wanted: GroupQuery,
  { level, scope }: Peers,
  place: Place,
): Promise<SpreadAnswer> {
  const madeUp = collectionOf(place) === 'made-up'
  const query = { ...wanted, scope, level: level ?? undefined, madeUp }
  const spread = await selectCountrySpread(c.var.db, query)
  return { ...spread, isExact: false, value: null, position: null }
}

/** How what bureaus state is spread: percentiles of the country, or of a group with the place of one of its bureaus. */
export const spread = new Hono<Env>().get('/', valid('query', SpreadQuery), async (c) => {
  const asked = c.req.valid('query')
  const { place, peers, bureau, year, spread: own, told } = await spreadAnswer(c, asked)
  return c.json({
    meta: await meta(c, told),
    query: { figure: asked.figure, year, ...peersJson(peers, place) },
    figure: measureJson(asked.figure),
    group: groupJson(peers, place, told.coverage?.received ?? null),
    exact: own.isExact,
    n: own.n,
    zeros: own.zeros,
    percentiles: own.percentiles,
    reason: own.reason,
    bureau: bureau && bureauJson(bureau),
    value: own.value,
    position: own.position,
  })
})

export const spreadColumns = [
  'figure',
  'label',
  'label_en',
  'unit',
  'year',
  'division',
  'division_name',
  'level',
  'sector',
  'scope',
  'made_up',
  'percentile',
  'low',
  'high',
  'reports',
  'reason',
  'version',
] as const satisfies readonly ColumnId[]

const percentiles = ['p10', 'p25', 'p50', 'p75', 'p90'] as const

/** The same for files: a row for each percentile. */
export async function spreadTable(c: Context<Env>, asked: SpreadAsked): Promise<Table> {
  const { place, peers, year, spread: own, told } = await spreadAnswer(c, asked)
  const common: Row = {
    ...measureColumns(asked.figure),
    year,
    division: place.name.code ?? '',
    division_name: place.name.name,
    level: peers.level ?? '',
    sector: peers.sector ?? '',
    scope: peers.scope,
    made_up: madeUpMark(collectionOf(place) === 'made-up'),
    reports: own.n,
    reason: own.reason?.zh ?? '',
    version: await versionText(c),
  }
  return {
    ...told,
    columns: spreadColumns,
    rows: percentiles.map((percentile) => ({
      ...common,
      percentile,
      low: own.percentiles?.[percentile].low ?? null,
      high: own.percentiles?.[percentile].high ?? null,
    })),
  }
}
