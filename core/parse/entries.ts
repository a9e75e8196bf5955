import { label } from './normal.ts'
import { type Row, type Slot, pieces } from './rows.ts'

/**
 * Where the values of an entry stand: in the row of its label, on the next line (`line`), one to a line (`stream`), or
 * nowhere.
 */
export type Flow = 'row' | 'line' | 'stream' | 'none'

/** A label of the form and the cells that belong to it. */
export interface Entry<Id> {
  readonly id: Id
  readonly row: Row
  /** The label as printed. */
  readonly label: string
  /** Column in which the label ends. */
  readonly labelEnd: number
  readonly cells: readonly Slot[]
  readonly flow: Flow
  /** Rows between the entry before and this one: headers, group headings, foreign matter. */
  readonly before: readonly Row[]
}

export interface Entries<Id> {
  readonly list: readonly Entry<Id>[]
  /** Some row holds two labels with values: two reports side by side. */
  readonly twins: boolean
}

/** Which row of the form a text names, given the one before it; undefined if none for certain. */
export type Match<Id> = (text: string, before: Id | undefined) => Id | undefined

/** Finds the labels of the form in rows of any shape and collects the cells that follow each of them. */
export function entries<Id>(rows: readonly Row[], match: Match<Id>): Entries<Id> {
  const collector = new Collector(match)
  for (const row of rows) collector.add(row)
  return collector.result()
}

/** Words of a label, its own spaces and the headings before it included. */
const maxHeadings = 5

/** An entry that may still get cells from the next rows. */
interface Draft<Id> {
  readonly id: Id
  readonly row: Row
  readonly labelEnd: number
  readonly own: readonly Slot[]
  readonly more: Row[]
  readonly before: readonly Row[]
  text: string
  open: boolean
}

class Collector<Id> {
  readonly #match: Match<Id>
  readonly #drafts: Draft<Id>[] = []
  #before: Row[] = []
  /** Words that may be the beginning of a label that goes on in the next row. */
  #words: string[] = []
  #twins = false

  constructor(match: Match<Id>) {
    this.#match = match
  }

  get #last(): Draft<Id> | undefined {
    return this.#drafts[this.#drafts.length - 1]
  }

  add(row: Row): void {
    const lead = leading(row)
    if (lead.every(({ shape }) => shape === 'blank')) return this.#addValues(row)
    const at = isHeader(row, lead) ? undefined : this.#labelIn(lead)
    if (at !== undefined) {
      this.#twins ||= this.#hasTwin(row, at.index)
      return this.#start(row, at)
    }
    if (lead.length === row.cells.length) this.#addWords(row, lead)
    else if (!this.#endsLabel(row, lead)) this.#addForeign(row)
  }

  /** The last label among the words that the row begins with; words of the rows before may begin it. */
  #labelIn(lead: readonly Slot[]): Found<Id> | undefined {
    const before = this.#last?.id
    for (let index = lead.length - 1; index >= 0; index--) {
      const text = lead[index]?.text ?? ''
      const id = this.#matchEnd(text, before)
      if (id !== undefined) return { id, index, text }
    }
    const text = lead.map((slot) => slot.text).join('')
    for (let count = 1; count <= Math.min(3, this.#words.length); count++) {
      const joined = this.#words.slice(-count).join('') + text
      const id = this.#match(joined, before)
      if (id !== undefined) return { id, index: lead.length - 1, text: joined }
    }
    return undefined
  }

  /** Before the label its headings may stand in the same cell: 三、本年度办理结果 （一）予以公开. */
  #matchEnd(text: string, before: Id | undefined): Id | undefined {
    const words = pieces(text)
    for (let i = 0; i < Math.min(words.length, maxHeadings); i++) {
      const id = this.#match(i === 0 ? text : words.slice(i).join(''), before)
      if (id !== undefined) return id
    }
    return undefined
  }

  #start(row: Row, { id, index, text }: Found<Id>): void {
    this.#close()
    const own = row.cells.slice(index + 1)
    this.#drafts.push({
      id,
      row,
      labelEnd: row.cells[index]?.to ?? 0,
      own,
      more: [],
      before: this.#before,
      text,
      open: own.length === 0,
    })
    this.#before = []
    this.#words = []
  }

  #addValues(row: Row): void {
    if (this.#last?.open) this.#last.more.push(row)
    else if (row.cells.some(({ shape }) => shape === 'value')) this.#before.push(row)
  }

  #addWords(row: Row, lead: readonly Slot[]): void {
    const text = lead.map((slot) => slot.text).join('')
    const last = this.#last
    if (last?.open && last.more.length === 0 && this.#goesOn(last, text)) {
      last.text += text
      return
    }
    this.#close()
    this.#before.push(row)
    this.#words.push(text)
  }

  /** The end of a label that began in the row before, with its values beside it. */
  #endsLabel(row: Row, lead: readonly Slot[]): boolean {
    const last = this.#last
    const text = lead.map((slot) => slot.text).join('')
    if (!last?.open || last.more.length > 0 || !this.#goesOn(last, text)) return false
    last.more.push({ ...row, cells: row.cells.slice(lead.length) })
    return true
  }

  /** The second half of a label that was recognised by its first. */
  #goesOn(draft: Draft<Id>, text: string): boolean {
    const before = this.#drafts[this.#drafts.length - 2]?.id
    return label(text).key !== '' && this.#match(draft.text + text, before) === draft.id
  }

  /** A row with values under a label that the form does not have. */
  #addForeign(row: Row): void {
    this.#close()
    this.#before.push(row)
    this.#words = []
  }

  #close(): void {
    if (this.#last) this.#last.open = false
  }

  #hasTwin(row: Row, index: number): boolean {
    const value = row.cells.findIndex((slot, i) => i > index && slot.shape === 'value')
    if (value < 0) return false
    const id = this.#last?.id
    return row.cells
      .slice(value + 1)
      .some((slot) => slot.shape === 'words' && this.#match(slot.text, id) !== undefined)
  }

  result(): Entries<Id> {
    return { list: this.#drafts.map(finish), twins: this.#twins }
  }
}

interface Found<Id> {
  readonly id: Id
  readonly index: number
  readonly text: string
}

/** Without any value and with more words than a label and its headings have. */
const isHeader = ({ cells }: Row, lead: readonly Slot[]): boolean =>
  lead.length === cells.length && cells.filter(({ shape }) => shape === 'words').length > 3

/** The cells before the first value; the number of a row in front of its label is not one. */
function leading({ cells }: Row): readonly Slot[] {
  const isNumbered = cells[0]?.shape === 'value' && cells[1]?.shape === 'words'
  const value = cells.findIndex(({ shape }, i) => shape === 'value' && !(i === 0 && isNumbered))
  return value < 0 ? cells : cells.slice(0, value)
}

function finish<Id>({ id, row, text, labelEnd, own, more, before }: Draft<Id>): Entry<Id> {
  const cells = own.length > 0 ? own : more.flatMap((line) => line.cells)
  return { id, row, label: text, labelEnd, cells, flow: flow(own, more), before }
}

function flow(own: readonly Slot[], more: readonly Row[]): Flow {
  if (own.length > 0) return 'row'
  if (more.length === 0) return 'none'
  const filled = more.map(({ cells }) => cells.filter(({ shape }) => shape !== 'blank').length)
  return filled.some((count) => count > 1) ? 'line' : 'stream'
}
