import { type SQL, sql } from 'drizzle-orm'
import type { Term } from '#core/roster/term.ts'
import type { Db } from './client.ts'
import { division } from './schema.ts'

/** A division by a name that it bears or bore. */
export interface Place extends Term {
  readonly name: string
}

const columns = sql`d.code, d.name, d.valid_from AS validFrom, d.valid_to AS validTo, d.successor`

/** A division by its code, past ones and zones included. */
export const selectDivision = async (db: Db, code: string): Promise<Place | undefined> =>
  (await db.all<Place>(sql`SELECT ${columns} FROM division d WHERE d.code = ${code}`))[0]

/** All codes that the place of a division has had and has, the earliest first; none for an unknown code. */
export const selectLine = (db: Db, code: string): Promise<Place[]> =>
  db.all<Place>(
    sql`WITH RECURSIVE
      later (code) AS (
        SELECT ${code} UNION SELECT d.successor FROM later JOIN division d ON d.code = later.code
          WHERE d.successor IS NOT NULL
      ),
      earlier (code) AS (
        SELECT ${code} UNION SELECT d.code FROM earlier JOIN division d ON d.successor = earlier.code
      )
      SELECT ${columns} FROM (SELECT code FROM later UNION SELECT code FROM earlier) l JOIN division d ON d.code = l.code
      ORDER BY d.valid_to IS NULL, d.valid_to`,
  )

/** The longest name of a division, in characters. */
const longest = 15

/** All divisions whose name the text begins with, in any place, now or in the past. */
export const selectDivisionsBefore = (db: Db, text: string): Promise<Place[]> => {
  const lengths = Array.from({ length: longest - 1 }, (_, i) => i + 2)
  const beginnings = [...new Set(lengths.map((length) => text.slice(0, length)))]
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(beginnings)}))`
  return db.all<Place>(
    sql`SELECT ${columns} FROM division d WHERE d.name IN ${wanted}
      UNION ALL
      SELECT n.code, n.name, d.valid_from, n.valid_to, d.successor
        FROM division_name n JOIN division d ON d.code = n.code WHERE n.name IN ${wanted}`,
  )
}

/** A property of the roster's row that json_each stands at. */
const each = (name: 'division' | 'divisionName' | 'divisionNameEn'): SQL =>
  sql.raw(`value ->> '$.${name}'`)

/**
 * The statements that add the divisions which a roster names, for the batch of its bureaus; `rows` is json_each of them.
 * Each lies in what its code lies in, whichever of the two stands first: 410307Z01 in 410307, 110199 in 110000.
 */
export const insertDivisions = (db: Db, rows: SQL) =>
  [
    db
      .insert(division)
      .select(
        sql`SELECT ${each('division')}, ${each('divisionName')}, ${each('divisionNameEn')}, NULL, NULL, NULL, NULL
          FROM ${rows} WHERE ${each('divisionName')} IS NOT NULL`,
      )
      .onConflictDoUpdate({
        target: division.code,
        set: { name_en: sql`coalesce(division.name_en, excluded.name_en)` },
      }),
    db
      .update(division)
      .set({
        parent: sql`(SELECT max(p.code) FROM division p WHERE p.code <> division.code AND p.code IN
          (substr(division.code, 1, 6), substr(division.code, 1, 4) || '00', substr(division.code, 1, 2) || '0000'))`,
      })
      .where(sql`parent IS NULL AND code IN (SELECT ${each('division')} FROM ${rows})`),
  ] as const
