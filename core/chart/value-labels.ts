import { exact } from '#core/text/number.ts'
import type { Axes } from './axes.ts'
import { hues } from './hue.ts'
import type { Line, LineSpec } from './spec.ts'
import { n, widthOf } from './text.ts'

const size = 13

/** A word beside a point. */
interface Label {
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
  /** Where it is anchored, and its baseline. */
  readonly x: number
  readonly y: number
}

/** First and last value beside their points, on a side that the line and other words leave free; signs above others. */
export function valueTexts(spec: LineSpec, line: Line, axes: Axes): string {
  const known = line.values.flatMap((value, i) => (value === null ? [] : [i]))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return ''
  const placed = signs(spec, line, axes).filter(({ i }) => i !== first && i !== last)
  const labels = placed.map(({ label }) => label)
  // The last number matters more.
  for (const i of new Set([last, first])) {
    const end = first === last ? 'middle' : i === first ? 'start' : 'end'
    const wanted = candidates(spec, line, i, { axes, end })
    const free = wanted.find((one) => labels.every((other) => !touches(one, other)))
    if (free) labels.push(free)
  }
  return drawn(line, labels)
}

/** The signs alone, of a line among others. */
export const signTexts = (spec: LineSpec, line: Line, axes: Axes): string =>
  drawn(
    line,
    signs(spec, line, axes).map(({ label }) => label),
  )

const drawn = ({ hue }: Line, labels: readonly Label[]): string => {
  const texts = labels.map(
    ({ text, anchor, x, y }) =>
      `<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}">${text}</text>`,
  )
  return texts.length === 0
    ? ''
    : `<g class="h-${hue} halo" color="${hues[hue]}" font-size="${size}" font-weight="600" stroke="#fff" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${texts.join('')}</g>`
}

/** `≠`: its sum does not hold. `※`: a later report says something else. */
function signAt({ years, restated = [] }: LineSpec, { disputed }: Line, i: number): string {
  const year = years[i] ?? 0
  return `${disputed[year] === undefined ? '' : '≠'}${restated.includes(year) ? '※' : ''}`
}

/** The signs above all points that have some. */
const signs = (
  spec: LineSpec,
  line: Line,
  { x, y }: Axes,
): { readonly i: number; readonly label: Label }[] =>
  line.values.flatMap((value, i) => {
    const text = value === null ? '' : signAt(spec, line, i)
    const label = { text, anchor: 'middle' as const, x: x(i), y: y(value ?? 0) - 7 }
    return text === '' ? [] : [{ i, label }]
  })

/** Where a value may stand: on the side that the line leaves free, on the other one, or its sign alone. */
function candidates(
  spec: LineSpec,
  line: Line,
  i: number,
  { axes, end }: { readonly axes: Axes; readonly end: Label['anchor'] },
): Label[] {
  const { x, y, bottom, left, right } = axes
  const value = line.values[i] ?? 0
  const neighbour = line.values[end === 'start' ? i + 1 : i - 1] ?? value
  const [above, under] = [y(value) - 9, y(value) + 18]
  const sides = neighbour > value ? [under, above] : [above, under]
  const sign = signAt(spec, line, i)
  const text = sign === '' ? exact(value) : `${sign} ${exact(value)}`
  const beside = within(
    { text, anchor: end, x: end === 'end' ? x(i) + 8 : x(i) },
    { from: left - 8, to: right + 16 },
  )
  return [
    ...sides.filter((at) => at <= bottom - 1).map((at) => ({ ...beside, y: at })),
    ...(sign === '' ? [] : [{ text: sign, anchor: 'middle' as const, x: x(i), y: y(value) - 7 }]),
  ]
}

/** The same word, as far as it must move not to leave the plot. */
function within(
  label: Omit<Label, 'y'>,
  { from, to }: { readonly from: number; readonly to: number },
): Omit<Label, 'y'> {
  const own = across(label)
  if (own.from < from) return { ...label, anchor: 'start', x: from }
  return own.to > to ? { ...label, anchor: 'end', x: to } : label
}

const touches = (one: Label, other: Label): boolean => {
  const [a, b] = [across(one), across(other)]
  return a.from < b.to && b.from < a.to && Math.abs(one.y - other.y) < size
}

function across({ text, anchor, x }: Omit<Label, 'y'>) {
  const long = widthOf(text) * size
  const from = anchor === 'start' ? x : anchor === 'end' ? x - long : x - long / 2
  return { from, to: from + long }
}
