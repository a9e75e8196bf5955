import type { Label } from '#core/catalog/table.ts'
import { type IndicatorId, figuresOf, indicators } from '#core/indicator/indicators.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { type Credit, type Line, type LineSpec, type Subject, lineSpec } from './spec.ts'

/** A bureau or an area with a rate of its reports. */
export interface RateSubject extends Omit<Subject, 'points'> {
  readonly points: readonly {
    readonly year: number
    /** 0.3 is 30 %. */
    readonly value: number | null
    readonly disputed: boolean
  }[]
}

/** A share as it is drawn and told, in per cent with one decimal. */
export const inPercent = (value: number | null): number | null =>
  value === null ? null : Number((value * 100).toFixed(1))

/** One rate over the years, one line for each subject. What is not defined is a gap, never 0 %. */
export function rateSpec(
  lang: Lang,
  id: IndicatorId,
  subjects: readonly RateSubject[],
  credit: Credit,
): LineSpec {
  const [first = 'requests_new.total'] = figuresOf(id)
  const plain = subjects.map((subject) => ({ ...subject, points: [] }))
  const spec = lineSpec(lang, first, plain, credit)
  const indicator: Label & { readonly formula: Label } = indicators[id]
  return {
    ...spec,
    heading: inLang(lang, indicator),
    unit: '%',
    lines: spec.lines.map((line, i) => rateLine(lang, spec.years, line, subjects[i]?.points ?? [])),
    notes: [inLang(lang, indicator.formula), ...spec.notes],
  }
}

function rateLine(
  lang: Lang,
  years: readonly number[],
  line: Line,
  points: RateSubject['points'],
): Line {
  const by = new Map(points.map((point) => [point.year, point]))
  const values = years.map((year) => inPercent(by.get(year)?.value ?? null))
  const gaps = years.flatMap((year, i): [number, string][] =>
    values[i] === null ? [[year, t(lang, by.has(year) ? 'rate_undefined' : 'unheld')]] : [],
  )
  const disputed = points.flatMap(({ year, value, disputed: is }): [number, string][] =>
    is && value !== null ? [[year, t(lang, 'disputed_short')]] : [],
  )
  return {
    ...line,
    values,
    gaps: Object.fromEntries(gaps),
    disputed: Object.fromEntries(disputed),
  }
}

/** Lines as multiples of what they were in one year. */
export interface Indexed {
  readonly spec: LineSpec
  /** The year that is 100. */
  readonly base: number
}

/**
 * The same lines, each 100 in the first year of which all that have a number have one; null where there is no such year.
 * A line that was 0 then, or less, has no index.
 */
export function indexed(spec: LineSpec): Indexed | null {
  const { lang, lines, years, notes } = spec
  const stated = lines.filter(({ values }) => values.some((value) => value !== null))
  const at = years.findIndex((_, i) => stated.every(({ values }) => (values[i] ?? null) !== null))
  const base = stated.length === 0 ? undefined : years[at]
  if (base === undefined) return null
  const [unit, note] = [
    t(lang, 'index_unit', { year: base }),
    t(lang, 'index_note', { year: base }),
  ]
  const inIndex = lines.map((line) => indexLine(lang, line, years, at))
  return { base, spec: { ...spec, unit, lines: inIndex, notes: [note, ...notes] } }
}

function indexLine(lang: Lang, line: Line, years: readonly number[], at: number): Line {
  const base = line.values[at] ?? 0
  if (base > 0)
    return {
      ...line,
      values: line.values.map((value) =>
        value === null ? null : Number(((100 * value) / base).toFixed(1)),
      ),
    }
  const word = t(lang, 'index_undefined')
  return {
    ...line,
    values: years.map(() => null),
    gaps: Object.fromEntries(years.map((year) => [year, line.gaps[year] ?? word])),
    disputed: {},
  }
}
