import type { Refusal } from '../reading.ts'
import { plain } from './xlsx-format.ts'
import type { Book } from './xlsx.ts'
import { walkXml } from './xml.ts'

/** More columns, or rows, than any form or bulk sheet has. */
const maxColumns = 1000
const maxRows = 100_000

/** A merged range, [from, to) on both sides, from 0. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What a sheet shows: texts by row and column from 0; blank cells have no entry. */
export interface Sheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>
  readonly merges: readonly Merge[]
  readonly isHiddenRow: (row: number) => boolean
  readonly isHiddenColumn: (column: number) => boolean
}

const tooLarge: Refusal = {
  refused:
    '工作表过大（超过 1000 列或 10 万行）：请只保留需要的行列（the sheet has over 1000 columns or 100,000 rows: keep those needed）',
}

/** Reads one sheet; undefined if it is damaged. */
export function readSheet(bytes: Uint8Array, book: Book): Sheet | Refusal | undefined {
  const reader = new SheetReader(book)
  const sound = walkXml(bytes, {
    open: (name, attributes) => {
      reader.open(name, attributes)
      return reader.isTooLarge ? 'stop' : undefined
    },
    close: (name, text) => reader.close(name, text),
  })
  if (!sound) return undefined
  return reader.isTooLarge ? tooLarge : reader
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  formula: string | undefined
}

class SheetReader implements Sheet {
  readonly rows = new Map<number, Map<number, string>>()
  readonly merges: Merge[] = []
  isTooLarge = false
  readonly #book: Book
  readonly #hiddenRows = new Set<number>()
  readonly #hiddenColumns: { readonly from: number; readonly to: number }[] = []
  #row = -1
  #column = -1
  #cell: OpenCell | undefined
  /** A sheet can be told to show zeros as blanks. */
  #showsZeros = true
  #spoken = 0

  constructor(book: Book) {
    this.#book = book
  }

  isHiddenRow = (row: number): boolean => this.#hiddenRows.has(row)

  isHiddenColumn = (column: number): boolean =>
    this.#hiddenColumns.some(({ from, to }) => column >= from && column <= to)

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'row') this.#openRow(attributes)
    else if (name === 'rPh') this.#spoken++
    else if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '')
    else if (name === 'sheetView') this.#showsZeros = !isOff(attributes['showZeros'])
    else if (name === 'col' && isOn(attributes['hidden'])) {
      this.#hiddenColumns.push({
        from: Number(attributes['min']) - 1,
        to: Number(attributes['max']) - 1,
      })
    }
  }

  #openRow(attributes: Readonly<Record<string, string>>): void {
    this.#row = attributes['r'] === undefined ? this.#row + 1 : Number(attributes['r']) - 1
    this.#column = -1
    if (isOn(attributes['hidden'])) this.#hiddenRows.add(this.#row)
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const place = attributes['r'] === undefined ? undefined : placeOf(attributes['r'])
    this.#column = place ? place.column : this.#column + 1
    this.#cell = {
      column: this.#column,
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? 0),
      value: '',
      formula: undefined,
    }
  }

  close(name: string, text: string): void {
    const cell = this.#cell
    if (name === 'rPh') this.#spoken--
    if (!cell) return
    if (name === 'v' || (name === 't' && this.#spoken === 0)) cell.value += text
    else if (name === 'f') cell.formula = text
    else if (name === 'c') {
      this.#put(cell.column, this.#shown(cell).trim())
      this.#cell = undefined
    }
  }

  /** The text that the cell shows. */
  #shown({ type, style, value, formula }: OpenCell): string {
    if (type === 's') return this.#book.strings[Number(value)] ?? '#'
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (type !== 'n') return value
    // A formula whose result was not stored: nobody knows the number.
    if (value === '') return formula === undefined ? '' : `=${formula}`
    return this.#shownNumber(Number(value), style) ?? value
  }

  #shownNumber(value: number, style: number): string | undefined {
    if (Number.isNaN(value)) return undefined
    if (value === 0 && !this.#showsZeros) return ''
    return (this.#book.formats[style] ?? plain)(value)
  }

  #put(column: number, text: string): void {
    if (text === '') return
    if (column >= maxColumns || this.rows.size > maxRows) this.isTooLarge = true
    if (this.isTooLarge) return
    const row = this.rows.get(this.#row)
    if (row) row.set(column, text)
    else this.rows.set(this.#row, new Map([[column, text]]))
  }

  #merge(ref: string): void {
    const [first, last] = ref.split(':').map(placeOf)
    if (!first || !last) return
    this.merges.push({
      top: first.row,
      bottom: last.row + 1,
      left: first.column,
      right: last.column + 1,
    })
  }
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'
const isOff = (value: string | undefined): boolean => value === '0' || value === 'false'

/** Row and column, from 0, of a reference such as `AB12`. */
function placeOf(ref: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? []
  if (letters === undefined || digits === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits) - 1, column: column - 1 }
}
