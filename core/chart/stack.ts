import type { FigureId } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import { exactSum } from '#core/check/exact.ts'
import type { Observations } from '#core/indicator/observation.ts'
import { count } from '#core/indicator/quantity.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { ChartHead } from './head.ts'
import type { Tone } from './hue.ts'
import { whyMissing } from './missing.ts'
import { type StackPlan, planFigures } from './plans.ts'
import { type Credit, type Subject, creditOf } from './spec.ts'
import { breaksOf, excerptsOf, subjectLine, yearsOf } from './years.ts'

/** Bars over the years, each made of parts that add up to a printed total. */
export interface StackSpec extends ChartHead {
  readonly kind: 'stack'
  /** Whether bars are drawn as numbers, or as shares of the total of their year. */
  readonly mode: 'count' | 'share'
  /** Every year of the range, also those without a report. */
  readonly years: readonly number[]
  readonly layers: readonly Layer[]
  /** The printed total, one per year; null where there is none. The sum of the layers where the form prints none. */
  readonly totals: readonly (number | null)[]
  /** Why a year has no bar, in words. A share has none where the total is 0, missing or in dispute. */
  readonly gaps: Readonly<Record<number, string>>
  /** Years of which a layer has no number: the bar shows the others only, and says so. */
  readonly partial: Readonly<Record<number, string>>
  /** Years whose layers do not make their total, or with a number in another sum that fails, with the word for that. */
  readonly disputed: Readonly<Record<number, string>>
  /** Years from which another edition of the form is in use, with the note to print there. */
  readonly breaks: Readonly<Record<number, string>>
  /** Years of which only an excerpt is held. */
  readonly excerpts: readonly number[]
}

/** One part of every bar, from below to above in the order given. */
export interface Layer {
  readonly name: string
  readonly tone: Tone
  /** The numbers of both modes, one per year; null is no number, never zero. */
  readonly values: readonly (number | null)[]
}

/** A bureau with what is published of it: one point per report for each figure of the plan. */
export interface StackSubject extends Pick<Subject, 'name' | 'scope' | 'reports'> {
  readonly points: (figure: FigureId) => Subject['points']
}

interface Asked {
  readonly credit: Credit
  readonly mode: StackSpec['mode']
}

interface Told {
  readonly lang: Lang
  readonly plan: StackPlan
  readonly mode: StackSpec['mode']
}

/** The parts of a plan over the years, of one bureau. */
export function stackSpec(
  lang: Lang,
  plan: StackPlan,
  subject: StackSubject,
  { credit, mode }: Asked,
): StackSpec {
  const { name, reports, scope } = subject
  const years = yearsOf(reports)
  const bars = years.map((year) => barOf(lang, plan, subject, year))
  const heading = inLang(lang, plan.heading)
  const doubt = t(lang, 'disputed_short')
  const spec = {
    kind: 'stack' as const,
    lang,
    heading: mode === 'share' ? t(lang, 'as_shares', { heading }) : heading,
    subject: subjectLine(lang, [name], years),
    unit: mode === 'share' ? '%' : inLang(lang, unitLabels.item),
    mode,
    years,
    layers: plan.layers.map((layer, i) => ({
      name: inLang(lang, layer.name),
      tone: layer.tone,
      values: bars.map(({ parts }) => parts[i] ?? null),
    })),
    totals: bars.map(({ total }) => total),
    gaps: worded(bars, (bar) => gapOf({ lang, plan, mode }, bar)),
    partial: worded(bars, (bar) => partialOf(lang, bar)),
    disputed: worded(bars, ({ fails, inDoubt }) => (fails || inDoubt ? doubt : undefined)),
    breaks: breaksOf(lang, plan.table, reports),
    excerpts: excerptsOf(reports),
    credit: creditOf(lang, name, credit),
  }
  return { ...spec, notes: notesOf(spec, plan, scope) }
}

/** The years of which there is something to say. */
const worded = (
  bars: readonly Bar[],
  say: (bar: Bar) => string | undefined,
): Record<number, string> =>
  Object.fromEntries(
    bars.flatMap((bar): [number, string][] => {
      const word = say(bar)
      return word === undefined ? [] : [[bar.year, word]]
    }),
  )

/** What a bureau states for one year. */
interface Bar {
  readonly year: number
  readonly parts: readonly (number | null)[]
  readonly total: number | null
  /** Why parts, and the total, have no number, in words. */
  readonly missing: string
  readonly totalMissing: string
  /** The parts do not make the total. */
  readonly fails: boolean
  /** Some number stands in another sum that does not hold. */
  readonly inDoubt: boolean
}

function barOf(lang: Lang, plan: StackPlan, subject: StackSubject, year: number): Bar {
  const points = new Map(
    planFigures(plan).map((id) => [id, subject.points(id).find((point) => point.year === year)]),
  )
  const observe: Observations = (id) => points.get(id) ?? { value: null, state: 'absent' }
  const tables = subject.reports.find((report) => report.year === year)?.tables
  const counts = plan.layers.map(({ of }) => count(of, observe))
  const parts = counts.map(({ value }) => value)
  const printed = plan.total.length > 0 ? count({ plus: plan.total }, observe) : undefined
  const total = printed ? printed.value : sumOf(parts)
  return {
    year,
    parts,
    total,
    missing: whyMissing(lang, counts, { observe, tables }),
    totalMissing: printed ? whyMissing(lang, [printed], { observe, tables }) : '',
    fails: !holds(parts, total),
    inDoubt: [...points.values()].some((point) => point?.disputed),
  }
}

const known = (parts: Bar['parts']): number[] => parts.filter((part) => part !== null)

const sumOf = (parts: Bar['parts']): number | null =>
  parts.includes(null) ? null : exactSum(known(parts))

/** Whether parts can make a total: all of them do, or those with a number leave room for the others. */
function holds(parts: Bar['parts'], total: number | null): boolean {
  if (known(parts).some((part) => part < 0)) return false
  if (total === null) return true
  const sum = exactSum(known(parts))
  return parts.includes(null) ? sum <= total : sum === total
}

/** Why a year has no bar; undefined where it has one. */
function gapOf({ lang, plan, mode }: Told, bar: Bar): string | undefined {
  const { parts, total, missing, totalMissing, fails } = bar
  if (known(parts).length === 0) return missing
  if (known(parts).some((part) => part < 0)) return t(lang, 'disputed_short')
  if (mode === 'count') return undefined
  if (fails) return t(lang, 'disputed_short')
  if (total === 0) return inLang(lang, plan.none)
  return total === null ? totalMissing || partialOf(lang, bar) : undefined
}

function partialOf(lang: Lang, { parts }: Bar): string | undefined {
  const n = parts.length - known(parts).length
  return n === 0 || n === parts.length ? undefined : t(lang, 'no_number', { n })
}

const some = (years: Readonly<Record<number, string>>): boolean => Object.keys(years).length > 0

function notesOf(spec: Omit<StackSpec, 'notes'>, { total }: StackPlan, scope: Subject['scope']) {
  const { lang, mode, partial, disputed, excerpts } = spec
  return [
    ...(mode === 'share' ? [t(lang, total.length > 0 ? 'share_note' : 'share_sum_note')] : []),
    ...(some(partial) ? [t(lang, 'partial_note')] : []),
    ...(some(disputed) ? [t(lang, 'disputed_note')] : []),
    ...(excerpts.length > 0 ? [t(lang, 'excerpt_star')] : []),
    ...(scope === 'area' ? [t(lang, 'area_note')] : []),
  ]
}
