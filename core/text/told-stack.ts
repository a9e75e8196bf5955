import type { StackSpec } from '#core/chart/stack.ts'
import type { Lang } from './lang.ts'
import { listOf } from './lang.ts'
import { exact, percent } from './number.ts'
import { asSentences, changed, enoughForShare, unitAfter } from './sentence.ts'
import { t } from './words.ts'

/** As many parts are named; the rest is told together. */
const mostNamed = 3

/** What stacked bars show: the newest total, its largest parts, and how it changed. No praise, no blame. */
export function toldStack(spec: StackSpec): string {
  const { lang, years, totals } = spec
  const at = lastIndex(years, (i) => totals[i] !== null || partsOf(spec, i).length > 0)
  const newest = years.at(-1)
  if (at === undefined || newest === undefined) return asSentences(lang, gapOf(spec, newest))
  return asSentences(lang, [
    composition(spec, at),
    ...(years[at] === newest ? [] : gapOf(spec, newest)),
  ])
}

function lastIndex(years: readonly number[], test: (i: number) => boolean): number | undefined {
  const found = years.map((_, i) => i).filter(test)
  return found.at(-1)
}

const gapOf = ({ lang, gaps }: StackSpec, year: number | undefined): string[] => {
  const gap = year === undefined ? undefined : gaps[year]
  return gap === undefined ? [] : [t(lang, 'told_gap', { year: year ?? 0, gap })]
}

interface Part {
  readonly name: string
  readonly value: number
}

const partsOf = ({ layers }: StackSpec, i: number): Part[] =>
  layers.flatMap(({ name, values }) => {
    const value = values[i] ?? null
    return value === null ? [] : [{ name, value }]
  })

/** One year: total, parts, change. */
function composition(spec: StackSpec, i: number): string {
  const { lang, years, disputed, partial } = spec
  const year = years[i] ?? 0
  const some = partial[year] === undefined ? '' : t(lang, 'told_partial', { gap: partial[year] })
  const text = statedOf(spec, i) + some
  const said = disputed[year] === undefined ? text : t(lang, 'told_disputed', { text })
  const change = changeOf(spec, i)
  return change === '' ? said : `${said}${lang === 'zh' ? '；' : '; '}${change}`
}

/** The total and its parts, or the parts alone. */
function statedOf(spec: StackSpec, i: number): string {
  const { lang, years, totals, disputed, partial } = spec
  const [year = 0, total = null] = [years[i], totals[i]]
  const isWhole = disputed[year] === undefined && partial[year] === undefined
  const parts = largest(lang, partsOf(spec, i), isWhole ? total : null)
  if (total === null) return t(lang, 'told_year', { year, text: parts })
  return t(lang, parts === '' ? 'told_total' : 'told_total_of', {
    year,
    total: exact(total),
    unit: unitAfter(lang, 'item'),
    parts,
  })
}

/** The largest parts, with their shares where the total is known to be theirs, and the rest. */
function largest(lang: Lang, parts: readonly Part[], total: number | null): string {
  const sorted = parts.filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value)
  const most = sorted.length === mostNamed + 1 ? sorted.length : mostNamed
  const share = ({ value }: Part): string =>
    total !== null && total >= enoughForShare
      ? t(lang, 'told_share', { share: percent(value / total) })
      : ''
  const words = sorted.slice(0, most).map((part) =>
    t(lang, 'told_part', {
      name: part.name,
      value: exact(part.value),
      unit: unitAfter(lang, 'item'),
      share: share(part),
    }),
  )
  const rest = sorted.slice(most).reduce((sum, { value }) => sum + value, 0)
  const last =
    rest === 0 ? [] : [t(lang, 'told_rest', { value: exact(rest), unit: unitAfter(lang, 'item') })]
  return listOf(lang, [...words, ...last])
}

/** Against the year before it that has a total; empty where one of the two is missing or in dispute. */
function changeOf({ lang, years, totals, disputed }: StackSpec, i: number): string {
  const at = (j: number) => {
    const [year = 0, value = null] = [years[j], totals[j]]
    return value === null ? undefined : { year, value, disputed: disputed[year] !== undefined }
  }
  const [now, before] = [
    at(i),
    [...years.keys()]
      .slice(0, i)
      .flatMap((j) => at(j) ?? [])
      .at(-1),
  ]
  const change = now && before ? changed(lang, 'item', now, before) : undefined
  return change === undefined ? '' : t(lang, 'told_total_change', { change })
}
