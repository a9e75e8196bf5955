import { wrap } from './text.ts'

/** A name below the picture; `x` and `y` are the baseline of its number, from the legend's own corner. */
export interface LegendEntry {
  readonly x: number
  readonly y: number
  readonly rows: readonly string[]
}

export interface Legend {
  readonly entries: readonly LegendEntry[]
  readonly height: number
}

/** Where the parts of an entry stand: number, sample of the line, name. */
export const legendParts = { line: 13, length: 28, name: 48 } as const

const wide = 480

/** Names go below where lines are many or room is scarce; then numbers stand at the ends of the lines. */
export const isKeyed = (lines: number, width: number): boolean =>
  lines > 5 || (lines > 1 && width < wide)

/** Full names in one column, or two where there is room; `size` is that of the type. */
export function legendOf(names: readonly string[], width: number, size: number): Legend {
  const columns = width < wide ? 1 : 2
  const room = width / columns
  const entries: LegendEntry[] = []
  let y = size
  for (let from = 0; from < names.length; from += columns) {
    const line = names.slice(from, from + columns).map((name, i) => ({
      x: i * room,
      y,
      rows: wrap(name, (room - legendParts.name - 12) / size),
    }))
    entries.push(...line)
    y += Math.max(...line.map(({ rows }) => rows.length)) * size * 1.35 + 4
  }
  return { entries, height: y - size + 10 }
}
