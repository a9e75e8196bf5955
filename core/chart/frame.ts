import { widthOf } from './text.ts'
import type { Layout } from './layout.ts'
import { type } from './layout.ts'
import type { LineSpec } from './spec.ts'
import { escape, n } from './text.ts'

/** What stands behind the lines: grid, axis, years, gaps and changes of the form. */
export const frame = (spec: LineSpec, layout: Layout): string =>
  grid(layout) + yearLabels(spec, layout) + gapBands(spec, layout) + breaks(spec, layout)

function grid({ ticks, tick, left, right, y }: Layout): string {
  const rule = (value: number) => `M${n(left)} ${n(y(value))}H${n(right)}`
  const labels = ticks.map(
    (value) => `<text x="${n(left - 12)}" y="${n(y(value) + 4)}">${escape(tick(value))}</text>`,
  )
  const above = ticks.filter((value) => value !== 0).map(rule)
  return [
    `<path d="${above.join('')}" stroke="currentColor" stroke-opacity=".16"/>`,
    `<path d="${rule(0)}" stroke="currentColor" stroke-opacity=".6"/>`,
    `<g text-anchor="end" fill-opacity=".75">${labels.join('')}</g>`,
  ].join('')
}

/** As many years as fit, counted back from the last. */
function yearLabels({ years, excerpts }: LineSpec, { x, step, bottom }: Layout): string {
  const every = Math.max(1, Math.ceil((4.2 * 0.56 * type.small + 6) / Math.max(step, 1)))
  const shown = years.flatMap((year, i) =>
    (years.length - 1 - i) % every === 0 ? [[year, i]] : [],
  )
  const labels = shown.map(
    ([year = 0, i = 0]) =>
      `<text x="${n(x(i))}" y="${n(bottom + 17)}">${year}${excerpts.includes(year) ? '*' : ''}</text>`,
  )
  return `<g text-anchor="middle" fill-opacity=".75">${labels.join('')}</g>`
}

interface Gap {
  readonly from: number
  readonly to: number
  readonly word: string
}

/** Runs of years in which no line has a number, for one and the same reason. */
function gapRuns({ years, lines }: LineSpec): Gap[] {
  const runs: Gap[] = []
  for (const [i, year] of years.entries()) {
    if (lines.some(({ values }) => values[i] !== null)) continue
    const words = new Set(lines.map(({ gaps }) => gaps[year] ?? ''))
    const word = [...words].join('/')
    const last = runs.at(-1)
    if (last && last.to === i - 1 && last.word === word) runs[runs.length - 1] = { ...last, to: i }
    else runs.push({ from: i, to: i, word })
  }
  return runs
}

/** A pale band with a hollow mark and the word, off the axis so that nobody takes it for zero. */
function gapBands(spec: LineSpec, layout: Layout): string {
  return gapRuns(spec)
    .map(({ from, to, word }) => {
      const { x, top, bottom, step } = layout
      const half = spec.years.length === 1 ? 40 : step / 2
      const [start, end] = [
        Math.max(layout.left, x(from) - half),
        Math.min(layout.right + (spec.lines.length > 1 ? 0 : 10), x(to) + half),
      ]
      const middle = (top + bottom) / 2
      const rings = Array.from({ length: to - from + 1 }, (_, i) => ring(x(from + i), middle))
      return [
        `<path d="M${n(start)} ${n(top)}H${n(end)}V${n(bottom)}H${n(start)}z" fill-opacity=".05"/>`,
        `<path d="${rings.join('')}" fill="none" stroke="currentColor" stroke-opacity=".6"/>`,
        gapWord(word, (x(from) + x(to)) / 2, middle, { room: end - start, width: layout.width }),
      ].join('')
    })
    .join('')
}

const ring = (x: number, y: number): string => `M${n(x - 3)} ${n(y)}a3 3 0 1 0 6 0a3 3 0 1 0-6 0`

/** Across where there is room, else upright; never beyond the picture. */
function gapWord(
  word: string,
  x: number,
  y: number,
  { room, width }: { room: number; width: number },
) {
  const half = (widthOf(word) * type.small) / 2
  const place =
    half * 2 <= room
      ? `x="${n(Math.min(x, width - half))}" y="${n(y - 10)}" text-anchor="middle"`
      : `transform="translate(${n(x + 4)} ${n(y - 10)})rotate(-90)"`
  return `<text ${place} fill-opacity=".75">${escape(word)}</text>`
}

function breaks(spec: LineSpec, { x, step, top, bottom, left, right }: Layout): string {
  return Object.entries(spec.breaks)
    .map(([year, note]) => {
      const at = x(spec.years.indexOf(Number(year))) - step / 2
      const left0 = at + 4 + widthOf(note) * type.small > right + 14 && at - left > 40
      const place = left0 ? `x="${n(at - 4)}" text-anchor="end"` : `x="${n(at + 4)}"`
      return `<path d="M${n(at)} ${n(top - 12)}V${n(bottom)}" stroke="currentColor" stroke-opacity=".5" stroke-dasharray="2 3"/><text ${place} y="${n(top - 6)}" fill-opacity=".75">${escape(note)}</text>`
    })
    .join('')
}
