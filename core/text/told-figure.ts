import type { Interval } from '#core/indicator/wilson.ts'
import { type Lang, listOf } from './lang.ts'
import { exact, percent } from './number.ts'
import { t } from './words.ts'

/** A figure or a rate, as a sentence needs it. */
export interface ToldMeasure {
  readonly name: string
  /** What follows a number; empty where the number says it all. */
  readonly unit: string
  /** Values are parts of 1 and told in per cent. */
  readonly share: boolean
}

/** What one bureau states in the year that is compared. */
export interface Compared {
  readonly name: string
  readonly value: number | null
  /** Why there is no number, in a word. */
  readonly gap: string
  /** A sum that the number is part of does not hold. */
  readonly disputed: boolean
  /** Of a rate: where it may well lie; null for what is counted. */
  readonly interval: Interval | null
  /** Of a rate: of too few cases to be held against another. */
  readonly tooFew: boolean
}

const stop = (lang: Lang, parts: readonly string[]): string =>
  lang === 'zh'
    ? parts.map((part) => `${part}。`).join('')
    : parts.map((part) => `${part}.`).join(' ')

const valueText = ({ share, unit }: ToldMeasure, value: number): string =>
  share ? percent(value) : `${exact(value)}${unit}`

/**
 * Bureaus beside each other in one year: who has most and who least, which is neither praise nor blame; who has no
 * number, and why. Nothing is called more or less that cannot be told apart. The caller sees to it that they can be
 * compared: one scope, one year.
 */
export function toldComparison(
  lang: Lang,
  measure: ToldMeasure,
  year: number,
  entries: readonly Compared[],
): string {
  const comparable = entries.filter(isComparable)
  return stop(lang, [
    ...extremes(lang, measure, year, comparable),
    ...without(lang, entries),
    ...doubts(lang, comparable),
  ])
}

type Known = Compared & { readonly value: number }

const isComparable = (entry: Compared): entry is Known => entry.value !== null && !entry.tooFew

function extremes(
  lang: Lang,
  measure: ToldMeasure,
  year: number,
  entries: readonly Known[],
): string[] {
  const values = entries.map(({ value }) => value)
  const [high, low] = [Math.max(...values), Math.min(...values)]
  const text = (value: number) => valueText(measure, value)
  const namesAt = (value: number) =>
    listOf(
      lang,
      entries.filter((entry) => entry.value === value).map(({ name }) => name),
    )
  const head = { year, figure: measure.name }
  if (entries.length === 0) return [t(lang, 'compared_none', head)]
  if (entries.length === 1)
    return [t(lang, 'compared_one', { ...head, name: namesAt(high), value: text(high) })]
  if (high === low)
    return [t(lang, 'compared_same', { ...head, names: namesAt(high), value: text(high) })]
  const most = { high: namesAt(high), most: text(high), low: namesAt(low), least: text(low) }
  return [
    t(lang, measure.share ? 'compared_rates' : 'compared', { ...head, ...most }),
    ...(areApart(entries, high, low) ? [] : [t(lang, 'compared_overlap')]),
  ]
}

/** Whether the intervals of the highest and the lowest lie apart; what is counted has none, and is exact. */
function areApart(entries: readonly Known[], high: number, low: number): boolean {
  const lows = entries.flatMap(({ value, interval }) =>
    value === high ? (interval?.low ?? value) : [],
  )
  const highs = entries.flatMap(({ value, interval }) =>
    value === low ? (interval?.high ?? value) : [],
  )
  return Math.min(...lows) > Math.max(...highs)
}

/** Those without a number, together where the reason is the same. */
function without(lang: Lang, entries: readonly Compared[]): string[] {
  const gaps = entries.flatMap((entry) =>
    isComparable(entry)
      ? []
      : [{ name: entry.name, gap: entry.value === null ? entry.gap : t(lang, 'too_few') }],
  )
  return [...Map.groupBy(gaps, ({ gap }) => gap)].map(([gap, same]) =>
    t(lang, 'compared_gap', {
      names: listOf(
        lang,
        same.map(({ name }) => name),
      ),
      gap,
    }),
  )
}

function doubts(lang: Lang, entries: readonly Known[]): string[] {
  const names = entries.filter(({ disputed }) => disputed).map(({ name }) => name)
  return names.length === 0 ? [] : [t(lang, 'compared_disputed', { names: listOf(lang, names) })]
}

/** A rate of an area: numerators and denominators of its reports, added up and divided. */
export interface ToldRate {
  readonly year: number
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly interval: Interval | null
  /** Of too few cases to be held against another. */
  readonly tooFew: boolean
  /** Why there is none, in words. */
  readonly reason: string
  /** Reports that it is over. */
  readonly reports: number
}

/** The rate of an area in a year, with what it is made of; or why there is none. */
export function toldRate(lang: Lang, name: string, of: ToldRate | undefined): string {
  if (!of || of.reports === 0) return stop(lang, [t(lang, 'area_unheld', { name })])
  const { year, value, reason, interval } = of
  if (value === null) return stop(lang, [t(lang, 'area_no_rate', { name, year, reason })])
  const made = {
    part: exact(of.numerator ?? 0),
    whole: exact(of.denominator ?? 0),
    n: exact(of.reports),
  }
  const range = interval && { low: percent(interval.low), high: percent(interval.high) }
  return stop(lang, [
    t(lang, 'area_rate', { name, year, value: percent(value), ...made }),
    ...(range ? [t(lang, 'area_interval', range)] : []),
    ...(of.tooFew ? [t(lang, 'few_cases')] : []),
  ])
}
