import type { ColumnId } from '#core/text/columns.ts'
import type { Told } from './meta.ts'

/** A row of a file; a column that it does not name is empty. */
export type Row = Readonly<Partial<Record<ColumnId, string | number | null>>>

/** An answer in tidy form, for CSV and XLSX: a row for each observation, made when it is written. */
export interface Table extends Told {
  /** In their order; the same whatever was asked for. */
  readonly columns: readonly ColumnId[]
  readonly rows: Iterable<Row>
}
