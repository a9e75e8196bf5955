import { type FigureId, figure } from '#core/catalog/index.ts'
import type { TableEdition } from '#core/catalog/table.ts'
import type { Cell, Place, Spot } from '../reading.ts'
import { readCell, unread } from './cell.ts'
import type { Slot } from './rows.ts'

/** What became of one part of the form. */
export type Table =
  | { readonly kind: 'read'; readonly edition: TableEdition; readonly cells: CellMap }
  /** `lost`: positions are lost in the whole document, not only here. */
  | { readonly kind: 'refused'; readonly reason: string; readonly lost?: boolean }
  | { readonly kind: 'absent' }

/** A cell, and where it was read. */
export interface Found {
  readonly cell: Cell
  readonly place: Place
}

export type CellMap = ReadonlyMap<FigureId, Found>

/** A figure that is looked for, with the labels of its row and its column. */
export interface Sought {
  readonly id: FigureId
  readonly row: string
  readonly column: string
}

export const absent: Table = { kind: 'absent' }

export const refused = (reason: string): Table => ({ kind: 'refused', reason })

export const lost = (reason: string): Table => ({ kind: 'refused', reason, lost: true })

/** The cell of a figure, as its place in the table says. */
function figureCell(id: FigureId, slot: Slot): Cell {
  if (slot.tall) return unread(slot.text, '合并的单元格（the cell spans several rows）')
  const { kind, unit } = figure(id)
  const cell = readCell(slot.text, { kind, unit })
  // A count that begins with 0 is 0; any other number may have lost its end.
  if (slot.open && cell.state === 'number' && (cell.value !== 0 || kind === 'amount')) {
    return unread(slot.text, '位于文末，可能被截断（at the very end, may be cut off）')
  }
  return cell
}

/** Longest label that is kept of those printed. */
const maxLabel = 100

const placeOf = ({ row, column }: Sought, spot: Spot): Place => ({
  row: row.replace(/\s+/g, ' ').trim().slice(0, maxLabel),
  column: column.replace(/\s+/g, ' ').trim().slice(0, maxLabel),
  ...spot,
})

/** The cell of a figure, and where it stands. */
export const foundCell = (sought: Sought, slot: Slot): [FigureId, Found] => [
  sought.id,
  { cell: figureCell(sought.id, slot), place: placeOf(sought, slot.spot) },
]

/** The cells of figures, the last of which is the total of the `parts` before it; a missing slot has no cell. */
export function summedCells(
  list: readonly Sought[],
  slots: readonly (Slot | undefined)[],
  parts: number,
): [FigureId, Found][] {
  return list.flatMap((sought, i): [FigureId, Found][] => {
    const slot = slots[i]
    if (!slot) return []
    const isConfirmed = slot.open && i === list.length - 1 && isSum(list, slots, parts)
    return [foundCell(sought, isConfirmed ? { ...slot, open: false } : slot)]
  })
}

/** A total that may have been cut off is whole if it is the sum of its parts. */
function isSum(
  list: readonly Sought[],
  slots: readonly (Slot | undefined)[],
  parts: number,
): boolean {
  const values = list.slice(-1 - parts).map(({ id }, i, own) => {
    const slot = slots[list.length - own.length + i]
    const cell = slot && figureCell(id, { ...slot, open: false })
    return cell?.state === 'number' ? cell.value : Number.NaN
  })
  const total = values.pop()
  return values.reduce((sum, value) => sum + value, 0) === total
}

export const unreadCells = (
  list: readonly Sought[],
  slots: readonly Slot[],
  reason: string,
): [FigureId, Found][] => {
  const raw = slots.map(({ text }) => text.trim()).join(' ')
  const spot = slots[0]?.spot ?? {}
  return list.map((sought) => [
    sought.id,
    { cell: unread(raw, reason), place: placeOf(sought, spot) },
  ])
}

/**
 * Adds cells to those read so far; false if a figure is there already with another value: the same table stands twice in
 * the document and says different things.
 */
export function put(
  cells: Map<FigureId, Found>,
  more: Iterable<readonly [FigureId, Found]>,
): boolean {
  for (const [id, found] of more) {
    const before = cells.get(id)
    if (before !== undefined && !isSame(before.cell, found.cell)) return false
    cells.set(id, found)
  }
  return true
}

const isSame = (a: Cell, b: Cell): boolean =>
  a.state === b.state && (a.state !== 'number' || b.state !== 'number' || a.value === b.value)

/** Two reports in one document, or two versions of one. */
export const conflict = lost(
  '同一表格出现两次且数据不同：请只保留一份（a table stands twice with different figures: keep one）',
)
