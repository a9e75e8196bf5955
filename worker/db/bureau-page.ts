import { eq, sql } from 'drizzle-orm'
import { type FigureId, figureByKey } from '#core/catalog/index.ts'
import { type BureauEntry, columnsNow, entry } from './bureaus.ts'
import type { Db } from './client.ts'
import { bureau, division } from './schema.ts'

/** A bureau with what its page says of it beside its figures. */
export interface KnownBureau {
  readonly bureau: BureauEntry
  /** Every name that it has or had, official ones first. */
  readonly names: readonly string[]
  /** Whether any event tells of it (`selectLineage`). */
  readonly hasKin: boolean
  /** Numbers of which the next year's report says something else. */
  readonly restated: readonly Restated[]
}

interface Restated {
  readonly figure: FigureId
  readonly year: number
}

/** The bureau of that id as it is now; undefined where there is none. One statement. */
export async function selectKnownBureau(db: Db, id: string): Promise<KnownBureau | undefined> {
  const [row] = await db
    .select({
      ...columnsNow,
      names: sql<string>`(SELECT json_group_array(n.name) FROM (SELECT a.name FROM bureau_name a
        WHERE a.bureau = ${bureau.key} ORDER BY a.kind DESC, a.name) n)`,
      restated: sql<string>`(SELECT json_group_array(json_array(r.figure, r.year)) FROM restatement r
        WHERE r.bureau = ${bureau.key})`,
      hasKin: sql<number>`EXISTS (SELECT 1 FROM lineage_party p WHERE p.bureau = ${bureau.key})`,
    })
    .from(bureau)
    .innerJoin(division, eq(division.code, bureau.division))
    .where(eq(bureau.id, id))
  if (!row) return undefined
  const { names, restated, hasKin, ...own } = row
  return {
    bureau: entry(own),
    names: list<string>(names),
    hasKin: hasKin === 1,
    restated: list<[key: number, year: number]>(restated).flatMap(([key, year]) => {
      const found = figureByKey(key)
      return found ? [{ figure: found.id, year }] : []
    }),
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the statement above
const list = <T>(json: string): T[] => JSON.parse(json) as T[]
