import { figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import { figuresOf, indicators } from '#core/indicator/indicators.ts'
import { rateGaps } from '#core/indicator/rate.ts'
import { tellingYear } from '#core/indicator/telling-year.ts'
import { figureName } from '#core/text/figure-name.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { areaOf, codeOf } from '../db/areas.ts'
import type { Db } from '../db/client.ts'
import { type LevelSpread, selectFigureView } from '../db/figure-view.ts'
import { type Outline, type PlaceName, isMadeUp, selectOutline } from '../db/outline.ts'
import { type AreaRate, areaRate } from '../db/rates.ts'
import type { Release } from '../db/releases.ts'
import { type Total, yearsAtOnce } from '../db/totals.ts'
import { type FigureAsked, type MeasureId, isCountry } from './figure-asked.ts'

/** A sum or a rate of an area in a year. */
export interface AreaValue extends Pick<
  Total,
  'year' | 'reports' | 'unassessable' | 'held' | 'expected' | 'missing' | 'atLeast' | 'reason'
> {
  readonly code: string | null
  readonly name: Named
  readonly value: number | null
  /** Null for a figure. */
  readonly rate: AreaRate | null
}

type Named = Pick<PlaceName, 'name' | 'nameEn'>

export interface FigureAnswer {
  readonly place: Named
  /** Every year that is held. */
  readonly years: readonly number[]
  /** That of the areas inside and of the spread. */
  readonly year: number
  /** The area over the years of which a report is held. */
  readonly trend: readonly AreaValue[]
  /** The areas directly inside it, by their codes, of which a report is held. */
  readonly parts: readonly AreaValue[]
  /** The divisions inside it that have a name; of the country its provinces. */
  readonly provinces: readonly PlaceName[]
  readonly spreads: readonly LevelSpread[]
  /** The sums of the area, of the figure or of all that a rate is made of. */
  readonly sums: readonly Total[]
}

/** As many years as the trend of an area shows; of one level or sector, whose sums have to be added up. */
const [mostYears, fewYears] = [12, 5]

const country: Named = { name: '全国', nameEn: 'The whole country' }
const madeUp: Named = { name: '虚构示例', nameEn: 'Made-up example' }

/** What the page shows; undefined where there is no such division. Four statements. */
export async function selectFigure(
  db: Db,
  measure: MeasureId,
  asked: FigureAsked,
  release: Release | undefined,
): Promise<FigureAnswer | undefined> {
  const { division } = asked
  const area = areaOf(division)
  const itself = { depth: area.depth, from: area.division, to: area.division }
  const outline = await selectOutline(db, {
    division,
    inside: true,
    kept: { scopes: [asked.scope], peers: {}, areas: [itself], release: release?.seq },
    release: release?.seq,
  })
  const place = isCountry(division)
    ? isMadeUp(division)
      ? madeUp
      : country
    : outline.names.get(area.division)
  if (!place) return undefined
  const year = asked.year ?? newestOf(outline) ?? new Date().getUTCFullYear() - 1
  const found = await selectFigureView(db, {
    ...asked,
    measure,
    year,
    years: yearsFor(measure, asked, [...new Set([...outline.years, year])]),
    release: release?.seq,
  })
  const named = (number: number): PlaceName => {
    const code = codeOf(number)
    return outline.names.get(number) ?? { code, name: code, nameEn: null }
  }
  return {
    place,
    years: outline.years,
    year,
    trend: valuesOf(measure, found.own).map((one) => ({ ...one, code: division, name: place })),
    parts: valuesOf(measure, found.inside).map((one) => {
      const name = named(one.division)
      return { ...one, code: name.code, name }
    }),
    provinces: [...outline.names.values()],
    spreads: found.spreads,
    sums: found.own,
  }
}

/** The newest year with enough reports to speak of. */
const newestOf = ({ years, coverage }: Outline): number | undefined =>
  tellingYear(years.map((year) => ({ year, held: coverage?.(year).received ?? 0 }))) ?? years.at(-1)

/** The newest of them that can be read at once, and the one asked for. */
function yearsFor(measure: MeasureId, asked: FigureAsked, years: readonly number[]): number[] {
  const { division } = asked
  const figures = isFigureId(measure) ? [measure] : figuresOf(measure)
  const isOne = (asked.level === undefined) === (asked.sector === undefined)
  const atOnce = yearsAtOnce({ ...asked, figures, areas: { of: division } }, 1)
  const most = Math.min(atOnce, isOne ? mostYears : fewYears)
  const sorted = years.toSorted((a, b) => a - b)
  return asked.year === undefined || sorted.length <= most
    ? sorted.slice(-Math.max(1, most))
    : [...new Set([...sorted.slice(-most), asked.year])]
}

type Valued = Omit<AreaValue, 'code' | 'name'> & { readonly division: number }

/** A value for each area and year, by year, then area. */
function valuesOf(measure: MeasureId, totals: readonly Total[]): Valued[] {
  if (isFigureId(measure))
    return totals.map(({ sum: value, ...one }) => ({ ...one, value, rate: null }))
  const areas = Map.groupBy(totals, ({ year, division }) => `${year} ${division}`)
  return [...areas.values()].map((own) => {
    const { value, reason, ...rate } = areaRate(measure, own)
    const { year, division, held, reports } = rate
    return {
      year,
      division,
      value,
      reason: reason && rateGaps[reason],
      reports,
      unassessable: 0,
      // It is over the same reports above and below, and over no others.
      atLeast: false,
      held,
      expected: rate.expectedBureaus,
      missing: rate.missingBureaus,
      rate: { ...rate, value, reason },
    }
  })
}

/** A figure or a rate by its name in charts and sentences. */
export const measureName = (lang: Lang, id: MeasureId): string =>
  isFigureId(id) ? figureName(lang, id) : inLang(lang, indicators[id])

/** What its numbers are counted in. */
export const unitOf = (lang: Lang, id: MeasureId): string =>
  isFigureId(id) ? inLang(lang, unitLabels[figureOf(id).unit]) : '%'
