import { type Figure, type FigureId, figure } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import type { State, Tables } from '#core/reading.ts'
import { figureName } from '#core/text/figure-name.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { day } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import type { ChartHead } from './head.ts'
import { type Hue, hueOf, nthHue } from './hue.ts'
import { type Held, breaksOf, excerptsOf, isFormMixed, subjectLine, yearsOf } from './years.ts'

/** What a line chart shows, before anyone decides how to draw it. */
export interface LineSpec extends ChartHead {
  readonly kind: 'line'
  readonly figure: FigureId
  /** Every year of the range, also those without a report. */
  readonly years: readonly number[]
  readonly lines: readonly Line[]
  /** Years from which another edition of the form is in use, with the note to print there. */
  readonly breaks: Readonly<Record<number, string>>
  /** Years of which only an excerpt is held. */
  readonly excerpts: readonly number[]
  /** What the axis holds, where it is shared with other charts: zero included. */
  readonly domain?: readonly [low: number, high: number]
  /** What became of the bureau, by year, in words; the notes have it too. */
  readonly flags?: Readonly<Record<number, string>>
  /** Years of which a later report says something else. */
  readonly restated?: readonly number[]
  /** Points to which no line leads from the one before, by their place: sums of other bureaus do not compare. */
  readonly apart?: readonly number[]
  /** A grey line to compare with: one number per year. */
  readonly reference?: { readonly name: string; readonly values: readonly (number | null)[] }
}

export interface Line {
  readonly name: string
  readonly hue: Hue
  /** One per year; null is a gap, never zero. */
  readonly values: readonly (number | null)[]
  /** Why a year has no number, in words. */
  readonly gaps: Readonly<Record<number, string>>
  /** Years whose number is part of a sum that does not hold, with the word for that. */
  readonly disputed: Readonly<Record<number, string>>
}

/** A bureau with what is published of it: one point per report. */
export interface Subject {
  readonly name: string
  readonly scope: 'own' | 'area'
  readonly reports: readonly Held[]
  readonly points: readonly Point[]
}

export interface Point {
  readonly year: number
  readonly value: number | null
  readonly state: State
  /** A sum that the number is part of does not hold. */
  readonly disputed: boolean
}

/** The data version that the figures come from, and when it was published (UTC). */
export interface Credit {
  readonly data: number
  readonly at: string | null
  /** The name of the release, where the figures are of one. */
  readonly name?: string
}

/** One figure over the years, one line per bureau. A year without a report is a gap. */
export function lineSpec(
  lang: Lang,
  id: FigureId,
  subjects: readonly Subject[],
  credit: Credit,
): LineSpec {
  const entry = figure(id)
  const reports = subjects.flatMap((subject) => subject.reports)
  const years = yearsOf(reports)
  const [only] = subjects.length === 1 ? subjects : []
  const isMixed = !only && isFormMixed(entry.table, reports)
  return {
    kind: 'line',
    lang,
    figure: id,
    heading: figureName(lang, id),
    subject: subjectLine(
      lang,
      subjects.map(({ name }) => name),
      years,
    ),
    unit: inLang(lang, unitLabels[entry.unit]),
    years,
    lines: subjects.map((subject, i) => ({
      name: subject.name,
      hue: only ? hueOf(id) : nthHue(i),
      values: years.map((year) => subject.points.find((p) => p.year === year)?.value ?? null),
      gaps: gapsOf(lang, entry, subject, years),
      disputed: disputedOf(lang, subject),
    })),
    breaks: isMixed ? {} : breaksOf(lang, entry.table, reports),
    excerpts: only ? excerptsOf(only.reports) : [],
    notes: notesOf(lang, entry, subjects),
    credit: creditOf(lang, only?.name, credit),
  }
}

function gapsOf(
  lang: Lang,
  entry: Figure,
  { points, reports }: Subject,
  years: readonly number[],
): Record<number, string> {
  return Object.fromEntries(
    years.flatMap((year): [number, string][] => {
      const point = points.find((p) => p.year === year)
      if (point && point.value !== null) return []
      const tables = reports.find((r) => r.year === year)?.tables
      return [[year, t(lang, gapWord(entry, point?.state ?? 'absent', tables))]]
    }),
  )
}

const disputedOf = (lang: Lang, { points }: Subject): Record<number, string> =>
  Object.fromEntries(points.filter(isDisputed).map(({ year }) => [year, t(lang, 'disputed_short')]))

/** A number in dispute; what has no number is in no sum. */
const isDisputed = ({ value, disputed }: Point): boolean => value !== null && disputed

/** Why there is no number, in one word. `tables` is undefined where no report of the year is held. */
export function gapWord(entry: Figure, state: State, tables: Tables | undefined) {
  if (state === 'number') throw new TypeError('A number is not a gap')
  if (state !== 'absent') return state
  const edition = tables?.[entry.table]
  const other = edition === '2019' || edition === '2021' ? edition : undefined
  return other && !entry.editions.includes(other) ? 'not_in_form' : 'unheld'
}

function notesOf(lang: Lang, entry: Figure, subjects: readonly Subject[]): string[] {
  const [only] = subjects.length === 1 ? subjects : []
  const reports = subjects.flatMap((subject) => subject.reports)
  const excerpts = excerptsOf(reports).length > 0
  const scopes = new Set(subjects.map(({ scope }) => scope))
  const disputed = subjects.some(({ points }) => points.some(isDisputed))
  return [
    ...(disputed ? [t(lang, 'disputed_note')] : []),
    ...(excerpts ? [t(lang, only ? 'excerpt_star' : 'excerpt_note')] : []),
    ...(only?.scope === 'area' ? [t(lang, 'area_note')] : []),
    ...(scopes.size > 1 ? [t(lang, 'mixed_scope_note')] : []),
    ...(!only && isFormMixed(entry.table, reports) ? [t(lang, 'form_note')] : []),
  ]
}

/** The lines below a picture: of one bureau (named), or of many. */
export const creditOf = (lang: Lang, name: string | undefined, credit: Credit): string[] => [
  name === undefined ? t(lang, 'chart_source_many') : t(lang, 'chart_source', { name }),
  versionLine(lang, credit),
]

/** Which data and of when; a release by its name. */
export function versionLine(lang: Lang, { data, at, name }: Credit): string {
  const date = at === null ? '—' : day(at)
  return name === undefined
    ? t(lang, 'chart_credit', { version: data, date })
    : t(lang, 'chart_credit_release', { release: name, date })
}
