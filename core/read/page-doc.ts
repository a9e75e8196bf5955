import type { Block, GridRow } from './doc.ts'
import type { Page } from './page.ts'
import { withoutFurniture } from './page-furniture.ts'
import { type Part, gridRows, hasColumnsOf, left, right } from './page-grid.ts'
import { type Item, items } from './page-order.ts'
import { type Line, isSameSize, runs } from './page-run.ts'

/** Rebuilds paragraphs and tables from printed pages; a table that goes on on the next page or column is one table. */
export function blocks(pages: readonly Page[]): Block[] {
  const sheets = pages.map(({ glyphs, rules, width, height }) => ({
    height,
    items: items(runs(glyphs), rules, width),
  }))
  const list: Draft[] = []
  withoutFurniture(sheets).forEach(({ items: own }, i) => {
    for (const item of own) add(list, onPage(item, i + 1))
  })
  const size = bodySize(list)
  return number(paragraphs(list, size))
}

/** A line, and the number of its page. */
type LineItem = Extract<Item, { kind: 'line' }> & { readonly page: number }
type TableItem = Extract<Item, { kind: 'table' }>

const onPage = (item: Item, page: number): LineItem | TableItem =>
  item.kind === 'line'
    ? { ...item, page }
    : { kind: 'table', boxes: item.boxes.map((box) => ({ ...box, page })) }

type Draft = { kind: 'line'; item: LineItem } | { kind: 'table'; parts: Part[] }

function add(list: Draft[], item: LineItem | TableItem): void {
  if (item.kind === 'line') {
    list.push({ kind: 'line', item })
    return
  }
  const index = list.findLastIndex(({ kind }) => kind === 'table')
  const table = list[index]
  const part = table?.kind === 'table' ? table.parts.at(-1) : undefined
  const between = list.slice(index + 1)
  if (table?.kind === 'table' && part && goesOn(part, item.boxes) && isSpilt(between, part)) {
    table.parts.push(item.boxes)
    list.length = index + 1
  } else list.push({ kind: 'table', parts: [item.boxes] })
}

/** Nothing, or the end of a heading beside the rows that the page break pushed out of the table. */
const isSpilt = (between: readonly Draft[], part: Part): boolean =>
  between.every(
    (draft) =>
      draft.kind === 'line' &&
      /^\p{Script=Han}{1,6}$/u.test(draft.item.line.text) &&
      draft.item.line.x1 < left(part) + (right(part) - left(part)) / 4,
  )

const top = (part: Part): number => Math.min(...part.map(({ y0 }) => y0))
const bottom = (part: Part): number => Math.max(...part.map(({ y1 }) => y1))

/** Tables with the same columns, the second on the next page or in the next column. */
const goesOn = (a: Part, b: Part): boolean =>
  hasColumnsOf(a, b) &&
  (top(b) < top(a) + 4 || Math.abs(left(a) - left(b)) > 4 || top(b) < bottom(a))

/** The size of most of the text. */
function bodySize(list: readonly Draft[]): number {
  const sizes = list.flatMap((draft) => (draft.kind === 'line' ? [draft.item.line.size] : []))
  return sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
}

type Piece = { text: string; page: number; last: LineItem } | { rows: GridRow[] }

/** Lines that go on on the next one are one paragraph; so are the lines of a title. */
function paragraphs(list: readonly Draft[], size: number): Piece[] {
  const pieces: Piece[] = []
  for (const draft of list) {
    if (draft.kind === 'table') {
      pieces.push({ rows: gridRows(draft.parts) })
      continue
    }
    const before = pieces.at(-1)
    if (before && 'last' in before && isSameParagraph(before.last, draft.item, size)) {
      before.text += draft.item.line.text
      before.last = draft.item
    } else pieces.push({ text: draft.item.line.text, page: draft.item.page, last: draft.item })
  }
  return pieces
}

function isSameParagraph(
  { line: a, column }: Extract<Item, { kind: 'line' }>,
  { line: b, column: next }: Extract<Item, { kind: 'line' }>,
  size: number,
): boolean {
  if (!isSameSize(a, b) || isRow(a) || isRow(b)) return false
  if (isTitle(a, size) && isTitle(b, size)) return b.y - a.y < a.size * 3
  const isFull = a.x1 > column.x1 - a.size * 1.6 && a.x1 - a.x0 > a.size * 15
  return isFull && b.x0 < next.x0 + b.size
}

const isTitle = (line: Line, size: number): boolean => line.size > size * 1.15

/** A line with wide gaps is a row of a table without ruling lines. */
const isRow = ({ text }: Line): boolean => text.includes('  ')

function number(pieces: readonly Piece[]): Block[] {
  let line = 1
  return pieces.map((piece) => {
    const start = line
    line += 'rows' in piece ? piece.rows.length : 1
    return 'rows' in piece
      ? { kind: 'grid', rows: piece.rows, line: start }
      : { kind: 'text', text: piece.text, line: start, spot: { page: piece.page } }
  })
}
