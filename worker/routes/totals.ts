import { madeUpMark } from '#core/text/marks.ts'
import { type Context, Hono } from 'hono'
import type { Label } from '#core/catalog/table.ts'
import type { ColumnId } from '#core/text/columns.ts'
import { meta } from '../answer/meta.ts'
import { linkNext } from '../answer/paging.ts'
import type { Row, Table } from '../answer/table.ts'
import { versionText } from '../answer/version.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { measureColumns, measureJson, rateColumns, rateJson, rateReason } from './measures.ts'
import { collectionOf, placeJson } from './place.ts'
import {
  type TotalsAsked,
  type TotalsEntry,
  TotalsQuery,
  totalsAnswer,
  valueOf,
} from './totals-answer.ts'

export { TotalsQuery }

/** Sums and rates of areas over the years, with what they leave out. */
export const totals = new Hono<Env>().get('/', valid('query', TotalsQuery), async (c) =>
  c.json(await totalsJson(c, c.req.valid('query'))),
)

/** The answer in the API's spelling. */
export async function totalsJson(c: Context<Env>, asked: TotalsAsked) {
  const { place, years, entries, next, told } = await totalsAnswer(c, asked)
  linkNext(c, next)
  return {
    meta: await meta(c, told),
    query: {
      figure: asked.figure,
      division: placeJson(place.name),
      collection: collectionOf(place),
      by: asked.by,
      years,
      scope: asked.scope,
      level: asked.level ?? null,
      sector: asked.sector ?? null,
    },
    figures: asked.figure.map(measureJson),
    entries: entries.map(entryJson),
    next_cursor: next,
  }
}

/** The parts that sums and rates have in common, and why there is no number. */
function partsOf({ of }: TotalsEntry) {
  const isRate = 'indicator' in of
  const value = valueOf(of)
  const reason: Label | null = isRate ? rateReason(of) : of.reason
  return {
    value,
    state: value === null ? (isRate ? 'undefined' : 'not_added') : 'number',
    reason,
    rate: isRate ? of : null,
    sum: isRate ? null : of,
    missing: isRate ? of.missingBureaus : of.missing,
  } as const
}

function entryJson(entry: TotalsEntry) {
  const { value, state, reason, rate, sum, missing } = partsOf(entry)
  return {
    figure: entry.figure,
    year: entry.of.year,
    division: entry.division,
    value,
    state,
    reason,
    reports: entry.of.reports,
    unassessable: sum?.unassessable ?? null,
    held: entry.of.held,
    missing_count: missing,
    at_least: sum?.atLeast ?? null,
    ...rateJson(rate),
  }
}

export const totalsColumns = [
  'year',
  'division',
  'division_name',
  'figure',
  'label',
  'label_en',
  'unit',
  'value',
  'state',
  'reason',
  'at_least',
  'numerator',
  'denominator',
  'low',
  'high',
  'reports',
  'unassessable',
  'held',
  'missing',
  'scope',
  'level',
  'sector',
  'made_up',
  'version',
] as const satisfies readonly ColumnId[]

/** The same for files: a row for each area, year and figure. */
export async function totalsTable(c: Context<Env>, asked: TotalsAsked): Promise<Table> {
  const { place, entries, next, told } = await totalsAnswer(c, asked)
  linkNext(c, next)
  const common: Row = {
    scope: asked.scope,
    level: asked.level ?? '',
    sector: asked.sector ?? '',
    made_up: madeUpMark(collectionOf(place) === 'made-up'),
    version: await versionText(c),
  }
  return {
    ...told,
    columns: totalsColumns,
    rows: entries.map((entry) => ({ ...rowOf(entry), ...common })),
  }
}

function rowOf(entry: TotalsEntry): Row {
  const { value, state, reason, rate, sum, missing } = partsOf(entry)
  return {
    year: entry.of.year,
    division: entry.division.code ?? '',
    division_name: entry.division.name,
    ...measureColumns(entry.figure),
    value,
    state,
    reason: reason?.zh ?? '',
    at_least: sum?.atLeast ? '至少' : '',
    ...rateColumns(rate),
    reports: entry.of.reports,
    unassessable: sum?.unassessable ?? null,
    held: entry.of.held,
    missing,
  }
}
