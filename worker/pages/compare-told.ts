import { type FigureId, figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import { gapWord } from '#core/chart/spec.ts'
import { type IndicatorId, isIndicatorId } from '#core/indicator/indicators.ts'
import type { Lang } from '#core/text/lang.ts'
import { yearRange } from '#core/text/number.ts'
import { type Compared, type ToldMeasure, toldComparison } from '#core/text/told-figure.ts'
import { type Params, type Word, t } from '#core/text/words.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import { expectedReports } from '../routes/series-answer.ts'
import type { Plotted } from './compare-specs.ts'
import { type Comparison, areComparable } from './comparison.ts'
import { measureName } from './figure-answer.ts'
import type { MeasureId } from './figure-asked.ts'
import { type View, isBehind, nameOf } from './view.ts'

/** What a picture says: of an index what it is, else of the newest year in which two of the bureaus have a number; empty where they are not compared. */
export function comparedTold(
  lang: Lang,
  comparison: Comparison,
  { measure, base }: Plotted,
): string {
  if (base !== null) return t(lang, 'index_note', { year: base })
  const { bureaus, years } = comparison
  if (bureaus.length < 2 || !areComparable(bureaus)) return ''
  const entriesIn = (year: number) =>
    bureaus.map((bureau) => comparedOf(lang, comparison, measure, { bureau, year }))
  const stated = (year: number): number =>
    entriesIn(year).filter(({ value, tooFew }) => value !== null && !tooFew).length
  const year = years.findLast((one) => stated(one) > 1) ?? years.at(-1)
  return year === undefined
    ? ''
    : toldComparison(lang, toldMeasure(lang, measure), year, entriesIn(year))
}

function toldMeasure(lang: Lang, id: MeasureId): ToldMeasure {
  const name = measureName(lang, id)
  if (!isFigureId(id)) return { name, unit: '', share: true }
  const unit = unitLabels[figureOf(id).unit]
  return { name, unit: lang === 'zh' ? unit.zh : '', share: false }
}

interface At {
  readonly bureau: BureauAsOf
  readonly year: number
}

const comparedOf = (lang: Lang, comparison: Comparison, measure: MeasureId, at: At): Compared => ({
  ...plain,
  ...(isIndicatorId(measure)
    ? comparedRate(lang, comparison, measure, at)
    : comparedFigure(lang, comparison, measure, at)),
  name: nameOf(lang, at.bureau),
})

const plain = { value: null, gap: '', disputed: false, interval: null, tooFew: false } as const

function comparedRate(lang: Lang, { rates }: Comparison, id: IndicatorId, { bureau, year }: At) {
  const line = rates.find((one) => one.bureau === bureau.id && one.indicator === id)
  const point = line?.points.find((one) => one.year === year)
  return { ...point, gap: t(lang, point ? 'rate_undefined' : 'unheld') }
}

function comparedFigure(lang: Lang, { trend }: Comparison, id: FigureId, { bureau, year }: At) {
  const report = trend.reports.find((head) => head.bureau === bureau.id && head.year === year)
  const line = trend.series.find((one) => one.bureau === bureau.id && one.figure === id)
  const point = line?.points.find((one) => one.year === year)
  if (point && point.value !== null) return { value: point.value, disputed: point.disputed }
  const state = point?.state ?? 'absent'
  return { gap: t(lang, gapWord(figureOf(id), state, report?.tables)) }
}

/** Which years of which bureau are not held, by name. */
export function coverageTold(
  { lang, at }: { readonly lang: Lang; readonly at: string | null },
  { asked, bureaus, trend, years }: Comparison,
): string {
  const { from, to } = asked.years
  const expected = expectedReports(bureaus, trend.reports, { from, to, at })
  const held = new Set(trend.reports.map(({ bureau, year }) => `${bureau} ${year}`))
  const range = { years: yearRange(years), n: trend.reports.length }
  if (expected === null) return t(lang, 'compare_held', range)
  const missing = expected.filter(({ id, year }) => !held.has(`${id} ${year}`))
  const told = t(lang, 'compare_coverage', { ...range, expected: expected.length })
  const lacks = bureaus.map((bureau) => ({
    name: nameOf(lang, bureau),
    years: missing.filter(({ id }) => id === bureau.id).map(({ year }) => year),
  }))
  const alike = Map.groupBy(lacks, ({ years: own }) => own.join(comma[lang]))
  const names = [...alike].flatMap(([own, same]) => {
    if (own === '') return []
    const all = same.length > 1 && same.length === bureaus.length
    const name = all ? t(lang, 'compare_all') : same.map((one) => one.name).join(comma[lang])
    return [t(lang, 'compare_lacks', { name, years: own })]
  })
  const lacking = names.join(lang === 'zh' ? '；' : '; ')
  return names.length === 0 ? told : `${told}${t(lang, 'compare_lacking', { names: lacking })}`
}

const comma = { zh: '、', en: ', ' } as const

/** What was left out, and what a reader must know before comparing. */
export function compareNotices(
  view: View,
  comparison: Comparison,
  shown: readonly Plotted[],
): string[] {
  const { lang, release } = view
  const { asked, bureaus } = comparison
  const unknown = asked.ids.filter((id) => !bureaus.some((bureau) => bureau.id === id))
  const madeUp = bureaus.filter((bureau) => bureau.madeUp).length
  const oneForm = asked.measures.filter(
    (id) => isFigureId(id) && figureOf(id).editions.length === 1,
  )
  const isRead = asked.q === ''
  const when = (condition: boolean, word: Word, params: Params = {}) =>
    condition ? [t(lang, word, params)] : []
  return [
    ...when(asked.tooManyBureaus, 'compare_too_many'),
    ...when(unknown.length > 0, 'compare_unknown', { ids: unknown.join(', ') }),
    ...when(asked.unknown.length > 0, 'bad_figures', { ids: asked.unknown.join(', ') }),
    ...when(asked.tooManyMeasures, 'compare_measures', { n: asked.measures.length }),
    ...when(asked.years.invalid, 'bad_years'),
    ...when(asked.bad.length > 0, 'asked_left_out', { names: asked.bad.join(', ') }),
    ...when(asked.noShare, 'compare_no_share'),
    ...when(
      shown.some(({ noIndex }) => noIndex),
      'compare_no_index',
    ),
    ...medianNotices(view, comparison),
    ...when(!isRead && release !== undefined, 'compare_search_frozen'),
    ...when(new Set(bureaus.map(({ scope }) => scope)).size > 1, 'compare_mixed'),
    ...when(madeUp > 0, madeUp < bureaus.length ? 'compare_part_made_up' : 'compare_made_up'),
    ...when(oneForm.length > 0 && bureaus.length > 0, 'compare_one_form', {
      figures: oneForm.map((id) => measureName(lang, id)).join(lang === 'zh' ? '、' : ', '),
    }),
  ]
}

/** Why there is no median, where one is asked for. */
function medianNotices(view: View, { asked, bureaus, medians }: Comparison): string[] {
  const isMissing = asked.median && asked.q === '' && bureaus.length > 0 && !medians?.place
  if (!isMissing) return []
  if (isBehind(view)) return [t(view.lang, 'counts_behind')]
  if (asked.mode === 'index') return [t(view.lang, 'median_no_index')]
  return [t(view.lang, medians ? 'median_too_many' : 'median_no_peers')]
}
