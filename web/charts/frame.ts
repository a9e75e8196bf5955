import type { Chart, Plugin } from 'chart.js'
import { moveApart, shortName } from '#core/chart/ends.ts'
import type { LineSpec } from '#core/chart/spec.ts'
import { wrap } from '#core/chart/text.ts'
import type { Look } from './config.ts'
import { drawValues } from './values.ts'

const sizes = { heading: 16, text: 13, small: 12 } as const
const leading = 1.4
const soft = 0.75

type LineChart = Chart<'line'>

/** The words of the picture (title, unit, credit, gaps, changes of form, values) drawn into the canvas as well. */
export function frameOf(spec: LineSpec, look: Look): Plugin<'line'> {
  const inFont = (chart: LineChart, draw: () => void) => {
    chart.ctx.save()
    chart.ctx.fillStyle = chart.ctx.strokeStyle = look.ink
    chart.ctx.font = `${sizes.small}px ${look.font}`
    draw()
    chart.ctx.restore()
  }
  return {
    id: 'frame',
    beforeLayout(chart) {
      inFont(chart, () => {
        const { below, top } = blocks(spec, chart.width)
        const bottom = below.length * sizes.small * leading + 8
        chart.options.layout = { padding: { top, bottom, right: nameRoom(chart, spec) } }
      })
    },
    beforeDatasetsDraw(chart) {
      inFont(chart, () => {
        drawGaps(chart, spec)
        drawBreaks(chart, spec)
      })
    },
    afterDatasetsDraw(chart) {
      inFont(chart, () => {
        drawWords(chart, spec, look.font)
        drawNames(chart, spec, look)
        chart.ctx.font = `600 ${sizes.text}px ${look.font}`
        drawValues(chart, spec, look)
      })
    },
  }
}

interface Row {
  readonly text: string
  readonly size: number
  readonly bold: boolean
  /** Where its baseline stands. */
  readonly y: number
}

function blocks({ heading, subject, unit, lang, notes, credit }: LineSpec, width: number) {
  const above: Row[] = []
  let y = 0
  const add = (text: string, size: number, bold = false) => {
    for (const line of wrap(text, width / size)) {
      above.push({ text: line, size, bold, y: y + size })
      y += size * leading
    }
  }
  add(heading, sizes.heading, true)
  add(subject, sizes.text)
  y += 8
  add(lang === 'zh' ? `单位：${unit}` : `Unit: ${unit}`, sizes.small)
  const below = [...notes, ...credit].flatMap((line) => wrap(line, width / sizes.small))
  return { above, below, top: y + 14 }
}

function drawWords({ ctx, width, height }: LineChart, spec: LineSpec, font: string): void {
  const { above, below } = blocks(spec, width)
  for (const { text, size, bold, y } of above) {
    ctx.globalAlpha = bold ? 1 : soft
    ctx.font = `${bold ? '600 ' : ''}${size}px ${font}`
    ctx.fillText(text, 0, y)
  }
  ctx.font = `${sizes.small}px ${font}`
  for (const [i, text] of below.entries())
    ctx.fillText(text, 0, height - (below.length - 1 - i) * sizes.small * leading - 4)
  ctx.globalAlpha = 1
}

/** A pale band and the word where no line has a number; upright where there is no room across. */
function drawGaps({ ctx, scales, chartArea, width }: LineChart, { years, lines }: LineSpec): void {
  const { x } = scales
  if (!x) return
  const half = years.length > 1 ? (x.getPixelForValue(1) - x.getPixelForValue(0)) / 2 : 40
  for (const [i, year] of years.entries()) {
    if (lines.some(({ values }) => values[i] !== null)) continue
    const at = x.getPixelForValue(i)
    const from = Math.max(chartArea.left, at - half)
    const word = lines[0]?.gaps[year] ?? ''
    const long = ctx.measureText(word).width
    ctx.globalAlpha = 0.06
    ctx.fillRect(from, chartArea.top, Math.min(chartArea.right, at + half) - from, chartArea.height)
    ctx.globalAlpha = soft
    ctx.save()
    ctx.translate(Math.min(at, width - long / 2), (chartArea.top + chartArea.bottom) / 2)
    if (long > half * 2) ctx.rotate(-Math.PI / 2)
    ctx.textAlign = 'center'
    ctx.fillText(word, 0, 4)
    ctx.restore()
  }
  ctx.globalAlpha = 1
}

function drawBreaks({ ctx, scales, chartArea }: LineChart, spec: LineSpec): void {
  const { x } = scales
  if (!x) return
  const { top, bottom } = chartArea
  ctx.globalAlpha = soft
  ctx.setLineDash([2, 3])
  for (const [year, note] of Object.entries(spec.breaks)) {
    const i = spec.years.indexOf(Number(year))
    const at = (x.getPixelForValue(i) + x.getPixelForValue(i - 1)) / 2
    ctx.beginPath()
    ctx.moveTo(at, top - 12)
    ctx.lineTo(at, bottom)
    ctx.stroke()
    ctx.fillText(note, at + 4, top - 6)
  }
  ctx.setLineDash([])
  ctx.globalAlpha = 1
}

const nameRoom = ({ ctx }: LineChart, { lines }: LineSpec): number =>
  lines.length < 2
    ? 16
    : 14 +
      Math.max(
        ...lines.flatMap(({ name }) => shortName(name)).map((row) => ctx.measureText(row).width),
      )

/** Names at the ends of several lines, in their colours. */
function drawNames(chart: LineChart, { lines }: LineSpec, { ink, colours }: Look): void {
  if (lines.length < 2) return
  const { ctx, chartArea } = chart
  const height = sizes.small * 1.2
  const labels = lines.flatMap(({ name, hue, values }, i) => {
    const last = values.reduce<number>((found, value, at) => (value === null ? found : at), -1)
    const point = chart.getDatasetMeta(i).data[last]
    const rows = shortName(name)
    return point ? [{ rows, hue, y: point.y, tall: rows.length * height }] : []
  })
  const edges = { top: chartArea.top - 4, bottom: chartArea.bottom + 8 }
  for (const { rows, hue, y } of moveApart(labels, edges)) {
    ctx.fillStyle = colours[hue] || ink
    for (const [row, text] of rows.entries())
      ctx.fillText(text, chartArea.right + 10, y + 4 + row * height)
  }
}
