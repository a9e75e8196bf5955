import { cluster } from '#core/read/page.ts'
import type { Grid } from './form.ts'

/** A text and where its baseline starts; points, y downwards from the top of the page. */
export interface Text {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
}

/** [x0, y0, x1, y1] */
export type Line = readonly [number, number, number, number]

export interface Print {
  readonly width: number
  readonly height: number
  readonly texts: readonly Text[]
  readonly lines: readonly Line[]
}

export const a4 = { width: 595, height: 842 }

/** Latin letters and digits are half as wide as they are high. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, c) => sum + (c.charCodeAt(0) < 128 ? size / 2 : size), 0)

export const text = (words: string, x: number, y: number, size = 10): Text => ({
  text: words,
  x,
  y,
  size,
})

interface Placed {
  readonly text: string
  readonly column: number
  readonly row: number
  readonly colSpan: number
  readonly rowSpan: number
}

function place(grid: Grid): Placed[] {
  const taken = new Set<string>()
  return grid.flatMap((cells, row) => {
    let column = 0
    return cells.map(({ text: words, colSpan, rowSpan }) => {
      while (taken.has(`${row} ${column}`)) column++
      const at = column
      for (let r = 0; r < rowSpan; r++) {
        for (let c = 0; c < colSpan; c++) taken.add(`${row + r} ${at + c}`)
      }
      return { text: words, column: at, row, colSpan, rowSpan }
    })
  })
}

function wrap(words: string, width: number, size: number): string[] {
  const found = ['']
  for (const char of words) {
    const last = found.at(-1) ?? ''
    if (last !== '' && widthOf(last + char, size) > width) found.push(char)
    else found[found.length - 1] = last + char
  }
  return found
}

export interface Place {
  readonly x: number
  readonly y: number
  readonly widths: readonly number[]
  readonly rowHeight?: number
  readonly size?: number
}

/** A table with all its lines, labels wrapped and everything in the middle of its cell. */
export function table(
  grid: Grid,
  { x, y, widths, rowHeight = 26, size = 8 }: Place,
): Omit<Print, 'width' | 'height'> {
  const edge = (column: number): number => x + widths.slice(0, column).reduce((a, b) => a + b, 0)
  const cells = place(grid).map(({ text: words, column, row, colSpan, rowSpan }) => ({
    words,
    box: [
      edge(column),
      y + row * rowHeight,
      edge(column + colSpan),
      y + (row + rowSpan) * rowHeight,
    ] as const,
  }))
  const texts = cells.flatMap(({ words, box: [x0, y0, x1, y1] }) => {
    const parts = wrap(words, x1 - x0 - 4, size)
    const top = (y0 + y1) / 2 - (parts.length * (size + 1)) / 2
    return parts.map((part, i) =>
      text(part, (x0 + x1 - widthOf(part, size)) / 2, top + (i + 0.85) * (size + 1), size),
    )
  })
  const lines = cells.flatMap(({ box: [x0, y0, x1, y1] }): Line[] => [
    [x0, y0, x1, y0],
    [x0, y1, x1, y1],
    [x0, y0, x0, y1],
    [x1, y0, x1, y1],
  ])
  return { texts, lines }
}

export const heightOf = (lines: readonly Line[]): number => {
  const ys = cluster(
    lines.flatMap(([, y0, , y1]) => [y0, y1]),
    1,
  )
  return (ys.at(-1) ?? 0) - (ys[0] ?? 0)
}

/** The first `count` rows, and the rest, as two pages show them: cells that go on are empty on the second. */
export function cut(grid: Grid, count: number): [Grid, Grid] {
  const upper = grid
    .slice(0, count)
    .map((row, i) => row.map((one) => ({ ...one, rowSpan: Math.min(one.rowSpan, count - i) })))
  const lower = grid.slice(count).map((row) => [...row])
  const going = place(grid).filter(({ row, rowSpan }) => row < count && row + rowSpan > count)
  const first = place(grid).filter(({ row }) => row === count)
  const head = [
    ...going.map((one) => ({ ...one, text: '', rowSpan: one.row + one.rowSpan - count })),
    ...first,
  ]
  lower[0] = head
    .toSorted((a, b) => a.column - b.column)
    .map(({ text: words, colSpan, rowSpan }) => ({ text: words, colSpan, rowSpan }))
  return [upper, lower]
}
