import { t } from '#core/text/words.ts'
import type { LineSpec } from './spec.ts'

/** How lines are to be drawn, and what is to be marked on them. */
export interface LineOptions {
  readonly scale?: 'linear' | 'log' | undefined
  /** An axis shared with others; see `sharedDomain`. */
  readonly domain?: LineSpec['domain'] | undefined
  /** What became of the bureau, in words, by year; marked by a flag. */
  readonly flags?: Readonly<Record<number, string>> | undefined
  /** Years of which a later report says something else. */
  readonly restated?: readonly number[] | undefined
  /** A grey line to compare with, such as the median of a group: its numbers by year. */
  readonly reference?:
    | { readonly name: string; readonly values: Readonly<Record<number, number | null>> }
    | undefined
}

/** The same lines as the reader asked for them. */
export function lineWith(spec: LineSpec, options: LineOptions): LineSpec {
  const { years } = spec
  const { domain, flags = {}, restated = [], reference } = options
  const flagged = Object.entries(flags).filter(([year]) => years.includes(Number(year)))
  const marked = restated.filter((year) => years.includes(year))
  const values = reference && years.map((year) => reference.values[year] ?? null)
  const drawn: LineSpec = {
    ...spec,
    ...(domain && { domain }),
    ...(flagged.length > 0 && { flags: Object.fromEntries(flagged) }),
    ...(marked.length > 0 && { restated: marked }),
    ...(reference && values && { reference: { name: reference.name, values } }),
  }
  return { ...drawn, ...(options.scale === 'log' && logged(drawn)), notes: notesOf(drawn, options) }
}

const isLoggable = (spec: LineSpec): boolean => valuesOf(spec).every((value) => value >= 0)

/** Negative numbers have no place on a log axis: it stays as it is, and a note says so. */
const logged = (spec: LineSpec): Pick<LineSpec, 'scale'> =>
  isLoggable(spec) ? { scale: 'log' } : {}

function notesOf(spec: LineSpec, { scale }: LineOptions): string[] {
  const { lang, flags = {}, restated, notes } = spec
  return [
    ...Object.entries(flags).map(([year, what]) => t(lang, 'flag_note', { year, what })),
    ...(restated ? [t(lang, 'restated_note')] : []),
    ...(scale === 'log' && !isLoggable(spec) ? [t(lang, 'log_negative')] : []),
    ...notes,
  ]
}

/** From the least to the greatest value of several charts: an axis for all of them. Zero needs no place on a log axis. */
export function sharedDomain(
  specs: readonly LineSpec[],
  scale: LineOptions['scale'] = 'linear',
): readonly [low: number, high: number] {
  const values = specs.flatMap(valuesOf)
  if (scale === 'linear') return [Math.min(0, ...values), Math.max(0, ...values)]
  const positive = values.filter((value) => value > 0)
  return [Math.min(...positive, 1), Math.max(...positive, 1)]
}

/** Every number that is drawn. */
export const valuesOf = ({ lines, reference }: Pick<LineSpec, 'lines' | 'reference'>): number[] =>
  [...lines, ...(reference ? [reference] : [])].flatMap(({ values }) =>
    values.flatMap((value) => value ?? []),
  )
