import type { Spot } from '../reading.ts'
import { type GridRow, cell } from './doc.ts'
import { cluster, nearest } from './page.ts'
import type { Box } from './page-lattice.ts'

/** The cells of a table on one page, or in one column of it. */
export type Part = readonly Box[]

/** A cell with its place among the rows and columns of its part. */
interface Placed {
  readonly text: string
  readonly row: number
  readonly rowSpan: number
  readonly from: number
  readonly to: number
  readonly spot: Spot
}

/** Borders nearer to each other than this are the same border, in points. */
const reach = 3

export const left = (part: Part): number => Math.min(...part.map(({ x0 }) => x0))
export const right = (part: Part): number => Math.max(...part.map(({ x1 }) => x1))

/** Borders between columns, measured from the right: the columns of numbers stand there. */
const borders = (part: Part): number[] =>
  cluster(
    part.flatMap(({ x0, x1 }) => [x0 - right(part), x1 - right(part)]),
    reach,
  )

/**
 * One of the parts has all the borders of the other (a page may show only the head), or both have the same seven
 * columns of numbers (a page may lack borders left of them).
 */
export function hasColumnsOf(a: Part, b: Part): boolean {
  const [few = [], many = []] = [borders(a), borders(b)].toSorted((x, y) => x.length - y.length)
  const isWide = isSame(few[0], many[0])
  if (isWide && few.every((x) => many.some((other) => isSame(x, other)))) return true
  const numbers = many.slice(-8)
  return few.length >= 8 && few.slice(-8).every((x, i) => isSame(x, numbers[i]))
}

const isSame = (a = 0, b = 0): boolean => Math.abs(a - b) < 4

/** One grid of a table that goes over several pages; header rows that are printed again are left out. */
export function gridRows(parts: readonly Part[]): GridRow[] {
  const xs = cluster(parts.flatMap(borders), reach)
  let rows: Placed[][] = []
  for (const part of parts) {
    const more = placedRows(part, xs)
    rows = rows.length === 0 ? more : joined(rows, more.slice(repeated(rows, more)))
  }
  return rows.map((row, i) => gridRow(rows, row, i))
}

/** The cells of a row; where the page has no lines an empty cell keeps the others in their columns. */
function gridRow(rows: readonly Placed[][], row: readonly Placed[], index: number): GridRow {
  const first = row[0]
  const isTaken = rows.some(
    (above, i) => i < index && above.some((c) => c.from === 0 && i + c.rowSpan > index),
  )
  const filler = first && first.from > 0 && !isTaken ? [cell('', first.from)] : []
  return [
    ...filler,
    ...row.map(({ text, from, to, rowSpan, spot }) => cell(text, to - from, rowSpan, spot)),
  ]
}

function placedRows(part: Part, xs: readonly number[]): Placed[][] {
  const ys = cluster(
    part.flatMap(({ y0, y1 }) => [y0, y1]),
    reach,
  )
  const rows: Placed[][] = ys.slice(1).map(() => [])
  for (const box of part.toSorted((a, b) => a.x0 - b.x0)) {
    const { x0, x1, y0, y1, text } = box
    const row = nearest(ys, y0)
    const [from, to] = [nearest(xs, x0 - right(part)), nearest(xs, x1 - right(part))]
    rows[row]?.push({ text, row, rowSpan: nearest(ys, y1) - row, from, to, spot: spotOf(box) })
  }
  return rows
}

/** In tenths of a point: what a page is drawn with is no finer. */
const tenths = (points: number): number => Math.round(points * 10) / 10

const spotOf = ({ x0, x1, y0, y1, page }: Box): Spot => ({
  ...(page === undefined ? {} : { page }),
  box: [tenths(x0), tenths(y0), tenths(x1 - x0), tenths(y1 - y0)],
})

/** How many rows at the start of a page repeat the first rows of the table. */
function repeated(head: readonly Placed[][], rows: readonly Placed[][]): number {
  let count = 0
  while (count < rows.length && rowText(rows[count]) !== '' && same(head[count], rows[count]))
    count++
  // A cell that reaches further down than the repeated rows belongs to what follows.
  const closed = rows.slice(0, count).every((row, i) => row.every((c) => i + c.rowSpan <= count))
  return closed ? count : 0
}

const same = (a: readonly Placed[] | undefined, b: readonly Placed[] | undefined): boolean =>
  rowText(a) === rowText(b)

const rowText = (row: readonly Placed[] | undefined): string =>
  (row ?? []).map(({ text, from, to }) => `${to - from} ${text}`).join('|')

/** The rows of the next page below those before, cells that the page break cut in two made whole. */
function joined(above: readonly Placed[][], below: readonly Placed[][]): Placed[][] {
  const first = below[0] ?? []
  const isSplit = isSplitRow(above.at(-1) ?? [], first)
  const halves = cutCells(above, first, isSplit ? () => true : isOneHeading)
  const lower = new Set(halves.values())
  // Rows are one row only if everything in it has found its other half.
  if (isSplit && first.some((one) => one.text !== '' && !lower.has(one))) {
    return [...above.slice(0, -1), doubtful(above.at(-1) ?? []), doubtful(first), ...below.slice(1)]
  }
  const overlap = isSplit ? 1 : 0
  return [
    ...above.map((row) => row.map((one) => whole(one, halves.get(one), overlap))),
    ...below.slice(overlap).map((row) => row.filter((one) => !lower.has(one))),
  ]
}

/** Blank cells of a row that may be half a row only: their other half may hold something. */
const doubtful = (row: readonly Placed[]): Placed[] =>
  row.map((one) => (one.text === '' ? { ...one, text: '\ufffd' } : one))

/** Upper and lower halves of cells. */
function cutCells(
  above: readonly Placed[][],
  first: readonly Placed[],
  belong: (upper: Placed, lower: Placed) => boolean,
): Map<Placed, Placed> {
  const ends = ending(above)
  return new Map(
    first.flatMap((lower): [Placed, Placed][] => {
      const upper = ends.find(({ from, to }) => from === lower.from && to === lower.to)
      return upper && belong(upper, lower) ? [[upper, lower]] : []
    }),
  )
}

/** The cells that reach down to the end of a page. */
const ending = (rows: readonly Placed[][]): Placed[] =>
  rows.flatMap((row, i) => row.filter(({ rowSpan }) => i + rowSpan === rows.length))

const whole = (upper: Placed, lower: Placed | undefined, overlap: number): Placed =>
  lower
    ? {
        ...upper,
        text: upper.text + lower.text,
        rowSpan: upper.rowSpan + lower.rowSpan - overlap,
      }
    : upper

const numbered = /^\s*(?:[一二三四五六七八九十]、|[（(]|\d{1,2}\s*[.．、])/

/** A heading beside several rows is cut by the page break: what stands below goes on with it. */
const isOneHeading = (upper: Placed, lower: Placed): boolean =>
  Math.max(upper.rowSpan, lower.rowSpan) > 1 && !numbered.test(lower.text)

/**
 * A row of part 三 is itself cut by the page break: the rest of its label stands below, and all its seven values stand
 * on one of the two pages.
 */
function isSplitRow(last: readonly Placed[], first: readonly Placed[]): boolean {
  const [label, rest] = [last.at(-8)?.text ?? '', first.at(-8)?.text ?? '']
  const [valuesAbove, valuesBelow] = [last.slice(-7), first.slice(-7)]
  return (
    label !== '' &&
    rest !== '' &&
    !numbered.test(rest) &&
    [...valuesAbove, ...valuesBelow].every(({ rowSpan }) => rowSpan === 1) &&
    isBlank(valuesAbove) !== isBlank(valuesBelow)
  )
}

const isBlank = (cells: readonly Placed[]): boolean =>
  cells.every(({ text }) => /^\ufffd?$/.test(text))
