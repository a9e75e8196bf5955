import type { Entry } from './entries.ts'
import type { Range, Row, Slot } from './rows.ts'

const overlaps = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to

/**
 * Where the values begin after a label, by how many cells follow it: as the complete rows of the grid show. Rows padded
 * at their end or with spare columns are so told apart from rows whose first cells are empty.
 */
export class Offsets {
  readonly #found = new Map<string, number[]>()

  constructor(list: readonly Entry<unknown>[], count: number) {
    for (const entry of list) {
      const full = byNumber(entry.cells, count)
      const first = full?.[0]
      if (!first || full.some(({ shape }) => shape === 'blank')) continue
      const places = this.#found.get(kindOf(entry)) ?? []
      places.push(entry.cells.indexOf(first))
      this.#found.set(kindOf(entry), places)
    }
  }

  /** The cells of an entry that stand where those of all complete rows like it stand, at least two. */
  of(entry: Entry<unknown>, count: number): readonly Slot[] | undefined {
    if (isShifted(entry)) return undefined
    const [at, ...others] = this.#found.get(kindOf(entry)) ?? []
    if (at === undefined || others.length === 0 || others.some((place) => place !== at))
      return undefined
    const slots = entry.cells.slice(at, at + count)
    const outside = entry.cells.filter((slot) => !slots.includes(slot))
    return outside.every(({ shape }) => shape === 'blank') ? slots : undefined
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
  const placed = header && entry.flow === 'row' ? byColumn(entry, header) : undefined
  return placed ?? byNumber(entry.cells, count)
}

/**
 * Each header has one cell of its own; beside them stand at most words, right of the last. A row that is wider than its
 * header has some cell too many: nobody knows where.
 */
export function byColumn(
  { cells, row }: Entry<unknown>,
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

/** As many cells as columns, or as many filled ones among empty ones: then there is only one way to place them. */
export function byNumber(cells: readonly Slot[], count: number): readonly Slot[] | undefined {
  if (cells.length <= count) return cells.length === count ? cells : undefined
  const filled = cells.filter(({ shape }) => shape !== 'blank')
  if (filled.length === count) return filled
  return filled.length === 0 ? cells.slice(0, count) : undefined
}
