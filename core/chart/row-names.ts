import { longest } from './legend.ts'
import { leading, rows, type, wrap } from './text.ts'

const mostRows = 3
const narrowest = 8

/** Names to the left of rows of equal height, in rows of their own: three at most, where half of the width allows it. */
export function rowNames(names: readonly string[], width: number): string[][] {
  const most = Math.floor((width * 0.45) / type.small)
  const inRows = (room: number) => names.map((name) => wrap(name, room))
  let room = Math.min(narrowest, most)
  while (room < most && inRows(room).some((name) => name.length > mostRows)) room += 1
  return inRows(room)
}

/** What names take of the width, with what keeps them from what follows. */
export const nameRoom = (names: readonly (readonly string[])[]): number =>
  longest(names.flat()) * type.small + 10

/** Where rows stand that are as tall as their texts need: their upper edges, and the lower one of the last. */
export function rowEdges(
  texts: readonly (readonly (readonly string[])[])[],
  { top, least }: { top: number; least: number },
): number[] {
  const heights = (texts[0] ?? []).map((_, row) => {
    const lines = Math.max(1, ...texts.map((column) => column[row]?.length ?? 0))
    return Math.max(least, Math.ceil(lines * type.small * leading + 6))
  })
  return heights.reduce((edges, height) => [...edges, (edges.at(-1) ?? top) + height], [top])
}

/** Text in rows around the middle of `y`. */
export const around = (text: readonly string[], x: number, y: number): string =>
  rows(text, x, y + 4 - ((text.length - 1) * type.small * leading) / 2, type.small)

export const middleOf =
  (edges: readonly number[]) =>
  (row: number): number =>
    ((edges[row] ?? 0) + (edges[row + 1] ?? 0)) / 2
