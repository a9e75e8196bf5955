import {
  BarController,
  BarElement,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js'
import type { LeanSpec } from '#core/chart/lean.ts'
import { areaOf } from './area.ts'
import { chartConfig } from './config.ts'
import { moveByKeys } from './keys.ts'
import { ZeroLogScale } from './zero-log.ts'

Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
  ZeroLogScale,
)
// For anyone who wants to look at a chart's data in the console.
Object.assign(globalThis, { Chart })

/** Puts a canvas over the picture that draws its marks in the same place; the words stay the picture's. Returns what undoes it. */
export function drawChart(figure: HTMLElement, svg: SVGSVGElement, spec: LeanSpec): () => void {
  const { stage, canvas, status } = setUp(svg)
  const style = getComputedStyle(figure)
  const tones = [...svg.querySelectorAll('[class^="h-"]')].map((mark) => mark.classList[0] ?? '')
  const colours = Object.fromEntries(
    tones.map((name) => [name.slice(2), style.getPropertyValue(`--${name.slice(2)}`).trim()]),
  )
  const paper = getComputedStyle(document.body).backgroundColor
  const look = { ink: style.color, paper, font: style.fontFamily, colours }
  Chart.defaults.font.family = look.font
  const area = areaOf(svg.getAttribute('viewBox') ?? '', svg.dataset['area'] ?? '')
  const chart = new Chart(canvas, chartConfig(spec, area, look))
  figure.classList.add('live')
  // One stop for the keyboard: the canvas instead of the figure.
  if (document.activeElement === figure) canvas.focus()
  figure.removeAttribute('tabindex')
  const stopKeys = moveByKeys(chart, spec, status)
  return () => {
    stopKeys()
    chart.destroy()
    stage.replaceWith(svg)
    figure.classList.remove('live')
  }
}

/** The picture keeps its place and its size, so nothing moves; the canvas lies on top of it. */
function setUp(svg: SVGSVGElement) {
  const name = nameOf(svg)
  const description = svg.querySelector('desc')?.id ?? tableId(svg)
  const stage = document.createElement('div')
  stage.className = 'stage'
  svg.replaceWith(stage)
  const layer = document.createElement('div')
  layer.className = 'canvas'
  const canvas = document.createElement('canvas')
  canvas.tabIndex = 0
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', name)
  if (description) canvas.setAttribute('aria-describedby', description)
  const status = document.createElement('p')
  status.className = 'vh'
  status.setAttribute('role', 'status')
  layer.append(canvas)
  stage.append(svg, layer, status)
  return { stage, canvas, status }
}

/** A picture in a block leaves its title to the heading. */
function nameOf(svg: SVGSVGElement): string {
  const figure = svg.closest('figure')
  const heading = document.getElementById(figure?.getAttribute('aria-labelledby') ?? '')
  return (
    heading?.textContent ??
    svg.querySelector('title')?.textContent ??
    figure?.getAttribute('aria-label') ??
    ''
  )
}

/** And its description to the table beside it. */
function tableId(svg: SVGSVGElement): string | undefined {
  const block = svg.closest('.block')
  const table = block?.querySelector('table')
  if (block && table) table.id = `${block.id}-numbers`
  return table?.id
}
