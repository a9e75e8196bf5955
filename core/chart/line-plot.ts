import { figure } from '#core/catalog/index.ts'
import { axesOf } from './axes.ts'
import { nameRows } from './ends.ts'
import { frame, frameFoot } from './frame.ts'
import { dashes, hues } from './hue.ts'
import { isKeyed, legendOf, longest } from './legend.ts'
import { marks } from './line-marks.ts'
import { referenceDash } from './mark-size.ts'
import { valuesOf } from './options.ts'
import { scaleOf } from './scale.ts'
import type { LineSpec } from './spec.ts'
import type { Drawing, Plot } from './sheet.ts'
import { n, rows, type } from './text.ts'

/** Lines over the years, with what stands behind them and the names below. */
export function linePlot(spec: LineSpec, width: number): Plot {
  const { years, lines } = spec
  const scale = scaleOf(spec.lang, {
    values: [...valuesOf(spec), ...(spec.domain ?? [])],
    whole: figure(spec.figure).kind !== 'amount',
    scale: spec.scale,
  })
  const full = lines.map(({ name }) => name)
  const isBelow = isKeyed(full, width)
  const ends = isBelow ? full.map((_, i) => [String(i + 1)]) : full.map(nameRows)
  const room = lines.length > 1 ? 10 + longest(ends.flat()) * type.small : 18
  const axes = axesOf({ scale, years, lines: lines.length }, { width, room })
  const gapAt = (i: number): string | undefined =>
    lines.every(({ values }) => values[i] === null)
      ? [...new Set(lines.map(({ gaps }) => gaps[years[i] ?? 0] ?? ''))].join('/')
      : undefined
  const foot = axes.bottom + frameFoot(spec)
  const below = legend(spec, width, isBelow)
  return {
    area: { ...axes, low: scale.low, high: scale.high },
    height: foot + below.height,
    svg: [
      frame(spec, axes, gapAt),
      marks(spec, axes, { ends, isBelow }),
      below.svg && `<g transform="translate(0 ${foot})">${below.svg}</g>`,
    ].join(''),
  }
}

interface Key {
  readonly mark: string
  readonly name: string
  readonly hue: keyof typeof hues
  readonly dash: string
}

/** Where the parts of a key stand: number, sample of the line, name. */
const parts = { line: 13, length: 28, name: 48 } as const

/** Number, line and full name of each, where the names do not stand at the lines; what they are compared with always. */
function legend({ lines, reference }: LineSpec, width: number, isBelow: boolean): Drawing {
  const named: readonly Key[] = isBelow
    ? lines.map(({ name, hue }, i) => ({ mark: String(i + 1), name, hue, dash: dashes[i] ?? '' }))
    : []
  const keys: readonly Key[] = reference
    ? [...named, { mark: '', name: reference.name, hue: 'grey', dash: referenceDash }]
    : named
  if (keys.length === 0) return { svg: '', height: 6 }
  const placed = legendOf(
    keys.map(({ name }) => name),
    width,
    { indent: parts.name },
  )
  const svg = placed.entries.map(({ x, y, rows: texts }, i) => {
    const { mark, hue, dash } = keys[i] ?? { mark: '', hue: 'grey', dash: '' }
    const sample = `<path d="M${n(x + parts.line)} ${n(y - 4)}h${parts.length}" stroke="currentColor" stroke-width="2"${dash && ` stroke-dasharray="${dash}"`}/>`
    return `<g class="h-${hue}" color="${hues[hue]}">${mark && rows([mark], x, y, type.small)}${sample}</g>${rows(texts, x + parts.name, y, type.small)}`
  })
  return { svg: svg.join(''), height: placed.height }
}
