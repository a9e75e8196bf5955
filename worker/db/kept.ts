import { type SQL, getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './client.ts'

/** One statement of an atomic batch. */
export type Statement = BatchItem<'sqlite'>

type Row = readonly (number | string | null)[]

/**
 * A table that keeps what was as of every release: key columns, then `since` and `until`, then values. A row is live
 * while `until` is NULL. What the open release has written is changed in place; older rows are closed.
 */
interface Kept {
  readonly table: SQLiteTable
  readonly key: readonly string[]
  readonly values: readonly string[]
}

/** The key and the values of a table, as its columns stand. */
export function keptTable(table: SQLiteTable): Kept {
  const names = Object.values(getTableColumns(table)).map(({ name }) => name)
  const since = names.indexOf('since')
  return { table, key: names.slice(0, since), values: names.slice(since + 2) }
}

const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `)
const named = (names: readonly string[], of = ''): SQL => sql.raw(names.map((n) => of + n).join())
const part = (i: number): SQL => sql.raw(`j.value ->> ${i}`)
const each = (rows: readonly Row[]): SQL => sql`json_each(${JSON.stringify(rows)}) j`

/** Finds the live row `t` of the key that `j` begins with. */
const live = (key: readonly string[]): SQL =>
  sql`${sql.join(
    key.map((name, i) => sql`t.${sql.raw(name)} = ${part(i)}`),
    sql` AND `,
  )} AND t.until IS NULL`

/**
 * Adds to kept sums; `changes`: key, then what each sum changes by, every key once. A row whose sums have all become 0
 * goes: no row means 0.
 */
export const changeSums = (
  db: Db,
  kept: Kept,
  release: number,
  changes: readonly (readonly number[])[],
): Statement[] => parts(changes).flatMap((some) => changeSomeSums(db, kept, release, some))

/** A bound parameter holds less than 2 MB. */
const rowsAtOnce = 10_000

const parts = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, i) =>
    rows.slice(i * rowsAtOnce, (i + 1) * rowsAtOnce),
  )

function changeSomeSums(
  db: Db,
  { table, key, values }: Kept,
  release: number,
  changes: readonly (readonly number[])[],
): Statement[] {
  const rows = each(changes)
  const name = sql.raw(getTableName(table))
  const columns = getTableColumns(table)
  const own = sql`(${named(key)}, since) IN (SELECT ${named(key, 't.')}, t.since
    FROM ${rows} CROSS JOIN ${name} t ON ${live(key)}`
  const sums = values.map(
    (value, i) => sql`coalesce(t.${sql.raw(value)}, 0) + ${part(key.length + i)}`,
  )
  const none = values.map((value) => `t.${value} = 0`).join(' AND ')
  const add = db
    .insert(table)
    .select(
      sql`SELECT ${list(key.map((_, i) => part(i)))}, ${release}, NULL, ${list(sums)}
        FROM ${rows} LEFT JOIN ${name} t ON ${live(key)} WHERE true`,
    )
    .onConflictDoUpdate({
      target: Object.values(columns).filter((c) => key.includes(c.name) || c.name === 'since'),
      set: Object.fromEntries(values.map((value) => [value, sql.raw(`excluded.${value}`)])),
    })
  const close = db
    .update(table)
    .set({ until: release })
    .where(sql`${own} WHERE t.since < ${release})`)
  const drop = db.delete(table).where(sql`${own} WHERE t.since = ${release} AND ${sql.raw(none)})`)
  return [add, close, drop]
}

/** Takes rows away (`gone`: their keys) and adds others (`added`: keys and values). */
export const changeRows = (
  db: Db,
  kept: Kept,
  release: number,
  { gone, added }: { readonly gone: readonly Row[]; readonly added: readonly Row[] },
): Statement[] => [
  ...parts(gone).flatMap((rows) => takeAway(db, kept, release, rows)),
  ...parts(added).map((rows) => insert(db, kept, release, rows)),
]

function takeAway(db: Db, { table, key }: Kept, release: number, rows: readonly Row[]) {
  const name = sql.raw(getTableName(table))
  const keys = list(key.map((_, i) => part(i)))
  return [
    db
      .delete(table)
      .where(sql`(${named(key)}, since) IN (SELECT ${keys}, ${release} FROM ${each(rows)})`),
    db
      .update(table)
      .set({ until: release })
      .where(
        sql`(${named(key)}, since) IN (SELECT ${named(key, 't.')}, t.since
          FROM ${each(rows)} CROSS JOIN ${name} t ON ${live(key)})`,
      ),
  ]
}

function insert(db: Db, { table, key, values }: Kept, release: number, rows: readonly Row[]) {
  const keys = key.map((_, i) => part(i))
  const all = [...keys, sql`${release}`, sql`NULL`, ...values.map((_, i) => part(key.length + i))]
  return db.insert(table).select(sql`SELECT ${list(all)} FROM ${each(rows)} WHERE true`)
}
