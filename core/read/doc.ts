import type { Spot } from '../reading.ts'

/** A cell as the document has it: own cells only, as in HTML; cells that a neighbour spans are not repeated. */
export interface GridCell {
  /** Text nodes joined without separators (a number may be split over spans); a line break is `\n`. */
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
  /** Where the cell stands in the source, where the format tells. */
  readonly spot?: Spot
}

/** One paragraph or line, or one table. `line` is the line of the source where it starts, from 1; `spot` where not. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly line: number; readonly spot?: Spot }
  | { readonly kind: 'grid'; readonly rows: readonly GridRow[]; readonly line: number }

export type GridRow = readonly GridCell[]

/** What every format is read into: text blocks and grids in the order of the document; no meaning yet. */
export interface Doc {
  readonly format: 'text' | 'html' | 'docx' | 'pdf' | 'xlsx' | 'csv' | 'ofd'
  readonly title: string | null
  /** `<meta name>` and the like, names in lower case; `canonical` is the address the page gives itself. */
  readonly meta: Readonly<Record<string, string>>
  readonly blocks: readonly Block[]
  /** The last cell of the document is not closed by any mark: its text may have been cut. */
  readonly open: boolean
}

export const cell = (text: string, colSpan = 1, rowSpan = 1, spot?: Spot): GridCell =>
  spot ? { text, colSpan, rowSpan, spot } : { text, colSpan, rowSpan }
