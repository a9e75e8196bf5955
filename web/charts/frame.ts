import type { Chart, Plugin } from 'chart.js'
import type { LineSpec } from '#core/chart/spec.ts'
import { wrap } from '#core/chart/text.ts'
import type { Look } from './config.ts'
import { drawLegend, drawNames, legendBelow, nameRoom, nameSize } from './names.ts'
import { drawValues } from './values.ts'

const sizes = { heading: 16, text: 13, small: nameSize } as const
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
        const { top, bottom } = around(spec, chart.width)
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
        const foot = drawWords(chart, spec, look.font)
        drawLegend(chart, spec, look, foot)
        drawNames(chart, spec, look)
        chart.ctx.font = `600 ${sizes.text}px ${look.font}`
        drawValues(chart, spec, look)
      })
    },
  }
}

/** Room for the words above and below the plot. */
function around(spec: LineSpec, width: number) {
  const { below, top } = blocks(spec, width)
  const legend = legendBelow(spec, width)?.height ?? 0
  return { top, bottom: legend + below.length * sizes.small * leading + 8 }
}

/** Words keep their size on the narrowest phone, where the picture is scaled: below this the plot would be squeezed. */
export function leastHeight(spec: LineSpec, width: number): number {
  const { top, bottom } = around(spec, width)
  return top + bottom + 170
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

/** Returns where what stands below the plot begins. */
function drawWords({ ctx, width, height }: LineChart, spec: LineSpec, font: string): number {
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
  return height - below.length * sizes.small * leading - 8
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
