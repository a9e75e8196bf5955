import type { Spot } from '../reading.ts'
import { type Block, type GridCell, cell } from './doc.ts'

/** Stands in a cell for a picture. */
export const picture = '\ufffc'

/** Where the text of a page goes: the page itself, or the table that is open. */
export interface Sink {
  add(text: string, line: number): void
  /** A paragraph or `<br>` ends here. */
  breakLine(): void
  row(): void
  cell(colSpan: number, rowSpan: number, spot: Spot | undefined): void
  endCell(): void
  /** The blocks of a table inside this one. */
  take(blocks: readonly Block[]): void
  blocks(): Block[]
}

/** Text outside tables: one block per paragraph. */
export class TextSink implements Sink {
  readonly #blocks: Block[] = []
  #text = ''
  #line = 0

  add(text: string, line: number): void {
    if (this.#text === '') this.#line = line
    this.#text += text
  }

  breakLine(): void {
    const text = this.#text.trim()
    if (text !== '') this.#blocks.push({ kind: 'text', text, line: this.#line })
    this.#text = ''
  }

  row(): void {
    this.breakLine()
  }

  cell(): void {
    this.breakLine()
  }

  endCell(): void {
    this.breakLine()
  }

  take(blocks: readonly Block[]): void {
    this.breakLine()
    for (const block of blocks) this.#blocks.push(block)
  }

  blocks(): Block[] {
    this.breakLine()
    return this.#blocks
  }
}

interface OpenCell {
  text: string
  readonly colSpan: number
  readonly rowSpan: number
  readonly spot: Spot | undefined
}

/** A table. If another table stands inside it, it only lays out the page and becomes text blocks. */
export class TableSink implements Sink {
  readonly #rows: GridCell[][] = []
  readonly #line: number
  readonly #stray = new TextSink()
  #cell: OpenCell | undefined
  #layout: TextSink | undefined

  constructor(line: number) {
    this.#line = line
  }

  add(text: string, line: number): void {
    if (this.#cell) this.#cell.text += text
    else this.#stray.add(text, line)
  }

  breakLine(): void {
    if (this.#cell) this.#cell.text += '\n'
    else this.#stray.breakLine()
  }

  row(): void {
    this.endCell()
    this.#rows.push([])
  }

  cell(colSpan: number, rowSpan: number, spot: Spot | undefined): void {
    this.endCell()
    if (this.#rows.length === 0) this.#rows.push([])
    this.#cell = { text: '', colSpan, rowSpan, spot }
  }

  endCell(): void {
    if (!this.#cell) return
    const { text, colSpan, rowSpan, spot } = this.#cell
    const lines = text
      .split('\n')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n')
    if (this.#layout) lay(this.#layout, lines, this.#line)
    this.#rows[this.#rows.length - 1]?.push(cell(lines, colSpan, rowSpan, spot))
    this.#cell = undefined
  }

  take(blocks: readonly Block[]): void {
    if (!this.#layout) {
      this.#layout = new TextSink()
      for (const row of this.#rows) for (const { text } of row) lay(this.#layout, text, this.#line)
    }
    if (this.#cell) {
      lay(this.#layout, this.#cell.text, this.#line)
      this.#cell.text = ''
    }
    this.#layout.take(blocks)
  }

  blocks(): Block[] {
    this.endCell()
    const stray = this.#stray.blocks()
    if (this.#layout) return [...stray, ...this.#layout.blocks()]
    const rows = this.#rows.filter((row) => row.length > 0)
    return rows.length === 0 ? stray : [...stray, { kind: 'grid', rows, line: this.#line }]
  }
}

function lay(sink: TextSink, text: string, line: number): void {
  for (const part of text.split('\n')) {
    sink.add(part.replaceAll(picture, ''), line)
    sink.breakLine()
  }
}
