import { eq, sql } from 'drizzle-orm'
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
}

/** The bureau of that id as it is now; undefined where there is none. One statement. */
export async function selectKnownBureau(db: Db, id: string): Promise<KnownBureau | undefined> {
  const [row] = await db
    .select({
      ...columnsNow,
      names: sql<string>`(SELECT json_group_array(n.name) FROM (SELECT a.name FROM bureau_name a
        WHERE a.bureau = ${bureau.key} ORDER BY a.kind DESC, a.name) n)`,
      hasKin: sql<number>`EXISTS (SELECT 1 FROM lineage_party p WHERE p.bureau = ${bureau.key})`,
    })
    .from(bureau)
    .innerJoin(division, eq(division.code, bureau.division))
    .where(eq(bureau.id, id))
  if (!row) return undefined
  const { names, hasKin, ...own } = row
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- json_group_array of a text column
  return { bureau: entry(own), names: JSON.parse(names) as string[], hasKin: hasKin === 1 }
}
