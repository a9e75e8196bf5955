import { sql } from 'drizzle-orm'
import { type FigureId, figures } from '#core/catalog/index.ts'
import type { BureauEntry } from './bureaus.ts'
import type { Db } from './client.ts'
import { divisionNumber } from './group.ts'

/** What a public report and those of the year before say differently. Both stand. */
export interface Discrepancy {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  /** Figures of this report, and of the year before. */
  readonly left: readonly FigureId[]
  readonly right: readonly FigureId[]
  readonly leftSum: number | null
  readonly rightSum: number | null
  /** Why it may stay; null: nobody has said. */
  readonly reason: string | null
}

/** Where a report does not agree with the year before, but for what a person has dismissed. */
export async function selectDiscrepancies(
  db: Db,
  { key, division }: Pick<BureauEntry, 'key' | 'division'>,
  year: number,
): Promise<Discrepancy[]> {
  const rows = await db.all<Row>(
    sql`SELECT f.rule, f.severity, f.lefts, f.rights, f.left_sum AS leftSum, f.right_sum AS rightSum, v.reason
      FROM finding f JOIN report r ON r.bureau = f.bureau AND r.year = f.year
      LEFT JOIN verdict v ON v.report = r.id AND v.fingerprint = f.fingerprint
      WHERE f.year = ${year} AND f.division = ${divisionNumber(division.code)} AND f.bureau = ${key}
        AND f.basis = 'previous' AND v.verdict IS NOT 'dismissed' ORDER BY f.rule, f.lefts`,
  )
  return rows.map(({ lefts, rights, ...row }) => ({
    ...row,
    left: figuresOf(lefts),
    right: figuresOf(rights),
  }))
}

type Row = Omit<Discrepancy, 'left' | 'right'> & { readonly lefts: string; readonly rights: string }

const idOf = new Map<number, FigureId>(figures.map(({ key, id }) => [key, id]))

const figuresOf = (json: string): FigureId[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by writeFindings
  (JSON.parse(json) as number[]).flatMap((key) => idOf.get(key) ?? [])
