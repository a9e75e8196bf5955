import { type Block, type GridCell, cell } from './doc.ts'
import type { Merge, Sheet } from './xlsx-sheet.ts'

/** The titles above a sheet's first row of several cells as text, the rest as one grid; hidden rows and columns left out. */
export function sheetBlocks(sheet: Sheet): Block[] {
  const rows = [...sheet.rows.keys()]
    .filter((row) => !sheet.isHiddenRow(row))
    .toSorted((a, b) => a - b)
  const titles = rows.findIndex((row) => (sheet.rows.get(row)?.size ?? 0) > 1)
  const above = titles < 0 ? rows : rows.slice(0, titles)
  const text = above.map((row) => [...(sheet.rows.get(row)?.values() ?? [])].join(' '))
  const blocks: Block[] = text.map((line) => ({ kind: 'text', text: line, line: 1 }))
  const first = rows[titles]
  if (titles < 0 || first === undefined) return blocks
  return [...blocks, { kind: 'grid', rows: gridRows(sheet, first, rows.at(-1) ?? first), line: 1 }]
}

function gridRows(sheet: Sheet, first: number, last: number): GridCell[][] {
  const columns = visibleColumns(sheet)
  const merges = new Map<number, Merge[]>()
  for (const merge of sheet.merges) {
    // A merge that a title's row began is not continued in the grid.
    for (let row = Math.max(merge.top, first); row < Math.min(merge.bottom, last + 1); row++) {
      const list = merges.get(row)
      if (list) list.push(merge)
      else merges.set(row, [merge])
    }
  }
  const grid: GridCell[][] = []
  for (let row = first; row <= last; row++) {
    const own = merges.get(row) ?? []
    const isEmpty = !sheet.rows.has(row) && !own.some(({ top }) => top < row)
    if (!isEmpty && !sheet.isHiddenRow(row)) grid.push(gridRow(sheet, row, columns, own))
  }
  return grid
}

function visibleColumns(sheet: Sheet): number[] {
  let width = 0
  for (const row of sheet.rows.values())
    for (const column of row.keys()) width = Math.max(width, column + 1)
  return Array.from({ length: width }, (_, i) => i).filter(
    (column) => !sheet.isHiddenColumn(column),
  )
}

function gridRow(
  sheet: Sheet,
  row: number,
  columns: readonly number[],
  merges: readonly Merge[],
): GridCell[] {
  const texts = sheet.rows.get(row)
  return columns.flatMap((column) => {
    const merge = merges.find(({ left, right }) => column >= left && column < right)
    if (!merge) return [cell(texts?.get(column) ?? '')]
    const shown = columns.filter((c) => c >= merge.left && c < merge.right)
    const visibleTop = firstVisible(sheet, merge)
    if (shown[0] !== column || visibleTop !== row) return []
    const text = sheet.rows.get(merge.top)?.get(merge.left) ?? ''
    return [cell(text, shown.length, visibleHeight(sheet, merge))]
  })
}

function firstVisible(sheet: Sheet, { top, bottom }: Merge): number {
  let row = top
  while (row < bottom && sheet.isHiddenRow(row)) row++
  return row
}

function visibleHeight(sheet: Sheet, { top, bottom }: Merge): number {
  let height = 0
  for (let row = top; row < bottom; row++) if (!sheet.isHiddenRow(row)) height++
  return height
}
