import type { Axes } from './axes.ts'
import { escape, n, type, widthOf } from './text.ts'

/** What stands behind lines and bars over the years. */
interface Framed {
  readonly years: readonly number[]
  readonly breaks: Readonly<Record<number, string>>
  readonly excerpts: readonly number[]
  readonly flags?: Readonly<Record<number, string>>
  readonly scale?: 'log'
}

/** Grid, axis, years, gaps, changes of the form and flags. `gapAt`: why nothing is drawn at a year. */
export const frame = (
  spec: Framed,
  axes: Axes,
  gapAt: (index: number) => string | undefined,
): string =>
  grid(axes, spec.scale) +
  yearLabels(spec, axes) +
  gapBands(spec.years, axes, gapAt) +
  breaks(spec, axes) +
  flags(spec, axes)

function grid({ scale, left, right, y }: Axes, kind: 'log' | undefined): string {
  const { ticks, tick } = scale
  const rule = (value: number) => `M${n(left)} ${n(y(value))}H${n(right)}`
  const labels = ticks.map(
    (value) => `<text x="${n(left - 12)}" y="${n(y(value) + 4)}">${escape(tick(value))}</text>`,
  )
  const above = ticks.filter((value) => value !== 0).map(rule)
  return [
    `<path d="${above.join('')}" stroke="currentColor" stroke-opacity=".16"/>`,
    `<path d="${rule(0)}" stroke="currentColor" stroke-opacity=".6"/>`,
    kind === 'log' ? axisBreak(left, (y(0) + y(scale.low)) / 2) : '',
    `<g text-anchor="end" fill-opacity=".75">${labels.join('')}</g>`,
  ].join('')
}

/** Two strokes across the axis: zero is not on the scale above it. */
const axisBreak = (x: number, y: number): string =>
  `<path d="M${n(x - 9)} ${n(y + 1)}l8-4m-8 8l8-4" stroke="currentColor" stroke-opacity=".6"/>`

/** As many years as fit, counted back from the last. */
function yearLabels({ years, excerpts }: Framed, { x, step, bottom }: Axes): string {
  const every = Math.max(1, Math.ceil((4.2 * 0.56 * type.small + 6) / Math.max(step, 1)))
  const shown = years.flatMap((year, i) =>
    (years.length - 1 - i) % every === 0 ? [[year, i]] : [],
  )
  const labels = shown.map(
    ([year = 0, i = 0]) =>
      `<text x="${n(x(i))}" y="${n(bottom + 17)}">${year}${excerpts.includes(year) ? '*' : ''}</text>`,
  )
  return `<g text-anchor="middle" fill-opacity=".75">${labels.join('')}</g>`
}

interface Gap {
  readonly from: number
  readonly to: number
  readonly word: string
}

/** Runs of years in which there is nothing to draw, for one and the same reason. */
function gapRuns(
  years: readonly number[],
  gapAt: (index: number) => string | undefined,
): readonly Gap[] {
  const runs: Gap[] = []
  for (const i of years.keys()) {
    const word = gapAt(i)
    if (word === undefined) continue
    const last = runs.at(-1)
    if (last && last.to === i - 1 && last.word === word) runs[runs.length - 1] = { ...last, to: i }
    else runs.push({ from: i, to: i, word })
  }
  return runs
}

/** A pale band with hollow marks and the word, off the axis so that nobody takes it for zero. */
function gapBands(
  years: readonly number[],
  axes: Axes,
  gapAt: (index: number) => string | undefined,
): string {
  const { x, step, left, right, top, bottom } = axes
  const half = years.length === 1 ? 40 : step / 2
  return gapRuns(years, gapAt)
    .map(({ from, to, word }) => {
      const [start, end] = [Math.max(left, x(from) - half), Math.min(right + 10, x(to) + half)]
      const isUpright = widthOf(word) * type.small > end - start
      const ringAt = isUpright ? top + 8 : (top + bottom) / 2
      const rings = Array.from({ length: to - from + 1 }, (_, i) => ring(x(from + i), ringAt))
      const middle = (x(from) + x(to)) / 2
      return [
        `<path d="M${n(start)} ${top}H${n(end)}V${bottom}H${n(start)}z" fill-opacity=".05"/>`,
        `<path d="${rings.join('')}" fill="none" stroke="currentColor" stroke-opacity=".6"/>`,
        `<text ${isUpright ? upright(middle, ringAt) : across(word, middle, ringAt, axes)} fill-opacity=".75">${escape(word)}</text>`,
      ].join('')
    })
    .join('')
}

const ring = (x: number, y: number): string => `M${n(x - 3)} ${n(y)}a3 3 0 1 0 6 0a3 3 0 1 0-6 0`

/** Below the marks, read from below; a word across stands above them and never leaves the picture. */
const upright = (x: number, y: number): string =>
  `transform="translate(${n(x + 4)} ${n(y + 8)})rotate(-90)" text-anchor="end"`

const across = (word: string, x: number, y: number, { width }: Axes): string =>
  `x="${n(Math.min(x, width - (widthOf(word) * type.small) / 2))}" y="${n(y - 10)}" text-anchor="middle"`

function breaks(spec: Framed, { x, step, top, bottom, left, right }: Axes): string {
  return Object.entries(spec.breaks)
    .map(([year, note]) => {
      const at = x(spec.years.indexOf(Number(year))) - step / 2
      const left0 = at + 4 + widthOf(note) * type.small > right + 14 && at - left > 40
      const place = left0 ? `x="${n(at - 4)}" text-anchor="end"` : `x="${n(at + 4)}"`
      return `<path d="M${n(at)} ${top - 26}V${bottom}" stroke="currentColor" stroke-opacity=".5" stroke-dasharray="2 3"/><text ${place} y="${top - 19}" fill-opacity=".75">${escape(note)}</text>`
    })
    .join('')
}

/** Below the years, where no line and no word comes. */
function flags({ years, flags: flagged = {} }: Framed, { x, bottom }: Axes): string {
  const marks = Object.keys(flagged).map(
    (year) => `M${n(x(years.indexOf(Number(year))))} ${bottom + flagHeight + 20}v-10h8l-2 3l2 3h-8`,
  )
  return marks.length === 0
    ? ''
    : `<path d="${marks.join('')}" stroke="currentColor" stroke-linejoin="round"/>`
}

const flagHeight = 12

/** Room below the plot for years, and for flags where there are some. */
export const frameFoot = ({ flags: flagged }: Framed): number =>
  26 + (flagged === undefined ? 0 : flagHeight)
