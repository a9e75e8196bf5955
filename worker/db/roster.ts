import { type SQL, sql } from 'drizzle-orm'
import type { NewBureau } from '#core/roster/bureau.ts'
import { type Relocation, moveBureaus } from './bureau-move.ts'
import type { Db } from './client.ts'
import { insertDivisions } from './divisions.ts'
import {
  type Known,
  type Named,
  changeRoster,
  insertChange,
  nameNewest,
  renewNames,
  selectKnown,
} from './names.ts'
import { selectOpenRelease } from './releases.ts'
import { declareRoster } from './rosters.ts'
import { audit, bureau, bureau_name, roster_change } from './schema.ts'

/** An area (null: the country) whose bureaus are all in the roster from a year on; null: not known to be any more. */
export interface Whole {
  readonly division: string | null
  readonly from: number | null
}

/**
 * Adds bureaus or corrects them, by id; all or nothing. A changed name keeps the old one with the day it ended. New
 * divisions come along with their first bureau.
 */
export const upsertBureaus = (
  db: Db,
  entries: readonly NewBureau[],
  { by = null, whole = null }: { readonly by?: number | null; readonly whole?: Whole | null } = {},
): Promise<void> =>
  changeRoster(async () => {
    const rows = sql`json_each(${JSON.stringify(entries)})`
    const ids = entries.map(({ id }) => id)
    const [known, places, release] = await Promise.all([
      selectKnown(db, ids),
      selectPlaces(db, ids),
      selectOpenRelease(db),
    ])
    const version = known.version + 1
    await db.batch([
      // First: what was read before another change must not be taken for what is there now.
      insertChange(db, known.version, entries.length, release),
      ...insertDivisions(db, rows),
      endNames(db, rows, new Date().toISOString().slice(0, 10)),
      ...(await moveBureaus(db, relocations(entries, places), { version, release })),
      upsert(db, rows, version),
      ...insertNames(db, rows),
      ...(await renewNames(db, namedBy(entries, known), known.bureaus, divisionsOf(entries))),
      ...(whole ? declareRoster(db, whole, release) : []),
      db.insert(audit).values({
        at: new Date().toISOString(),
        by,
        action: 'roster',
        subject: `${entries[0]?.id} + ${entries.length - 1}`,
        note: whole && `${whole.division ?? '全国'}: ${whole.from ?? '—'}`,
      }),
    ])
  })

/** The bureaus that there are already, by their ids. */
async function selectPlaces(db: Db, ids: readonly string[]) {
  const rows = await db
    .select()
    .from(bureau)
    .where(sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Where each bureau was and will be. A roster says nothing of lineage: that stays. */
const relocations = (
  entries: readonly NewBureau[],
  places: Awaited<ReturnType<typeof selectPlaces>>,
): Relocation[] =>
  entries.map(({ id, division: code, level, sector, scope }) => {
    const from = places.get(id) ?? null
    const { key = 0, begins = null, ended = null, succeeded = false } = from ?? {}
    const to = {
      key,
      division: code,
      level,
      sector,
      scope,
      rostered: true,
      begins,
      ended,
      succeeded,
    }
    return { from, to }
  })

/** The bureaus as they will be: as in the roster, with the names that they have had. */
function namedBy(entries: readonly NewBureau[], { bureaus }: Known): Map<string, Named> {
  const named = new Map<string, Named>()
  for (const { id, aliases, nameEn, ...entry } of entries) {
    const before = named.get(id) ?? bureaus.get(id)
    const names = new Set([...(before ? [before.name, ...before.otherNames] : []), ...aliases])
    names.delete(entry.name)
    named.set(id, {
      ...entry,
      otherNames: [...names],
      nameEn: nameEn ?? before?.nameEn ?? null,
    })
  }
  return named
}

const divisionsOf = (entries: readonly NewBureau[]): Map<string, string> =>
  new Map(
    entries.flatMap(({ division: code, divisionName }) =>
      divisionName ? [[code, divisionName] as const] : [],
    ),
  )

/** A property of the roster's row that json_each stands at. */
const each = (name: keyof NewBureau): SQL => sql.raw(`value ->> '$.${name}'`)

/** The names that end today: official, still in use, and not the one in the roster. */
const endNames = (db: Db, rows: SQL, today: string) =>
  db
    .update(bureau_name)
    .set({ valid_to: today })
    .where(
      sql`bureau IN (SELECT b.key FROM ${rows} JOIN bureau b ON b.id = ${each('id')})
        AND kind = 'official' AND valid_to IS NULL
        AND (bureau, name) NOT IN (SELECT b.key, ${each('name')} FROM ${rows} JOIN bureau b ON b.id = ${each('id')})`,
    )

const upsert = (db: Db, rows: SQL, version: number) =>
  db
    .insert(bureau)
    .select(
      sql`SELECT NULL, ${each('id')}, ${each('division')}, ${each('name')}, ${each('nameEn')}, ${each('level')},
        ${each('sector')}, ${each('scope')}, ${each('kind')}, 1, NULL, NULL, 0, ${version} FROM ${rows} WHERE true`,
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

/**
 * Adds one bureau under the next free number of its division and answers its id; undefined where the division has a
 * bureau of that name already.
 */
export async function insertBureau(
  db: Db,
  entry: Omit<NewBureau, 'id' | 'aliases'>,
): Promise<string | undefined> {
  // '.' follows '-': the ids of this division alone, the last of which has the highest number.
  const last = sql`SELECT CAST(substr(id, -4) AS INTEGER) FROM bureau
    WHERE id > ${`${entry.division}-`} AND id < ${`${entry.division}.`} ORDER BY id DESC LIMIT 1`
  // NULL where the division has a bureau of that name: the NOT NULL column then fails the batch.
  const id = sql`iif(EXISTS (SELECT 1 FROM bureau WHERE division = ${entry.division} AND name = ${entry.name}), NULL,
    printf('%s-%04d', ${entry.division}, coalesce((${last}), 0) + 1))`
  const { name, sector } = entry
  const named = { name, otherNames: [], nameEn: null, sector, division: entry.division }
  const row = {
    division: entry.division,
    name: entry.name,
    level: entry.level,
    sector: entry.sector,
    scope: entry.scope,
    kind: entry.kind,
  }
  const more = await nameNewest(db, named)
  try {
    const [added] = await db.batch([
      db
        .insert(bureau)
        .values({ ...row, id })
        .returning({ id: bureau.id }),
      db
        .insert(bureau_name)
        .values({ bureau: sql`last_insert_rowid()`, name: entry.name, kind: 'official' }),
      ...more,
      db.insert(roster_change).values({ at: new Date().toISOString(), bureaus: 1 }),
    ])
    return added[0]?.id
  } catch (error) {
    if (isTaken(error)) return undefined
    throw error
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error &&
  `${error.message} ${String(error.cause)}`.includes('NOT NULL constraint failed: bureau.id')
