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

const pattern = (dash: string): number[] => (dash === '' ? [] : dash.split(' ').map(Number))

/** Pure, so that a test needs no canvas. The data are the spec's own values: null stays a gap. */
export function lineConfig(
  spec: LineSpec,
  look: Look,
): ChartConfiguration<'line', (number | null)[]> {
  const { lang, lines, years } = spec
  const grid = look.ink.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.16)')
  const max = Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
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
        x: { grid: { display: false }, ticks: { color: look.ink, maxRotation: 0 } },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: grid },
          ticks: {
            color: look.ink,
            maxTicksLimit: 5,
            callback: (value) => axisNumber(lang, max)(Number(value)),
          },
        },
      },
      plugins: { tooltip: tooltip(spec) },
    },
  }
}

/** Year, then every line with its exact value or the word for its gap. */
const tooltip = ({ lang, lines, unit, years }: LineSpec) => ({
  callbacks: {
    title: ([item]: readonly { readonly label: string }[]) =>
      lang === 'zh' ? `${item?.label ?? ''}年` : (item?.label ?? ''),
    label: ({ datasetIndex, parsed }: { datasetIndex: number; parsed: { y: number | null } }) => {
      const name = lines.length > 1 ? `${lines[datasetIndex]?.name} ` : ''
      return `${name}${exact(parsed.y ?? 0)} ${unit}`
    },
    footer: ([item]: readonly { readonly dataIndex: number }[]) => {
      const year = years[item?.dataIndex ?? -1] ?? 0
      return lines.flatMap(({ name, gaps }) =>
        gaps[year] === undefined ? [] : [lines.length > 1 ? `${name} ${gaps[year]}` : gaps[year]],
      )
    },
  },
})
