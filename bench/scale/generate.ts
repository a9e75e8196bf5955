import type { DatabaseSync } from 'node:sqlite'
import type { NewBureau } from '#core/roster/bureau.ts'
import { type Group, groupOf } from '#worker/db/group.ts'
import { figureRows } from '#worker/db/published.ts'
import { bulk } from './bulk.ts'
import { keptSums } from './kept-sums.ts'
import { writeNames } from './names.ts'
import { inOrder, peerOrder } from './peer-order.ts'
import { madeReport } from './report.ts'
import {
  type Editions,
  type Held,
  at,
  batchOf,
  by,
  editionsOf,
  reportWriter,
} from './report-writer.ts'
import { type Place, type Plan, years } from './roster.ts'

/**
 * Fills every table as publishing these reports one by one would, in bulk and each table in the order of its key.
 * The database is migrated and empty, and has one token.
 */
export function generate(db: DatabaseSync, plans: readonly Plan[], places: readonly Place[]): void {
  db.exec('BEGIN')
  const roster = plans.map(({ bureau }) => bureau)
  writeRoster(db, roster)
  writeNames(db, roster, places)
  const groups = roster.map(groupOf)
  const [sums, peers] = [keptSums(), peerOrder()]
  const holdings = plans.map((): Holding[] => [])
  const write = reportWriter(db)
  let id = 0
  for (const [i, { bureau: entry, years: own }] of plans.entries()) {
    const group = groups[i] ?? groupOf(entry)
    const reports = own.map((year): Held => {
      const report = madeReport(entry, year)
      const rows = figureRows(report.cells, report.tables)
      id += 1
      return { id, bureau: i + 1, entry, year, report, rows }
    })
    write.add(reports)
    for (const { year, report, rows } of reports) {
      sums.add(group, { year, rows, tables: report.tables })
      peers.add(i, year, rows)
      holdings[i]?.push({ year, ...editionsOf(report) })
    }
  }
  write.end()
  writeBatches(db, id)
  writePeers(db, groups, peers)
  writeHoldings(db, groups, holdings)
  const tables = {
    total: bulk(db, 'total', totalColumns),
    received: bulk(db, 'received', receivedColumns),
    histogram: bulk(db, 'histogram', 'measure year scope level division bin since n'),
    expected: bulk(db, 'expected', 'year scope depth level sector division since change'),
  }
  for (const group of groups) sums.expect(group)
  sums.write(tables)
  for (const table of Object.values(tables)) table.end()
  db.exec('COMMIT')
}

const totalColumns = 'figure year scope depth level sector division since sum unassessable'
const receivedColumns =
  'year scope depth level sector division since reports disclosure_2019 disclosure_2021 disclosure_unknown requests_2019 requests_2021 requests_unknown reviews listed'

/** So many bureaus go into one request of a roster's import. */
const rosterPage = 500

function writeRoster(db: DatabaseSync, roster: readonly NewBureau[]): void {
  const bureau = bulk(db, 'bureau', 'key id division name level sector scope kind rostered revised')
  const names: [name: string, bureau: number, kind: string][] = []
  for (const [i, { id, division, name, level, sector, scope, kind, aliases }] of roster.entries()) {
    const version = Math.floor(i / rosterPage) + 1
    bureau.add(i + 1, id, division, name, level, sector, scope, kind, 1, version)
    names.push([name, i + 1, 'official'])
    for (const alias of aliases) names.push([alias, i + 1, 'alias'])
  }
  bureau.end()
  const bureauName = bulk(db, 'bureau_name', 'name bureau kind')
  for (const name of names.toSorted(([a], [b]) => (a < b ? -1 : 1))) bureauName.add(...name)
  bureauName.end()
  const change = bulk(db, 'roster_change', 'at bureaus')
  const audit = bulk(db, 'audit', 'at by action subject note')
  for (let from = 0; from < roster.length; from += rosterPage) {
    const page = roster.slice(from, from + rosterPage)
    change.add(at, page.length)
    const note = from + rosterPage < roster.length ? null : `全国: ${years[0]}`
    audit.add(at, by, 'roster', `${page[0]?.id} + ${page.length - 1}`, note)
  }
  // The last page says that the roster is whole.
  const whole = bulk(db, 'roster', 'division since from_year')
  whole.add(0, 1, years[0])
  whole.end()
  change.end()
  audit.end()
}

function writeBatches(db: DatabaseSync, reports: number): void {
  const batch = bulk(db, 'batch', 'id name at by')
  for (let id = 1; id <= batchOf(reports); id++) batch.add(id, 'bench', at, by)
  batch.end()
}

function writePeers(
  db: DatabaseSync,
  groups: readonly Group[],
  peers: ReturnType<typeof peerOrder>,
): void {
  const rows = bulk(
    db,
    'figure_group',
    'figure year scope level sector division bureau since value state',
  )
  peers.write(rows, groups)
  rows.end()
}

type Holding = Editions & { readonly year: number }

function writeHoldings(
  db: DatabaseSync,
  groups: readonly Group[],
  holdings: readonly (readonly Holding[])[],
): void {
  const rows = bulk(
    db,
    'holding',
    'year scope level sector division bureau since disclosure requests reviews',
  )
  const order = inOrder(groups)
  for (const year of years)
    for (const bureau of order) {
      const held = holdings[bureau]?.find((one) => one.year === year)
      const group = groups[bureau]
      if (!held || !group) continue
      const { scope, level, sector, division } = group
      const { disclosure, requests, reviews } = held
      rows.add(year, scope, level, sector, division, bureau + 1, 1, disclosure, requests, reviews)
    }
  rows.end()
}
