import { type SQL, sql } from 'drizzle-orm'
import { gramsOf } from '#core/roster/grams.ts'
import { type Findable, searchText } from '#core/roster/names.ts'
import type { Db } from './client.ts'
import { bureau_search, gram_area, gram_count, roster_change } from './schema.ts'
import { areaSize } from './search.ts'

/** A bureau's names before those of its division are added. */
export type Named = Omit<Findable, 'divisionNames'>

/** What the database knows of some bureaus by their ids, at one version of the roster. */
export interface Known {
  readonly version: number
  readonly bureaus: ReadonlyMap<string, Named & { readonly search: string }>
}

interface Row extends Omit<Named, 'otherNames'> {
  readonly id: string
  readonly names: string
  readonly search: string
}

/** What is known of the bureaus that there are already, read at one moment. */
export async function selectKnown(db: Db, ids: readonly string[]): Promise<Known> {
  const [versions, rows] = await db.batch([
    db.select({ version: sql<number>`coalesce(max(version), 0)` }).from(roster_change),
    db
      .select({
        id: sql<string>`b.id`,
        name: sql<string>`b.name`,
        nameEn: sql<string | null>`b.name_en`,
        division: sql<string>`b.division`,
        sector: sql<string>`b.sector`,
        search: sql<string>`coalesce((SELECT s.search FROM bureau_search s WHERE s.place = ${place}), '')`,
        names: sql<string>`(SELECT json_group_array(n.name) FROM bureau_name n WHERE n.bureau = b.key AND n.name <> b.name)`,
      })
      .from(sql`bureau b`)
      .where(sql`b.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
  ])
  return {
    version: versions[0]?.version ?? 0,
    bureaus: new Map(rows.map((row) => [row.id, known(row)])),
  }
}

const known = ({ names, ...row }: Row): Named & { readonly search: string } => ({
  ...row,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- json_group_array of a text column
  otherNames: JSON.parse(names) as string[],
})

/**
 * The statements that make the search know bureaus by other names, for the same batch as those names. `was` is what it
 * knows them by; `added` are divisions that come with the batch.
 */
export const renewNames = async (
  db: Db,
  named: ReadonlyMap<string, Named>,
  was: Known['bureaus'],
  added: ReadonlyMap<string, string> = new Map(),
) => writeChanges(db, await changesOf(db, named, was, added), sql`b.id = j.value ->> 0`)

/** The same for the bureau that was added last, whose id only the database knows. */
export async function nameNewest(db: Db, bureau: Named) {
  const changes = await changesOf(db, new Map([['', bureau]]), new Map(), new Map())
  return writeChanges(db, changes, sql`b.key = (SELECT max(key) FROM bureau)`)
}

async function changesOf(
  db: Db,
  named: ReadonlyMap<string, Named>,
  was: Known['bureaus'],
  added: ReadonlyMap<string, string>,
): Promise<Change[]> {
  const divisions = new Map([...added, ...(await selectDivisionNames(db, named))])
  return [...named].map(([id, bureau]) => {
    const divisionNames = codesAbove(bureau.division).flatMap((code) => divisions.get(code) ?? [])
    return change(id, was.get(id)?.search ?? '', searchText({ ...bureau, divisionNames }))
  })
}

interface Change {
  readonly id: string
  readonly search: string
  readonly dropped: readonly string[]
  readonly added: readonly string[]
}

function change(id: string, from: string, search: string): Change {
  const [before, after] = [gramsOf(from), gramsOf(search)]
  return { id, search, dropped: without(before, after), added: without(after, before) }
}

function without(grams: readonly string[], others: readonly string[]): string[] {
  const rest = new Set(others)
  return grams.filter((text) => !rest.has(text))
}

/** `which` says how a change (id first) finds its bureau. */
function writeChanges(db: Db, changes: readonly Change[], which: SQL) {
  const each = (column: 'dropped' | 'added' | 'search'): SQL =>
    sql`json_each(${JSON.stringify(changes.map((one) => [one.id, one[column]]))}) j JOIN bureau b ON ${which}`
  const grams = (column: 'dropped' | 'added', columns: SQL): SQL =>
    sql`SELECT g.value, ${columns} FROM ${each(column)} JOIN json_each(j.value, '$[1]') g WHERE true`
  const area = sql`(${place}) / ${sql.raw(String(areaSize))}`
  const rest = sql`(${place}) % ${sql.raw(String(areaSize))}`
  const touched = sql`(gram, area) IN (${grams('dropped', area)})`
  return [
    db
      .update(gram_area)
      .set({
        places: sql`(SELECT json_group_array(p.value) FROM json_each(gram_area.places) p
          WHERE (gram_area.gram, gram_area.area, p.value) NOT IN (${grams('dropped', sql`${area}, ${rest}`)}))`,
      })
      .where(touched),
    db.delete(gram_area).where(sql`${touched} AND places = '[]'`),
    db
      .insert(gram_area)
      .select(
        sql`${grams('added', sql`${area}, json_group_array(${rest} ORDER BY ${rest})`)} GROUP BY 1, 2`,
      )
      .onConflictDoUpdate({
        target: [gram_area.gram, gram_area.area],
        // One list behind the other.
        set: {
          places: sql`substr(gram_area.places, 1, length(gram_area.places) - 1) || ',' || substr(excluded.places, 2)`,
        },
      }),
    changeCounts(db, changes),
    db
      .insert(bureau_search)
      .select(sql`SELECT ${place}, b.key, j.value ->> 1 FROM ${each('search')} WHERE true`)
      .onConflictDoUpdate({ target: bureau_search.place, set: { search: sql`excluded.search` } }),
  ] as const
}

function changeCounts(db: Db, changes: readonly Change[]) {
  const counts = new Map<string, number>()
  for (const { dropped, added } of changes) {
    for (const text of dropped) counts.set(text, (counts.get(text) ?? 0) - 1)
    for (const text of added) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return db
    .insert(gram_count)
    .select(
      sql`SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify([...counts])}) WHERE true`,
    )
    .onConflictDoUpdate({ target: gram_count.gram, set: { n: sql`gram_count.n + excluded.n` } })
}

/** The id of the bureau `b` as a number, in the same order. */
const place = sql.raw(`(CAST(substr(b.id, 1, 6) AS INTEGER) * 100
  + iif(substr(b.id, 7, 1) = 'Z', CAST(substr(b.id, 8, 2) AS INTEGER), 0)) * 10000 + CAST(substr(b.id, -4) AS INTEGER)`)

async function selectDivisionNames(
  db: Db,
  named: ReadonlyMap<string, Named>,
): Promise<Map<string, string>> {
  const codes = new Set([...named.values()].flatMap(({ division }) => codesAbove(division)))
  const rows = await db.all<{ code: string; name: string }>(
    sql`SELECT code, name FROM division WHERE code IN (SELECT value FROM json_each(${JSON.stringify([...codes])}))`,
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** A division's code after those that it may lie in, the largest first: 410000, 410300, 410307. */
const codesAbove = (code: string): string[] => [
  ...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code.slice(0, 6), code]),
]

/** Makes the search know bureaus, by their keys, by what names the database now has; all or nothing. */
export async function refreshNames(db: Db, keys: readonly number[]): Promise<void> {
  const rows = await db.all<{ id: string }>(
    sql`SELECT id FROM bureau WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`,
  )
  await changeRoster(async () => {
    const { version, bureaus } = await selectKnown(
      db,
      rows.map(({ id }) => id),
    )
    await db.batch([
      ...(await renewNames(db, bureaus, bureaus)),
      insertChange(db, version, bureaus.size),
    ])
  })
}

/**
 * The entry of a change to a roster that was read at `version`; the batch fails where another came between, or where
 * `release` is not the open one any more.
 */
export const insertChange = (db: Db, version: number, bureaus: number, release?: number) =>
  db.insert(roster_change).values({
    version: version + 1,
    at: new Date().toISOString(),
    bureaus:
      release === undefined
        ? bureaus
        : sql`iif(${release} = (SELECT coalesce(max(seq), 0) + 1 FROM release), ${bureaus}, NULL)`,
  })

/** Reads the roster and changes it: again where another change came between. */
export async function changeRoster(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === 5 || !isOvertaken(error)) throw error
    }
  }
}

const isOvertaken = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message.includes('UNIQUE constraint failed: roster_change.version') ||
    // A release was cut.
    error.message.includes('NOT NULL constraint failed: roster_change.bureaus') ||
    // A report of a bureau that is to move was published.
    error.message.includes('NOT NULL constraint failed: audit.action') ||
    isOvertaken(error.cause))
