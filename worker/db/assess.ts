import { type SQL, sql } from 'drizzle-orm'
import { figure as figureOf } from '#core/catalog/index.ts'
import { type Assessment, concerns } from '#core/check/assessment.ts'
import { continuityFindings } from '#core/check/continuity.ts'
import { formFindings, mayRegulate } from '#core/check/form.ts'
import { continuityPredecessors } from '#core/lineage/series.ts'
import type { Cells, Tables } from '#core/reading.ts'
import type { Level } from '#core/roster/bureau.ts'
import type { Db } from './client.ts'
import { divisionNumber } from './group.ts'
import { type Statement } from './kept.ts'
import { selectLineage } from './lineage.ts'
import { unpackCells } from './pack.ts'
import { unpackTables } from './published.ts'
import type { StoredRevision } from './revisions.ts'
import { finding, verdict } from './schema.ts'

/** A report as the checks see it: one that is public, or that is to be. */
export interface Account {
  readonly report: number
  /** Storage key of the bureau. */
  readonly bureau: number
  readonly year: number
  readonly level: Level
  readonly scope: 'own' | 'area'
  readonly division: string
  readonly cells: Cells
  readonly tables: Tables
}

/** Something about a report that does not hold, or that nobody can tell. */
export interface Concern extends Assessment {
  readonly report: number
  /** What a person has said about it; null: nothing yet. */
  readonly verdict: Verdict | null
}

/** What a person has said about a concern. */
export interface Verdict {
  readonly verdict: 'accepted' | 'dismissed'
  readonly reason: string
}

/** The reports that some are held against, as they are public at one moment. Changes as reports are let in or out. */
export interface Surroundings {
  readonly accounts: Map<string, Account>
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** What was read: of each bureau and year the revision that was public, and the bureau's `revised`; null: none was. */
  readonly seen: readonly (readonly [
    bureau: number,
    year: number,
    revision: number | null,
    revised: number | null,
  ])[]
  /** Keys of the bureaus whose reports of the year before a bureau's is held against; empty: none can be. */
  readonly before: (bureau: number, year: number) => readonly number[]
  /** Keys of the bureaus whose reports of the year after are held against a bureau's. */
  readonly after: (bureau: number, year: number) => readonly number[]
}

const at = (bureau: number, year: number): string => `${bureau} ${year}`

export const accountOf = (draft: StoredRevision): Account => ({
  report: draft.report,
  bureau: draft.bureauKey,
  year: draft.year,
  level: draft.place.level,
  scope: draft.place.scope,
  division: draft.place.division,
  cells: draft.cells,
  tables: draft.tables,
})

/** What is public around reports: the same bureau's of the year, the one before and the one after, by lineage. */
export async function selectSurroundings(
  db: Db,
  subjects: readonly Pick<Account, 'bureau' | 'year'>[],
): Promise<Surroundings> {
  const kin = await selectLineage(db, [...new Set(subjects.map(({ bureau }) => bureau))])
  const ids = new Map([...(kin?.keyOf ?? [])].map(([id, key]) => [key, id]))
  const before = (bureau: number, year: number): number[] => {
    const id = ids.get(bureau)
    if (!kin || id === undefined) return [bureau]
    return continuityPredecessors(kin.line, id, year).flatMap((one) => kin.keyOf.get(one) ?? [])
  }
  const after = (bureau: number, year: number): number[] =>
    [...new Set([bureau, ...(ids.has(bureau) ? ids.keys() : [])])].filter((other) =>
      before(other, year + 1).includes(bureau),
    )
  const wanted = subjects.flatMap(({ bureau, year }): (readonly [number, number])[] => [
    [bureau, year],
    ...before(bureau, year).map((key) => [key, year - 1] as const),
    ...after(bureau, year).flatMap((key) => [
      [key, year + 1] as const,
      // What the next report is held against beside this one: the other bureaus that became one with it.
      ...before(key, year + 1).map((other) => [other, year] as const),
    ]),
  ])
  const pairs = [...new Map(wanted.map((one) => [one.join(' '), one] as const)).values()]
  return { ...(await selectAccounts(db, pairs)), before, after }
}

async function selectAccounts(db: Db, wanted: readonly (readonly [number, number])[]) {
  const pairs = sql`json_each(${JSON.stringify(wanted)}) j
    CROSS JOIN report r ON r.bureau = j.value ->> 0 AND r.year = j.value ->> 1`
  const [rows, verdicts] = await Promise.all([
    db.all<AccountRow>(
      sql`SELECT r.id AS report, r.bureau, r.year, r.published, r.disclosure, r.requests, r.reviews, v.cells,
          b.level, b.scope, b.division, b.revised
        FROM ${pairs} JOIN revision v ON v.id = r.published JOIN bureau b ON b.key = r.bureau`,
    ),
    db.all<Verdict & { report: number; fingerprint: string }>(
      sql`SELECT v.report, v.fingerprint, v.verdict, v.reason FROM ${pairs}
        CROSS JOIN verdict v ON v.report = r.id`,
    ),
  ])
  const publicOf = new Map(rows.map((row) => [at(row.bureau, row.year), row]))
  return {
    accounts: new Map([...publicOf].map(([key, row]): [string, Account] => [key, account(row)])),
    verdicts: new Map(
      verdicts.map(({ report, fingerprint, ...said }) => [`${report} ${fingerprint}`, said]),
    ),
    seen: wanted.map(([bureau, year]) => {
      const { published = null, revised = null } = publicOf.get(at(bureau, year)) ?? {}
      return [bureau, year, published, revised] as const
    }),
  }
}

/** Whether all that was read is still so; for the guard of a batch, which asks once. */
export const isAsSeen = ({ seen }: Surroundings): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(seen)}) s
    LEFT JOIN report n ON n.bureau = s.value ->> 0 AND n.year = s.value ->> 1
    LEFT JOIN bureau m ON m.key = s.value ->> 0
    WHERE n.published IS NOT s.value ->> 2 OR m.revised <> s.value ->> 3)`

type AccountRow = Omit<Account, 'cells' | 'tables'> &
  Parameters<typeof unpackTables>[0] & {
    readonly cells: string
    readonly published: number
    readonly revised: number
  }

function account({ cells, ...row }: AccountRow): Account {
  const tables = unpackTables(row)
  const { report, bureau, year, level, scope, division } = row
  return { report, bureau, year, level, scope, division, tables, cells: unpackCells(cells, tables) }
}

/** Everything that does not hold or cannot be told of a report, against itself and the year before. */
export function concernsOf(around: Surroundings, own: Account): Concern[] {
  const { accounts, verdicts, before } = around
  const keys = before(own.bureau, own.year)
  const previous = keys.flatMap((key) => accounts.get(at(key, own.year - 1)) ?? [])
  return concerns([
    ...formFindings({ ...own, regulates: mayRegulate(own.level, own.scope) }),
    // A sum over predecessors of whom one is missing would be no sum.
    ...(previous.length === keys.length ? continuityFindings(own, previous) : []),
  ]).map((one) => ({
    ...one,
    report: own.report,
    verdict: verdicts.get(`${own.report} ${one.fingerprint}`) ?? null,
  }))
}

/** The public reports of the year after that are held against this one. */
export const next = ({ accounts, after }: Surroundings, { bureau, year }: Account): Account[] =>
  after(bureau, year).flatMap((key) => accounts.get(at(key, year + 1)) ?? [])

/** What is public of the report of a bureau and year; null: nothing. */
export const publicAccount = (
  { accounts }: Surroundings,
  { bureau, year }: Account,
): Account | null => accounts.get(at(bureau, year)) ?? null

/** Lets a report in among the public ones, or out. */
export function stand(around: Surroundings, own: Account, isPublic: boolean): void {
  if (isPublic) around.accounts.set(at(own.bureau, own.year), own)
  else around.accounts.delete(at(own.bureau, own.year))
}

/** The statements that keep the findings of reports, and none where a report is not public any more (no concerns). */
export function writeFindings(
  db: Db,
  all: Iterable<{ readonly account: Account; readonly concerns: readonly Concern[] }>,
): Statement[] {
  const entries = [...all]
  const keys = entries.map(({ account: { year, division, bureau } }) => [
    year,
    divisionNumber(division),
    bureau,
  ])
  const rows = entries.flatMap(({ concerns: list }, i) =>
    list
      .filter(({ outcome }) => outcome === 'fail')
      .map((one) => [...(keys[i] ?? []), ...columns(one)]),
  )
  return [
    db.delete(finding).where(
      sql`(year, division, bureau) IN (SELECT value ->> 0, value ->> 1, value ->> 2
          FROM json_each(${JSON.stringify(keys)}))`,
    ),
    ...(rows.length === 0
      ? []
      : [
          db
            .insert(finding)
            .select(
              sql`SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
                value ->> 7, value ->> 8, value ->> 9, value ->> 10 FROM json_each(${JSON.stringify(rows)}) WHERE true`,
            )
            .onConflictDoNothing(),
        ]),
  ]
}

const columns = ({
  fingerprint,
  rule,
  severity,
  basis,
  left,
  right,
  leftSum,
  rightSum,
}: Concern) => [
  fingerprint,
  rule,
  severity,
  basis,
  JSON.stringify(left.map((id) => figureOf(id).key)),
  JSON.stringify(right.map((id) => figureOf(id).key)),
  leftSum,
  rightSum,
]

/** Keeps what a person has said about concerns. */
export const insertVerdicts = (
  db: Db,
  said: readonly { readonly concern: Concern; readonly verdict: Verdict }[],
  by: number,
) =>
  db
    .insert(verdict)
    .select(
      sql`SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ${new Date().toISOString()}, ${by}
        FROM json_each(${JSON.stringify(
          said.map(({ concern: { report, fingerprint, rule }, verdict: own }) => [
            report,
            fingerprint,
            rule,
            own.verdict,
            own.reason,
          ]),
        )}) WHERE true`,
    )
    .onConflictDoUpdate({
      target: [verdict.report, verdict.fingerprint],
      set: {
        verdict: sql`excluded.verdict`,
        reason: sql`excluded.reason`,
        at: sql`excluded.at`,
        by: sql`excluded.by`,
      },
    })
