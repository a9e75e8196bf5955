import type { BarsSpec } from './bars.ts'
import type { LineSpec } from './spec.ts'
import type { StackSpec } from './stack.ts'
import type { StripSpec } from './strip.ts'
import { lineSvg } from './svg.ts'

/** Everything that is drawn, by the server as SVG and by the page's script with Chart.js. */
export type ChartSpec = LineSpec | StackSpec | BarsSpec | StripSpec

/** The chart as one SVG element; see `lineSvg`. */
export function chartSvg(spec: ChartSpec, id: string, width?: number): string {
  if (spec.kind === 'line') return lineSvg(spec, id, width)
  throw new TypeError(`No picture of ${spec.kind} yet`)
}
