import { t } from '#core/text/words.ts'
import type { Axes } from './axes.ts'
import { moveApartByColumn } from './ends.ts'
import { dashes, hues } from './hue.ts'
import { referenceDash } from './mark-size.ts'
import { type Joining, dotted, isJoined } from './points.ts'
import type { Line, LineSpec } from './spec.ts'
import { escape, n, rows, type } from './text.ts'
import { signTexts, valueTexts } from './value-labels.ts'

/** What stands at the ends of several lines: their names, or their numbers in the legend below. */
interface Ends {
  readonly ends: readonly (readonly string[])[]
  readonly isBelow: boolean
}

/** The lines with their points, names and first and last values; in words where there is nothing to draw. */
export function marks(spec: LineSpec, axes: Axes, named: Ends): string {
  const words = inWords(spec)
  const { reference, lines } = spec
  const grey = reference
    ? `<path class="h-grey" color="${hues.grey}" d="${pathOf(reference.values, axes, spec)}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-dasharray="${referenceDash}"/>`
    : ''
  const drawn = `<g class="marks" fill="none" stroke-linejoin="round">${grey}${lines.map((line, i) => drawLine(line, i, axes, spec)).join('')}</g>`
  if (lines.length > 1) {
    const signed = lines.map((line) => signTexts(spec, line, axes))
    return drawn + endLabels(spec, axes, named) + signed.join('') + said(words, axes, true)
  }
  const [only] = lines
  return (
    drawn + (words === undefined && only ? valueTexts(spec, only, axes) : said(words, axes, false))
  )
}

/** What to say instead of values: every number is zero, or there is none. */
function inWords({ lang, lines, years, unit }: LineSpec): string | undefined {
  const all = lines.flatMap((line) => line.values)
  const values = all.filter((value) => value !== null)
  if (values.length === 0) return t(lang, 'no_numbers')
  // What is in dispute is shown with its sign, not told as plain fact.
  if (lines.some(({ disputed }) => Object.keys(disputed).length > 0)) return undefined
  if (values.some((value) => value !== 0)) return undefined
  if (years.length === 1) return t(lang, 'one_zero', { year: years[0] ?? '', unit })
  return t(lang, values.length === all.length ? 'all_zero' : 'held_zero', { unit })
}

/** Just above the axis, where the zeros lie and no gap has its word; of several lines at the top, above their names. */
function said(words: string | undefined, axes: Axes, isAmongNames: boolean): string {
  const { left, right, top, bottom } = axes
  return words === undefined
    ? ''
    : `<text x="${n((left + right) / 2)}" y="${n(isAmongNames ? top - 8 : bottom - 16)}" font-size="13" text-anchor="middle">${escape(words)}</text>`
}

/** Along a line by distances: the years' is nearly always the same, which keeps a page small. */
function pathOf(values: Line['values'], { x, y }: Axes, joining: Joining): string {
  let [left, top] = [0, 0]
  return values
    .map((value, i) => {
      if (value === null) return ''
      const [right, down] = [tenth(x(i) - left), tenth(y(value) - top)]
      const isNext = isJoined(values, i, joining)
      ;[left, top] = [left + right, top + down]
      return isNext ? `l${n(right)} ${n(down)}` : `M${n(left)} ${n(top)}`
    })
    .join('')
}

const tenth = (value: number): number => Math.round(value * 10) / 10

function drawLine({ values, hue }: Line, nth: number, axes: Axes, joining: Joining): string {
  // A stroke of no length with round ends is a dot: one path for all points of a line.
  const dots = dotted(values, joining).map(
    (i) => `M${n(axes.x(i))} ${n(axes.y(values[i] ?? 0))}h.01`,
  )
  const dash = dashes[nth] ? ` stroke-dasharray="${dashes[nth]}"` : ''
  return [
    `<g class="h-${hue}" color="${hues[hue]}" stroke="currentColor">`,
    `<path d="${pathOf(values, axes, joining)}" stroke-width="2"${dash}/>`,
    `<path d="${dots.join('')}" stroke-width="6" stroke-linecap="round"/></g>`,
  ].join('')
}

/** Names beside the plot, or numbers at the lines' last points; moved apart where they would touch. */
function endLabels({ lines }: LineSpec, axes: Axes, { ends, isBelow }: Ends): string {
  const height = type.small * 1.35
  const labels = lines.flatMap(({ values, hue }, i) => {
    const last = values.findLastIndex((value) => value !== null)
    const value = values[last] ?? null
    const text = ends[i] ?? []
    const x = isBelow ? axes.x(last) + 8 : axes.right + 10
    return value === null ? [] : [{ text, hue, x, y: axes.y(value), tall: text.length * height }]
  })
  return moveApartByColumn(labels, { top: axes.top - 4, bottom: axes.bottom + 8 })
    .map(
      ({ text, hue, x, y }) =>
        `<g class="h-${hue}" color="${hues[hue]}">${rows(text, x, y + 4, type.small)}</g>`,
    )
    .join('')
}
