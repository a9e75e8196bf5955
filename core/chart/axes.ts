import type { Scale } from './scale.ts'
import { type, widthOf } from './text.ts'

/** Where years and values stand in a plot, from its own corner. */
export interface Axes {
  readonly width: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** From one year to the next. */
  readonly step: number
  readonly scale: Scale
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

/** Above the plot stand the notes of changed forms, and below them the topmost values. */
const plotTop = 32
const plotHeight = 168
/** Where all is zero there is nothing to see but the axis and a word. */
const flatHeight = 56

interface Wanted {
  readonly scale: Scale
  readonly years: readonly number[]
  readonly bands?: boolean
  /** Several have names, which need their room even where all is zero. */
  readonly lines?: number
}

/** Years side by side: as points from edge to edge, or each with a band of its own. */
export function axesOf(
  { scale, years, bands = false, lines = 1 }: Wanted,
  { width, room }: { width: number; room: number },
): Axes {
  const tall = scale.ticks.length > 1 || lines > 1 ? plotHeight : flatHeight
  const [top, bottom] = [plotTop, plotTop + tall]
  const right = width - room
  const steps = Math.max(1, bands ? years.length : years.length - 1)
  // A whole number of tenths: years stand at the same distance in every chart of a page, also when written down.
  const step = Math.floor(((right - tickRoom(scale)) / steps) * 10) / 10
  const left = right - step * steps
  const start = bands ? left + step / 2 : left
  return {
    width,
    left,
    right,
    top,
    bottom,
    step,
    scale,
    x: (i) => (years.length === 1 ? (left + right) / 2 : start + i * step),
    y: (value) => bottom - scale.place(value) * tall,
  }
}

/** Enough for six digits, so that charts beside each other begin at the same place. */
const usual = 44

const tickRoom = ({ ticks, tick }: Scale): number =>
  Math.max(usual, Math.max(...ticks.map((value) => widthOf(tick(value)))) * type.small + 14)
