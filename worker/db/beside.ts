import { eq, sql } from 'drizzle-orm'
import type { YearReading } from '#core/check/continuity.ts'
import { type Identity, identities } from '#core/check/identity.ts'
import { continuityPredecessors } from '#core/lineage/series.ts'
import { lastChange } from './asof.ts'
import type { Verdict } from './assess.ts'
import type { Bureau, BureauAsOf } from './bureaus.ts'
import type { Db } from './client.ts'
import { selectLineage } from './lineage.ts'
import type { Release } from './releases.ts'
import { type Report, selectReport, unpackReport } from './reports.ts'
import { publication, report, revision } from './schema.ts'

/** A public report as checks see it, with all that is told of it. */
export interface Held extends YearReading {
  readonly bureau: Pick<Bureau, 'id' | 'name' | 'nameEn'>
  readonly report: Report
  /** What persons have said of findings about it, by their fingerprints. */
  readonly verdicts: ReadonlyMap<string, Verdict>
}

/** A report with everything that it is held against. */
export interface Account {
  readonly own: Held
  /** Of the year before, by lineage. Empty where nothing can be compared, or where one of them is not public. */
  readonly before: readonly Held[]
  /** Those of the report. Of a release none with the year before: nobody keeps lineages. */
  readonly identities: readonly Identity<Held>[]
  /** Those of the bureau's report on the year after with this one, where that is held against this one alone. */
  readonly next: readonly Identity<Held>[]
}

/**
 * The report of a bureau and year as it is public now, with those of the years beside it, or as a release has it;
 * undefined where it is not. At most two statements.
 */
export async function selectAccount(
  db: Db,
  bureau: BureauAsOf,
  year: number,
  release?: Release,
): Promise<Account | undefined> {
  if (!release) return selectBeside(db, bureau, year)
  const found = await selectReport(db, bureau, year, release)
  const own = found && heldOf(bureau, found)
  return own && { own, before: [], identities: identities(own, []), next: [] }
}

async function selectBeside(
  db: Db,
  bureau: BureauAsOf,
  year: number,
): Promise<Account | undefined> {
  const kin = await selectLineage(db, [bureau.key])
  const known = new Map<number, Of>([
    ...[...(kin?.parties.values() ?? [])].map((party) => [party.key, party] as const),
    [bureau.key, bureau],
  ])
  const keysBefore = (of: number): number[] =>
    kin
      ? continuityPredecessors(kin.line, bureau.id, of).flatMap((id) => kin.keyOf.get(id) ?? [])
      : [bureau.key]
  const keys = keysBefore(year)
  const isFollowed = keysBefore(year + 1).join() === String(bureau.key)
  const held = await selectHeld(db, known, [
    [bureau.key, year],
    ...keys.map((key) => [key, year - 1] as const),
    ...(isFollowed ? [[bureau.key, year + 1] as const] : []),
  ])
  const own = held.get(`${bureau.key} ${year}`)
  if (!own) return undefined
  const found = keys.flatMap((key) => held.get(`${key} ${year - 1}`) ?? [])
  // A sum over predecessors of whom one is missing would be no sum.
  const before = found.length === keys.length ? found : []
  const after = held.get(`${bureau.key} ${year + 1}`)
  return {
    own,
    before,
    identities: identities(own, before),
    next: after
      ? identities(after, [own]).filter(({ right }) => right.some(({ of }) => of === own))
      : [],
  }
}

type Of = Held['bureau'] & Pick<BureauAsOf, 'scope'>

/** Public reports by bureau and year. */
async function selectHeld(
  db: Db,
  known: ReadonlyMap<number, Of>,
  wanted: readonly (readonly [bureau: number, year: number])[],
): Promise<ReadonlyMap<string, Held>> {
  const rows = await db
    .select({
      bureau: report.bureau,
      year: report.year,
      revision,
      publication,
      verdicts: sql<string>`(SELECT json_group_array(json_array(w.fingerprint, w.verdict, w.reason))
        FROM verdict w WHERE w.report = ${report.id})`,
    })
    .from(report)
    .innerJoin(
      publication,
      sql`${publication.version} = ${lastChange(sql`${report.id}`, undefined)}`,
    )
    .innerJoin(revision, eq(revision.id, publication.revision))
    .where(
      sql`(${report.bureau}, ${report.year}) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(wanted)}))
        AND ${publication.action} <> 'withdraw'`,
    )
  return new Map(
    rows.flatMap(({ bureau: key, year, verdicts, ...row }): [string, Held][] => {
      const bureau = known.get(key)
      const own = bureau && heldOf(bureau, unpackReport(year, row), verdictsOf(verdicts))
      return own ? [[`${key} ${year}`, own]] : []
    }),
  )
}

const heldOf = (
  { id, name, nameEn, scope }: Of,
  own: Report,
  verdicts: Held['verdicts'] = new Map(),
): Held => ({
  bureau: { id, name, nameEn },
  year: own.year,
  scope,
  cells: own.cells,
  tables: own.tables,
  report: own,
  verdicts,
})

function verdictsOf(json: string): Held['verdicts'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the statement above
  const said = JSON.parse(json) as [string, Verdict['verdict'], string][]
  return new Map(said.map(([fingerprint, verdict, reason]) => [fingerprint, { verdict, reason }]))
}

/** The years of a bureau that a release has, ascending. */
export async function selectYearsAsOf(
  db: Db,
  { key }: Pick<BureauAsOf, 'key'>,
  release: Release,
): Promise<number[]> {
  const rows = await db
    .select({ year: report.year })
    .from(report)
    .innerJoin(
      publication,
      sql`${publication.version} = ${lastChange(sql`${report.id}`, release.dataVersion)}`,
    )
    .where(sql`${report.bureau} = ${key} AND ${publication.action} <> 'withdraw'`)
    .orderBy(report.year)
  return rows.map(({ year }) => year)
}
