import { type FigureId, formFigures } from '#core/catalog/index.ts'
import { tableIds } from '#core/catalog/table.ts'
import type { Cell, Reading } from '../reading.ts'

/**
 * The reading with every cell of the tables that could not be read: each is `unread`, with the reason. What is to be
 * stored must not look as if the document did not contain the table.
 */
export function withUnreadTables(reading: Reading): Reading {
  const broken = tableIds.flatMap((table) => {
    const reason = reading.refusedTables[table]
    return reason === undefined ? [] : [{ table, reason }]
  })
  const cells = broken.flatMap(({ table, reason }) =>
    formFigures(table, null).map(({ id }): [FigureId, Cell] => [
      id,
      { state: 'unread', raw: '', reason },
    ]),
  )
  return {
    ...reading,
    tables: { ...reading.tables, ...Object.fromEntries(broken.map(({ table }) => [table, null])) },
    cells: { ...reading.cells, ...Object.fromEntries(cells) },
  }
}
