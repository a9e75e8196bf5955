import { type SQL, sql } from 'drizzle-orm'
import type { Level, Scope } from '#core/roster/bureau.ts'

/** A bureau as lists name it, as it is now. */
export interface ListedBureau {
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
  readonly scope: Scope
}

/** The same in the columns of `listedBureau`. */
export interface BureauRow extends Pick<
  ListedBureau,
  'id' | 'name' | 'nameEn' | 'level' | 'sector' | 'scope'
> {
  readonly code: string
  readonly divisionName: string
  readonly divisionNameEn: string | null
}

/** What a statement selects of the bureau `b` and its division `d`. */
export const listedBureau: SQL = sql`b.id, b.name, b.name_en AS nameEn, b.level, b.sector, b.scope, d.code,
  d.name AS divisionName, d.name_en AS divisionNameEn`

export const bureauOf = (row: BureauRow): ListedBureau => ({
  id: row.id,
  name: row.name,
  nameEn: row.nameEn,
  division: { code: row.code, name: row.divisionName, nameEn: row.divisionNameEn },
  level: row.level,
  sector: row.sector,
  scope: row.scope,
})
