import type { ChartDataset, ScriptableLineSegmentContext } from 'chart.js'
import { drawnLayers } from '#core/chart/drawn.ts'
import { dashes } from '#core/chart/hue.ts'
import type { LeanSpec } from '#core/chart/lean.ts'
import { barWidth, lying, referenceDash } from '#core/chart/mark-size.ts'
import { type Joining, dotted, isJoined } from '#core/chart/points.ts'
import type { Area } from './area.ts'

/** What only the page knows: its colours by hue or tone, its ink, paper and type. */
export interface Look {
  readonly ink: string
  readonly font: string
  readonly paper: string
  readonly colours: Readonly<Record<string, string>>
}

/** A number, a bar from one to another, or no number. */
export type Datum = number | [from: number, to: number] | null
export type DataSet = ChartDataset<'bar' | 'line', Datum[]>
export type Of<K extends LeanSpec['kind']> = Extract<LeanSpec, { readonly kind: K }>

/** The marks of the picture. The data are the spec's own values: null stays a gap. */
export function datasetsOf(spec: LeanSpec, area: Area, look: Look): DataSet[] {
  if (spec.kind === 'line') return lines(spec, look)
  if (spec.kind === 'stack') return layers(spec, area, look)
  return spec.kind === 'bars' ? bars(spec, area, look) : strips(spec, area, look)
}

const colourOf = ({ colours, ink }: Look, tone: string): string => colours[tone] || ink

const pattern = (dash: string): number[] => (dash === '' ? [] : dash.split(' ').map(Number))

function lines(spec: Of<'line'>, look: Look): DataSet[] {
  const { lines: own, reference } = spec
  const all = [
    ...own.map((line, i) => ({ ...line, dash: dashes[i] ?? '', radius: 3 })),
    ...(reference ? [{ ...reference, hue: 'grey', dash: referenceDash, radius: 0 }] : []),
  ]
  return all.map(({ name, hue, values, dash, radius }) => ({
    type: 'line' as const,
    label: name,
    data: [...values],
    borderColor: colourOf(look, hue),
    backgroundColor: colourOf(look, hue),
    borderDash: pattern(dash),
    borderWidth: 2,
    pointRadius: radiiOf(values, radius, spec),
    pointHoverRadius: 5,
    pointHitRadius: 12,
    clip: false as const,
    spanGaps: false,
    ...((spec.scale === 'log' || spec.apart) && {
      segment: { borderColor: unlessApart(values, spec) },
    }),
  }))
}

/** Dots where the picture has them. */
function radiiOf(values: readonly (number | null)[], radius: number, joining: Joining): number[] {
  const dots = dotted(values, joining)
  return values.map((_, i) => (dots.includes(i) ? radius : 0))
}

/** A line leads where it does in the picture. */
const unlessApart =
  (values: readonly (number | null)[], joining: Joining) =>
  ({ p1DataIndex }: ScriptableLineSegmentContext): string | undefined =>
    isJoined(values, p1DataIndex, joining) ? undefined : 'transparent'

function layers(spec: Of<'stack'>, area: Area, look: Look): DataSet[] {
  const step = (area.right - area.left) / spec.years.length
  const drawn = drawnLayers(spec)
  return spec.layers.map(({ name, tone }, i) => ({
    type: 'bar' as const,
    label: name,
    data: [...(drawn[i] ?? [])],
    backgroundColor: colourOf(look, tone),
    hoverBackgroundColor: colourOf(look, tone),
    borderColor: look.paper,
    // As in the picture: a line of paper below each layer but the lowest.
    borderWidth: { bottom: i > 0 ? 1 : 0 },
    borderSkipped: false,
    ...ofStep(barWidth(step), step),
  }))
}

/** How thick bars are, as a part of the least distance between them: the same at every size of the canvas. */
const ofStep = (thickness: number, step: number) => ({
  categoryPercentage: 1,
  barPercentage: thickness / step,
})

const leastStep = ({ rows, top, bottom }: Area): number =>
  Math.min(bottom - top, ...rows.slice(1).map((row, i) => row - (rows[i] ?? 0)))

const floating = (from: number, to: number): Datum => [from, to]

function bars({ rows }: Of<'bars'>, area: Area, look: Look): DataSet[] {
  const colours = rows.map(({ tone }) => colourOf(look, tone))
  return [
    {
      type: 'bar' as const,
      data: rows.map(({ from, value }) => (value === null ? null : floating(from, from + value))),
      backgroundColor: colours,
      hoverBackgroundColor: colours,
      ...ofStep(lying.bar, leastStep(area)),
    },
  ]
}

/** From behind to before: the middle 80 %, the middle half, the median, the bureau itself. */
function strips({ rows }: Of<'strip'>, area: Area, look: Look): DataSet[] {
  const step = leastStep(area)
  const known = rows.map(({ percentiles: p, own }) => p && { ...p, own })
  return [
    {
      ...band(
        known.map((p) => p && floating(p.p10, p.p90)),
        4,
      ),
      backgroundColor: look.ink,
      ...ofStep(1, step),
    },
    {
      ...band(
        known.map((p) => p && floating(p.p25, p.p75)),
        3,
      ),
      backgroundColor: colourOf(look, 'r6'),
      ...ofStep(lying.box, step),
    },
    {
      ...points(
        known.map((p) => p && p.p50),
        2,
      ),
      pointStyle: 'line' as const,
      pointRotation: 90,
      pointRadius: 7,
      pointHoverRadius: 7,
      pointBorderWidth: 2,
      borderColor: look.ink,
    },
    {
      ...points(
        known.map((p) => p && p.own),
        1,
      ),
      pointRadius: 4.5,
      pointHoverRadius: 6,
      pointBackgroundColor: rows.map(({ hue }) => colourOf(look, hue)),
      pointBorderWidth: 0,
    },
  ]
}

const band = (data: Datum[], order: number) => ({
  type: 'bar' as const,
  data,
  grouped: false,
  order,
})

const points = (data: (number | null)[], order: number) => ({
  type: 'line' as const,
  data,
  showLine: false,
  clip: false as const,
  order,
})
