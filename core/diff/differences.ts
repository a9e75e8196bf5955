import { type FigureId, figures, formFigures } from '#core/catalog/index.ts'
import { tableIds } from '#core/catalog/table.ts'
import type { Observation } from '../indicator/observation.ts'
import { type Cells, type Tables, stateOf, valueOf } from '../reading.ts'

/** What a report says: the tables that it contains, and their cells. */
export interface Statement {
  readonly tables: Tables
  readonly cells: Cells
}

/** An observation with its text as printed; `raw` is missing where the document does not contain the cell. */
export interface Printed extends Observation {
  readonly raw?: string
}

/** A figure that one statement has otherwise than another, or not at all. */
export interface Difference {
  readonly figure: FigureId
  readonly change: 'added' | 'changed' | 'removed'
  readonly before: Printed | null
  readonly after: Printed | null
}

/**
 * What a report says of each figure that its tables have, in the order of the catalogue. A figure of a table that the
 * report does not contain is no observation.
 */
export function observations({ tables, cells }: Statement): ReadonlyMap<FigureId, Printed> {
  const form = new Set(
    tableIds.flatMap((table) => {
      const edition = tables[table]
      return edition === undefined ? [] : formFigures(table, edition)
    }),
  )
  const stated = figures.filter(
    (entry) => form.has(entry) || (tables[entry.table] !== undefined && cells[entry.id]),
  )
  return new Map(stated.map(({ id }) => [id, printed(cells, id)]))
}

function printed(cells: Cells, id: FigureId): Printed {
  const cell = cells[id]
  return {
    value: valueOf(cells, id),
    state: stateOf(cells, id),
    ...(cell ? { raw: cell.raw } : {}),
  }
}

/** Every figure in which `after` differs from `before`, in the order of the catalogue; null: there is no such report. */
export function differences(before: Statement | null, after: Statement | null): Difference[] {
  const old = before ? observations(before) : new Map<FigureId, Printed>()
  const now = after ? observations(after) : new Map<FigureId, Printed>()
  return figures.flatMap(({ id }): Difference[] => {
    const was = old.get(id)
    const is = now.get(id)
    if (was && is)
      return saysTheSame(was, is) && was.raw === is.raw
        ? []
        : [{ figure: id, change: 'changed', before: was, after: is }]
    if (is) return [{ figure: id, change: 'added', before: null, after: is }]
    return was ? [{ figure: id, change: 'removed', before: was, after: null }] : []
  })
}

/** Whether two observations are the same figure, however it is printed. */
export const saysTheSame = (a: Observation, b: Observation): boolean =>
  a.value === b.value && a.state === b.state
