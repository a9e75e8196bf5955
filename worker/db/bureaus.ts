import { and, asc, eq, sql } from 'drizzle-orm'
import { type Level, bureauId } from '#core/roster/bureau.ts'
import type { Db } from './client.ts'
import { bureau, bureau_name, division } from './schema.ts'
import { type Search, placeOf, selectCandidates } from './search.ts'

/** A bureau as the public sees it. */
export interface Bureau {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly division: {
    readonly code: string
    readonly name: string
    readonly nameEn: string | null
  }
  readonly level: Level
  readonly sector: string
  /** `area`: the report counts all bureaus of the area; never added to theirs. */
  readonly scope: 'own' | 'area'
  readonly kind: string
  /** Demonstration data of a place that does not exist. */
  readonly madeUp: boolean
}

/** A bureau with its storage key and the years that are published. */
export interface BureauEntry extends Bureau {
  readonly key: number
  readonly years: readonly number[]
}

/** Codes that begin with 00 lie outside GB/T 2260: made-up places. */
const isMadeUp = (code: string): boolean => code.startsWith('00')

const columns = {
  key: bureau.key,
  id: bureau.id,
  name: bureau.name,
  nameEn: bureau.name_en,
  code: division.code,
  divisionName: division.name,
  divisionNameEn: division.name_en,
  level: bureau.level,
  sector: bureau.sector,
  scope: bureau.scope,
  kind: bureau.kind,
  // Qualified by hand: a statement of one table drops the names of tables.
  years: sql<string>`coalesce((SELECT y.years FROM bureau_years y WHERE y.bureau = ${bureau.key}), '[]')`,
}

type Row = Omit<BureauEntry, 'division' | 'madeUp' | 'years'> & {
  readonly code: string
  readonly divisionName: string
  readonly divisionNameEn: string | null
  readonly years: string
}

const entry = ({ code, divisionName, divisionNameEn, years, ...row }: Row): BureauEntry => ({
  ...row,
  division: { code, name: divisionName, nameEn: divisionNameEn },
  madeUp: isMadeUp(code),
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- json_group_array of an integer column
  years: JSON.parse(years) as number[],
})

const bureaus = (db: Db) =>
  db.select(columns).from(bureau).innerJoin(division, eq(division.code, bureau.division))

/** No page is longer, whatever is asked for: D1 bills the rows that are read. */
const mostListed = 150

/** A page of a search. */
export interface BureauPage {
  /** In the order of their ids; at most `limit`, and fewer where more would take too many rows. */
  readonly bureaus: readonly BureauEntry[]
  /** Id after which the search goes on, whether a bureau has it or not; null: everything has been looked at. */
  readonly next: string | null
}

/**
 * A page of a search, and the bureaus that have one of `ids`. Two statements; rows read: at most about 1,900, whatever
 * is asked for, and 5 for each of `ids`.
 */
export async function selectBureaus(
  db: Db,
  search: Search,
  ids: readonly string[] = [],
): Promise<BureauPage & { readonly named: readonly BureauEntry[] }> {
  const limit = Math.min(search.limit, mostListed)
  const { places, upTo, holds } = await selectCandidates(db, { ...search, limit })
  const named = new Set(ids.filter((id) => bureauId.test(id)))
  const wanted = [...[...named].map((id) => [placeOf(id), 1]), ...places.map((at) => [at, 0])]
  const rows = await db
    .select({ ...columns, named: sql<number>`c.value ->> 1` })
    .from(
      sql`json_each(${JSON.stringify(wanted)}) c CROSS JOIN bureau_search s ON s.place = c.value ->> 0`,
    )
    // In this order, so that no more is read than the page has.
    .crossJoin(bureau)
    .crossJoin(division)
    .where(
      sql`${bureau.key} = s.bureau AND ${division.code} = ${bureau.division} AND (c.value ->> 1 = 1 OR (${holds}))`,
    )
    .limit(named.size + limit + 1)
  const found = rows.filter((row) => row.named === 0).map(entry)
  const listed = found.slice(0, limit)
  const last = listed.at(-1)?.id ?? null
  return {
    bureaus: listed,
    next: found.length > listed.length ? last : upTo,
    named: rows.filter((row) => row.named === 1).map(entry),
  }
}

/** Bureaus by their ids, in the order asked for; ids that do not exist are left out. */
export async function selectBureausById(db: Db, ids: readonly string[]): Promise<BureauEntry[]> {
  const rows = await bureaus(db).where(
    sql`${bureau.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
  const byId = new Map(rows.map((row) => [row.id, entry(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export const selectBureau = async (db: Db, id: string): Promise<BureauEntry | undefined> =>
  (await selectBureausById(db, [id]))[0]

export interface BureauName {
  readonly name: string
  readonly kind: 'official' | 'alias'
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Every name of a bureau, official ones first. */
export const selectNames = (db: Db, key: number): Promise<BureauName[]> =>
  db
    .select({
      name: bureau_name.name,
      kind: bureau_name.kind,
      validFrom: bureau_name.valid_from,
      validTo: bureau_name.valid_to,
    })
    .from(bureau_name)
    .where(eq(bureau_name.bureau, key))
    .orderBy(sql`${bureau_name.kind} DESC`, asc(bureau_name.name))

/** The bureaus of a division, not of places inside it, that bear exactly this name. */
export async function selectBureausByName(
  db: Db,
  name: string,
  code: string,
): Promise<BureauEntry[]> {
  const rows = await bureaus(db)
    .innerJoin(bureau_name, eq(bureau_name.bureau, bureau.key))
    .where(and(eq(bureau_name.name, name), eq(bureau.division, code)))
    .orderBy(asc(bureau.id))
  return rows.map(entry)
}
