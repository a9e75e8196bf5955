import type { Chart } from 'chart.js'
import type { Line, LineSpec } from '#core/chart/spec.ts'
import { exact } from '#core/text/number.ts'
import type { Look } from './config.ts'

/** First and last value of a single line, and the sign of every sum that does not hold: as in the picture. */
export function drawValues(chart: Chart<'line'>, { lines, years }: LineSpec, look: Look): void {
  const { ctx } = chart
  ctx.strokeStyle = look.paper
  ctx.lineWidth = 3
  ctx.lineJoin = 'round'
  for (const [set, line] of lines.entries()) {
    ctx.fillStyle = look.colours[line.hue] || look.ink
    const ends = lines.length > 1 ? [] : drawEnds(chart, line, years)
    for (const [i, year] of years.entries())
      if (line.disputed[year] !== undefined && !ends.includes(i)) drawSign(chart, set, i)
  }
}

/** Returns where the values stand. */
function drawEnds(chart: Chart<'line'>, line: Line, years: readonly number[]): readonly number[] {
  const known = line.values.flatMap((value, i) => (value === null ? [] : [i]))
  const [first, last] = [known[0], known[known.length - 1]]
  if (first === undefined || last === undefined) return []
  const draw = (i: number, align: Align) =>
    drawValue(chart, line, { i, align, sign: line.disputed[years[i] ?? 0] ? '≠ ' : '' })
  draw(first, first === last ? 'center' : 'left')
  if (first !== last) draw(last, 'right')
  return [first, last]
}

function drawSign(chart: Chart<'line'>, set: number, i: number): void {
  const { ctx } = chart
  const point = chart.getDatasetMeta(set).data[i]
  if (!point) return
  ctx.textAlign = 'center'
  ctx.strokeText('≠', point.x, point.y - 9)
  ctx.fillText('≠', point.x, point.y - 9)
}

type Align = 'left' | 'center' | 'right'

interface At {
  readonly i: number
  readonly align: Align
  readonly sign: string
}

function drawValue(chart: Chart<'line'>, { values }: Line, { i, align, sign }: At): void {
  const { ctx, chartArea } = chart
  const value = values[i] ?? 0
  const point = chart.getDatasetMeta(0).data[i]
  if (!point) return
  const neighbour = values[align === 'left' ? i + 1 : i - 1] ?? value
  const under = neighbour > value && point.y + 22 < chartArea.bottom
  const [x, y] = [point.x + (align === 'right' ? 10 : 0), point.y + (under ? 20 : -10)]
  ctx.textAlign = align
  ctx.strokeText(sign + exact(value), x, y)
  ctx.fillText(sign + exact(value), x, y)
}
