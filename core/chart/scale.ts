import { nice, ticks as ticksOf } from 'd3-array'
import type { Lang } from '#core/text/lang.ts'
import { axisNumber, percent } from '#core/text/number.ts'
import { type Place, placeOf } from './place.ts'

/** An axis of values: its ends, what is written on it, and where values stand. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
  readonly tick: (value: number) => string
  readonly place: Place
}

/** What the axis is to hold, and how it is to be drawn. */
export interface Wanted {
  readonly values: readonly number[]
  /** There is no half of a decision. */
  readonly whole: boolean
  readonly scale?: 'log' | undefined
  /** Values are parts of 1. */
  readonly share?: boolean | undefined
}

export function scaleOf(lang: Lang, wanted: Wanted): Scale {
  return wanted.scale === 'log' ? logScale(lang, wanted) : linearScale(lang, wanted)
}

type Ends = readonly [low: number, high: number]

/** At most five grid lines from zero; whole numbers for what is counted; only the zero line where all is zero. */
function linearScale(lang: Lang, { values, whole, share = false }: Wanted): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (high === low)
    return { low: 0, high: 1, ticks: [0], tick: String, place: placeOf(0, 1, undefined) }
  const { ends, ticks } = rounded([low, high], whole && !share, 4)
  const tick = share
    ? (value: number) => percent(value).replace('.0%', '%')
    : axisNumber(lang, Math.max(...ends.map(Math.abs)))
  return { low: ends[0], high: ends[1], ticks, tick, place: placeOf(...ends, undefined) }
}

function rounded(
  [low, high]: Ends,
  whole: boolean,
  count: number,
): { readonly ends: Ends; readonly ticks: readonly number[] } {
  const ends = nice(low, high, count)
  const ticks = ticksOf(...ends, count).filter((tick) => !whole || Number.isInteger(tick))
  return ticks.length > 5 && count > 1 ? rounded([low, high], whole, count - 1) : { ends, ticks }
}

/** Powers of ten, at most five of them, and zero on a line of its own. */
function logScale(lang: Lang, { values, share = false }: Wanted): Scale {
  const positive = values.filter((value) => value > 0)
  const first = Math.floor(Math.log10(Math.min(...positive, Infinity)))
  const from = Number.isFinite(first) ? first : 0
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(1, ...positive))))
  const every = Math.ceil((to - from) / 4)
  const powers = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const ticks = powers
    .filter((power) => (power - from) % every === 0)
    .map((power) => Number(`1e${power}`))
  const [low, high] = [Number(`1e${from}`), Number(`1e${to}`)]
  return {
    low,
    high,
    ticks: [0, ...ticks],
    tick: (value) => (share ? percent(value) : axisNumber(lang, value)(value)),
    place: placeOf(low, high, 'log'),
  }
}
