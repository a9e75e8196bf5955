import { nameRows } from './ends.ts'
import { leading, type, widthOf, wrap } from './text.ts'

/** A name below the picture; `x` and `y` are the baseline of its key, from the legend's own corner. */
export interface LegendEntry {
  readonly x: number
  readonly y: number
  readonly rows: readonly string[]
}

export interface Legend {
  readonly entries: readonly LegendEntry[]
  readonly height: number
}

const wide = 480

/** Rows of names that the side of a plot has room for. */
const sideRows = 11

/** Names go below where lines are many, or there is no room beside them; numbers stand at the lines' ends then. */
export function isKeyed(names: readonly string[], width: number): boolean {
  const tall = names.map((name) => nameRows(name).length)
  const isTall = Math.max(...tall) > 3 || tall.reduce((sum, one) => sum + one, 0) > sideRows
  return names.length > 5 || (names.length > 1 && (width < wide || isTall))
}

/** Full names in one column, or two where there is room; `indent` is what their keys take. */
export function legendOf(
  names: readonly string[],
  width: number,
  { indent, columns = width < wide ? 1 : 2 }: { indent: number; columns?: number },
): Legend {
  const room = width / columns
  const entries: LegendEntry[] = []
  let y: number = type.small
  for (let from = 0; from < names.length; from += columns) {
    const line = names.slice(from, from + columns).map((name, i) => ({
      x: i * room,
      y,
      rows: wrap(name, (room - indent - 12) / type.small),
    }))
    entries.push(...line)
    y += Math.max(...line.map(({ rows }) => rows.length)) * type.small * leading + 4
  }
  return { entries, height: y - type.small + 10 }
}

export const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf))
