import type { Chart } from 'chart.js'
import type { Line, LineSpec } from '#core/chart/spec.ts'
import { exact } from '#core/text/number.ts'
import type { Look } from './config.ts'

/** First and last value of a single line, on the side that the line leaves free: as in the picture. */
export function drawValues(chart: Chart<'line'>, { lines }: LineSpec, look: Look): void {
  const [line] = lines
  if (!line || lines.length > 1) return
  const known = line.values.flatMap((value, i) => (value === null ? [] : [i]))
  const [first, last] = [known[0], known[known.length - 1]]
  if (first === undefined || last === undefined) return
  chart.ctx.strokeStyle = look.paper
  chart.ctx.fillStyle = look.colours[line.hue] || look.ink
  chart.ctx.lineWidth = 3
  chart.ctx.lineJoin = 'round'
  drawValue(chart, line.values, first, first === last ? 'center' : 'left')
  if (first !== last) drawValue(chart, line.values, last, 'right')
}

function drawValue(
  chart: Chart<'line'>,
  values: Line['values'],
  i: number,
  align: 'left' | 'center' | 'right',
): void {
  const { ctx, chartArea } = chart
  const value = values[i] ?? 0
  const point = chart.getDatasetMeta(0).data[i]
  if (!point) return
  const neighbour = values[align === 'left' ? i + 1 : i - 1] ?? value
  const under = neighbour > value && point.y + 22 < chartArea.bottom
  const [x, y] = [point.x + (align === 'right' ? 10 : 0), point.y + (under ? 20 : -10)]
  ctx.textAlign = align
  ctx.strokeText(exact(value), x, y)
  ctx.fillText(exact(value), x, y)
}
