import {
  CategoryScale,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { LineSpec } from '#core/chart/spec.ts'
import { lineConfig } from './config.ts'
import { frameOf, leastHeight } from './frame.ts'
import { moveByKeys } from './keys.ts'

Chart.register(CategoryScale, LineController, LineElement, LinearScale, PointElement, Tooltip)
// For anyone who wants to look at a chart's data in the console.
Object.assign(globalThis, { Chart })

/** Puts a canvas of the same size over the picture; the picture stays for print. Returns what takes it away again. */
export function drawLine(figure: HTMLElement, svg: SVGSVGElement, spec: LineSpec): () => void {
  const { box, canvas, status } = stage(figure, svg, spec)
  const style = getComputedStyle(figure)
  const colours = Object.fromEntries(
    spec.lines.map(({ hue }) => [hue, style.getPropertyValue(`--${hue}`).trim()]),
  )
  const paper = getComputedStyle(document.body).backgroundColor
  const look = { ink: style.color, paper, font: style.fontFamily, colours }
  Chart.defaults.font.family = look.font
  const chart = new Chart(canvas, {
    ...lineConfig(spec, look),
    plugins: [frameOf(spec, look)],
  })
  figure.classList.add('live')
  // One stop for the keyboard: the canvas instead of the figure.
  if (document.activeElement === figure) canvas.focus()
  figure.removeAttribute('tabindex')
  const stopKeys = moveByKeys(chart, spec, status)
  return () => {
    stopKeys()
    chart.destroy()
    box.remove()
    figure.classList.remove('live')
  }
}

function stage(figure: HTMLElement, svg: SVGSVGElement, spec: LineSpec) {
  const { width, height: drawn } = svg.getBoundingClientRect()
  const height = Math.max(drawn, leastHeight(spec, width))
  const box = document.createElement('div')
  box.className = 'canvas'
  const canvas = document.createElement('canvas')
  canvas.tabIndex = 0
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', svg.querySelector('title')?.textContent ?? '')
  const description = svg.querySelector('desc')?.id
  if (description) canvas.setAttribute('aria-describedby', description)
  const status = document.createElement('p')
  status.className = 'vh'
  status.setAttribute('role', 'status')
  // The stylesheet keeps the picture's proportions, so that turning a phone keeps them too.
  box.style.aspectRatio = `${width} / ${height}`
  box.style.height = `${height}px`
  box.append(canvas, status)
  figure.prepend(box)
  return { box, canvas, status }
}
