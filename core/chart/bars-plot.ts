import { exact } from '#core/text/number.ts'
import type { BarRow, BarsSpec } from './bars.ts'
import { toneColour } from './hue.ts'
import { lying } from './mark-size.ts'
import { placeOf } from './place.ts'
import { around, middleOf, nameRoom, rowEdges, rowNames } from './row-names.ts'
import type { Plot } from './sheet.ts'
import { n, shareText, type, widthOf, wrap } from './text.ts'

const top = 8
const beside = 5

interface Across {
  readonly left: number
  readonly right: number
  readonly x: (value: number) => number
  /** The middle of a row. */
  readonly y: (row: number) => number
}

/** Bars that lie, each with its exact value at its end: they need no axis. */
export function barsPlot(spec: BarsSpec, width: number): Plot {
  const { rows } = spec
  const names = rowNames(
    rows.map(({ name }) => name),
    width,
  )
  const left = nameRoom(names)
  const labels = rows.map((row) => wrap(labelOf(spec, row), (width - left - beside) / type.small))
  const edges = rowEdges([names, labels], { top, least: 22 })
  const ends = rows.flatMap((row) => [row.from, endOf(row)])
  const low = Math.min(0, ...ends)
  // Where all is zero there is still an axis.
  const high = ends.some((end) => end !== 0) ? Math.max(0, ...ends) : 1
  const place = placeOf(low, high, undefined)
  const right = Math.min(
    width - 1,
    ...rows.map((row, i) => rightmost(place(outer(row)), labels[i] ?? [], { left, width })),
  )
  const across: Across = {
    left,
    right,
    x: (value) => left + place(value) * (right - left),
    y: middleOf(edges),
  }
  const bottom = edges.at(-1) ?? top
  const zero = `M${n(across.x(0))} ${top}V${n(bottom)}`
  return {
    area: { left, right, top, bottom, low, high, rows: rows.map((_, i) => across.y(i)) },
    height: bottom + 18,
    svg: [
      `<path d="${zero}${links(rows, across)}" stroke="currentColor" stroke-opacity=".5"/>`,
      rules(rows, edges, width),
      `<g class="marks">${rows.map((row, i) => bar(row, across.y(i), across)).join('')}</g>`,
      names.map((name, i) => around(name, 0, across.y(i))).join(''),
      rows
        .map((row, i) => around(labels[i] ?? [], across.x(outer(row)) + beside, across.y(i)))
        .join(''),
    ].join(''),
  }
}

const endOf = ({ from, value }: BarRow): number => from + (value ?? 0)

/** Where the value stands: right of the bar, and of zero. */
const outer = (row: BarRow): number => Math.max(0, row.from, endOf(row))

/** How far right the axis may end, so that a label beside a bar stays inside the picture. */
function rightmost(
  part: number,
  label: readonly string[],
  { left, width }: { left: number; width: number },
): number {
  const wide = Math.max(0, ...label.map(widthOf)) * type.small
  return part === 0 ? width : left + (width - left - beside - wide) / part
}

function labelOf({ share }: BarsSpec, { value, gap, disputed }: BarRow): string {
  if (value === null) return gap
  return `${disputed && '≠ '}${share ? shareText(value) : exact(value)}`
}

function bar(row: BarRow, y: number, { x }: Across): string {
  if (!row.value) return ''
  const [from, to] = [x(row.from), x(endOf(row))]
  return `<path class="h-${row.tone}" color="${toneColour(row.tone)}" d="M${n(from)} ${n(y - lying.bar / 2)}H${n(to)}v${lying.bar}H${n(from)}z"/>`
}

/** From where one bar leaves off to where the next takes over; through a row without a bar. */
const links = (rows: readonly BarRow[], { x, y }: Across): string =>
  rows
    .map(({ link, value }, i) => {
      if (link === undefined) return ''
      const half = lying.bar / 2
      return `M${n(x(link))} ${n(y(i) + (value === 0 ? -half : half))}V${n(y(i + 1) - half)}`
    })
    .join('')

/** Across, above the rows that are set apart. */
function rules(rows: readonly BarRow[], edges: readonly number[], width: number): string {
  const lines = rows.map(({ strong }, i) => (strong ? `M0 ${n(edges[i] ?? 0)}H${width}` : ''))
  return `<path d="${lines.join('')}" stroke="currentColor" stroke-opacity=".16"/>`
}
