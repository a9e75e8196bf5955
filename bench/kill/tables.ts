import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'

/** Rows of tables as JSON lists, sorted. */
export type Tables = ReadonlyMap<string, readonly string[]>

export const lines = (rows: readonly (readonly unknown[])[]): string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted()

export const all = (db: DatabaseSync, query: string): Record<string, SQLOutputValue>[] =>
  db.prepare(query).all()

/** Columns that say when something was written. */
const clock = new Set(['at', 'created_at', 'applied_at'])

/** Every table of a database, without the times. */
export function everyTable(db: DatabaseSync): Tables {
  const names = all(db, "SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) =>
    String(name),
  )
  return new Map(
    names
      .filter((name) => !name.startsWith('_cf_'))
      .map((name) => [
        name,
        lines(
          all(db, `SELECT * FROM "${name}"`).map((row) =>
            Object.entries(row).flatMap(([column, value]) => (clock.has(column) ? [] : [value])),
          ),
        ),
      ]),
  )
}

/** Of each table that differs: how many rows only one of the two has, and the first of them. */
export const differences = (actual: Tables, expected: Tables): string[] =>
  [...new Set([...actual.keys(), ...expected.keys()])].flatMap((name) => [
    ...only(`${name}: too much`, actual.get(name), expected.get(name)),
    ...only(`${name}: missing`, expected.get(name), actual.get(name)),
  ])

function only(what: string, these: readonly string[] = [], others: readonly string[] = []) {
  const known = new Map<string, number>()
  for (const row of others) known.set(row, (known.get(row) ?? 0) + 1)
  const rows = these.filter((row) => {
    const left = known.get(row) ?? 0
    known.set(row, left - 1)
    return left <= 0
  })
  return rows.length === 0 ? [] : [`${what} ${rows.length}, ${rows[0]}`]
}
