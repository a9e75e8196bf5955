import { type FigureId, figure } from '#core/catalog/index.ts'
import type { Label } from '#core/catalog/table.ts'
import { type Level, type Scope, levelEntries } from '#core/roster/bureau.ts'
import { tellingYear } from '#core/indicator/telling-year.ts'
import { figureName } from './figure-name.ts'
import { type Lang, inLang } from './lang.ts'
import { exact } from './number.ts'
import { changed, unitAfter } from './sentence.ts'
import { type Word, t } from './words.ts'

/** A sum over the reports of an area on one year, with what it leaves out. */
export interface AreaSum {
  readonly figure: FigureId
  readonly year: number
  /** Null where it may not be added up, or no report states a number: `reason`. */
  readonly sum: number | null
  readonly reason: Label | null
  /** Reports whose table has the figure, and those of them without a number in it. */
  readonly reports: number
  readonly unassessable: number
  /** All reports that are held. */
  readonly held: number
  /** Bureaus that should have reported and have not; null where nobody knows. */
  readonly missing: number | null
  /** Something may be left out. */
  readonly atLeast: boolean
}

/** Whose reports are added up. `level` is said of whole areas: a city's report holds those of its counties. */
export interface AreaScope {
  readonly scope: Scope
  readonly level?: Level | undefined
}

/** `只计各机关本身` or `县级政府的全区域汇总`; always said with a sum. */
export const scopeText = (lang: Lang, { scope, level }: AreaScope): string =>
  scope === 'own' || level === undefined
    ? t(lang, 'sum_own')
    : t(lang, 'sum_area', { level: inLang(lang, levelEntries[level]) })

const short: Readonly<Partial<Record<FigureId, Word>>> = {
  licences_decided: 'sum_licences',
  penalties_decided: 'sum_penalties',
  'requests_new.total': 'sum_requests',
}

/** The figure's name where it stands beside others. */
export function sumName(lang: Lang, id: FigureId): string {
  const word = short[id]
  return word ? t(lang, word) : figureName(lang, id)
}

/** Reports that state the number: the sum is of these. */
export const stating = ({
  reports,
  unassessable,
}: Pick<AreaSum, 'reports' | 'unassessable'>): number => reports - unassessable

/** `36份报告，其中2份没有这个数字`: what says nothing is never taken for a 0. */
function reportsText(lang: Lang, sum: AreaSum): string {
  const { held } = sum
  const silent = held - stating(sum)
  const all = t(lang, held === 1 ? 'one_report' : 'n_reports', { n: exact(held) })
  return all + (silent > 0 ? t(lang, 'of_them_silent', { n: exact(silent) }) : '')
}

/** `36份报告，其中2份没有这个数字；3个机关未收录`. */
export function countsText(lang: Lang, sum: AreaSum): string {
  const parts = [
    reportsText(lang, sum),
    ...(sum.missing === null ? [t(lang, 'roster_unknown')] : []),
    ...(sum.missing ? [t(lang, 'bureaus_missing', { n: exact(sum.missing) })] : []),
  ]
  return parts.join(lang === 'zh' ? '；' : '; ')
}

/** `至少1,234件`; a lower bound of 0 is told as what it is. */
export function amountText(lang: Lang, { figure: id, atLeast }: AreaSum, value: number): string {
  const plain = `${exact(value)}${unitAfter(lang, figure(id).unit)}`
  return atLeast && value !== 0 ? t(lang, 'at_least', { amount: plain }) : plain
}

/** Up to the newest that has a number and is of enough reports to speak of. */
export function tellingSums(sums: readonly AreaSum[]): readonly AreaSum[] {
  const known = sums.filter(({ sum }) => sum !== null)
  const last = tellingYear(known) ?? sums.at(-1)?.year ?? 0
  return sums.filter(({ year }) => year <= last)
}

/** The newest sum and how it compares with the one before; in words why not, where it does not. */
export function toldSum(lang: Lang, sums: readonly AreaSum[]): string {
  const newest = sums.at(-1)
  if (!newest) return ''
  const { year, sum, reason, figure: id } = newest
  const name = sumName(lang, id)
  const end = stop[lang].trimEnd()
  if (sum === null)
    return `${t(lang, 'sum_none', { year, name, reason: reason ? inLang(lang, reason) : '' })}${end}`
  const word = sum === 0 && newest.atLeast ? 'sum_held_zero' : 'sum_year'
  const amount = amountText(lang, newest, sum)
  const stated = t(lang, word, { year, name, amount, reports: reportsText(lang, newest) })
  const told = comparison(lang, sums)
  if (told) return `${stated}${told.isChange ? comma[lang] : semicolon[lang]}${told.text}${end}`
  const first = sums.length === 1 ? `${stop[lang]}${t(lang, 'sum_first', { year })}` : ''
  return `${stated}${first}${end}`
}

const comma = { zh: '，', en: ', ' } as const
const semicolon = { zh: '；', en: '; ' } as const
const stop = { zh: '。', en: '. ' } as const

/**
 * How the newest sum compares with the one before; undefined where there are no two. A change is told only where both are
 * of as many reports and leave nothing out: else both sums, and why not.
 */
export function comparison(
  lang: Lang,
  sums: readonly AreaSum[],
): { readonly text: string; readonly isChange: boolean } | undefined {
  const newest = sums.at(-1)
  const before = sums.slice(0, -1).findLast(({ sum }) => sum !== null)
  if (!newest || newest.sum === null || !before || before.sum === null) return undefined
  const { unit } = figure(newest.figure)
  const dated = { year: newest.year, value: newest.sum, disputed: false }
  const change = areComparable(newest, before)
    ? changed(lang, unit, dated, { year: before.year, value: before.sum, disputed: false })
    : undefined
  if (change !== undefined) return { text: change, isChange: true }
  const text = t(lang, newest.held === before.held ? 'sum_both_short' : 'sum_other_count', {
    year: before.year,
    amount: amountText(lang, before, before.sum),
    reports: reportsText(lang, before),
  })
  return { text, isChange: false }
}

/** Whether the change from one sum to the other means something. */
const areComparable = (now: AreaSum, before: AreaSum): boolean =>
  !now.atLeast && !before.atLeast && now.reports === before.reports

/** Where so many of those who should have reported are held, a year stands for the area. */
const most = 0.75

/**
 * Whether a sum is of nearly all who should have reported. Between others no line is drawn: it would tell how the
 * collection grows, even where both are of as many reports, as these may be of other bureaus.
 */
export const isNearlyAll = (
  sum: Pick<AreaSum, 'reports' | 'unassessable' | 'held' | 'missing'>,
): boolean => sum.missing !== null && stating(sum) >= most * (sum.held + sum.missing)

/** Counts of the reports that are held on a year; what no roster tells is null. */
export interface HeldCounts {
  readonly received: number
  readonly expected: number | null
  readonly missing: number | null
}

/** `41个应报告机关中收录38个`, or how many there are where nobody knows how many there should be. */
export function coverageText(lang: Lang, { received, expected, missing }: HeldCounts): string {
  if (expected === null || missing === null)
    return t(lang, received === 1 ? 'held_one_unknown' : 'held_unknown', { n: exact(received) })
  const reported = expected - missing
  const unlisted = received - reported
  const text = t(lang, 'held_of_expected', { expected: exact(expected), n: exact(reported) })
  return unlisted > 0 ? `${text}${t(lang, 'held_unlisted', { n: exact(unlisted) })}` : text
}
