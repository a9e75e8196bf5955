import { altText } from './alt.ts'
import type { BarsSpec } from './bars.ts'
import { barsPlot } from './bars-plot.ts'
import { linePlot } from './line-plot.ts'
import type { LineSpec } from './spec.ts'
import type { StackSpec } from './stack.ts'
import { stackPlot } from './stack-plot.ts'
import type { StripSpec } from './strip.ts'
import { stripPlot } from './strip-plot.ts'
import { type Drawing, type Plot, sheet } from './sheet.ts'

/** Everything that is drawn, by the server as SVG and by the page's script with Chart.js. */
export type ChartSpec = LineSpec | StackSpec | BarsSpec | StripSpec

/**
 * The chart as one SVG element. `id` is unique in the page. `width` is the picture's own unit: about 360 keeps type
 * readable on a phone.
 */
export const chartSvg = (spec: ChartSpec, id: string, width?: number): string =>
  drawChart(spec, id, width).svg

/** The same with its height. */
export const drawChart = (spec: ChartSpec, id: string, width = 360): Drawing =>
  sheet(spec, { id, width, alt: altText(spec), plot: plotOf(spec, width) })

function plotOf(spec: ChartSpec, width: number): Plot {
  if (spec.kind === 'line') return linePlot(spec, width)
  if (spec.kind === 'stack') return stackPlot(spec, width)
  if (spec.kind === 'bars') return barsPlot(spec, width)
  return stripPlot(spec, width)
}
