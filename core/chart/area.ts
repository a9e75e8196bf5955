import { type FigureId, figure } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import type { Observation } from '#core/indicator/observation.ts'
import {
  type AreaScope,
  type AreaSum,
  isNearlyAll,
  scopeText,
  sumName,
} from '#core/text/told-area.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { ChartHead } from './head.ts'
import { type LineOptions, lineWith } from './options.ts'
import { planFigures, stackPlans } from './plans.ts'
import { type Credit, type LineSpec, type Subject, creditOf, lineSpec } from './spec.ts'
import { drawnLayers } from './drawn.ts'
import { type StackSpec, stackSpec } from './stack.ts'
import { yearsOf } from './years.ts'

/** An area with the sums over its reports, of every year that is held. */
export interface AreaSubject extends AreaScope {
  readonly name: string
  readonly madeUp: boolean
  readonly sums: readonly AreaSum[]
}

/** Every figure that the charts of an area need. */
export const lineFigures = [
  'licences_decided',
  'penalties_decided',
  'requests_new.total',
] as const satisfies readonly FigureId[]
export const outcomeFigures: readonly FigureId[] = planFigures(stackPlans.outcomes)

/** The sum of one figure over the years. A year of which nothing is held is a gap. */
export function areaLine(
  lang: Lang,
  id: FigureId,
  area: AreaSubject,
  { credit, ...options }: { readonly credit: Credit } & Pick<LineOptions, 'scale'>,
): LineSpec {
  const sums = area.sums.filter((sum) => sum.figure === id)
  const points = sums.map((sum) => pointOf(sum, observed(sum)))
  const spec = lineSpec(lang, id, [{ ...subjectOf(lang, area, sums), points }], credit)
  const [line] = spec.lines
  const told = toldOf(lang, area, sums, credit)
  const lines = line ? [{ ...line, gaps: gapsOf(lang, sums, spec, line.values) }] : []
  const heading = t(lang, 'sum_of', { name: sumName(lang, id) })
  return lineWith(setApart({ ...spec, heading, lines, ...told }, sums), options)
}

type Of = Pick<AreaSum, 'year' | 'reports' | 'unassessable' | 'held' | 'missing'>

/** Which years, as indexes, may be of other bureaus than the one before. */
export const apartIn = (years: readonly number[], stated: readonly Of[]): number[] =>
  years.flatMap((year, i) => {
    const before = stated.find((one) => one.year === years[i - 1])
    const now = stated.find((one) => one.year === year)
    return before && now && !(isNearlyAll(now) && isNearlyAll(before)) ? [i] : []
  })

/** The line of an area, not joined where it may be of other bureaus than the year before; and saying so. */
export function setApart(spec: LineSpec, held: readonly Of[]): LineSpec {
  const { lang, years, lines, notes } = spec
  const apart = apartIn(
    years,
    held.filter(({ year }) => lines[0]?.values[years.indexOf(year)] != null),
  )
  return apart.length === 0
    ? spec
    : { ...spec, apart, notes: [...notes, t(lang, 'sum_apart_note')] }
}

/**
 * How requests ended, added up. A share is drawn only where every report of the year states every part; a number may be a
 * lower bound, and says so.
 */
export function areaOutcomes(
  lang: Lang,
  area: AreaSubject,
  { credit, mode }: { readonly credit: Credit; readonly mode: StackSpec['mode'] },
): StackSpec {
  const own = area.sums.filter(({ figure: id }) => outcomeFigures.includes(id))
  const totals = own.filter(({ figure: id }) => id === 'outcome_total.total')
  const isWhole = wholeIn(own)
  const observe = (sum: AreaSum): Observation =>
    mode === 'count' || isWhole(sum) ? observed(sum) : { value: null, state: 'blank' }
  const subject = {
    ...subjectOf(lang, area, totals),
    points: (id: FigureId) =>
      own.filter((sum) => sum.figure === id).map((sum) => pointOf(sum, observe(sum))),
  }
  const spec = stackSpec(lang, stackPlans.outcomes, subject, { credit, mode })
  const lacking = new Set(own.filter((sum) => !isWhole(sum)).map(({ year }) => year))
  const { notes, ...told } = toldOf(lang, area, mode === 'share' ? [] : totals, credit)
  // A share of which some part is not known is none, as in the tables.
  const short = mode === 'share' ? spec.partial : {}
  const gaps = mapYears({ ...short, ...spec.gaps }, (year, word) =>
    lacking.has(year) ? t(lang, 'sum_gap') : word,
  )
  // Lower bounds need not add up.
  const disputed = mapYears(spec.disputed, (year, word) =>
    mode === 'count' && lacking.has(year) ? undefined : word,
  )
  return {
    ...spec,
    ...told,
    gaps,
    partial: mode === 'share' ? {} : spec.partial,
    disputed,
    notes: [
      ...notes,
      ...(mode === 'share' ? [t(lang, 'sum_share_note')] : []),
      ...(mode === 'count' && Object.keys(spec.partial).length > 0
        ? [t(lang, 'partial_note')]
        : []),
      ...(Object.keys(disputed).length > 0 ? [t(lang, 'sum_disputed_note')] : []),
    ],
  }
}

/** The same words of years, some of them others or none. */
const mapYears = (
  words: Readonly<Record<number, string>>,
  change: (year: number, word: string) => string | undefined,
): Record<number, string> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([text, word]): [number, string][] => {
      const year = Number(text)
      const other = change(year, word)
      return other === undefined ? [] : [[year, other]]
    }),
  )

/** The charts of an area by the names that `?chart=` has for them. */
export const areaCharts = ['licences', 'penalties', 'requests', 'outcomes'] as const

/** The charts of an area's picture: one of them, or all that there is anything to draw of. */
export function areaSpecs(
  lang: Lang,
  area: AreaSubject,
  asked: {
    readonly credit: Credit
    readonly mode: StackSpec['mode']
    readonly scale: 'linear' | 'log'
    readonly chart?: (typeof areaCharts)[number] | undefined
  },
): (LineSpec | StackSpec)[] {
  const { credit, mode, scale, chart } = asked
  if (area.sums.length === 0) return []
  const lines = lineFigures
    .filter((_, i) => chart === undefined || areaCharts[i] === chart)
    .map((id) => areaLine(lang, id, area, { credit, scale }))
  if (chart !== undefined && chart !== 'outcomes') return lines
  const outcomes = outcomesShown(lang, area, { credit, mode })
  return hasBars(outcomes) ? [...lines, outcomes] : lines
}

/** As shares where they can be told of any year; else the numbers, which may leave something out. */
export function outcomesShown(
  lang: Lang,
  area: AreaSubject,
  asked: { readonly credit: Credit; readonly mode: StackSpec['mode'] },
): StackSpec {
  const spec = areaOutcomes(lang, area, asked)
  return asked.mode === 'share' && !hasBars(spec)
    ? areaOutcomes(lang, area, { ...asked, mode: 'count' })
    : spec
}

/** Years of which something may be left out of how requests ended. */
export const lowerBounds = ({ sums }: AreaSubject): ReadonlySet<number> =>
  new Set(
    sums
      .filter(({ figure: id, atLeast }) => atLeast && outcomeFigures.includes(id))
      .map(({ year }) => year),
  )

/** Whether there is any bar to be seen. */
export const hasBars = (spec: StackSpec): boolean =>
  drawnLayers(spec).some((values) => values.some((value) => value !== null && value > 0))

function subjectOf(lang: Lang, { name, scope }: AreaSubject, sums: readonly AreaSum[]) {
  return {
    name: t(lang, scope === 'own' ? 'bureaus_of' : 'areas_of', { name }),
    scope: 'own',
    // Reports follow different forms, and no one of them is told: an edition would be that of all.
    reports: sums.map(({ year }) => ({ year, tables: {}, excerpt: false })),
  } as const
}

const pointOf = ({ year }: AreaSum, seen: Observation): Subject['points'][number] => ({
  year,
  ...seen,
  disputed: false,
})

const observed = ({ sum, reports }: AreaSum): Observation =>
  sum === null
    ? { value: null, state: reports === 0 ? 'absent' : 'blank' }
    : { value: sum, state: 'number' }

/** Whether every report that has the table states the figure, or none has it in its form. */
function wholeIn(sums: readonly AreaSum[]): (sum: AreaSum) => boolean {
  const most = new Map<number, number>()
  for (const { year, reports } of sums) most.set(year, Math.max(reports, most.get(year) ?? 0))
  return ({ year, reports, unassessable }) =>
    reports === 0 || (reports === most.get(year) && unassessable === 0)
}

function gapsOf(
  lang: Lang,
  sums: readonly AreaSum[],
  { years }: LineSpec,
  values: readonly (number | null)[],
): Record<number, string> {
  const held = new Set(sums.map(({ year }) => year))
  return Object.fromEntries(
    years
      .filter((_, i) => values[i] === null)
      .map((year) => [year, t(lang, held.has(year) ? 'sum_no_number' : 'unheld')]),
  )
}

/** Whose reports, what the sums leave out, that all is made up; and where it comes from. */
function toldOf(
  lang: Lang,
  area: AreaSubject,
  sums: readonly AreaSum[],
  credit: Credit,
): Pick<ChartHead, 'notes' | 'credit'> & Pick<LineSpec, 'excerpts'> {
  const short = sums.filter(({ atLeast }) => atLeast).map(({ year }) => year)
  const isEach = short.length === yearsOf(sums.map(heldOf)).length
  return {
    // The mark beside a year is the same: something of it is not at hand.
    excerpts: isEach ? [] : short,
    notes: [
      ...(area.madeUp ? [t(lang, 'made_up_note')] : []),
      scopeText(lang, area),
      ...(short.length > 0 ? [t(lang, isEach ? 'sum_short_note' : 'sum_short_star')] : []),
    ],
    credit: creditOf(lang, undefined, credit),
  }
}

const heldOf = ({ year }: AreaSum) => ({ year, tables: {}, excerpt: false })

/** What a sum is counted in. */
export const sumUnit = (lang: Lang, id: FigureId): string =>
  inLang(lang, unitLabels[figure(id).unit])
