import type { Chart } from 'chart.js'
import type { LeanSpec } from '#core/chart/lean.ts'
import type { Datum } from './datasets.ts'
import { placesOf, toldAt } from './told.ts'

type Step = (at: number, last: number) => number

const back: Step = (at) => Math.max(0, at - 1)
const on: Step = (at, last) => Math.min(last, at + 1)

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: back,
  ArrowUp: back,
  ArrowRight: on,
  ArrowDown: on,
  Home: () => 0,
  End: (_, last) => last,
}

/** Arrow keys move year by year or row by row; the status line says what stands there. Returns what stops it. */
export function moveByKeys(
  chart: Chart<'bar' | 'line', Datum[], number>,
  spec: LeanSpec,
  status: HTMLElement,
): () => void {
  const last = placesOf(spec) - 1
  // Years are read from the newest, rows from the first.
  let at = 'years' in spec ? last : -1
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || last < 0) return
    event.preventDefault()
    at = step(at, last)
    const points = chart.data.datasets.flatMap(({ data }, datasetIndex) =>
      data[at] === null ? [] : [{ datasetIndex, index: at }],
    )
    chart.setActiveElements(points)
    chart.tooltip?.setActiveElements(points, { x: 0, y: 0 })
    chart.update('none')
    status.textContent = spoken(spec, at)
  }
  chart.canvas.addEventListener('keydown', move)
  return () => chart.canvas.removeEventListener('keydown', move)
}

/** What a screen reader says at a year or row. */
export function spoken(spec: LeanSpec, at: number): string {
  const { title, series, rest } = toldAt(spec, at)
  const parts = [title, ...series.flatMap((text) => text ?? []), ...rest]
  return parts.join(spec.lang === 'zh' ? '，' : ', ')
}
