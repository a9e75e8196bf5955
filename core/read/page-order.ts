import type { Rule } from './page.ts'
import type { Box } from './page-lattice.ts'
import { type Line, type Run, lines } from './page-run.ts'
import { tables } from './page-table.ts'

/** A line of text or a ruled table, in the order of reading. */
export type Item =
  | { readonly kind: 'line'; readonly line: Line; readonly column: Column }
  | { readonly kind: 'table'; readonly boxes: readonly Box[] }

/** The part of the page's width that the text around a line fills. */
export interface Column {
  readonly x0: number
  readonly x1: number
}

/** Something that stands on the page, with its bounds: a table, or a part of a line without wide gaps. */
interface Piece {
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
  readonly boxes?: readonly Box[]
  readonly runs: readonly Run[]
}

/** The items of a page; the columns of a page are read one after the other. */
export function items(runs: readonly Run[], rules: readonly Rule[], width: number): Item[] {
  const { found, free } = tables(rules, runs)
  const pieces = [
    ...found.map((boxes) => tablePiece(boxes.map((box) => cutAtEdge(box, width)))),
    ...lines(free).flatMap(linePieces),
  ]
  return columns(pieces, width).flatMap(itemsOf)
}

/** A cell that the edge of the page cuts off may hold more than can be seen: empty it is not for certain. */
const cutAtEdge = (box: Box, width: number): Box =>
  box.text === '' && box.x1 > width - 3 ? { ...box, text: '\ufffd' } : box

function linePieces({ runs }: Line): Piece[] {
  const pieces: Piece[] = []
  for (const run of runs) {
    const last = pieces.at(-1)
    if (last && run.x0 - last.x1 < run.size) {
      pieces[pieces.length - 1] = {
        x0: last.x0,
        x1: Math.max(last.x1, run.x1),
        y0: Math.min(last.y0, run.y - run.size),
        y1: Math.max(last.y1, run.y),
        runs: [...last.runs, run],
      }
    } else pieces.push({ x0: run.x0, x1: run.x1, y0: run.y - run.size, y1: run.y, runs: [run] })
  }
  return pieces
}

const tablePiece = (boxes: readonly Box[]): Piece => ({
  x0: Math.min(...boxes.map(({ x0 }) => x0)),
  x1: Math.max(...boxes.map(({ x1 }) => x1)),
  y0: Math.min(...boxes.map(({ y0 }) => y0)),
  y1: Math.max(...boxes.map(({ y1 }) => y1)),
  boxes,
  runs: [],
})

/** Where the gap between two columns may be, in shares of the page's width, the likeliest first. */
const gutters = [
  0.5,
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((n) => [0.5 - n / 100, 0.5 + n / 100]),
]

/**
 * Two columns if some line down the middle has lines of text or a table on both sides; what crosses it stands above
 * (a title) or below them. The columns of a table without ruling lines are too narrow to count.
 */
function columns(pieces: readonly Piece[], width: number): (readonly Piece[])[] {
  for (const share of gutters) {
    const split = splitAt(pieces, width * share, width)
    if (split) return split
  }
  return [pieces]
}

function splitAt(
  pieces: readonly Piece[],
  x: number,
  width: number,
): (readonly Piece[])[] | undefined {
  const gutter = 3
  const left = pieces.filter(({ x1 }) => x1 <= x - gutter)
  const right = pieces.filter(({ x0 }) => x0 >= x + gutter)
  if (!isColumn(left, width) || !isColumn(right, width)) return undefined
  const both = [...left, ...right]
  const top = Math.min(...both.map(({ y0 }) => y0))
  const bottom = Math.max(...both.map(({ y1 }) => y1))
  const crossing = pieces.filter(({ x0, x1 }) => x1 > x - gutter && x0 < x + gutter)
  const above = crossing.filter(({ y1 }) => y1 <= top + 2)
  const below = crossing.filter(({ y0 }) => y0 >= bottom - 2)
  if (above.length + below.length < crossing.length) return undefined
  return [above, left, right, below]
}

/** A table, or at least three lines of text that fill a third of the page's width. */
const isColumn = (pieces: readonly Piece[], width: number): boolean =>
  pieces.some(({ boxes }) => boxes) ||
  pieces.filter(({ x0, x1 }) => x1 - x0 > width * 0.3).length >= 3

function itemsOf(pieces: readonly Piece[]): Item[] {
  const column = {
    x0: Math.min(...pieces.map(({ x0 }) => x0)),
    x1: Math.max(...pieces.map(({ x1 }) => x1)),
  }
  const found = pieces.flatMap(({ boxes, y0 }) =>
    boxes ? [{ y: y0, item: { kind: 'table' as const, boxes } }] : [],
  )
  const text = lines(pieces.flatMap(({ runs }) => runs)).map((line) => ({
    y: line.y,
    item: { kind: 'line' as const, line, column },
  }))
  return [...found, ...text].toSorted((a, b) => a.y - b.y).map(({ item }) => item)
}
