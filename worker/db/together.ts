import { type SQLWrapper, is, sql } from 'drizzle-orm'
import { SQL } from 'drizzle-orm/sql'
import type { Db } from './client.ts'

/** A selection of which every field has a name of its own in the statement (`.as`). */
interface Selection extends SQLWrapper {
  readonly _: { readonly selectedFields: object; readonly result: readonly unknown[] }
}

type RowsOf<Selections extends readonly Selection[]> = {
  readonly [At in keyof Selections]: Selections[At]['_']['result']
}

/**
 * The rows of several selections, in their order, asked for at one moment and by one statement: for an answer that may ask
 * few. Only for numbers and texts, and no more than a text of 2 MB holds.
 */
export async function selectTogether<const Selections extends readonly Selection[]>(
  db: Db,
  selections: Selections,
): Promise<RowsOf<Selections>> {
  const columns = selections.map(namesOf)
  const lists = selections.map((selection, i) => {
    const names = (columns[i] ?? []).map(({ alias }) => sql`s.${sql.identifier(alias)}`)
    return sql`(SELECT json_group_array(json_array(${sql.join(names, sql`, `)})) FROM ${selection} s) AS ${sql.identifier(`rows_${i}`)}`
  })
  const [row] = await db.all<Readonly<Record<string, string>>>(
    sql`SELECT ${sql.join(lists, sql`, `)}`,
  )
  const rows = columns.map((names, i) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the statement above
    (JSON.parse(row?.[`rows_${i}`] ?? '[]') as unknown[][]).map((values) =>
      Object.fromEntries(names.map(({ key }, at) => [key, values[at]])),
    ),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as their fields say
  return rows as unknown as RowsOf<Selections>
}

/** The names of a selection's fields here and in the statement. */
function namesOf({ _: { selectedFields } }: Selection): { key: string; alias: string }[] {
  return Object.entries(selectedFields).map(([key, field]: [string, unknown]) => {
    if (!is(field, SQL.Aliased)) throw new TypeError(`${key} has no name in the statement`)
    return { key, alias: field.fieldAlias }
  })
}
