import type { Chart } from 'chart.js'
import type { LineSpec } from '#core/chart/spec.ts'

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowRight: (at, last) => Math.min(last, at + 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** Arrow keys move year by year; the status line says what stands there. Returns what stops it. */
export function moveByKeys(
  chart: Chart<'line', (number | null)[]>,
  spec: LineSpec,
  status: HTMLElement,
): () => void {
  const last = spec.years.length - 1
  let at = last
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    at = step(at, last)
    const points = spec.lines.flatMap(({ values }, datasetIndex) =>
      values[at] === null ? [] : [{ datasetIndex, index: at }],
    )
    chart.setActiveElements(points)
    chart.tooltip?.setActiveElements(points, { x: 0, y: 0 })
    chart.update('none')
    status.textContent = spoken(spec, at)
  }
  chart.canvas.addEventListener('keydown', move)
  return () => chart.canvas.removeEventListener('keydown', move)
}

/** What a screen reader says at a year: every line's name, value and unit, whether it is in dispute, or why there is none. */
export function spoken({ lang, years, lines, unit }: LineSpec, at: number): string {
  const year = years[at] ?? 0
  const parts = lines.map(({ name, values, gaps, disputed }) => {
    const value = values[at] ?? null
    const doubt = disputed[year] ? ` ${disputed[year]}` : ''
    return `${name} ${value === null ? (gaps[year] ?? '') : `${value}${lang === 'zh' ? '' : ' '}${unit}${doubt}`}`
  })
  return [lang === 'zh' ? `${year}年` : String(year), ...parts].join(lang === 'zh' ? '，' : ', ')
}
