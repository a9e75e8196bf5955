import { type Rule, cluster, nearest } from './page.ts'

/** Lines nearer to each other than this are one line: both borders of neighbouring cells. */
export const reach = 3.5
/** How far a line may fall short of the line it meets. */
const slack = 3
/** A dashed line has longer gaps, but only between short dashes. */
const [dash, dashGap] = [15, 6]
/** Shorter lines are no side of a cell. */
const shortest = 5
/** More lines than any page of a report has, before and after pieces and dots are put together. */
const maxPieces = 100_000
const maxRules = 4000

/** A horizontal (`at` is y) or vertical (`at` is x) line from `from` to `to`. */
export interface Bar {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Lines that meet each other. */
export interface Frame {
  readonly across: Bar[]
  readonly down: Bar[]
}

/** The frames of a page, smallest first. */
export function frames(rules: readonly Rule[]): Frame[] {
  if (rules.length > maxPieces) return []
  const across = merge(
    rules
      .filter(({ y0, y1 }) => y0 === y1)
      .map(({ x0, x1, y0 }) => ({ at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1) })),
  )
  const down = merge(
    rules
      .filter(({ x0, x1 }) => x0 === x1)
      .map(({ x0, y0, y1 }) => ({ at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1) })),
  )
  if (across.length + down.length > maxRules) return []
  return connected(across, down).toSorted((a, b) => area(a) - area(b))
}

const area = ({ across, down }: Frame): number =>
  Math.max(...across.map(({ from, to }) => to - from)) *
  Math.max(...down.map(({ from, to }) => to - from))

/**
 * Pieces of one line become one line, the dots of a dotted line too. Lines of other tables that happen to be almost at
 * the same place stay where they are.
 */
function merge(bars: readonly Bar[]): Bar[] {
  const places = cluster(
    bars.map(({ at }) => at),
    reach,
  )
  const byPlace = Map.groupBy(bars, ({ at }) => nearest(places, at))
  return [...byPlace.values()].flatMap((group) =>
    pieces(group).flatMap((line) => {
      const to = Math.max(...line.map((bar) => bar.to))
      const from = line[0]?.from ?? to
      const at = line.reduce((sum, bar) => sum + bar.at, 0) / line.length
      return to - from < shortest ? [] : [{ at, from, to }]
    }),
  )
}

/** Bars that follow each other without a gap. */
function pieces(bars: readonly Bar[]): Bar[][] {
  const found: Bar[][] = []
  let last: Bar = { at: 0, from: 0, to: Number.NEGATIVE_INFINITY }
  for (const bar of bars.toSorted((a, b) => a.from - b.from)) {
    const gap = isDash(last) && isDash(bar) ? dashGap : reach
    if (bar.from > last.to + gap) found.push([])
    found.at(-1)?.push(bar)
    if (bar.to > last.to) last = bar
  }
  return found
}

const isDash = ({ from, to }: Bar): boolean => to - from < dash

const meet = (h: Bar, v: Bar): boolean =>
  v.at >= h.from - slack && v.at <= h.to + slack && h.at >= v.from - slack && h.at <= v.to + slack

function connected(across: readonly Bar[], down: readonly Bar[]): Frame[] {
  const rest = { across: new Set(across), down: new Set(down) }
  const found: Frame[] = []
  for (const start of across) {
    if (!rest.across.delete(start)) continue
    const frame: Frame = { across: [start], down: [] }
    // Both lists grow while they are gone through.
    for (let h = 0, v = 0; h < frame.across.length;) {
      for (const bar of frame.across.slice(h)) {
        h++
        frame.down.push(...take(rest.down, (other) => meet(bar, other)))
      }
      for (const bar of frame.down.slice(v)) {
        v++
        frame.across.push(...take(rest.across, (other) => meet(other, bar)))
      }
    }
    if (frame.across.length + frame.down.length > 2 && frame.down.length > 0) found.push(frame)
  }
  return found
}

function take(set: Set<Bar>, wanted: (bar: Bar) => boolean): Bar[] {
  const taken = [...set].filter(wanted)
  for (const bar of taken) set.delete(bar)
  return taken
}
