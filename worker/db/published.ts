import { type Figure, figure as figureOf, figures, formFigures } from '#core/catalog/index.ts'
import { type TableEdition, type TableId, tableIds } from '#core/catalog/table.ts'
import { findings } from '#core/check/finding.ts'
import type { Observation } from '#core/indicator/observation.ts'
import { type Cells, type Tables, states } from '#core/reading.ts'

/** Edition as the report row keeps it: `?` is a table whose edition is not known, null one that is not there. */
export const packEdition = (
  tables: Tables,
  table: TableId,
): '2019' | '2021' | 'any' | '?' | null => {
  const edition = tables[table]
  return edition === undefined ? null : (edition ?? '?')
}

export const unpackTables = (
  row: Readonly<Record<TableId, '2019' | '2021' | 'any' | '?' | null>>,
): Tables =>
  Object.fromEntries(
    tableIds.flatMap((table): [TableId, TableEdition][] => {
      const edition = row[table]
      return edition === null ? [] : [[table, edition === '?' ? null : edition]]
    }),
  )

/** A row of the table `figure` without its bureau and year: [figure key, value, state]. */
export type FigureRow = readonly [key: number, value: number | null, state: number | null]

/**
 * The rows that publishing writes: zeros of the form's own figures are left out, every cell that is not a number
 * gets a row with its state, and a table that the report does not contain gets no rows at all.
 */
export function figureRows(cells: Cells, tables: Tables): FigureRow[] {
  return figures.flatMap((figure): FigureRow[] => {
    const edition = tables[figure.table]
    if (edition === undefined) return []
    const cell = cells[figure.id]
    const inForm = isInForm(figure, edition)
    if (cell === undefined) return inForm ? [[figure.key, null, states.indexOf('absent') + 1]] : []
    if (cell.state !== 'number') return [[figure.key, null, states.indexOf(cell.state) + 1]]
    return cell.value === 0 && inForm ? [] : [[figure.key, cell.value, null]]
  })
}

const isInForm = (figure: Figure, edition: TableEdition): boolean =>
  edition === 'any' ||
  (edition === null ? figure.editions.length > 1 : figure.editions.includes(edition))

/** What a stored row, or its absence, says about a figure of a report with these tables. */
export function observation(
  figure: Figure,
  tables: Tables,
  row: { readonly value: number | null; readonly state: number | null } | undefined,
): Observation {
  const edition = tables[figure.table]
  if (edition === undefined) return { value: null, state: 'absent' }
  if (row === undefined)
    return isInForm(figure, edition)
      ? { value: 0, state: 'number' }
      : { value: null, state: 'absent' }
  if (row.value !== null) return { value: row.value, state: 'number' }
  return { value: null, state: states[(row.state ?? 0) - 1] ?? 'unread' }
}

/** The figures that a report of these tables has a cell for, in the order of the form. */
export const reportFigures = (tables: Tables): readonly Figure[] =>
  tableIds.flatMap((table) => {
    const edition = tables[table]
    return edition === undefined ? [] : formFigures(table, edition)
  })

/** The figures that a broken sum is about, as `report.disputed` keeps them; null where every sum holds. */
export function disputedJson(cells: Cells, tables: Tables): string | null {
  const broken = findings(cells, tables).filter(({ severity }) => severity === 'error')
  const keys = broken.flatMap(({ left, right }) =>
    [...left, ...right].map((id) => figureOf(id).key),
  )
  return keys.length === 0 ? null : JSON.stringify([...new Set(keys)])
}
