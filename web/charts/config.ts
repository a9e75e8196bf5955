import type { ChartConfiguration, TooltipItem } from 'chart.js'
import type { LeanSpec } from '#core/chart/lean.ts'
import { wrap } from '#core/chart/text.ts'
import type { Area } from './area.ts'
import { type Datum, type Look, datasetsOf } from './datasets.ts'
import { toldAt } from './told.ts'

export type Config = ChartConfiguration<'bar' | 'line', Datum[], number>

/**
 * Pure, so that a test needs no canvas: the marks of the picture in the very place where it has them. Words, axes and
 * grid stay those of the picture below.
 */
export function chartConfig(spec: LeanSpec, area: Area, look: Look): Config {
  const value = valueAxis(spec, area)
  const index = indexAxis(spec, area)
  const isLying = !('years' in spec)
  return {
    type: 'bar',
    data: {
      labels: 'years' in spec ? [...spec.years] : [...area.rows],
      datasets: datasetsOf(spec, area, look),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: isLying ? 'y' : 'x',
      layout: { padding: ({ chart }) => padding(area, chart.width / area.width) },
      interaction: { mode: 'index', intersect: false, axis: isLying ? 'y' : 'x' },
      scales: isLying ? { x: value, y: index } : { x: index, y: value },
      plugins: { tooltip: tooltip(spec, look) },
    },
  }
}

const padding = ({ left, top, right, bottom, width, height }: Area, unit: number) => ({
  left: left * unit,
  top: top * unit,
  right: (width - right) * unit,
  bottom: (height - bottom) * unit,
})

const hidden = {
  type: 'linear' as const,
  display: false,
  // Bars would move in by half a bar at both ends.
  offset: false,
  // The thickness of bars follows the distance of ticks, where these are closer than the bars.
  afterBuildTicks: (axis: { ticks: unknown[] }) => {
    axis.ticks = []
  },
}

const valueAxis = (spec: LeanSpec, { low, high }: Area) =>
  spec.kind !== 'bars' && spec.scale === 'log'
    ? { type: 'zeroLog' as const, display: false, min: 0, max: 1, from: low, to: high }
    : { ...hidden, min: low, max: high, stacked: spec.kind === 'stack' }

/** Years as the picture has them: points from edge to edge, or bands; a single one in the middle. Rows by their middles. */
function indexAxis(spec: LeanSpec, { top, bottom }: Area) {
  if (!('years' in spec)) return { ...hidden, min: top, max: bottom, reverse: true }
  const { years, kind } = spec
  const beside = years.length === 1 ? 1 : kind === 'stack' ? 0.5 : 0
  return {
    ...hidden,
    min: (years[0] ?? 0) - beside,
    max: (years[years.length - 1] ?? 0) + beside,
    stacked: kind === 'stack',
  }
}

type Item = Pick<TooltipItem<'bar' | 'line'>, 'dataIndex' | 'datasetIndex'>

/** Em in a line of the tooltip: less than a phone is wide. */
const lineLength = 24

const placeIn = ([item]: readonly Item[]): number => item?.dataIndex ?? -1

/** Year or row, then every value exactly, then the words for gaps and doubts. */
function tooltip(spec: LeanSpec, { ink, paper }: Look) {
  return {
    backgroundColor: paper,
    titleColor: ink,
    bodyColor: ink,
    footerColor: ink,
    borderColor: ink,
    borderWidth: 1,
    cornerRadius: 2,
    bodyFont: { size: 11 },
    footerFont: { size: 11, weight: 'normal' as const },
    displayColors: spec.kind === 'line' || spec.kind === 'stack',
    // As they stand above each other in the bar.
    itemSort: (a: Item, b: Item) =>
      spec.kind === 'stack' ? b.datasetIndex - a.datasetIndex : a.datasetIndex - b.datasetIndex,
    callbacks: {
      title: (items: readonly Item[]) => toldAt(spec, placeIn(items)).title,
      label: ({ dataIndex, datasetIndex }: Item) =>
        wrap(toldAt(spec, dataIndex).series[datasetIndex] ?? '', lineLength),
      footer: (items: readonly Item[]) =>
        toldAt(spec, placeIn(items)).rest.flatMap((text) => wrap(text, lineLength)),
    },
  }
}
