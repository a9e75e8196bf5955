import type { Block, Doc, GridRow } from '../read/doc.ts'
import type { Spot } from '../reading.ts'
import { type Shape, shape } from './cell.ts'

/** A cell in its row, with the columns [from, to) that it covers. */
export interface Slot {
  readonly text: string
  readonly shape: Shape
  readonly from: number
  readonly to: number
  /** It reaches down into the next row: nobody knows which row its value belongs to. */
  readonly tall: boolean
  /** Its text may go on behind the end of the document. */
  readonly open: boolean
  readonly spot: Spot
}

/** A row of a grid, or a line of text cut into cells at its wide gaps. */
export interface Row {
  readonly cells: readonly Slot[]
  /** Which grid the row is part of. The place of a cell tells its column only inside one grid; undefined for text. */
  readonly grid: number | undefined
  /** Columns that cells of earlier rows reach down into. */
  readonly covered: readonly Range[]
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** Values without any label. */
export const isOrphan = ({ cells }: Row): boolean =>
  cells.some(({ shape: s }) => s === 'value') && cells.every(({ shape: s }) => s !== 'words')

/** Words that single spaces part: the headings of several columns, or a heading and the label after it. */
export const pieces = (text: string): string[] => text.split(/\s+/).filter((piece) => piece !== '')

/** No statutory table is wider; what is wider is not read. */
const maxColumns = 200

/** Cells of a whole document; a report has less than a hundredth. */
const maxCells = 100_000
/** A longer line is prose, or a page without any line breaks. */
const maxLine = 10_000

/** All rows of the document in order, page numbers left out; undefined if they are more than any report has. */
export function rows(doc: Doc): Row[] | undefined {
  const list: Row[] = []
  const isLined = doc.format === 'text' || doc.format === 'html'
  let cells = 0
  for (const [index, block] of doc.blocks.entries()) {
    const own = block.kind === 'grid' ? gridRows(block, index) : textRows(block, isLined)
    for (const row of own) {
      list.push(row)
      cells += row.cells.length
    }
    if (cells > maxCells) return undefined
  }
  return doc.open ? [...list.slice(0, -1), ...list.slice(-1).map(openEnd)] : list
}

const openEnd = (row: Row): Row => ({
  ...row,
  cells: row.cells.map((slot, i) => (i === row.cells.length - 1 ? { ...slot, open: true } : slot)),
})

const pageNumber =
  /^(?:[-—–－·\s]+\d{1,3}[-—–－·\s]+|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?)$/

function textRows(
  { text, line, spot = {} }: Extract<Block, { kind: 'text' }>,
  isLined: boolean,
): Row[] {
  if (text.length > maxLine || pageNumber.test(text)) return []
  const at = isLined ? { line } : spot
  const cells = gaps(text).map((part, i) => slot(part, { from: i, to: i + 1 }, at))
  return cells.length === 0 || cells.length > maxColumns
    ? []
    : [{ cells, grid: undefined, covered: [] }]
}

/** Cells of a line: cut at runs of spaces, and before values at its end that single spaces part. */
function gaps(text: string): string[] {
  return text.split(/[\s\u3000]{2,}|\t/).flatMap((part) => {
    const words = part.split(/[ \u3000\u00a0]/)
    let end = words.length
    while (end > 0 && shape(words[end - 1] ?? '') !== 'words') end--
    const name = words.slice(0, end).join(' ')
    return [...(name === '' ? [] : [name]), ...words.slice(end)].filter((word) => word !== '')
  })
}

const slot = (text: string, { from, to }: Range, spot: Spot, tall = false): Slot => ({
  text,
  shape: shape(text),
  from,
  to,
  tall,
  open: false,
  spot,
})

/** Places the cells of a grid as a browser does: each takes the first free column. */
function gridRows({ rows: own }: Extract<Block, { kind: 'grid' }>, grid: number): Row[] {
  /** For each column, how many more rows an earlier cell reaches down. */
  const down: number[] = []
  return own.flatMap((row, index) => {
    if (row.length > maxColumns) return []
    const covered = ranges(down)
    const cells = place(row, down, own.length - index)
    return cells.length === 0 ? [] : [{ cells, grid, covered }]
  })
}

function place(row: GridRow, down: number[], left: number): Slot[] {
  const cells: Slot[] = []
  const taken: number[] = []
  let column = 0
  for (const { text, colSpan, rowSpan, spot = {} } of row) {
    while ((down[column] ?? 0) > 0) column++
    const to = Math.min(column + colSpan, maxColumns)
    const reach = Math.min(rowSpan, left)
    cells.push(slot(text, { from: column, to }, spot, reach > 1))
    for (let i = column; i < to; i++) taken[i] = reach
    column = Math.max(to, column + 1)
  }
  for (let i = 0; i < Math.max(down.length, taken.length); i++) {
    down[i] = Math.max((down[i] ?? 0) - 1, (taken[i] ?? 0) - 1, 0)
  }
  return cells
}

/** Columns that are taken, neighbours as one range. */
function ranges(down: readonly number[]): Range[] {
  const list: Range[] = []
  for (let from = 0; from < down.length; from++) {
    if ((down[from] ?? 0) === 0) continue
    let to = from + 1
    while ((down[to] ?? 0) > 0) to++
    list.push({ from, to })
    from = to
  }
  return list
}
