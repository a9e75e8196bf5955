import type { FigureId } from './catalog/index.ts'
import type { TableEdition, TableId } from './catalog/table.ts'

/**
 * What a cell of the form says. `number`; `blank`: empty; `na`: "/", "—", 无; `text`: a sentence;
 * `unread`: something is there, but it is not certain what; `absent`: the document does not contain the cell.
 */
export const states = ['number', 'blank', 'na', 'text', 'unread', 'absent'] as const
export type State = (typeof states)[number]

/** A cell as read. `raw` is the text as printed; a cell that is absent has no entry at all. */
export type Cell =
  | { readonly state: 'number'; readonly value: number; readonly raw: string }
  | { readonly state: 'blank' | 'na' | 'text'; readonly raw: string }
  | { readonly state: 'unread'; readonly raw: string; readonly reason: string }

/** The cells that a document contains, by figure. A missing key is `absent`, never zero. */
export type Cells = Readonly<Partial<Record<FigureId, Cell>>>

/** Where something stands in its document, as far as the format tells. Lines and pages count from 1. */
export interface Spot {
  /** The line of the source, of text and web pages. */
  readonly line?: number
  readonly page?: number
  /** On the page, in points (1/72 inch) from its top left corner. */
  readonly box?: readonly [x: number, y: number, width: number, height: number]
}

/** Where a figure was read: the labels of its row and column, as printed where they are, else as the form has them. */
export interface Place extends Spot {
  readonly row: string
  readonly column: string
}

export type Places = Readonly<Partial<Record<FigureId, Place>>>

/** Which form each table follows; `undefined` where the document does not contain the table. */
export type Tables = Readonly<Partial<Record<TableId, TableEdition>>>

/** Who reports on which year, as far as the document says. */
export interface Identity {
  readonly bureau: string | null
  readonly division: { readonly code: string | null; readonly name: string | null } | null
  readonly year: number | null
  /** ISO date of publication. */
  readonly publishedOn: string | null
  /** Address that the document itself gives. */
  readonly source: string | null
}

/** A report as read: nothing derived, nothing guessed. */
export interface Reading {
  readonly identity: Identity
  readonly tables: Tables
  /** Tables that the document has but that could not be read, with the reason in Chinese and English. */
  readonly refusedTables: Readonly<Partial<Record<TableId, string>>>
  readonly cells: Cells
  /** Where each cell was read; readings that were stored long ago have none. */
  readonly places?: Places
}

/** The document is not a report that can be read for certain; `refused` says why and what to do. */
export interface Refusal {
  readonly refused: string
}

export const isRefusal = (result: Reading | Refusal): result is Refusal => 'refused' in result

export const stateOf = (cells: Cells, id: FigureId): State => cells[id]?.state ?? 'absent'

/** The number of a cell; null unless its state is `number`. */
export function valueOf(cells: Cells, id: FigureId): number | null {
  const cell = cells[id]
  return cell?.state === 'number' ? cell.value : null
}
