import { type FigureId, figure } from '#core/catalog/index.ts'
import { type FlowReport, flowFigures } from '#core/chart/flow.ts'
import { stackPlans } from '#core/chart/plans.ts'
import { gapWord } from '#core/chart/spec.ts'
import { count } from '#core/indicator/quantity.ts'
import { figureName } from './figure-name.ts'
import { type Lang, listOf } from './lang.ts'
import { exact } from './number.ts'
import { phrase } from './phrase.ts'
import { t } from './words.ts'

/**
 * What one report says, before any table: decisions, requests, and how they ended; then what it has no number for. No
 * praise, no blame, and nothing that is not printed but for the groups of outcomes.
 */
export function toldReport(lang: Lang, report: FlowReport): string {
  const { name, scope, year } = report
  const who = scope === 'area' ? t(lang, 'told_area', { name }) : name
  const clauses = [...decisions(lang, report), ...requests(lang, report)]
  const text = clauses.join(lang === 'zh' ? '；' : '; ')
  const parts = [
    ...(text === '' ? [] : [t(lang, 'told_year', { year, text })]),
    ...missing(lang, report),
  ]
  return lang === 'zh'
    ? `${who}${parts.map((part) => `${part}。`).join('')}`
    : `${who}: ${parts.map((part) => `${part}.`).join(' ')}`
}

const comma = (lang: Lang, parts: readonly string[]): string[] =>
  parts.length === 0 ? [] : [parts.join(lang === 'zh' ? '，' : ', ')]

/** What was done, in the verb of the figure; nothing where there is no number. */
function done(lang: Lang, { read }: FlowReport, id: FigureId): string[] {
  const { value } = read(id)
  return value === null ? [] : [phrase(lang, id, value) ?? '']
}

/** A number of requests in words; nothing where there is no number. */
function stated(
  lang: Lang,
  { read }: FlowReport,
  id: FigureId,
  word: 'told_carried_in' | 'told_handled' | 'told_carried_out',
): string[] {
  const { value } = read(id)
  return value === null ? [] : [t(lang, word, { n: exact(value) })]
}

const decisions = (lang: Lang, report: FlowReport): string[] =>
  comma(lang, [
    ...done(lang, report, 'licences_decided'),
    ...done(lang, report, 'penalties_decided'),
  ])

/** From what came in to what is left; where a sum of any of it does not hold, that is said once, behind all. */
function requests(lang: Lang, report: FlowReport): string[] {
  const clauses = [
    ...comma(lang, [
      ...done(lang, report, 'requests_new.total'),
      ...stated(lang, report, 'requests_carried_in.total', 'told_carried_in'),
    ]),
    ...comma(lang, [
      ...stated(lang, report, 'outcome_total.total', 'told_handled'),
      ...outcomes(lang, report),
    ]),
    ...stated(lang, report, 'requests_carried_out.total', 'told_carried_out'),
  ]
  const isDisputed = flowFigures.some((id) => report.read(id).disputed)
  const text = clauses.join(lang === 'zh' ? '；' : '; ')
  return isDisputed && text !== '' ? [t(lang, 'told_disputed', { text })] : clauses
}

/** Every way of ending that is not 0. */
function outcomes(lang: Lang, { read }: FlowReport): string[] {
  const ended = stackPlans.outcomes.layers.flatMap(({ name, of }) => {
    const { value } = count(of, read)
    const way = lang === 'en' ? name.en.toLowerCase() : name.zh
    return value === null || value === 0
      ? []
      : [t(lang, 'told_outcome', { name: way, n: exact(value) })]
  })
  return ended.length === 0 ? [] : [t(lang, 'told_outcomes', { list: listOf(lang, ended) })]
}

const expected = [
  'licences_decided',
  'penalties_decided',
  'requests_new.total',
  'outcome_total.total',
] as const

/** Main figures without a number, together where the reason is the same. */
function missing(lang: Lang, { year, tables, excerpt, read }: FlowReport): string[] {
  const gaps = expected.flatMap((id) => {
    const { state } = read(id)
    if (state === 'number') return []
    const word = t(lang, gapWord(figure(id), state, tables))
    return [
      { name: figureName(lang, id), reason: excerpt ? t(lang, 'told_excerpt', { word }) : word },
    ]
  })
  return [...Map.groupBy(gaps, ({ reason }) => reason)].map(([reason, same]) =>
    t(lang, 'told_missing', {
      year,
      names: listOf(
        lang,
        same.map(({ name }) => name),
      ),
      reason,
    }),
  )
}
