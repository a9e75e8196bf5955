import type { DatabaseSync } from 'node:sqlite'
import { applicantIds, figure as figureOf } from '#core/catalog/index.ts'
import { valueOf } from '#core/reading.ts'
import type { NewBureau } from '#core/roster/bureau.ts'
import { packCells } from '#worker/db/pack.ts'
import { type FigureRow, disputedJson, packEdition } from '#worker/db/published.ts'
import { type Bulk, bulk } from './bulk.ts'
import { doubts, findingOrder, openAmong } from './doubts.ts'
import { packedPlaces } from './places.ts'
import type { MadeReport } from './report.ts'
import { digestOf, documentOf } from './revision.ts'

/** A report with its place in the database. */
export interface Held {
  readonly id: number
  /** From 1. */
  readonly bureau: number
  readonly entry: NewBureau
  readonly year: number
  readonly report: MadeReport
  readonly rows: readonly FigureRow[]
}

export interface Editions {
  readonly disclosure: string | null
  readonly requests: string | null
  readonly reviews: string | null
}

export const editionsOf = ({ tables }: MadeReport): Editions => ({
  disclosure: packEdition(tables, 'disclosure'),
  requests: packEdition(tables, 'requests'),
  reviews: packEdition(tables, 'reviews'),
})

/** So many reports come in together. */
const batchSize = 10_000
export const batchOf = (report: number): number => Math.ceil(report / batchSize)

/** When everything was written, and with which token: any row of the table will do. */
export const at = '2026-01-01T00:00:00.000Z'
export const by = 1

const columns = {
  report: 'id bureau year published disclosure requests reviews excerpt disputed counted spread',
  revision:
    'id report number state digest file_name file_hash source published_on excerpt tables cells created_at created_by batch places',
  publication: 'version report revision action accepted at by',
  audit: 'at by action subject note',
  figure: 'bureau figure year since value state',
  restatement: 'bureau year figure stated restated',
  verdict: 'report fingerprint rule verdict reason at by',
} as const

type Written = Readonly<Record<keyof typeof columns, Bulk>>

/** Writes a bureau's reports with all that belongs to them alone. */
export function reportWriter(db: DatabaseSync) {
  const tables = {
    report: bulk(db, 'report', columns.report),
    revision: bulk(db, 'revision', columns.revision),
    publication: bulk(db, 'publication', columns.publication),
    audit: bulk(db, 'audit', columns.audit),
    figure: bulk(db, 'figure', columns.figure),
    restatement: bulk(db, 'restatement', columns.restatement),
    verdict: bulk(db, 'verdict', columns.verdict),
  }
  const findings = findingOrder()
  return {
    /** All reports of one bureau, in the order of years. */
    add: (reports: readonly Held[]): void => {
      for (const [i, held] of reports.entries()) {
        const last = reports[i - 1]
        const before = last?.year === held.year - 1 ? last.report : null
        const concerns = doubts({ ...held, report: held.id, made: held.report, before })
        findings.add(held, concerns)
        addReport(tables, held, openAmong(concerns))
      }
      addFigures(tables.figure, reports)
      for (const [i, held] of reports.entries())
        addRestatements(tables.restatement, held, reports[i + 1])
    },
    end: (): void => {
      const finding = bulk(db, 'finding', findingColumns)
      findings.write(finding)
      for (const table of [...Object.values(tables), finding]) table.end()
    },
  }
}

const findingColumns =
  'year division bureau fingerprint rule severity basis lefts rights left_sum right_sum'

function addReport(
  to: Written,
  { id, bureau, entry, year, report: made }: Held,
  open: ReturnType<typeof openAmong>,
): void {
  const { disclosure, requests, reviews } = editionsOf(made)
  const { tables, cells } = made
  const excerpt = Number(made.excerpt)
  const accepted = open.length === 0 ? null : made.accepted
  for (const { fingerprint, rule } of open)
    to.verdict.add(id, fingerprint, rule, 'accepted', accepted, at, by)
  // Only where something does not hold is there a reason; checking takes long.
  const disputed = accepted === null ? null : disputedJson(cells, tables)
  to.report.add(id, bureau, year, id, disclosure, requests, reviews, excerpt, disputed, 1, 1)
  const document = documentOf(entry, year)
  const { fileName, fileHash, source, publishedOn } = document
  const own = [digestOf(document, made), fileName, fileHash, source, publishedOn, excerpt]
  const packed = [JSON.stringify(tables), packCells(cells, tables)]
  const places = packedPlaces(cells, tables)
  to.revision.add(id, id, 1, 'published', ...own, ...packed, at, by, batchOf(id), places)
  to.publication.add(id, id, id, 'publish', accepted, at, by)
  to.audit.add(at, by, 'publish', `${entry.id}/${year}#1`, accepted)
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
