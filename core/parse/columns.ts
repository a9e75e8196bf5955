import type { Entry } from './entries.ts'
import type { Range, Row, Slot } from './rows.ts'

export const overlaps = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to

/**
 * Which cells of a row hold its values where it has more of them than there are columns: those that all rows like it
 * fill. So spare and padded cells are told from missing numbers.
 */
export class Offsets {
  readonly #found = new Map<string, { readonly filled: Set<number>; complete: number }>()

  constructor(list: readonly Entry<unknown>[], count: number) {
    for (const entry of list) {
      const like = this.#found.get(kindOf(entry)) ?? { filled: new Set(), complete: 0 }
      const own = entry.cells.flatMap(({ shape }, i) => (shape === 'blank' ? [] : [i]))
      for (const at of own) like.filled.add(at)
      if (own.length === count) like.complete++
      this.#found.set(kindOf(entry), like)
    }
  }

  /** The cells of an entry that complete rows like it fill, at least two; they stand at equal distances. */
  of(entry: Entry<unknown>, count: number): readonly Slot[] | undefined {
    const like = this.#found.get(kindOf(entry))
    if (isShifted(entry) || !like || like.complete < 2 || like.filled.size !== count)
      return undefined
    const [first = 0, second = first + 1, ...others] = [...like.filled].toSorted((a, b) => a - b)
    const step = second - first
    if (others.some((at, i) => at !== second + (i + 1) * step)) return undefined
    return entry.cells.filter((_, at) => like.filled.has(at))
  }
}

/** A cell of a row above reaches down among the values and pushes them to the right. */
function isShifted({ row, labelEnd, cells, flow }: Entry<unknown>): boolean {
  const end = cells[cells.length - 1]?.to ?? 0
  return flow === 'row' && row.covered.some(({ from, to }) => to > labelEnd && from < end)
}

const kindOf = ({ row, cells, flow }: Entry<unknown>): string =>
  `${row.grid ?? 'text'} ${flow} ${cells.length}`

/** Where the columns of a header stand in its grid. */
export interface Columns {
  readonly ranges: readonly Range[]
  /** Columns that the header rows cover in all. */
  readonly width: number
}

export const widthOf = ({ cells }: Row): number => cells[cells.length - 1]?.to ?? 0

/**
 * The `count` cells of an entry in the order of the columns: by the columns of the header where the grid tells them, else
 * by their number. Undefined where it is not certain which cell is which.
 */
export function align(
  entry: Entry<unknown>,
  header: Columns | undefined,
  count: number,
): readonly Slot[] | undefined {
  if (isShifted(entry)) return undefined
  const placed = header && byColumn(entry, header)
  return placed ?? byNumber(entry.cells, count)
}

/**
 * Each header has one cell of its own; beside them stand at most words, right of the last. A row that is wider than its
 * header has some cell too many: nobody knows where.
 */
export function byColumn(entry: Entry<unknown>, columns: Columns): readonly Slot[] | undefined {
  const { cells, row, flow } = entry
  return flow === 'row' && !isShifted(entry) ? under(row, cells, columns) : undefined
}

/** The cells of a row that stand under the columns of a header, in their order. */
export function under(
  row: Row,
  cells: readonly Slot[],
  { ranges: header, width }: Columns,
): readonly Slot[] | undefined {
  if (widthOf(row) > width) return undefined
  const found = header.map((range) => cells.filter((slot) => overlaps(slot, range)))
  if (found.some(({ length }) => length !== 1)) return undefined
  const placed = new Set(found.flat())
  if (placed.size !== header.length) return undefined
  const end = header[header.length - 1]?.to ?? 0
  const isBeside = (slot: Slot): boolean =>
    slot.shape === 'blank' || (slot.shape === 'words' && slot.from >= end)
  return cells.every((slot) => placed.has(slot) || isBeside(slot)) ? [...placed] : undefined
}

/**
 * As many cells as columns: then there is only one way to place them. Blank ones among more may as well be missing
 * numbers.
 */
export function byNumber(cells: readonly Slot[], count: number): readonly Slot[] | undefined {
  if (cells.length === count) return cells
  const isEmpty = cells.length > count && cells.every(({ shape }) => shape === 'blank')
  return isEmpty ? cells.slice(0, count) : undefined
}

/** As many cells as columns, or as many filled ones among more: nothing of the row is lost. */
export const isComplete = (cells: readonly Slot[], count: number): boolean =>
  byNumber(cells, count) !== undefined || filled(cells).length === count

/** The first cell, the only one that is filled: the others pad a row of a table with a single column. */
export const sole = (cells: readonly Slot[]): readonly Slot[] | undefined =>
  cells[0]?.shape !== 'blank' && filled(cells).length === 1 ? cells.slice(0, 1) : undefined

export const filled = (cells: readonly Slot[]): readonly Slot[] =>
  cells.filter(({ shape }) => shape !== 'blank')
