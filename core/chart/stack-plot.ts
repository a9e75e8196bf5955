import { exact } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import { type Axes, axesOf } from './axes.ts'
import { type Drawn, drawnLayers } from './drawn.ts'
import { frame, frameFoot } from './frame.ts'
import { toneColour } from './hue.ts'
import { legendOf, longest } from './legend.ts'
import { barWidth } from './mark-size.ts'
import { scaleOf } from './scale.ts'
import { manyYears } from './points.ts'
import type { StackSpec } from './stack.ts'
import type { Drawing, Plot } from './sheet.ts'
import { escape, n, rows, shareText, type, widthOf } from './text.ts'

/** Bars over the years, made of layers; below them the layers' names, the topmost first, with their newest numbers. */
export function stackPlot(spec: StackSpec, width: number): Plot {
  const { lang, years, mode, gaps } = spec
  const drawn = drawnLayers(spec)
  const scale = scaleOf(lang, {
    values: mode === 'share' ? [100] : years.map((_, i) => heightOf(drawn, i)),
    whole: true,
  })
  const axes = axesOf({ scale, years, bands: true }, { width, room: 10 })
  const foot = axes.bottom + frameFoot(spec)
  const below = legend(spec, drawn, width)
  return {
    area: { ...axes, low: scale.low, high: scale.high },
    height: foot + below.height,
    svg: [
      frame(spec, axes, (i) => gaps[years[i] ?? 0]),
      bars(spec, drawn, axes),
      totals(spec, drawn, axes),
      `<g transform="translate(0 ${foot})">${below.svg}</g>`,
    ].join(''),
  }
}

const heightOf = (drawn: Drawn, i: number): number =>
  drawn.reduce((sum, values) => sum + (values[i] ?? 0), 0)

/**
 * Every layer reaches from the axis to its upper edge, the lower ones in front: each bar is one stroke, and a page of many
 * charts stays small. A line of paper sets a layer apart from the one above it, unless that is thinner than two.
 */
function bars({ layers }: StackSpec, drawn: Drawn, { x, y, step, bottom }: Axes): string {
  const strokes = layers.map(({ tone }, nth) => {
    const own = [...(drawn[nth] ?? []).keys()].filter((i) => (drawn[nth]?.[i] ?? 0) > 0)
    // Whole units: edges are crisp, and a decimal would cost a page of twenty years half a kilobyte.
    const topOf = (i: number): number => Math.round(y(heightOf(drawn.slice(0, nth + 1), i)))
    const isParted = (i: number): boolean => {
      const above = drawn.slice(nth + 1).find((values) => (values[i] ?? 0) > 0)?.[i] ?? 0
      return y(0) - y(above) > 2
    }
    const parted = strokesOf(own.filter(isParted), { x, bottom, topOf })
    return [
      parted && `<path class="halo" stroke="#fff" transform="translate(0 -1)" d="${parted}"/>`,
      `<path class="h-${tone}" color="${toneColour(tone)}" stroke="currentColor" d="${strokesOf(own, { x, bottom, topOf })}"/>`,
    ].join('')
  })
  return `<g class="marks" stroke-width="${n(barWidth(step))}" shape-rendering="crispEdges">${strokes.toReversed().join('')}</g>`
}

interface Strokes {
  readonly x: (i: number) => number
  readonly bottom: number
  readonly topOf: (i: number) => number
}

/** From one bar to the next by their distance, which is nearly always the same: that keeps a page small. */
function strokesOf(own: readonly number[], { x, bottom, topOf }: Strokes): string {
  let at = 0
  return own
    .map((i, nth) => {
      const move = Math.round((x(i) - at) * 10) / 10
      at += move
      // Closing a stroke leads back to the axis.
      return `${nth === 0 ? `M${n(move)} ${bottom}` : `zm${n(move)} 0`}V${topOf(i)}`
    })
    .join('')
}

/** A word above a bar. */
interface Above {
  readonly text: string
  /** Its middle, and its baseline. */
  readonly x: number
  readonly y: number
}

/** Signs above the bars that have some; the printed totals where they fit, the newest first, then the oldest; of many years these two. */
function totals(spec: StackSpec, drawn: Drawn, axes: Axes): string {
  const { years, gaps } = spec
  const shown = years.flatMap((year, i) => (gaps[year] === undefined ? [i] : []))
  const above = (i: number, text: string): Above => {
    const half = (widthOf(text) * type.small) / 2
    // Right of the numbers at the axis.
    const x = Math.max(axes.left - 8 + half, Math.min(axes.width - half, axes.x(i)))
    const reach = half + barWidth(axes.step) / 2
    // Clear of every bar that it is wide enough to touch.
    const under = shown.filter((at) => at === i || Math.abs(axes.x(at) - x) < reach)
    return { text, x, y: Math.min(...under.map((at) => axes.y(heightOf(drawn, at)))) - 5 }
  }
  const placed = new Map(shown.map((i) => [i, above(i, signOf(spec, i).slice(0, 1))]))
  const ends = [shown.at(-1), shown[0]]
  // The newest and the oldest may be wider than their bars, but not reach where the word of a gap stands.
  const fits = (i: number, { text, x }: Above): boolean => {
    const long = widthOf(text) * type.small
    const isGap = (at: number) => gaps[years[at] ?? 0] !== undefined
    const reached = [...years.keys()].filter(
      (at) => Math.abs(axes.x(at) - x) < (long + axes.step) / 2,
    )
    return long < axes.step || (ends.includes(i) && !reached.some(isGap))
  }
  for (const i of new Set([...ends, ...(years.length > manyYears ? [] : shown)])) {
    if (i === undefined) continue
    const label = above(i, totalOf(spec, i))
    const others = [...placed].filter(([at]) => at !== i)
    if (fits(i, label) && others.every(([, other]) => !touches(label, other))) placed.set(i, label)
  }
  const texts = [...placed.values()].map(({ text, x, y }) =>
    text === '' ? '' : `<text x="${n(x)}" y="${n(y)}">${text}</text>`,
  )
  return `<g class="halo" stroke="#fff" stroke-width="3" paint-order="stroke" text-anchor="middle">${texts.join('')}</g>`
}

const touches = (one: Above, other: Above): boolean =>
  other.text !== '' &&
  Math.abs(one.x - other.x) < ((widthOf(one.text) + widthOf(other.text)) * type.small) / 2 + 3 &&
  Math.abs(one.y - other.y) < type.small

/** `≠`: the layers do not make the total. `†`: a layer has no number. */
function signOf({ years, disputed, partial }: StackSpec, i: number): string {
  const year = years[i] ?? 0
  return `${disputed[year] === undefined ? '' : '≠'}${partial[year] === undefined ? '' : '†'}`
}

/** Its signs and the printed total: in a chart of shares what they are shares of. */
function totalOf(spec: StackSpec, i: number): string {
  const total = spec.totals[i] ?? null
  const sign = signOf(spec, i)
  if (total === null) return sign
  const text = spec.mode === 'share' ? t(spec.lang, 'share_of', { n: exact(total) }) : exact(total)
  return sign === '' ? text : `${sign} ${text}`
}

/** Swatch, name and newest number of each layer, the topmost first. */
function legend(spec: StackSpec, drawn: Drawn, width: number): Drawing {
  const { lang, years, layers } = spec
  const newest = years.findLastIndex((year) => spec.gaps[year] === undefined)
  const numbers = drawn.map((values) => toldOf(spec, values[newest] ?? null))
  const room = newest < 0 ? 0 : Math.max(longest(numbers), 2.8) * type.small
  const placed = legendOf(layers.map(({ name }) => name).toReversed(), width - room - 16, {
    indent,
    columns: 1,
  })
  const right = Math.min(
    width,
    indent + 16 + room + longest(placed.entries.flatMap((entry) => entry.rows)) * type.small,
  )
  const keys = placed.entries.map(({ y, rows: texts }, i) => {
    const nth = layers.length - 1 - i
    const tone = layers[nth]?.tone ?? 'grey'
    const number =
      newest < 0
        ? ''
        : `<text x="${n(right)}" y="${n(y + head)}" text-anchor="end">${escape(numbers[nth] ?? '')}</text>`
    return `<path class="h-${tone}" color="${toneColour(tone)}" d="M0 ${n(y + head - 9)}h10v10h-10z"/>${rows(texts, indent, y + head, type.small)}${number}`
  })
  const year =
    newest < 0
      ? ''
      : `<text x="${n(right)}" y="15" text-anchor="end" fill-opacity=".75">${t(lang, 'year', { year: years[newest] ?? '' })}</text>`
  return { svg: year + keys.join(''), height: placed.height + head }
}

/** Room for the swatch of a layer, and above them for the year of the numbers. */
const indent = 16
const head = 22

/** The number of a layer as the legend says it. */
function toldOf({ lang, mode }: StackSpec, value: number | null): string {
  if (value === null) return t(lang, 'numberless')
  return mode === 'share' ? shareText(value / 100) : exact(value)
}
