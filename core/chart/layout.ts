import { nice, ticks as ticksOf } from 'd3-array'
import { figure } from '#core/catalog/index.ts'
import { axisNumber } from '#core/text/number.ts'
import type { LineSpec } from './spec.ts'
import { shortName } from './ends.ts'
import { type Legend, isKeyed, legendOf } from './legend.ts'
import { widthOf, wrap } from './text.ts'

/** Sizes of type in units of the picture. */
export const type = { heading: 15, text: 12, small: 11 } as const

export interface Layout {
  readonly width: number
  readonly height: number
  readonly heading: readonly string[]
  readonly subject: readonly string[]
  readonly foot: readonly string[]
  /** What stands at the ends of the lines: names, or their numbers in the legend; empty where there is one line only. */
  readonly names: readonly (readonly string[])[]
  /** Below the years; undefined where the names stand at the lines. */
  readonly legend: Legend | undefined
  /** Edges of the plot. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly step: number
  readonly ticks: readonly number[]
  readonly tick: (value: number) => string
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

const plotHeight = 168
const leading = 1.35

/** Where everything stands, so that drawing needs no more decisions. */
export function layoutOf(spec: LineSpec, width: number): Layout {
  const fit = (text: string, size: number): string[] => wrap(text, width / size)
  const heading = fit(spec.heading, type.heading)
  const subject = fit(spec.subject, type.text)
  const foot = [...spec.notes, ...spec.credit].flatMap((line) => fit(line, type.small))
  const { names, legend } = namesOf(spec, width)
  const { ticks, domain, tick } = axis(spec)
  const [lowest, highest] = domain

  const top =
    heading.length * type.heading * leading +
    subject.length * type.text * leading +
    3 * type.text +
    14
  const bottom = top + plotHeight
  const left = Math.max(...ticks.map((value) => widthOf(tick(value))), 1) * type.small + 14
  const room = names.length > 0 ? 10 + longest(names.flat()) * type.small : 18
  const right = width - room
  const step = (right - left) / Math.max(1, spec.years.length - 1)
  const share = (value: number): number => (value - lowest) / (highest - lowest)
  return {
    width,
    height: bottom + 26 + (legend?.height ?? 0) + foot.length * type.small * leading + 2,
    heading,
    subject,
    foot,
    names,
    legend,
    left,
    right,
    top,
    bottom,
    step,
    ticks,
    tick,
    x: (index) => (spec.years.length === 1 ? (left + right) / 2 : left + index * step),
    y: (value) => bottom * (1 - share(value)) + top * share(value),
  }
}

function namesOf({ lines }: LineSpec, width: number) {
  if (lines.length < 2) return { names: [], legend: undefined }
  const full = lines.map(({ name }) => name)
  return isKeyed(lines.length, width)
    ? { names: full.map((_, i) => [String(i + 1)]), legend: legendOf(full, width, type.small) }
    : { names: full.map(shortName), legend: undefined }
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf))

interface Axis {
  readonly ticks: readonly number[]
  readonly domain: readonly [low: number, high: number]
  readonly tick: (value: number) => string
}

/** At most five grid lines from zero; whole numbers for what is counted; only the zero line where all is zero. */
function axis({ lang, lines, figure: id }: LineSpec): Axis {
  const values = lines.flatMap((line) => line.values.flatMap((value) => value ?? []))
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (high === low) return { ticks: [0], domain: [0, 1], tick: String }
  const { domain, ticks } = roundScale([low, high], figure(id).kind !== 'amount', 4)
  return { ticks, domain, tick: axisNumber(lang, Math.max(...domain.map(Math.abs))) }
}

function roundScale(
  [low, high]: Axis['domain'],
  whole: boolean,
  count: number,
): Pick<Axis, 'domain' | 'ticks'> {
  const domain = nice(low, high, count)
  const ticks = ticksOf(...domain, count).filter((tick) => !whole || Number.isInteger(tick))
  return ticks.length > 5 && count > 1
    ? roundScale([low, high], whole, count - 1)
    : { domain, ticks }
}
