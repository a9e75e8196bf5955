import { and, asc, eq, sql } from 'drizzle-orm'
import type { Level } from '#core/roster/bureau.ts'
import type { Db } from './client.ts'
import { bureau, bureau_name, division, report } from './schema.ts'
import { type Search, findBureaus } from './search.ts'

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
  years: sql<string>`(SELECT json_group_array(y) FROM (
    SELECT ${report.year} AS y FROM ${report}
    WHERE ${report.bureau} = ${bureau.key} AND ${report.published} IS NOT NULL ORDER BY ${report.year}))`,
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

/** Bureaus in the order of their ids. */
export async function selectBureaus(db: Db, search: Search): Promise<BureauEntry[]> {
  const found = await findBureaus(db, search)
  if (!found) return []
  // Sorted here: the database would read the page once more, or all bureaus by the index of ids.
  const rows = await bureaus(db).where(sql`${bureau.key} IN ${found}`)
  return rows.map(entry).toSorted((a, b) => (a.id < b.id ? -1 : 1))
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

/** How much of the collection is real: bureaus with a published report, reports, first and last year. */
export interface Holdings {
  readonly bureaus: number
  readonly reports: number
  readonly firstYear: number | null
  readonly lastYear: number | null
}

/** Counts of real or made-up reports; the two never mix. */
export async function selectHoldings(db: Db, madeUp: boolean): Promise<Holdings> {
  const rows = await db
    .select({
      bureaus: sql<number>`count(DISTINCT ${report.bureau})`,
      reports: sql<number>`count(*)`,
      firstYear: sql<number | null>`min(${report.year})`,
      lastYear: sql<number | null>`max(${report.year})`,
    })
    .from(report)
    .innerJoin(bureau, eq(bureau.key, report.bureau))
    .where(
      sql`${report.published} IS NOT NULL AND (substr(${bureau.division}, 1, 2) = '00') = ${Number(madeUp)}`,
    )
  return rows[0] ?? { bureaus: 0, reports: 0, firstYear: null, lastYear: null }
}
