import type { Chart } from 'chart.js'
import { moveApartByColumn, shortName } from '#core/chart/ends.ts'
import { dashes } from '#core/chart/hue.ts'
import { type Legend, isKeyed, legendOf, legendParts } from '#core/chart/legend.ts'
import type { LineSpec } from '#core/chart/spec.ts'
import { type Look, pattern } from './config.ts'

type LineChart = Chart<'line'>

/** Size of type of the names, in pixels. */
export const nameSize = 12

/** What stands at the end of each of several lines: its name, or its number in the legend. */
const endsOf = ({ lines }: LineSpec, width: number): string[][] =>
  isKeyed(lines.length, width)
    ? lines.map((_, i) => [String(i + 1)])
    : lines.map(({ name }) => shortName(name))

/** Undefined where the names stand at the lines. */
export const legendBelow = ({ lines }: LineSpec, width: number): Legend | undefined =>
  isKeyed(lines.length, width)
    ? legendOf(
        lines.map(({ name }) => name),
        width,
        nameSize,
      )
    : undefined

/** Room to the right of the plot. */
export const nameRoom = ({ ctx, width }: LineChart, spec: LineSpec): number =>
  spec.lines.length < 2
    ? 16
    : 14 +
      Math.max(
        ...endsOf(spec, width)
          .flat()
          .map((row) => ctx.measureText(row).width),
      )

/** Names or numbers at the ends of several lines, in their colours. */
export function drawNames(chart: LineChart, spec: LineSpec, { ink, colours }: Look): void {
  if (spec.lines.length < 2) return
  const { ctx, chartArea, width } = chart
  const height = nameSize * 1.2
  const ends = endsOf(spec, width)
  const labels = spec.lines.flatMap(({ hue, values }, i) => {
    const last = values.reduce<number>((found, value, at) => (value === null ? found : at), -1)
    const point = chart.getDatasetMeta(i).data[last]
    const rows = ends[i] ?? []
    if (!point) return []
    const x = isKeyed(spec.lines.length, width) ? point.x + 8 : chartArea.right + 10
    return [{ rows, hue, x, y: point.y, tall: rows.length * height }]
  })
  const edges = { top: chartArea.top - 4, bottom: chartArea.bottom + 8 }
  for (const { rows, hue, x, y } of moveApartByColumn(labels, edges)) {
    ctx.fillStyle = colours[hue] || ink
    for (const [row, text] of rows.entries()) ctx.fillText(text, x, y + 4 + row * height)
  }
}

/** Number, line and full name of each, above `foot`; nothing where the names stand at the lines. */
export function drawLegend(
  { ctx, width }: LineChart,
  spec: LineSpec,
  { ink, colours }: Look,
  foot: number,
): void {
  const legend = legendBelow(spec, width)
  if (!legend) return
  ctx.lineWidth = 2
  for (const [i, { x, y, rows }] of legend.entries.entries()) {
    const top = foot - legend.height + y + 6
    ctx.fillStyle = ctx.strokeStyle = colours[spec.lines[i]?.hue ?? 'grey'] || ink
    ctx.fillText(String(i + 1), x, top)
    ctx.setLineDash(pattern(dashes[i] ?? ''))
    ctx.beginPath()
    ctx.moveTo(x + legendParts.line, top - 4)
    ctx.lineTo(x + legendParts.line + legendParts.length, top - 4)
    ctx.stroke()
    ctx.fillStyle = ink
    for (const [row, text] of rows.entries())
      ctx.fillText(text, x + legendParts.name, top + row * nameSize * 1.35)
  }
  ctx.setLineDash([])
}
