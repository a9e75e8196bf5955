import { line as lineOf } from 'd3-shape'
import { exact } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import { moveApart } from './ends.ts'
import { dashes, hues } from './hue.ts'
import { type Layout, type } from './layout.ts'
import type { Line, LineSpec } from './spec.ts'
import { escape, n } from './text.ts'

/** The lines with their points, names and first and last values; in words where there is nothing to draw. */
export function marks(spec: LineSpec, layout: Layout): string {
  const words = inWords(spec)
  const drawn = spec.lines.map((line, i) => drawLine(line, i, layout)).join('')
  if (spec.lines.length > 1) return drawn + endLabels(spec, layout) + said(words, layout)
  const [only] = spec.lines
  return drawn + (words === undefined && only ? valueLabels(only, layout) : said(words, layout))
}

/** What to say instead of values: every number is zero, or there is none. */
function inWords({ lang, lines, years, unit }: LineSpec): string | undefined {
  const all = lines.flatMap((line) => line.values)
  const values = all.filter((value) => value !== null)
  if (values.length === 0) return t(lang, 'no_numbers')
  if (values.some((value) => value !== 0)) return undefined
  if (years.length === 1) return t(lang, 'one_zero', { year: years[0] ?? '', unit })
  return t(lang, values.length === all.length ? 'all_zero' : 'held_zero', { unit })
}

/** Just above the axis, where the zeros lie and no gap has its word. */
const said = (words: string | undefined, { left, right, bottom }: Layout): string =>
  words === undefined
    ? ''
    : `<text x="${n((left + right) / 2)}" y="${n(bottom - 16)}" font-size="13" text-anchor="middle">${escape(words)}</text>`

function drawLine({ values, hue }: Line, nth: number, { x, y }: Layout): string {
  const path = lineOf<number | null>()
    .defined((value) => value !== null)
    .x((_, i) => x(i))
    .y((value) => y(value ?? 0))
    .digits(1)(values)
  // A stroke of no length with round ends is a dot: one path for all points of a line.
  const dots = values.map((value, i) => (value === null ? '' : `M${n(x(i))} ${n(y(value))}h.01`))
  const dash = dashes[nth] ? ` stroke-dasharray="${dashes[nth]}"` : ''
  return [
    `<g class="h-${hue}" color="${hues[hue]}" fill="none" stroke="currentColor" stroke-linejoin="round">`,
    `<path d="${path ?? ''}" stroke-width="2"${dash}/>`,
    `<path d="${dots.join('')}" stroke-width="${values.length > 14 ? 4.5 : 6}" stroke-linecap="round"/></g>`,
  ].join('')
}

/** First and last value, beside their points and on the side that the line leaves free. */
function valueLabels({ values, hue }: Line, layout: Layout): string {
  const known = values.flatMap((value, i) => (value === null ? [] : [i]))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return ''
  const labels =
    first === last
      ? [valueLabel(values, first, layout, 'middle')]
      : [valueLabel(values, first, layout, 'start'), valueLabel(values, last, layout, 'end')]
  return `<g class="h-${hue} halo" color="${hues[hue]}" font-size="13" font-weight="600" stroke="#fff" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${labels.join('')}</g>`
}

function valueLabel(
  values: Line['values'],
  i: number,
  { x, y, bottom, right }: Layout,
  anchor: 'start' | 'middle' | 'end',
): string {
  const value = values[i] ?? 0
  const neighbour = values[anchor === 'start' ? i + 1 : i - 1] ?? value
  const under = neighbour > value && y(value) + 19 < bottom
  const across = anchor === 'end' ? Math.min(right + 16, x(i) + 8) : x(i)
  return `<text x="${n(across)}" y="${n(y(value) + (under ? 18 : -9))}" text-anchor="${anchor}">${exact(value)}</text>`
}

/** Names at the ends of the lines, moved apart where they would touch. */
function endLabels({ lines }: LineSpec, layout: Layout): string {
  const height = type.small * 1.2
  const labels = lines.flatMap(({ values, hue }, i) => {
    const last = values.findLastIndex((value) => value !== null)
    const value = values[last] ?? null
    const text = layout.names[i] ?? []
    return value === null ? [] : [{ text, hue, y: layout.y(value), tall: text.length * height }]
  })
  return moveApart(labels, { top: layout.top - 4, bottom: layout.bottom + 8 })
    .map(({ text, hue, y }) => {
      const rows = text.map(
        (row, i) =>
          `<text x="${n(layout.right + 10)}" y="${n(y + 4 + i * height)}">${escape(row)}</text>`,
      )
      return `<g class="h-${hue}" color="${hues[hue]}">${rows.join('')}</g>`
    })
    .join('')
}
