import { figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import { inPercent, indexed, rateSpec } from '#core/chart/relative.ts'
import { lineWith, sharedDomain, valuesOf } from '#core/chart/options.ts'
import { type Credit, type LineSpec, type Subject, lineSpec } from '#core/chart/spec.ts'
import { breaksOf, excerptsOf, subjectLine } from '#core/chart/years.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import type { PeerMedians } from '../db/medians.ts'
import type { Comparison } from './comparison.ts'
import type { MeasureId } from './figure-asked.ts'
import { nameOf } from './view.ts'

/** One figure or rate of a comparison, as it is drawn. */
export interface Plotted {
  readonly measure: MeasureId
  /** All bureaus in one picture. */
  readonly spec: LineSpec
  /** A picture for each of them; empty where one is wanted. */
  readonly facets: readonly LineSpec[]
  /** The year that is 100; null where numbers are shown as they are. */
  readonly base: number | null
  /** An index was asked for, and there is no year that all of them have a number of. */
  readonly noIndex: boolean
}

/** The pictures of a comparison, in the order of its figures. */
export const plotted = (lang: Lang, comparison: Comparison, credit: Credit): Plotted[] =>
  comparison.asked.measures.map((measure) => plottedOf(lang, comparison, measure, credit))

function plottedOf(
  lang: Lang,
  comparison: Comparison,
  measure: MeasureId,
  credit: Credit,
): Plotted {
  const { asked, medians } = comparison
  const plain = plainSpec(lang, comparison, measure, credit)
  const isIndex = asked.mode === 'index' && isFigureId(measure)
  const index = isIndex ? indexed(plain) : null
  const reference = medians ? referenceOf(lang, medians, measure) : undefined
  const drawn = lineWith(index?.spec ?? plain, { scale: asked.scale, reference })
  const spec = { ...drawn, subject: whoIn(lang, comparison) ?? drawn.subject }
  return {
    measure,
    spec,
    facets: facetsOf(lang, comparison, spec),
    base: index?.base ?? null,
    noIndex: isIndex && index === null,
  }
}

/** Of many their number: their names stand at the lines. */
const whoIn = (lang: Lang, { bureaus, years }: Comparison): string | undefined =>
  bureaus.length > 3
    ? subjectLine(lang, [t(lang, 'n_bureaus', { n: bureaus.length })], years)
    : undefined

/** A picture for each bureau, where that is wanted; with one axis unless each is to have its own. */
function facetsOf(lang: Lang, comparison: Comparison, spec: LineSpec): LineSpec[] {
  const { asked, bureaus } = comparison
  if (!asked.facets || bureaus.length < 2) return []
  const single = bureaus.map((bureau, i) => facetOf(lang, comparison, spec, { bureau, i }))
  const domain = asked.scale === 'log' ? logDomain(single) : sharedDomain(single)
  return asked.axis === 'own' ? single : single.map((one) => ({ ...one, domain }))
}

/** Zero is no place on a logarithmic axis: it begins with the least number above it. */
function logDomain(specs: readonly LineSpec[]): NonNullable<LineSpec['domain']> {
  const positive = specs.flatMap(valuesOf).filter((value) => value > 0)
  return positive.length === 0 ? [0, 0] : [Math.min(...positive), Math.max(...positive)]
}

function plainSpec(
  lang: Lang,
  { bureaus, trend, rates }: Comparison,
  measure: MeasureId,
  credit: Credit,
): LineSpec {
  const who = (bureau: BureauAsOf) => ({
    name: nameOf(lang, bureau),
    scope: bureau.scope,
    reports: trend.reports.filter((report) => report.bureau === bureau.id),
  })
  if (!isFigureId(measure)) {
    const subjects = bureaus.map((bureau) => ({
      ...who(bureau),
      points:
        rates.find((line) => line.bureau === bureau.id && line.indicator === measure)?.points ?? [],
    }))
    return rateSpec(lang, measure, subjects, credit)
  }
  const subjects = bureaus.map((bureau): Subject => ({
    ...who(bureau),
    points:
      trend.series.find((line) => line.bureau === bureau.id && line.figure === measure)?.points ??
      [],
  }))
  return lineSpec(lang, measure, subjects, credit)
}

/** The same years for every bureau; the form changes where this one's did. */
function facetOf(
  lang: Lang,
  { trend }: Comparison,
  spec: LineSpec,
  { bureau, i }: { readonly bureau: BureauAsOf; readonly i: number },
): LineSpec {
  const line = spec.lines[i]
  const reports = trend.reports.filter((report) => report.bureau === bureau.id)
  return {
    ...spec,
    heading: nameOf(lang, bureau),
    subject: subjectLine(lang, [spec.heading], spec.years),
    lines: line ? [line] : [],
    breaks: breaksOf(lang, figureOf(spec.figure).table, reports),
    excerpts: excerptsOf(reports),
    notes: i === 0 ? spec.notes : [],
    credit: i === 0 ? spec.credit : spec.credit.slice(-1),
  }
}

/** The median of the peers by year, as it is drawn. */
function referenceOf(lang: Lang, medians: PeerMedians, measure: MeasureId) {
  if (medians.place === null) return undefined
  const own = medians.medians.filter((one) => one.measure === measure)
  if (own.every(({ value }) => value === null)) return undefined
  const values = own.map(({ year, value }): [number, number | null] => [
    year,
    isFigureId(measure) ? value : inPercent(value),
  ])
  const name = t(lang, 'median_of', { place: inLang(lang, medians.place) })
  return { name, values: Object.fromEntries(values) }
}
