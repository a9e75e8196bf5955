import { type SQL, type SQLWrapper, and, asc, eq, sql } from 'drizzle-orm'
import type { Tenure } from '#core/lineage/tenure.ts'
import { type Level, bureauId } from '#core/roster/bureau.ts'
import type { Db } from './client.ts'
import type { Release } from './releases.ts'
import { bureau, bureau_name, bureau_past, division, division_past } from './schema.ts'
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

/** A bureau with its storage key, as it is now or was at a release. */
export interface BureauAsOf extends Bureau {
  readonly key: number
  /** Null where nobody knows what its lineage was then. */
  readonly tenure: Tenure | null
  /** Those that are published now: none are told of a release. */
  readonly years?: readonly number[]
}

/** A bureau as it is now, with the years that are published. */
export interface BureauEntry extends BureauAsOf {
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
  begins: bureau.begins,
  ended: bureau.ended,
  succeeded: bureau.succeeded,
}

export const columnsNow = {
  ...columns,
  // Qualified by hand: a statement of one table drops the names of tables.
  years: sql<string>`coalesce((SELECT y.years FROM bureau_years y WHERE y.bureau = ${bureau.key}), '[]')`,
}

type Row = Omit<BureauAsOf, 'division' | 'madeUp' | 'tenure' | 'years'> &
  Omit<Tenure, 'succeeded'> & {
    readonly code: string
    readonly divisionName: string
    readonly divisionNameEn: string | null
    readonly succeeded: boolean | null
  }

const known = ({ code, divisionName, divisionNameEn, ...row }: Row): BureauAsOf => {
  const { begins, ended, succeeded, ...own } = row
  return {
    ...own,
    division: { code, name: divisionName, nameEn: divisionNameEn },
    madeUp: isMadeUp(code),
    tenure: succeeded === null ? null : { begins, ended, succeeded },
  }
}

export const entry = ({ years, ...row }: Row & { readonly years: string }): BureauEntry => ({
  ...known(row),
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- json_group_array of an integer column
  years: JSON.parse(years) as number[],
})

const bureaus = (db: Db) =>
  db.select(columnsNow).from(bureau).innerJoin(division, eq(division.code, bureau.division))

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
    .select({ ...columnsNow, named: sql<number>`c.value ->> 1` })
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

/** Of the row that was kept, where there is one. */
const was = <T>(kept: SQLWrapper, now: SQLWrapper) =>
  sql<T>`iif(${bureau_past.until} IS NULL, ${now}, ${kept})`

const columnsAsOf = {
  ...columns,
  name: was<string>(bureau_past.name, bureau.name),
  nameEn: was<string | null>(bureau_past.name_en, bureau.name_en),
  divisionName: sql<string>`coalesce(${division_past.name}, ${division.name})`,
  divisionNameEn: sql<
    string | null
  >`iif(${division_past.until} IS NULL, ${division.name_en}, ${division_past.name_en})`,
  level: was<Level>(bureau_past.level, bureau.level),
  sector: was<string>(bureau_past.sector, bureau.sector),
  scope: was<Bureau['scope']>(bureau_past.scope, bureau.scope),
  kind: was<string>(bureau_past.kind, bureau.kind),
  begins: was<number | null>(bureau_past.begins, bureau.begins),
  ended: was<number | null>(bureau_past.ended, bureau.ended),
  succeeded: was<boolean | null>(bureau_past.succeeded, bureau.succeeded).mapWith(bureau.succeeded),
}

const bureausAsOf = (db: Db, { seq }: AsOf) =>
  db
    .select(columnsAsOf)
    .from(bureau)
    .leftJoin(
      bureau_past,
      sql`${bureau_past.bureau} = ${bureau.key} AND ${bureau_past.until} =
        (SELECT min(k.until) FROM bureau_past k WHERE k.bureau = ${bureau.key} AND k.until > ${seq})`,
    )
    .innerJoin(
      division,
      sql`${division.code} = coalesce(${bureau_past.division}, ${bureau.division})`,
    )
    .leftJoin(
      division_past,
      sql`${division_past.division} = ${division.code} AND ${division_past.until} =
        (SELECT min(k.until) FROM division_past k WHERE k.division = ${division.code} AND k.until > ${seq})`,
    )

type AsOf = Pick<Release, 'seq'>

const selectWhere = async (db: Db, which: SQL, release: AsOf | undefined): Promise<BureauAsOf[]> =>
  release
    ? (await bureausAsOf(db, release).where(which)).map(known)
    : (await bureaus(db).where(which)).map(entry)

const oneOf = (column: SQLWrapper, values: readonly (string | number)[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`

/**
 * Bureaus by their ids, in the order asked for; ids that do not exist are left out. As a release named and placed them,
 * where one is given. One statement.
 */
export async function selectBureausById(db: Db, ids: readonly string[]): Promise<BureauEntry[]>
export async function selectBureausById(
  db: Db,
  ids: readonly string[],
  release: AsOf | undefined,
): Promise<BureauAsOf[]>
export async function selectBureausById(
  db: Db,
  ids: readonly string[],
  release?: AsOf,
): Promise<BureauAsOf[]> {
  const rows = await selectWhere(db, oneOf(bureau.id, ids), release)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The same by storage keys. */
export async function selectBureausByKey(
  db: Db,
  keys: readonly number[],
  release?: AsOf,
): Promise<ReadonlyMap<number, BureauAsOf>> {
  const rows = await selectWhere(db, oneOf(bureau.key, keys), release)
  return new Map(rows.map((row) => [row.key, row]))
}

export async function selectBureau(db: Db, id: string): Promise<BureauEntry | undefined>
export async function selectBureau(
  db: Db,
  id: string,
  release: AsOf | undefined,
): Promise<BureauAsOf | undefined>
export async function selectBureau(db: Db, id: string, release?: AsOf) {
  return (await selectBureausById(db, [id], release))[0]
}

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
