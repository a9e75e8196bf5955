import { exact } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import { hues, toneColour } from './hue.ts'
import { lying } from './mark-size.ts'
import { around, middleOf, nameRoom, rowEdges, rowNames } from './row-names.ts'
import { type Scale, scaleOf } from './scale.ts'
import type { StripRow, StripSpec } from './strip.ts'
import type { Plot } from './sheet.ts'
import { escape, n, shareText, type, widthOf, wrap } from './text.ts'

const top = 8

interface Across {
  readonly left: number
  readonly right: number
  readonly x: (value: number) => number
}

/** Per row a thin line, a box and a tick for how the group is spread, a dot for the bureau's own number. */
export function stripPlot(spec: StripSpec, width: number): Plot {
  const { lang, rows, share, scale: kind } = spec
  const names = rowNames(
    rows.map(({ name }) => name),
    width,
  ).map((name, i) => [...name, t(lang, 'reports_n', { n: rows[i]?.n ?? 0 })])
  const left = nameRoom(names)
  const values = rows.flatMap(valuesOf)
  const whole = values.every((value) => Number.isInteger(value))
  const scale = scaleOf(lang, { values, whole, share, scale: kind })
  const ends = (widthOf(scale.tick(scale.high)) * type.small) / 2
  const right = width - Math.max(20, ends)
  const across: Across = { left, right, x: (value) => left + scale.place(value) * (right - left) }
  const words = rows.map((row) => wrap(wordsOf(spec, row), (width - left) / type.small))
  const edges = rowEdges([names, words], { top, least: 34 })
  const bottom = edges.at(-1) ?? top
  // Numbers stand above the marks: the middle of both is a little lower.
  const y = (i: number): number => middleOf(edges)(i) + 5
  return {
    area: {
      left,
      right,
      top,
      bottom,
      low: scale.low,
      high: scale.high,
      rows: rows.map((_, i) => y(i)),
    },
    height: bottom + 34,
    svg: [
      axis(scale, across, bottom),
      names.map((name, i) => around(name, 0, y(i))).join(''),
      ...rows.map((row, i) =>
        row.percentiles
          ? spread(spec, row, { ...across, y: y(i) })
          : around(words[i] ?? [], left, y(i)),
      ),
    ].join(''),
  }
}

const valuesOf = ({ percentiles, own }: StripRow): number[] =>
  percentiles ? [...Object.values(percentiles), ...(own === null ? [] : [own])] : []

/** What stands in a row without a spread: the bureau's own number, and why. */
const wordsOf = (spec: StripSpec, { own, gap, percentiles }: StripRow): string => {
  if (percentiles) return ''
  return own === null ? gap : `${numberOf(spec, own)}${spec.lang === 'zh' ? '；' : '; '}${gap}`
}

const numberOf = ({ share }: StripSpec, value: number): string =>
  share ? shareText(value) : exact(value)

/** As many numbers as stand beside each other, the lowest first. */
function axis({ ticks, tick }: Scale, { x }: Across, bottom: number): string {
  const lines = ticks.map((value) => `M${n(x(value))} ${top}V${n(bottom)}`)
  let free = -Infinity
  const labels = ticks.flatMap((value) => {
    const half = (widthOf(tick(value)) * type.small) / 2
    if (x(value) - half < free) return []
    free = x(value) + half + 6
    return [`<text x="${n(x(value))}" y="${n(bottom + 15)}">${escape(tick(value))}</text>`]
  })
  return `<path d="${lines.join('')}" stroke="currentColor" stroke-opacity=".16"/><g text-anchor="middle" fill-opacity=".75">${labels.join('')}</g>`
}

/** The group in grey; the bureau in its colour, with its number above. */
function spread(
  spec: StripSpec,
  row: StripRow,
  { left, right, x, y }: Across & { y: number },
): string {
  const { percentiles: p, own, hue } = row
  if (!p) return ''
  const group = [
    `<path d="M${n(x(p.p10))} ${n(y)}H${n(x(p.p90))}" stroke="currentColor" stroke-opacity=".6"/>`,
    `<path d="M${n(x(p.p25))} ${n(y - lying.box / 2)}H${n(x(p.p75))}v${lying.box}H${n(x(p.p25))}z" class="h-r6" color="${toneColour('r6')}"/>`,
    `<path d="M${n(x(p.p50))} ${n(y - 7)}v14" stroke="currentColor" stroke-width="2"/>`,
  ].join('')
  if (own === null) return `<g class="marks">${group}</g>`
  const text = numberOf(spec, own)
  const half = (widthOf(text) * type.small) / 2
  const middle = Math.max(left + half, Math.min(right + 20 - half, x(own)))
  return [
    `<g class="marks">${group}<path class="h-${hue}" color="${hues[hue]}" d="M${n(x(own))} ${n(y)}h.01" stroke="currentColor" stroke-width="9" stroke-linecap="round"/></g>`,
    `<text class="h-${hue}" color="${hues[hue]}" x="${n(middle)}" y="${n(y - 10)}" text-anchor="middle" font-weight="600">${escape(text)}</text>`,
  ].join('')
}
