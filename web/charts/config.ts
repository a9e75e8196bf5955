import type { ChartConfiguration } from 'chart.js'
import type { LineSpec } from '#core/chart/spec.ts'
import { dashes } from '#core/chart/hue.ts'
import { axisNumber, exact } from '#core/text/number.ts'

/** What only the page knows: its colours by hue, its ink and its type. */
export interface Look {
  readonly ink: string
  readonly font: string
  readonly paper: string
  readonly colours: Readonly<Record<string, string>>
}

/** A dash of the picture as canvas and Chart.js want it. */
export const pattern = (dash: string): number[] => (dash === '' ? [] : dash.split(' ').map(Number))

/** Pure, so that a test needs no canvas. The data are the spec's own values: null stays a gap. */
export function lineConfig(
  spec: LineSpec,
  look: Look,
): ChartConfiguration<'line', (number | null)[]> {
  const { lines, years } = spec
  return {
    type: 'line',
    data: {
      labels: years.map((year) => `${year}${spec.excerpts.includes(year) ? '*' : ''}`),
      datasets: lines.map(({ name, hue, values }, i) => ({
        label: name,
        data: [...values],
        borderColor: look.colours[hue] || look.ink,
        backgroundColor: look.colours[hue] || look.ink,
        borderDash: pattern(dashes[i] ?? ''),
        borderWidth: 2,
        pointRadius: 3,
        pointHoverRadius: 5,
        spanGaps: false,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          // A single year stands in the middle.
          offset: years.length === 1,
          grid: { display: false },
          ticks: { color: look.ink, maxRotation: 0 },
        },
        y: valueAxis(spec, look),
      },
      plugins: { tooltip: tooltip(spec) },
    },
  }
}

function valueAxis({ lang, lines }: LineSpec, { ink }: Look) {
  const values = lines.flatMap((line) => line.values.map((value) => value ?? 0))
  const written = axisNumber(lang, Math.max(0, ...values))
  const whole = values.every((value) => Number.isInteger(value))
  return {
    beginAtZero: true,
    border: { display: false },
    grid: { color: ink.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.16)') },
    ticks: {
      color: ink,
      maxTicksLimit: 5,
      // There is no half of a decision.
      ...(whole ? { precision: 0 } : {}),
      callback: (value: number | string) => written(Number(value)),
    },
  }
}

interface Hovered {
  readonly datasetIndex: number
  readonly dataIndex: number
  readonly parsed: { readonly y: number | null }
}

/** Year, then every line with its exact value or the word for its gap. */
const tooltip = ({ lang, lines, unit, years }: LineSpec) => ({
  callbacks: {
    title: ([item]: readonly { readonly label: string }[]) =>
      lang === 'zh' ? `${item?.label ?? ''}年` : (item?.label ?? ''),
    label: ({ datasetIndex, dataIndex, parsed }: Hovered) => {
      const line = lines[datasetIndex]
      const name = lines.length > 1 ? `${line?.name} ` : ''
      const doubt = line?.disputed[years[dataIndex] ?? 0]
      return `${name}${exact(parsed.y ?? 0)} ${unit}${doubt ? ` ≠ ${doubt}` : ''}`
    },
    footer: ([item]: readonly { readonly dataIndex: number }[]) => {
      const year = years[item?.dataIndex ?? -1] ?? 0
      return lines.flatMap(({ name, gaps }) =>
        gaps[year] === undefined ? [] : [lines.length > 1 ? `${name} ${gaps[year]}` : gaps[year]],
      )
    },
  },
})
