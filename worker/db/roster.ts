import { type SQL, sql } from 'drizzle-orm'
import type { NewBureau } from '#core/roster/bureau.ts'
import type { Db } from './client.ts'
import { bureau, bureau_name, division, roster_change } from './schema.ts'

/** The division for a bureau of which nobody could tell where it is. */
export const undetermined = '999999'

/**
 * Adds bureaus or corrects them, by id; all or nothing. A changed name keeps the old one with the day it ended. New
 * divisions come along with their first bureau.
 */
export async function upsertBureaus(db: Db, entries: readonly NewBureau[]): Promise<void> {
  const now = new Date().toISOString()
  const rows = sql`json_each(${JSON.stringify(entries)})`
  await db.batch([
    insertDivisions(db, rows),
    endNames(db, rows, now.slice(0, 10)),
    upsert(db, rows),
    ...insertNames(db, rows),
    db.insert(roster_change).values({ at: now, bureaus: entries.length }),
  ])
}

/** A property of the roster's row that json_each stands at. */
const each = (name: keyof NewBureau): SQL => sql.raw(`value ->> '$.${name}'`)

const insertDivisions = (db: Db, rows: SQL) =>
  db
    .insert(division)
    .select(
      sql`SELECT ${each('division')}, ${each('divisionName')}, ${each('divisionNameEn')}, p.code
        FROM ${rows} LEFT JOIN division p ON p.code <> ${each('division')}
          AND p.code = iif(length(${each('division')}) > 6, substr(${each('division')}, 1, 6),
            substr(${each('division')}, 1, 4) || '00')
        WHERE ${each('divisionName')} IS NOT NULL`,
    )
    .onConflictDoUpdate({
      target: division.code,
      set: { name_en: sql`coalesce(division.name_en, excluded.name_en)` },
    })

/** The names that end today: official, still in use, and not the one in the roster. */
const endNames = (db: Db, rows: SQL, today: string) =>
  db
    .update(bureau_name)
    .set({ valid_to: today })
    .where(
      sql`kind = 'official' AND valid_to IS NULL AND EXISTS (SELECT 1 FROM ${rows}
        JOIN bureau b ON b.id = ${each('id')}
        WHERE b.key = bureau_name.bureau AND ${each('name')} <> bureau_name.name)`,
    )

const upsert = (db: Db, rows: SQL) =>
  db
    .insert(bureau)
    .select(
      sql`SELECT NULL, ${each('id')}, ${each('division')}, ${each('name')}, ${each('nameEn')}, ${each('level')},
        ${each('sector')}, ${each('scope')}, ${each('kind')} FROM ${rows} WHERE true`,
    )
    .onConflictDoUpdate({
      target: bureau.id,
      set: {
        division: sql`excluded.division`,
        name: sql`excluded.name`,
        name_en: sql`coalesce(excluded.name_en, bureau.name_en)`,
        level: sql`excluded.level`,
        sector: sql`excluded.sector`,
        scope: sql`excluded.scope`,
        kind: sql`excluded.kind`,
      },
    })

const insertNames = (db: Db, rows: SQL) =>
  [
    db
      .insert(bureau_name)
      .select(
        sql`SELECT b.key, b.name, 'official', ${each('validFrom')}, NULL
          FROM ${rows} JOIN bureau b ON b.id = ${each('id')} WHERE true`,
      )
      .onConflictDoUpdate({
        target: [bureau_name.name, bureau_name.bureau],
        set: {
          kind: 'official',
          valid_to: null,
          valid_from: sql`coalesce(excluded.valid_from, bureau_name.valid_from)`,
        },
      }),
    db
      .insert(bureau_name)
      .select(
        sql`SELECT b.key, a.value, 'alias', NULL, NULL FROM ${rows} r JOIN bureau b ON b.id = r.value ->> '$.id',
          json_each(r.value, '$.aliases') a WHERE true`,
      )
      .onConflictDoNothing(),
  ] as const

/** Adds one bureau under the next free number of its division and answers its id. */
export async function insertBureau(
  db: Db,
  entry: Omit<NewBureau, 'id' | 'aliases'>,
): Promise<string> {
  const id = sql`(SELECT printf('%s-%04d', ${entry.division},
    coalesce(max(CAST(substr(id, -4) AS INTEGER)), 0) + 1) FROM bureau WHERE substr(id, 1, length(id) - 5) = ${entry.division})`
  const [added] = await db.batch([
    db
      .insert(bureau)
      .values({
        id,
        division: entry.division,
        name: entry.name,
        level: entry.level,
        sector: entry.sector,
        scope: entry.scope,
        kind: entry.kind,
      })
      .returning({ id: bureau.id }),
    db.insert(bureau_name).values({
      bureau: sql`last_insert_rowid()`,
      name: entry.name,
      kind: 'official',
    }),
    db.insert(roster_change).values({ at: new Date().toISOString(), bureaus: 1 }),
  ])
  const row = added[0]
  if (!row) throw new Error(`Bureau ${entry.name} was not added`)
  return row.id
}

interface Place {
  readonly code: string
  readonly name: string
}

/** Whether a code is in the list of divisions. */
export const selectDivision = async (db: Db, code: string): Promise<Place | undefined> =>
  (await db.all<Place>(sql`SELECT code, name FROM ${division} WHERE code = ${code}`))[0]

/** All divisions whose name the text begins with, in any place. At most ten characters are looked at. */
export const selectDivisionsBefore = (db: Db, text: string): Promise<Place[]> => {
  const beginnings = Array.from({ length: 11 }, (_, i) => text.slice(0, i + 2))
  return db.all<Place>(
    sql`SELECT code, name FROM ${division} WHERE name IN (SELECT value FROM json_each(${JSON.stringify(beginnings)}))`,
  )
}
