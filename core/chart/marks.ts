import { exact } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import { moveApartByColumn } from './ends.ts'
import { dashes, hues } from './hue.ts'
import { type Layout, type } from './layout.ts'
import { legendParts } from './legend.ts'
import type { Line, LineSpec } from './spec.ts'
import { escape, n } from './text.ts'

/** The lines with their points, names and first and last values; in words where there is nothing to draw. */
export function marks(spec: LineSpec, layout: Layout): string {
  const words = inWords(spec)
  const drawn = spec.lines.map((line, i) => drawLine(line, i, layout)).join('')
  if (spec.lines.length > 1) {
    const disputed = spec.lines.map((line) => haloed(line, signs(line, spec.years, layout)))
    return drawn + endLabels(spec, layout) + disputed.join('') + said(words, layout)
  }
  const [only] = spec.lines
  return (
    drawn +
    (words === undefined && only ? valueLabels(only, spec.years, layout) : said(words, layout))
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

/** Just above the axis, where the zeros lie and no gap has its word. */
const said = (words: string | undefined, { left, right, bottom }: Layout): string =>
  words === undefined
    ? ''
    : `<text x="${n((left + right) / 2)}" y="${n(bottom - 16)}" font-size="13" text-anchor="middle">${escape(words)}</text>`

function drawLine({ values, hue }: Line, nth: number, { x, y }: Layout): string {
  // After a gap the pen is set down anew.
  const path = values.map((value, i) =>
    value === null ? '' : `${values[i - 1] == null ? 'M' : 'L'}${n(x(i))},${n(y(value))}`,
  )
  // A stroke of no length with round ends is a dot: one path for all points of a line.
  const dots = values.map((value, i) => (value === null ? '' : `M${n(x(i))} ${n(y(value))}h.01`))
  const dash = dashes[nth] ? ` stroke-dasharray="${dashes[nth]}"` : ''
  return [
    `<g class="h-${hue}" color="${hues[hue]}" fill="none" stroke="currentColor" stroke-linejoin="round">`,
    `<path d="${path.join('')}" stroke-width="2"${dash}/>`,
    `<path d="${dots.join('')}" stroke-width="${values.length > 14 ? 4.5 : 6}" stroke-linecap="round"/></g>`,
  ].join('')
}

/** First and last value, beside their points and on the side that the line leaves free. */
function valueLabels(line: Line, years: readonly number[], layout: Layout): string {
  const known = line.values.flatMap((value, i) => (value === null ? [] : [i]))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return ''
  const label = (i: number, anchor: Anchor) =>
    valueLabel(line, i, { anchor, sign: signAt(line, years[i]), layout })
  const labels =
    first === last ? [label(first, 'middle')] : [label(first, 'start'), label(last, 'end')]
  return haloed(line, [...labels, ...signs(line, years.slice(0, last), layout, first + 1)])
}

const haloed = ({ hue }: Line, texts: readonly string[]): string =>
  texts.length === 0
    ? ''
    : `<g class="h-${hue} halo" color="${hues[hue]}" font-size="13" font-weight="600" stroke="#fff" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${texts.join('')}</g>`

const signAt = ({ disputed }: Line, year: number | undefined): string =>
  disputed[year ?? 0] === undefined ? '' : '≠ '

/** The sign above every point whose sum does not hold, from the `from`-th year on. */
const signs = (line: Line, years: readonly number[], { x, y }: Layout, from = 0): string[] =>
  years.flatMap((year, i) =>
    i < from || signAt(line, year) === ''
      ? []
      : [`<text x="${n(x(i))}" y="${n(y(line.values[i] ?? 0) - 7)}" text-anchor="middle">≠</text>`],
  )

type Anchor = 'start' | 'middle' | 'end'

interface At {
  readonly anchor: Anchor
  readonly sign: string
  readonly layout: Layout
}

function valueLabel({ values }: Line, i: number, { anchor, sign, layout }: At): string {
  const { x, y, bottom, right } = layout
  const value = values[i] ?? 0
  const neighbour = values[anchor === 'start' ? i + 1 : i - 1] ?? value
  const under = neighbour > value && y(value) + 19 < bottom
  const across = anchor === 'end' ? Math.min(right + 16, x(i) + 8) : x(i)
  return `<text x="${n(across)}" y="${n(y(value) + (under ? 18 : -9))}" text-anchor="${anchor}">${sign}${exact(value)}</text>`
}

/** Names beside the plot, or numbers at the lines' last points; moved apart where they would touch. */
function endLabels({ lines }: LineSpec, layout: Layout): string {
  const height = type.small * 1.2
  const labels = lines.flatMap(({ values, hue }, i) => {
    const last = values.findLastIndex((value) => value !== null)
    const value = values[last] ?? null
    const text = layout.names[i] ?? []
    const x = layout.legend ? layout.x(last) + 8 : layout.right + 10
    const tall = text.length * height
    return value === null ? [] : [{ text, hue, x, y: layout.y(value), tall }]
  })
  return moveApartByColumn(labels, { top: layout.top - 4, bottom: layout.bottom + 8 })
    .map(({ text, hue, x, y }) => {
      const rows = text.map(
        (row, i) => `<text x="${n(x)}" y="${n(y + 4 + i * height)}">${escape(row)}</text>`,
      )
      return `<g class="h-${hue}" color="${hues[hue]}">${rows.join('')}</g>`
    })
    .join('')
}

/** Number, line and full name of each, below the years; nothing where the names stand at the lines. */
export function legend({ lines }: LineSpec, { legend: keys, bottom }: Layout): string {
  if (!keys) return ''
  const { line: start, length, name } = legendParts
  return keys.entries
    .map(({ x, y, rows }, i) => {
      const [hue, top] = [lines[i]?.hue ?? 'grey', bottom + 30 + y]
      const dash = dashes[i] ? ` stroke-dasharray="${dashes[i]}"` : ''
      const texts = rows.map(
        (row, nth) =>
          `<text x="${n(x + name)}" y="${n(top + nth * type.small * 1.35)}">${escape(row)}</text>`,
      )
      return `<g class="h-${hue}" color="${hues[hue]}"><text x="${n(x)}" y="${n(top)}">${i + 1}</text><path d="M${n(x + start)} ${n(top - 4)}h${length}" stroke="currentColor" stroke-width="2"${dash}/></g>${texts.join('')}`
    })
    .join('')
}
