import { type SQL, sql } from 'drizzle-orm'
import { type FigureId, figureByKey } from '#core/catalog/index.ts'
import type { RuleId } from '#core/check/rule-book.ts'
import type { AreaRange } from './areas.ts'
import type { BureauAsOf, BureauEntry } from './bureaus.ts'
import type { Db } from './client.ts'
import { divisionNumber } from './group.ts'
import { type BureauRow, type ListedBureau, bureauOf, listedBureau } from './listed.ts'

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

const figuresOf = (json: string): FigureId[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by writeFindings
  (JSON.parse(json) as number[]).flatMap((key) => figureByKey(key)?.id ?? [])

/** What does not hold in a public report, with all that is told of it. */
export interface PublicFinding extends Omit<Discrepancy, 'rule'> {
  readonly rule: RuleId
  readonly fingerprint: string
  /** Against the report itself, or against the year before. */
  readonly basis: 'own' | 'previous'
  readonly year: number
  readonly bureau: ListedBureau
  /** Address of the report; null where nobody gave one. */
  readonly source: string | null
}

/** Where a list goes on: after this finding. */
export interface FindingPlace {
  readonly year: number
  readonly division: number
  readonly bureau: number
  readonly fingerprint: string
}

/** What is asked about: an area in one year, or one bureau in some years. */
type Subject =
  | { readonly year: number; readonly span: Omit<AreaRange, 'depth'> }
  | {
      readonly years: readonly number[]
      readonly bureau: Pick<BureauAsOf, 'key' | 'division'>
    }

export interface FindingQuery {
  readonly of: Subject
  readonly keeps: (finding: Omit<PublicFinding, 'left' | 'right'>) => boolean
  /** Everything is kept: no more need be looked at than the page holds. */
  readonly keepsAll: boolean
  readonly limit: number
  readonly after: FindingPlace | undefined
}

/** So many findings are looked at for a page: each costs about seven rows. */
const mostLookedAt = 250

/**
 * A page of findings, but for what a person has dismissed: of an area in the order of divisions and bureaus, of a bureau
 * the newest year first. At most `limit`, and fewer, or none, where what is looked at does not fit; `next` leads on, null
 * at the end. One statement.
 */
export async function selectFindings(
  db: Db,
  { of, keeps, keepsAll, limit, after }: FindingQuery,
): Promise<{ readonly findings: readonly PublicFinding[]; readonly next: FindingPlace | null }> {
  const most = keepsAll ? Math.min(limit, mostLookedAt) : mostLookedAt
  const rows = await db.all<ListRow>(
    sql`SELECT f.fingerprint, f.rule, f.severity, f.basis, f.year, f.division AS place, f.bureau AS key, f.lefts, f.rights,
        f.left_sum AS leftSum, f.right_sum AS rightSum, v.verdict, v.reason, n.source, ${listedBureau}
      FROM ${'bureau' in of ? ofBureau(of, after, most) : ofArea(of, after, most)} f
      CROSS JOIN bureau b ON b.key = f.bureau CROSS JOIN division d ON d.code = b.division
      CROSS JOIN report r ON r.bureau = f.bureau AND r.year = f.year
      LEFT JOIN revision n ON n.id = r.published
      LEFT JOIN verdict v ON v.report = r.id AND v.fingerprint = f.fingerprint
      ORDER BY f.year DESC, f.division, f.bureau, f.fingerprint`,
  )
  const found = rows.map(entryOf)
  const kept = found.filter(({ dismissed, finding }) => !dismissed && keeps(finding))
  const page = kept.slice(0, limit)
  const last =
    kept.length > page.length ? page.at(-1) : rows.length < most ? undefined : found.at(-1)
  return {
    findings: page.map(({ finding, lefts, rights }) => ({
      ...finding,
      left: figuresOf(lefts),
      right: figuresOf(rights),
    })),
    next: last?.at ?? null,
  }
}

type ListRow = Omit<PublicFinding, 'left' | 'right' | 'bureau'> &
  Omit<FindingPlace, 'bureau' | 'division'> &
  BureauRow & {
    readonly place: number
    readonly key: number
    readonly lefts: string
    readonly rights: string
    readonly verdict: 'accepted' | 'dismissed' | null
  }

function entryOf(row: ListRow) {
  const { fingerprint, rule, severity, basis, year, leftSum, rightSum, reason, source } = row
  const said = { fingerprint, rule, severity, basis, year, leftSum, rightSum, reason, source }
  return {
    at: { year, division: row.place, bureau: row.key, fingerprint },
    dismissed: row.verdict === 'dismissed',
    finding: { ...said, bureau: bureauOf(row) },
    lefts: row.lefts,
    rights: row.rights,
  }
}

/** The next findings of an area, by the key. */
const ofArea = (
  { year, span: { from, to } }: Extract<Subject, { year: number }>,
  after: FindingPlace | undefined,
  most: number,
): SQL => sql`(SELECT * FROM finding
  WHERE year = ${year} AND division BETWEEN ${from} AND ${to}
    AND (division, bureau, fingerprint) > (${after?.division ?? from}, ${after?.bureau ?? 0}, ${after?.fingerprint ?? ''})
  ORDER BY division, bureau, fingerprint LIMIT ${most})`

/** The next findings of a bureau: year by year in the order of the list, so that no more is read than the page has. */
function ofBureau(
  { years, bureau: { key, division } }: Extract<Subject, { years: readonly number[] }>,
  after: FindingPlace | undefined,
  most: number,
): SQL {
  const left = years.filter((year) => !after || year <= after.year).toSorted((a, b) => b - a)
  return sql`(SELECT o.* FROM json_each(${JSON.stringify(left)}) j CROSS JOIN finding o ON o.year = j.value
    AND o.division = ${divisionNumber(division.code)} AND o.bureau = ${key}
    AND (o.year < ${after?.year ?? 9999} OR o.fingerprint > ${after?.fingerprint ?? ''}) LIMIT ${most})`
}
