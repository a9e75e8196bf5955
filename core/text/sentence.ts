import { type FigureId, figure } from '#core/catalog/index.ts'
import { type Unit, unitLabels } from '#core/catalog/table.ts'
import { type Subject, gapWord } from '#core/chart/spec.ts'
import { figureName } from './figure-name.ts'
import { type Lang, listOf } from './lang.ts'
import { exact, percent } from './number.ts'
import { phrase } from './phrase.ts'
import { t } from './words.ts'

/** One figure of the bureau that the sentence is about. */
export interface Told {
  readonly figure: FigureId
  readonly subject: Subject
}

/**
 * What the figures say, before any chart: the newest number of each and how it changed; then what the newest report
 * has no number for. No praise, no blame. `held`: years held in all, where the figures are of fewer.
 */
export function sentence(lang: Lang, told: readonly Told[], held?: number): string {
  const [first] = told
  if (!first) return ''
  const { name, scope, reports } = first.subject
  const [report] = reports
  if (!report) return t(lang, 'told_nothing', { name })

  const who = scope === 'area' ? t(lang, 'told_area', { name }) : name
  const parts = [
    ...newest(lang, told),
    ...((held ?? reports.length) === 1 ? [t(lang, 'told_one_year', { year: report.year })] : []),
  ]
  return lang === 'zh'
    ? `${who}${parts.map((part) => `${part}。`).join('')}`
    : `${who}: ${parts.map((part) => `${part}.`).join(' ')}`
}

/** Each with its full stop, and in English with a capital. */
export const asSentences = (lang: Lang, parts: readonly string[]): string =>
  lang === 'zh'
    ? parts.map((part) => `${part}。`).join('')
    : parts.map((part) => `${part.slice(0, 1).toUpperCase()}${part.slice(1)}.`).join(' ')

/** The newest number of each figure and how it changed, then what the newest report has no number for; no full stops. */
export function newest(lang: Lang, told: readonly Told[]): string[] {
  const stated = joinYears(
    lang,
    told.flatMap((one) => clause(lang, one) ?? []),
  )
  return [...(stated === '' ? [] : [stated]), ...missing(lang, told)]
}

interface Clause {
  readonly year: number
  readonly text: string
}

/** The year is said once for all clauses that share it. */
const joinYears = (lang: Lang, clauses: readonly Clause[]): string =>
  clauses
    .map(({ year, text }, i) =>
      clauses[i - 1]?.year === year ? text : t(lang, 'told_year', { year, text }),
    )
    .join(lang === 'zh' ? '；' : '; ')

/** A number of a year. */
export interface Dated {
  readonly year: number
  readonly value: number
  readonly disputed: boolean
}

/** The years that have a number. */
export const dated = ({ points }: Pick<Subject, 'points'>): Dated[] =>
  points.flatMap(({ year, value, disputed }) => (value === null ? [] : [{ year, value, disputed }]))

/** The newest number and how it changed; undefined where there is none. */
function clause(lang: Lang, { figure: id, subject }: Told): Clause | undefined {
  const known = dated(subject)
  const [before, last] = [known.at(-2), known.at(-1)]
  if (!last) return undefined
  const change = before ? changed(lang, figure(id).unit, last, before) : undefined
  const plain = stated(lang, id, last.value)
  const text = last.disputed ? t(lang, 'told_disputed', { text: plain }) : plain
  return {
    year: last.year,
    text: change ? `${text}${lang === 'zh' ? '，' : ', '}${change}` : text,
  }
}

const stated = (lang: Lang, id: FigureId, value: number): string =>
  phrase(lang, id, value) ??
  t(lang, 'told_figure', {
    name: figureName(lang, id),
    value: exact(value),
    unit: unitAfter(lang, figure(id).unit),
  })

/** The unit as it follows a number; in English only where it is not plain counting. */
export function unitAfter(lang: Lang, unit: Unit): string {
  if (unit === 'printed') return ''
  if (lang === 'zh') return unitLabels[unit].zh
  return unit === 'wan' ? ` (${unitLabels[unit].en})` : ''
}

/** Below this a share says more than the numbers do. */
export const enoughForShare = 30

/** How a number changed. Undefined where the numbers have no unit in common, or a sum that one of them is part of does not hold. */
export function changed(lang: Lang, unit: Unit, now: Dated, before: Dated): string | undefined {
  if (unit === 'printed' || now.disputed || before.disputed) return undefined
  const { year } = before
  // Amounts have decimals: 0.3 − 0.1 is not 0.19999999999999998.
  const change = Number((now.value - before.value).toPrecision(12))
  if (change === 0) return t(lang, 'told_same', { year })
  const amount = Math.abs(change)
  const share = before.value >= enoughForShare ? percent(amount / before.value) : ''
  const inBrackets = lang === 'zh' ? `（${share}）` : ` (${share})`
  return t(lang, change > 0 ? 'told_more' : 'told_fewer', {
    year,
    amount: exact(amount),
    unit: unitAfter(lang, unit),
    share: share === '' ? '' : inBrackets,
  })
}

/** Figures for which the newest report has no number, together where the reason is the same. */
function missing(lang: Lang, told: readonly Told[]): string[] {
  const gaps = told.flatMap(({ figure: id, subject: { points, reports } }) => {
    const last = points.at(-1)
    if (!last || last.value !== null) return []
    const report = reports.find(({ year }) => year === last.year)
    const word = t(lang, gapWord(figure(id), last.state, report?.tables))
    const reason = report?.excerpt ? t(lang, 'told_excerpt', { word }) : word
    return [{ name: figureName(lang, id), reason, year: last.year }]
  })
  return [...Map.groupBy(gaps, ({ reason }) => reason)].map(([reason, same]) =>
    t(lang, 'told_missing', {
      year: same[0]?.year ?? '',
      names: listOf(
        lang,
        same.map(({ name }) => name),
      ),
      reason,
    }),
  )
}
