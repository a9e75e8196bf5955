import type { Context } from 'hono'
import * as v from 'valibot'
import { type FigureId, isFigureId } from '#core/catalog/index.ts'
import { type IndicatorId, figuresOf, isIndicatorId } from '#core/indicator/indicators.ts'
import type { CoverageCounts } from '../answer/meta.ts'
import { areaOf, codeOf, partOf } from '../db/areas.ts'
import { type AreaRate, areaRate } from '../db/rates.ts'
import { type Total, type TotalQuery, selectTotals, yearsAtOnce } from '../db/totals.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import {
  LevelSchema,
  LimitSchema,
  MeasureListSchema,
  ScopeSchema,
  SectorSchema,
  YearSchema,
  cursor,
  oneOf,
} from './parameters.ts'
import { type Place, placeJson, placeOf, placeParameters } from './place.ts'

export const TotalsQuery = v.pipe(
  v.object({
    figure: MeasureListSchema,
    ...placeParameters,
    by: v.optional(oneOf(['area', 'inside']), 'area'),
    year: v.optional(YearSchema),
    from: v.optional(YearSchema),
    to: v.optional(YearSchema),
    scope: v.optional(ScopeSchema, 'own'),
    level: v.optional(LevelSchema),
    sector: v.optional(SectorSchema),
    limit: LimitSchema,
    cursor: v.optional(cursor(/^\d{4}(?:\.\d{1,8}\.\d{1,2})?$/)),
  }),
  v.forward(
    v.check(
      ({ from = 0, to = 9999 }) => from <= to,
      'from 不应晚于 to（from must not be later than to）',
    ),
    ['from'],
  ),
)

export type TotalsAsked = v.InferOutput<typeof TotalsQuery>

/** A sum or a rate of one area and year. */
export type TotalsEntry =
  | { readonly figure: FigureId; readonly division: AreaJson; readonly of: Total }
  | { readonly figure: IndicatorId; readonly division: AreaJson; readonly of: AreaRate }

type AreaJson = ReturnType<typeof placeJson>

export interface TotalsAnswer {
  readonly place: Place
  /** Those of the years asked for that are held. */
  readonly years: readonly number[]
  /** By year, then area, then as the figures were asked for. */
  readonly entries: readonly TotalsEntry[]
  readonly next: string | null
  readonly told: { readonly coverage: CoverageCounts; readonly missing: number }
}

/** A page of sums and rates, and where the next one begins. Five statements. */
export async function totalsAnswer(c: Context<Env>, asked: TotalsAsked): Promise<TotalsAnswer> {
  const place = await placeOf(c, asked, { inside: asked.by === 'inside' })
  const years = place.outline.years.filter(
    (year) => year >= (asked.year ?? asked.from ?? 0) && year <= (asked.year ?? asked.to ?? 9999),
  )
  const after = cursorOf(asked.cursor)
  const left = years.filter((year) => year >= after.year)
  const query = queryOf(place, asked)
  const some = left.slice(0, atOnceOr400(place, query))
  const totals = some.length === 0 ? [] : await selectTotals(c.var.db, { ...query, years: some })
  const all = entriesOf(place, asked, totals).filter(({ at }) => isAfter(at, after))
  const page = all.slice(0, asked.limit)
  const last = all.length > page.length ? page.at(-1)?.at : undefined
  return {
    place,
    years,
    entries: page.map(({ entry }) => entry),
    next: last ? cursorText(last) : nextYear(some, left),
    told: toldOf(
      page.map(({ entry }) => entry),
      asked.by === 'area' && some.every((year) => totals.some((one) => one.year === year)),
    ),
  }
}

const queryOf = (
  { division, release }: Place,
  { figure, by, scope, level, sector }: TotalsAsked,
): Omit<TotalQuery, 'years'> => ({
  figures: [...new Set(figure.flatMap((id) => (isFigureId(id) ? [id] : figuresOf(id))))],
  scope,
  level,
  sector,
  areas: by === 'inside' ? { inside: division } : { of: division },
  release: release?.seq,
})

/** At most so many areas lie directly in another, or hardly more: Chongqing has 38. */
const usualInside = 40

/** How many years one page may read; of a release always the same: areas may have been added since. */
function atOnceOr400(
  { division, outline, release }: Place,
  query: Omit<TotalQuery, 'years'>,
): number {
  const whole = areaOf(division)
  const inside = [...outline.names.keys()].filter((number) => partOf(whole, number) === number)
  const isOne = 'of' in query.areas
  const years = yearsAtOnce(query, isOne ? 1 : Math.max(1, inside.length))
  if (years > 0) return release && !isOne ? Math.max(1, yearsAtOnce(query, usualInside)) : years
  const message =
    '一次要的太多：请减少指标，或同时指明层级（level）与系统（sector），或用 by=area（too much at once: ask for fewer figures, name both level and sector, or take by=area）'
  throw new Problem(400, message, [{ code: 'too_much', path: 'figure', message }])
}

/** The place of an entry: its year, the number of its area, which of the figures it is of. */
interface At {
  readonly year: number
  readonly division: number
  readonly index: number
}

const cursorText = ({ year, division, index }: At): string => `${year}.${division}.${index}`

/** Before all entries of a year where nothing else is said. */
function cursorOf(text: string | undefined): At {
  const [year = 0, division = -1, index = -1] = text?.split('.').map(Number) ?? []
  return { year, division, index }
}

const isAfter = (at: At, after: At): boolean =>
  (at.year - after.year || at.division - after.division || at.index - after.index) > 0

/** The first year that has not been read. */
const nextYear = (read: readonly number[], left: readonly number[]): string | null =>
  left[read.length]?.toString() ?? null

function entriesOf(
  place: Place,
  { figure }: TotalsAsked,
  totals: readonly Total[],
): { at: At; entry: TotalsEntry }[] {
  const areas = Map.groupBy(totals, ({ year, division }) => `${year} ${division}`)
  return [...areas.values()]
    .flatMap((own) =>
      figure.flatMap((id, index) => {
        const of = isIndicatorId(id) ? areaRate(id, own) : own.find((one) => one.figure === id)
        if (!of) return []
        const at = { year: of.year, division: of.division, index }
        return [{ at, entry: entryOf(areaName(place, of.division), of) }]
      }),
    )
    .toSorted((a, b) => (isAfter(a.at, b.at) ? 1 : -1))
}

const entryOf = (division: AreaJson, of: Total | AreaRate): TotalsEntry =>
  'indicator' in of ? { figure: of.indicator, division, of } : { figure: of.figure, division, of }

/** The area itself, or one inside it; one that nobody has named goes by its code. */
function areaName({ division, name, outline }: Place, number: number): AreaJson {
  if (number === areaOf(division).division) return placeJson(name)
  const code = codeOf(number)
  return placeJson(outline.names.get(number) ?? { code, name: code, nameEn: null })
}

/**
 * The reports that the entries are made of: a year of an area counts once. Areas inside another, and years, that have no
 * report have no entry either: unless `isAll`, nobody must take the others for all.
 */
function toldOf(entries: readonly TotalsEntry[], isAll: boolean): TotalsAnswer['told'] {
  const parts = new Map(
    entries.map(({ of }) => [`${of.year} ${of.division}`, countsOf(of)] as const),
  )
  // Where nothing is held, nobody has asked who should be.
  const add = (key: keyof Counts): number | null =>
    [...parts.values()].reduce<number | null>(
      (sum, { [key]: n }) => (sum === null || n === null ? null : sum + n),
      parts.size === 0 ? null : 0,
    )
  return {
    coverage: {
      expected: isAll ? add('expected') : null,
      received: add('held') ?? 0,
      missing_count: isAll ? add('missing') : null,
    },
    missing: entries.filter(({ of }) => valueOf(of) === null).length,
  }
}

interface Counts {
  readonly expected: number | null
  readonly held: number | null
  readonly missing: number | null
}

const countsOf = (of: Total | AreaRate): Counts =>
  'indicator' in of
    ? { expected: of.expectedBureaus, held: of.held, missing: of.missingBureaus }
    : of

/** The number of an entry; null where there is none. */
export const valueOf = (of: Total | AreaRate): number | null =>
  'indicator' in of ? of.value : of.sum
