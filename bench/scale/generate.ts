import type { DatabaseSync } from 'node:sqlite'
import { applicantIds, figure as figureOf } from '#core/catalog/index.ts'
import { valueOf } from '#core/reading.ts'
import type { NewBureau } from '#core/roster/bureau.ts'
import { type Group, groupOf } from '#worker/db/group.ts'
import { packCells } from '#worker/db/pack.ts'
import { type FigureRow, disputedJson, figureRows, packEdition } from '#worker/db/published.ts'
import { type Bulk, bulk } from './bulk.ts'
import { keptSums } from './kept-sums.ts'
import { writeNames } from './names.ts'
import { inOrder, peerOrder } from './peer-order.ts'
import { type MadeReport, madeReport } from './report.ts'
import { digestOf, documentOf } from './revision.ts'
import { type Place, type Plan, years } from './roster.ts'

/** A report with its place in the database. */
interface Held {
  readonly id: number
  /** From 1. */
  readonly bureau: number
  readonly entry: NewBureau
  readonly year: number
  readonly report: MadeReport
  readonly rows: readonly FigureRow[]
}

const at = '2026-01-01T00:00:00.000Z'

/** The token that reports were written with: any row of the table will do. */
const by = 1

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
      sums.add(group, year, rows, report.tables)
      peers.add(i, year, rows)
      holdings[i]?.push({ year, ...editionsOf(report) })
    }
  }
  write.end()
  writePeers(db, groups, peers)
  writeHoldings(db, groups, holdings)
  const [total, received] = [bulk(db, 'total', totalColumns), bulk(db, 'received', receivedColumns)]
  sums.write(total, received)
  total.end()
  received.end()
  db.exec('COMMIT')
}

const totalColumns = 'figure year scope depth level sector division since sum unassessable'
const receivedColumns =
  'year scope depth level sector division since reports disclosure_2019 disclosure_2021 disclosure_unknown requests_2019 requests_2021 requests_unknown reviews'

/** So many bureaus go into one request of a roster's import. */
const rosterPage = 500

function writeRoster(db: DatabaseSync, roster: readonly NewBureau[]): void {
  const bureau = bulk(db, 'bureau', 'key id division name level sector scope kind')
  const names: [name: string, bureau: number, kind: string][] = []
  for (const [i, { id, division, name, level, sector, scope, kind, aliases }] of roster.entries()) {
    bureau.add(i + 1, id, division, name, level, sector, scope, kind)
    names.push([name, i + 1, 'official'])
    for (const alias of aliases) names.push([alias, i + 1, 'alias'])
  }
  bureau.end()
  const bureauName = bulk(db, 'bureau_name', 'name bureau kind')
  for (const name of names.toSorted(([a], [b]) => (a < b ? -1 : 1))) bureauName.add(...name)
  bureauName.end()
  const change = bulk(db, 'roster_change', 'at bureaus')
  for (let left = roster.length; left > 0; left -= rosterPage)
    change.add(at, Math.min(left, rosterPage))
  change.end()
}

interface Editions {
  readonly disclosure: string | null
  readonly requests: string | null
  readonly reviews: string | null
}

const editionsOf = ({ tables }: MadeReport): Editions => ({
  disclosure: packEdition(tables, 'disclosure'),
  requests: packEdition(tables, 'requests'),
  reviews: packEdition(tables, 'reviews'),
})

/** Writes a bureau's reports with all that belongs to them alone. */
function reportWriter(db: DatabaseSync): {
  readonly add: (reports: readonly Held[]) => void
  readonly end: () => void
} {
  const report = bulk(
    db,
    'report',
    'id bureau year published disclosure requests reviews excerpt disputed counted',
  )
  const revision = bulk(
    db,
    'revision',
    'id report number state digest file_name file_hash source published_on excerpt tables cells created_at created_by',
  )
  const publication = bulk(db, 'publication', 'version report revision action accepted at by')
  const audit = bulk(db, 'audit', 'id at by action subject note')
  const figure = bulk(db, 'figure', 'bureau figure year since value state')
  const restatement = bulk(db, 'restatement', 'bureau year figure stated restated')
  const add = ({ id, bureau, entry, year, report: made }: Held): void => {
    const { disclosure, requests, reviews } = editionsOf(made)
    const { tables, cells, accepted } = made
    const excerpt = Number(made.excerpt)
    // Only where a sum does not hold is there a reason; checking takes long.
    const disputed = accepted === null ? null : disputedJson(cells, tables)
    report.add(id, bureau, year, id, disclosure, requests, reviews, excerpt, disputed, 1)
    const document = documentOf(entry, year)
    const { fileName, fileHash, source, publishedOn } = document
    const own = [digestOf(document, made), fileName, fileHash, source, publishedOn, excerpt]
    const packed = [JSON.stringify(tables), packCells(cells, tables)]
    revision.add(id, id, 1, 'published', ...own, ...packed, at, by)
    publication.add(id, id, id, 'publish', accepted, at, by)
    audit.add(id, at, by, 'publish', `${entry.id}/${year}#1`, accepted)
  }
  return {
    add: (reports) => {
      for (const held of reports) add(held)
      addFigures(figure, reports)
      for (const [i, held] of reports.entries()) addRestatements(restatement, held, reports[i + 1])
    },
    end: () => {
      for (const table of [report, revision, publication, audit, figure, restatement]) table.end()
    },
  }
}

function addFigures(figure: Bulk, reports: readonly Held[]): void {
  const rows = reports.flatMap(({ bureau, year, rows: own }) =>
    own.map(([key, value, state]) => [bureau, key, year, 1, value, state] as const),
  )
  const sorted = rows.toSorted((a, b) => a[1] - b[1] || a[2] - b[2])
  for (const row of sorted) figure.add(...row)
}

const carried = applicantIds.map((column) => ({
  out: figureOf(`requests_carried_out.${column}`),
  in: figureOf(`requests_carried_in.${column}`),
}))

/** Where the next year's report tells another number of what was carried over. */
function addRestatements(restatement: Bulk, held: Held, after: Held | undefined): void {
  if (after?.year !== held.year + 1) return
  for (const pair of carried) {
    const stated = valueOf(held.report.cells, pair.out.id)
    const restated = valueOf(after.report.cells, pair.in.id)
    if (stated !== null && restated !== null && stated !== restated)
      restatement.add(held.bureau, held.year, pair.out.key, stated, restated)
  }
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
