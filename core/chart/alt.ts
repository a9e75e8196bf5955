import { unitLabels } from '#core/catalog/table.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { yearRange } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import type { BarsSpec } from './bars.ts'
import type { ChartSpec } from './chart.ts'
import type { LineSpec } from './spec.ts'
import { drawnLayers } from './drawn.ts'
import type { StackSpec } from './stack.ts'
import type { StripSpec } from './strip.ts'
import { shareText } from './text.ts'

/**
 * What the picture shows, for those who do not see it and beside its title: first and last, least and most with their
 * years, and what is missing; as plain digits. Every number stands in the table.
 */
export function altText(spec: ChartSpec): string {
  const stop = spec.lang === 'zh' ? '。' : '. '
  return [...told(spec), ...spec.notes].join(stop) + stop.trimEnd()
}

function told(spec: ChartSpec): readonly string[] {
  if (spec.kind === 'line') return toldLines(spec)
  if (spec.kind === 'stack') return toldStack(spec)
  if (spec.kind === 'bars') return toldBars(spec)
  return toldStrip(spec)
}

/** Numbers over the years, with what is to be said of some of them. */
interface Course {
  readonly lang: Lang
  readonly unit: string
  readonly years: readonly number[]
  readonly values: readonly (number | null)[]
  readonly gaps: Readonly<Record<number, string>>
  readonly disputed: Readonly<Record<number, string>>
}

function toldLines({ lang, unit, years, lines, reference }: LineSpec): string[] {
  const grey = reference ? [{ ...reference, gaps: {}, disputed: {} }] : []
  const all = [...lines, ...grey]
  return all.map(({ name, ...line }) =>
    named(lang, all.length > 1 ? name : '', course({ lang, unit, years, ...line })),
  )
}

const named = (lang: Lang, name: string, text: string): string =>
  name === '' ? text : `${name}${lang === 'zh' ? '：' : ': '}${text}`

const listed = (lang: Lang, parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(lang === 'zh' ? '，' : ', ')

interface Dated {
  readonly year: number
  readonly value: number
}

/** First and last; least and most where they are others; the years without a number. */
function course(of: Course): string {
  const { lang, years, values, gaps } = of
  const known = years.flatMap((year, i): Dated[] => {
    const value = values[i] ?? null
    return value === null ? [] : [{ year, value }]
  })
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return listed(lang, gapTexts(lang, years, gaps))
  const least = known.reduce((a, b) => (b.value < a.value ? b : a))
  const most = known.reduce((a, b) => (b.value > a.value ? b : a))
  const ends = first === last ? [first] : [first, last]
  const isEnd = ({ value }: Dated): boolean => ends.some((end) => end.value === value)
  return listed(lang, [
    ...ends.map((one) => dated(of, one)),
    ...(isEnd(least) ? [] : [t(lang, 'alt_least', { text: dated(of, least) })]),
    ...(isEnd(most) ? [] : [t(lang, 'alt_most', { text: dated(of, most) })]),
    ...gapTexts(lang, years, gaps),
    ...doubtTexts(of, [...ends, least, most]),
  ])
}

function dated({ lang, unit, disputed }: Course, { year, value }: Dated): string {
  const when = t(lang, 'year', { year })
  const doubt = disputed[year]
  if (lang === 'zh') return `${when}${value}${unit}${doubt ? `（${doubt}）` : ''}`
  return `${when}: ${value} ${unit}${doubt ? ` (${doubt})` : ''}`
}

/** Runs of years with the same word. */
function runs(lang: Lang, words: readonly (readonly [year: number, word: string])[]): string[] {
  const grouped: { readonly years: number[]; readonly word: string }[] = []
  for (const [year, word] of words) {
    const last = grouped.at(-1)
    if (last?.word === word && last.years.at(-1) === year - 1) last.years.push(year)
    else grouped.push({ years: [year], word })
  }
  return grouped.map(({ years, word }) =>
    lang === 'zh' ? `${yearRange(years)}年${word}` : `${yearRange(years)} ${word}`,
  )
}

const gapTexts = (lang: Lang, years: readonly number[], gaps: Course['gaps']): string[] =>
  runs(
    lang,
    years.flatMap((year) => (gaps[year] === undefined ? [] : [[year, gaps[year]] as const])),
  )

/** The years in dispute that are not among those told, nor gaps. */
const doubtTexts = ({ lang, years, gaps, disputed }: Course, seen: readonly Dated[]): string[] =>
  runs(
    lang,
    years.flatMap((year) =>
      disputed[year] === undefined ||
      gaps[year] !== undefined ||
      seen.some((one) => one.year === year)
        ? []
        : [[year, disputed[year]] as const],
    ),
  )

/** The totals over the years, then what the newest bar is made of. */
function toldStack(spec: StackSpec): string[] {
  const { lang, unit, years, mode, gaps, disputed, partial, layers } = spec
  const values = spec.totals.map((total, i) => (gaps[years[i] ?? 0] === undefined ? total : null))
  // Totals are numbers in both modes.
  const items = inLang(lang, unitLabels.item)
  const whole = course({ lang, unit: items, years, values, gaps, disputed })
  const newest = years.findLastIndex((year) => gaps[year] === undefined)
  const drawn = drawnLayers(spec)
  const parts = layers.map(({ name }, i) => {
    const value = drawn[i]?.[newest] ?? null
    return `${name}${lang === 'zh' ? '' : ' '}${value === null ? t(lang, 'numberless') : mode === 'share' ? shareText(value / 100) : `${value}${unitAfter(lang, unit)}`}`
  })
  return [
    named(lang, t(lang, 'whole'), whole),
    ...(newest < 0
      ? []
      : [named(lang, t(lang, 'year', { year: years[newest] ?? '' }), listed(lang, parts))]),
    ...runs(
      lang,
      Object.entries(partial).map(([year, word]) => [Number(year), word] as const),
    ),
  ]
}

const unitAfter = (lang: Lang, unit: string): string => (lang === 'zh' ? unit : ` ${unit}`)

/** Above this many rows only the greatest and the least are told. */
const manyRows = 12

function toldBars({ lang, unit, rows, share }: BarsSpec): string[] {
  const text = ({ name, value, gap, disputed }: BarsSpec['rows'][number]): string => {
    const number = share ? shareText(value ?? 0) : `${value}${unitAfter(lang, unit)}`
    const doubt = disputed && (lang === 'zh' ? `（${disputed}）` : ` (${disputed})`)
    return `${name} ${value === null ? gap : number + doubt}`
  }
  if (rows.length <= manyRows) return [listed(lang, rows.map(text))]
  const known = rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]))
  const [first] = known
  if (!first) return [t(lang, 'alt_rows', { n: rows.length, none: rows.length })]
  const most = known.reduce((a, b) => (b.value > a.value ? b : a))
  const least = known.reduce((a, b) => (b.value < a.value ? b : a))
  return [
    listed(lang, [
      t(lang, 'alt_rows', { n: rows.length, none: rows.length - known.length }),
      t(lang, 'alt_most', { text: text(most) }),
      t(lang, 'alt_least', { text: text(least) }),
    ]),
  ]
}

function toldStrip({ lang, unit, rows, share }: StripSpec): string[] {
  const say = (value: number): string =>
    share ? shareText(value) : `${value}${unitAfter(lang, unit)}`
  return rows.map(({ name, n, percentiles: p, own, gap }) =>
    named(
      lang,
      name,
      listed(lang, [
        ...(own === null ? [] : [t(lang, 'alt_own', { text: say(own) })]),
        p
          ? t(lang, 'alt_spread', {
              n,
              p10: say(p.p10),
              p25: say(p.p25),
              p50: say(p.p50),
              p75: say(p.p75),
              p90: say(p.p90),
            })
          : gap,
      ]),
    ),
  )
}
