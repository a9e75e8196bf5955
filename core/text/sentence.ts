import { type FigureId, figure } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
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
  const stated = joinYears(
    lang,
    told.flatMap((one) => clause(lang, one) ?? []),
  )
  const parts = [
    ...(stated === '' ? [] : [stated]),
    ...missing(lang, told),
    ...((held ?? reports.length) === 1 ? [t(lang, 'told_one_year', { year: report.year })] : []),
  ]
  return lang === 'zh'
    ? `${who}${parts.map((part) => `${part}。`).join('')}`
    : `${who}: ${parts.map((part) => `${part}.`).join(' ')}`
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

interface Dated {
  readonly year: number
  readonly value: number
  readonly disputed: boolean
}

/** The newest number and how it changed; undefined where there is none. */
function clause(lang: Lang, { figure: id, subject }: Told): Clause | undefined {
  const known = subject.points.flatMap(({ year, value, disputed }): Dated[] =>
    value === null ? [] : [{ year, value, disputed }],
  )
  const [before, newest] = [known.at(-2), known.at(-1)]
  if (!newest) return undefined
  const change = before ? changed(lang, id, newest, before) : undefined
  const plain = stated(lang, id, newest.value)
  const text = newest.disputed ? t(lang, 'told_disputed', { text: plain }) : plain
  return {
    year: newest.year,
    text: change ? `${text}${lang === 'zh' ? '，' : ', '}${change}` : text,
  }
}

const stated = (lang: Lang, id: FigureId, value: number): string =>
  phrase(lang, id, value) ??
  t(lang, 'told_figure', {
    name: figureName(lang, id),
    value: exact(value),
    unit: unitAfter(lang, id),
  })

/** The unit as it follows a number; in English only where it is not plain counting. */
function unitAfter(lang: Lang, id: FigureId): string {
  const { unit } = figure(id)
  if (unit === 'printed') return ''
  if (lang === 'zh') return unitLabels[unit].zh
  return unit === 'wan' ? ` (${unitLabels[unit].en})` : ''
}

/** Below this a share says more than the numbers do. */
const enoughForShare = 30

/** Undefined where the numbers have no unit in common, or a sum that one of them is part of does not hold. */
function changed(lang: Lang, id: FigureId, now: Dated, before: Dated): string | undefined {
  if (figure(id).unit === 'printed' || now.disputed || before.disputed) return undefined
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
    unit: unitAfter(lang, id),
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
