import { sql } from 'drizzle-orm'
import { standsAside } from '#core/lineage/tenure.ts'
import { concernsOf, next, selectSurroundings, stand, writeFindings } from './assess.ts'
import type { Db } from './client.ts'
import { divisionNumber, groupOf, isExpected, totalKeys } from './group.ts'
import { type Statement, changeSums, keptTable } from './kept.ts'
import { moveReports } from './move.ts'
import { unpackTables } from './published.ts'
import { type LiveRows, rowsOf, selectLiveRows } from './rows.ts'
import { isStillPublic } from './still.ts'
import { audit, bureau, expected, finding, report } from './schema.ts'
import type { Move } from './sums.ts'

/** What decides where a bureau's reports are counted, and whether one is expected. */
export type Placed = Pick<
  typeof bureau.$inferSelect,
  'key' | 'division' | 'level' | 'sector' | 'scope' | 'rostered' | 'begins' | 'ended' | 'succeeded'
>

/** A bureau as it was (null: not there) and as it will be. */
export interface Relocation {
  readonly from: Placed | null
  readonly to: Placed
}

/**
 * The statements that move bureaus with all that is public of them, for the batch that changes their rows: their reports
 * in sums, orders and findings, and the counts of expected ones. `version`: of the roster, once the batch has run;
 * `release`: the open one. The batch fails where a report of theirs is published meanwhile; that the release is still open
 * is for `insertChange` to see to.
 */
export async function moveBureaus(
  db: Db,
  changes: readonly Relocation[],
  { version, release }: { readonly version: number; readonly release: number },
): Promise<Statement[]> {
  const moved = changes.flatMap(({ from, to }) =>
    from && place(from) !== place(to) ? [{ from, to }] : [],
  )
  const reports = await selectPublic(
    db,
    moved.map(({ from }) => from.key),
  )
  const live = await selectLiveRows(db, reports)
  return [
    ...changeSums(db, keptTable(expected), release, expectedChanges(changes)),
    ...(moved.length === 0 ? [] : [guard(db, moved, reports), updateTenure(db, moved, version)]),
    ...(reports.length === 0 ? [] : await relocate(db, moved, { reports, live, release })),
  ]
}

type Moved = Relocation & { readonly from: Placed }

/** All that decides where reports are counted. */
const place = (one: Placed): string =>
  [
    one.division,
    one.level,
    one.sector,
    one.scope,
    one.rostered,
    one.begins,
    one.ended,
    one.succeeded,
  ].join()

/** +1 for every year from the first on, -1 from the year of its end on, in every area that the bureau is part of. */
function expectedChanges(changes: readonly Relocation[]): number[][] {
  const sums = new Map<string, number>()
  const add = (one: Placed | null, sign: number): void => {
    if (!one?.rostered) return
    const group = groupOf(one)
    const years = [[one.begins ?? 0, sign], ...(one.ended === null ? [] : [[one.ended, -sign]])]
    for (const [year = 0, change = 0] of years)
      for (const key of totalKeys(group)) {
        const at = [year, group.scope, ...key].join(' ')
        sums.set(at, (sums.get(at) ?? 0) + change)
      }
  }
  for (const { from, to } of changes) {
    add(from, -1)
    add(to, 1)
  }
  return [...sums].flatMap(([key, change]) =>
    change === 0 ? [] : [[...key.split(' ').map(Number), change]],
  )
}

type PublicReport = Pick<
  typeof report.$inferSelect,
  'id' | 'bureau' | 'year' | 'disclosure' | 'requests' | 'reviews'
> & {
  readonly published: number
  readonly counted: number
  readonly aside: number
  readonly spread: number
}

const selectPublic = (db: Db, keys: readonly number[]): Promise<PublicReport[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : db.all<PublicReport>(
        sql`SELECT id, bureau, year, disclosure, requests, reviews, published, counted, aside, spread FROM report
          WHERE bureau IN (SELECT value FROM json_each(${JSON.stringify(keys)})) AND published IS NOT NULL
          ORDER BY bureau, year`,
      )

interface Public {
  readonly reports: readonly PublicReport[]
  readonly live: LiveRows
  readonly release: number
}

async function relocate(
  db: Db,
  moved: readonly Moved[],
  { reports, live, release }: Public,
): Promise<Statement[]> {
  const placeOf = new Map(moved.map((one) => [one.from.key, one]))
  const all = reports.flatMap((own) => {
    const one = placeOf.get(own.bureau)
    return one ? [{ own, one }] : []
  })
  const marks = all.map(({ own, one }) => [own.id, Number(standsAside(one.to, own.year))])
  const divisions = all.map(({ own, one }) => [
    own.bureau,
    own.year,
    ...[one.from, one.to].map(({ division }) => divisionNumber(division)),
  ])
  return [
    ...moveReports(
      db,
      all.map(({ own, one }) => moveOf(own, one, live)),
      release,
    ),
    db
      .update(report)
      .set({ aside: sql`j.value ->> 1` })
      .from(sql`json_each(${JSON.stringify(marks)}) j`)
      .where(sql`report.id = j.value ->> 0`),
    db
      .update(finding)
      .set({ division: sql`j.value ->> 3` })
      .from(sql`json_each(${JSON.stringify(divisions)}) j`)
      .where(
        sql`finding.year = j.value ->> 1 AND finding.division = j.value ->> 2 AND finding.bureau = j.value ->> 0`,
      ),
    ...(await judgeAnew(db, all)),
  ]
}

/** Level and scope decide what a report is held against: findings of those that change either, and of the year after. */
async function judgeAnew(
  db: Db,
  all: readonly { readonly own: PublicReport; readonly one: Moved }[],
): Promise<Statement[]> {
  const judged = all.filter(
    ({ one: { from, to } }) => from.level !== to.level || from.scope !== to.scope,
  )
  if (judged.length === 0) return []
  const around = await selectSurroundings(
    db,
    judged.map(({ own }) => own),
  )
  const placeOf = new Map(all.map(({ one }) => [one.to.key, one.to]))
  for (const account of around.accounts.values())
    stand(around, { ...account, ...placeOf.get(account.bureau) }, true)
  const accounts = judged.flatMap(({ own }) => {
    const account = around.accounts.get(`${own.bureau} ${own.year}`)
    return account ? [account, ...next(around, account)] : []
  })
  return writeFindings(
    db,
    [...new Set(accounts)].map((account) => ({ account, concerns: concernsOf(around, account) })),
  )
}

function moveOf(own: PublicReport, { from, to }: Moved, live: LiveRows): Move {
  const rows = rowsOf(live, own)
  const held = { rows, tables: unpackTables(own), spread: own.spread === 1 }
  const aside = own.aside === 1 || own.counted === 0
  return {
    bureau: own.bureau,
    year: own.year,
    from: { ...held, group: groupOf(from), aside, listed: isExpected(from, own.year) },
    // What was never counted is not counted here either: backfill does that.
    to: {
      ...held,
      group: groupOf(to),
      listed: isExpected(to, own.year),
      aside: own.counted === 0 || standsAside(to, own.year),
    },
  }
}

/** An entry of the audit log; without an action, and so failing the batch, where a report was published meanwhile. */
function guard(db: Db, moved: readonly Moved[], reports: readonly PublicReport[]) {
  const keys = JSON.stringify(moved.map(({ from }) => from.key))
  return db.insert(audit).values({
    at: new Date().toISOString(),
    action: sql`iif(${isStillPublic(keys, reports)}, 'relocate', NULL)`,
    subject: `${reports.length} reports of ${moved.length} bureaus`,
  })
}

/** What lineage and rosters say of a bureau; the rest of its row is the caller's to change. */
const updateTenure = (db: Db, moved: readonly Moved[], version: number) =>
  db
    .update(bureau)
    .set({
      rostered: sql`j.value ->> 1`,
      begins: sql`j.value ->> 2`,
      ended: sql`j.value ->> 3`,
      succeeded: sql`j.value ->> 4`,
      revised: version,
    })
    .from(
      sql`json_each(${JSON.stringify(
        moved.map(({ to: { key, rostered, begins, ended, succeeded } }) => [
          key,
          Number(rostered),
          begins,
          ended,
          Number(succeeded),
        ]),
      )}) j`,
    )
    .where(sql`bureau.key = j.value ->> 0`)
