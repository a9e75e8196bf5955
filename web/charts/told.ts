import type { LeanSpec } from '#core/chart/lean.ts'
import { shareText } from '#core/chart/text.ts'
import { exact } from '#core/text/number.ts'
import { touchWords } from '#core/text/words/touch.ts'

/** What is to be said of one year or row. */
export interface Told {
  readonly title: string
  /** One per data set of the chart; undefined where it has no number there. */
  readonly series: readonly (string | undefined)[]
  /** What has no data set, or no number. */
  readonly rest: readonly string[]
}

type Of<K extends LeanSpec['kind']> = Extract<LeanSpec, { readonly kind: K }>

/** Every value exactly, what is in doubt, and why others are missing. */
export function toldAt(spec: LeanSpec, at: number): Told {
  if (spec.kind === 'line') return toldLines(spec, at)
  if (spec.kind === 'stack') return toldStack(spec, at)
  return spec.kind === 'bars' ? toldBar(spec, at) : toldStrip(spec, at)
}

/** How many years or rows there are to point at. */
export const placesOf = (spec: LeanSpec): number =>
  'years' in spec ? spec.years.length : spec.rows.length

function yearTitle({ lang, years, excerpts }: Of<'line' | 'stack'>, at: number): string {
  const year = years[at] ?? 0
  return `${year}${lang === 'zh' ? '年' : ''}${excerpts.includes(year) ? '*' : ''}`
}

const numbered = ({ lang, unit }: LeanSpec, value: number): string =>
  `${exact(value)}${lang === 'zh' ? '' : ' '}${unit}`

const doubted = (text: string, doubt: string | undefined): string =>
  doubt ? `${text} ≠ ${doubt}` : text

function toldLines(spec: Of<'line'>, at: number): Told {
  const { lang, years, lines, reference, restated = [] } = spec
  const year = years[at] ?? 0
  const named = (name: string, text: string) =>
    lines.length > 1 || reference ? `${name} ${text}` : text
  const grey = reference?.values[at] ?? null
  return {
    title: yearTitle(spec, at),
    series: [
      ...lines.map(({ name, values, disputed }) => {
        const value = values[at] ?? null
        return value === null
          ? undefined
          : named(name, doubted(numbered(spec, value), disputed[year]))
      }),
      ...(reference
        ? [grey === null ? undefined : named(reference.name, numbered(spec, grey))]
        : []),
    ],
    rest: [
      ...lines.flatMap(({ name, gaps }) =>
        gaps[year] === undefined ? [] : [named(name, gaps[year])],
      ),
      ...(restated.includes(year) ? [touchWords.restated[lang]] : []),
    ],
  }
}

function toldStack(spec: Of<'stack'>, at: number): Told {
  const { lang, unit, years, layers, totals, gaps, partial, disputed, mode } = spec
  const year = years[at] ?? 0
  const gap = gaps[year]
  const total = totals[at] ?? null
  const text = (value: number): string => {
    if (mode === 'count') return numbered(spec, value)
    return `${shareText(value / (total ?? 1))} (${exact(value)})`
  }
  const whole = total === null ? touchWords.numberless[lang] : exact(total)
  const rest = [
    `${touchWords.whole[lang]} ${whole}${total !== null && mode === 'count' && lang === 'zh' ? unit : ''}`,
    ...layers.flatMap(({ name, values }) =>
      values[at] === null ? [`${name} ${touchWords.numberless[lang]}`] : [],
    ),
    partial[year],
    disputed[year] && `≠ ${disputed[year]}`,
  ]
  return {
    title: yearTitle(spec, at),
    series: layers.map(({ name, values }) => {
      const value = values[at] ?? null
      return value === null || gap !== undefined ? undefined : `${name} ${text(value)}`
    }),
    rest: gap === undefined ? rest.flatMap((part) => part ?? []) : [gap],
  }
}

function toldBar(spec: Of<'bars'>, at: number): Told {
  const { name = '', value = null, gap = '', disputed } = spec.rows[at] ?? {}
  if (value === null) return { title: name, series: [undefined], rest: [gap] }
  const text = spec.share ? shareText(value) : numbered(spec, value)
  return { title: name, series: [doubted(text, disputed)], rest: [] }
}

function toldStrip(spec: Of<'strip'>, at: number): Told {
  const row = spec.rows[at]
  const { lang, share } = spec
  if (!row) return { title: '', series: [], rest: [] }
  const { name, n, own, percentiles: p, gap } = row
  const text = (value: number) => (share ? shareText(value) : numbered(spec, value))
  const mine = own === null ? undefined : `${touchWords.own[lang]} ${text(own)}`
  const title = `${name} · n = ${n}`
  if (!p) return { title, series: [], rest: mine === undefined ? [gap] : [mine, gap] }
  return {
    title,
    series: [
      `${touchWords.most[lang]} ${text(p.p10)}–${text(p.p90)}`,
      `${touchWords.half[lang]} ${text(p.p25)}–${text(p.p75)}`,
      `${touchWords.median[lang]} ${text(p.p50)}`,
      mine,
    ],
    rest: [],
  }
}
