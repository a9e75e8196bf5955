import type { DatabaseSync } from 'node:sqlite'
import { applicantIds, figure as figureOf, figureByKey } from '#core/catalog/index.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import { bin } from '#core/indicator/histogram.ts'
import { type Cells, type Tables as Forms, valueOf } from '#core/reading.ts'
import { type Group, groupOf, totalKeys } from '#worker/db/group.ts'
import { unpackCells } from '#worker/db/pack.ts'
import { type FigureRow, disputedJson, figureRows, packEdition } from '#worker/db/published.ts'
import { hasFigure } from '#worker/db/report-counts.ts'
import { type Tables, all, lines } from './tables.ts'

/** A report, and what is public of it: from its revision, and nowhere else. */
interface Report {
  readonly id: number
  readonly bureau: number
  readonly year: number
  /** Whether the ledger knows it. */
  readonly told: boolean
  readonly public: {
    readonly forms: Forms
    readonly cells: Cells
    readonly excerpt: number
    readonly rows: readonly FigureRow[]
  } | null
}

type Public = Report & { readonly public: NonNullable<Report['public']> }

/** Nothing is released: every row is of the first release, and none is closed. */
const live = [1, null]

/** The tables that follow from the revisions, the ledger and the roster, as they are stored; histograms of figures only. */
export function stored(db: DatabaseSync): Tables {
  const queries = {
    report:
      'SELECT id, disclosure, requests, reviews, excerpt, disputed, counted, spread, aside FROM report',
    figure: 'SELECT * FROM figure',
    figure_group: 'SELECT * FROM figure_group',
    holding: 'SELECT * FROM holding',
    total: 'SELECT * FROM total',
    received: 'SELECT * FROM received',
    histogram: 'SELECT * FROM histogram WHERE measure < 1000',
    expected: 'SELECT * FROM expected',
    restatement: 'SELECT * FROM restatement',
    bureau_years: 'SELECT * FROM bureau_years',
    audit: "SELECT action, subject, note FROM audit WHERE action <> 'roster'",
  } as const
  return new Map(
    Object.entries(queries).map(([name, query]) => [
      name,
      lines(all(db, query).map((row) => Object.values(row))),
    ]),
  )
}

/**
 * The same reckoned anew, by nothing that publishing reckons with. Bureaus have no lineage here, and all of them stand in
 * the roster: none stands aside, each is expected.
 */
export function recomputed(db: DatabaseSync): Tables {
  const groups = groupsOf(db)
  const group = (key: number): Group => {
    const own = groups.get(key)
    if (!own) throw new Error(`No bureau ${key}`)
    return own
  }
  const reports = reportsOf(db)
  const held = reports.filter((report): report is Public => report.public !== null)
  return new Map([
    ['report', lines(reports.map(reportLine))],
    ['figure', lines(held.flatMap(figureLines))],
    ['figure_group', lines(held.flatMap((one) => groupLines(one, group(one.bureau))))],
    ['holding', lines(held.map((one) => holdingLine(one, group(one.bureau))))],
    ['total', sums(held.flatMap((one) => totalParts(one, group(one.bureau))))],
    ['received', sums(held.flatMap((one) => receivedParts(one, group(one.bureau))))],
    ['histogram', sums(held.flatMap((one) => histogramParts(one, group(one.bureau))))],
    ['expected', sums([...groups.values()].flatMap(expectedParts))],
    ['restatement', lines(held.flatMap((one) => restatementLines(one, held)))],
    ['bureau_years', yearLines(reports)],
    ['audit', auditLines(db)],
  ])
}

const groupsOf = (db: DatabaseSync): Map<number, Group> =>
  new Map(
    all(db, 'SELECT key, division, level, sector, scope FROM bureau').map(({ key, ...row }) => [
      Number(key),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table checks its columns
      groupOf(row as unknown as Parameters<typeof groupOf>[0]),
    ]),
  )

const reportsOf = (db: DatabaseSync): Report[] =>
  all(
    db,
    `SELECT r.id, r.bureau, r.year, v.tables, v.cells, v.excerpt,
      EXISTS (SELECT 1 FROM publication p WHERE p.report = r.id) AS told
    FROM report r LEFT JOIN revision v ON v.report = r.id AND v.state = 'published'`,
  ).map((row) => {
    const { id, bureau, year, tables, excerpt } = row
    const own = {
      id: Number(id),
      bureau: Number(bureau),
      year: Number(year),
      told: row['told'] === 1,
    }
    if (tables === null) return { ...own, public: null }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by insertRevisions
    const forms = JSON.parse(String(tables)) as Forms
    const cells = unpackCells(String(row['cells']), forms)
    return {
      ...own,
      public: { forms, cells, excerpt: Number(excerpt), rows: figureRows(cells, forms) },
    }
  })

const editions = (forms: Forms) =>
  (['disclosure', 'requests', 'reviews'] as const).map((table) => packEdition(forms, table))

function reportLine({ id, told, public: own }: Report): unknown[] {
  if (!own) return [id, null, null, null, 0, null, Number(told), Number(told), 0]
  const { forms, cells, excerpt } = own
  return [id, ...editions(forms), excerpt, disputedJson(cells, forms), 1, 1, 0]
}

const figureLines = ({ bureau, year, public: { rows } }: Public) =>
  rows.map(([figure, ...values]) => [bureau, figure, year, ...live, ...values])

const place = ({ scope, level, sector, division }: Group) => [scope, level, sector, division]

const groupLines = ({ bureau, year, public: { rows } }: Public, group: Group) =>
  rows.map(([figure, ...values]) => [figure, year, ...place(group), bureau, ...live, ...values])

const holdingLine = ({ bureau, year, public: { forms } }: Public, group: Group) => [
  year,
  ...place(group),
  bureau,
  ...live,
  ...editions(forms),
]

/** Part of a kept sum: its key, and what it adds. */
type Part = readonly [key: readonly number[], numbers: readonly number[]]

/** Parts added up by key; what comes to nothing has no row. */
function sums(parts: readonly Part[]): string[] {
  const byKey = Map.groupBy(parts, ([key]) => key.join(' '))
  const rows = [...byKey.values()].map((own) => {
    const [[key, first] = [[], []]] = own
    return { key, numbers: first.map((_, i) => own.reduce((n, [, more]) => n + (more[i] ?? 0), 0)) }
  })
  return lines(
    rows
      .filter(({ numbers }) => numbers.some((n) => n !== 0))
      .map(({ key, numbers }) => [...key, ...live, ...numbers]),
  )
}

/** The figures of a report that its form has and that may be added up. */
const addable = ({ public: { rows, forms } }: Public) =>
  rows.flatMap(([key, value, state]) => {
    const entry = figureByKey(key)
    return entry && mayAdd(entry.id) === null && hasFigure(entry, forms)
      ? [{ key, value: value ?? 0, state, unit: entry.unit === 'wan' ? 1_000_000 : 1 }]
      : []
  })

const totalParts = (report: Public, group: Group): Part[] =>
  addable(report).flatMap(({ key, value, state, unit }) =>
    totalKeys(group).map((area): Part => [
      [key, report.year, group.scope, ...area],
      [Math.round(value * unit), Number(state !== null)],
    ]),
  )

function receivedParts({ year, public: { forms } }: Public, group: Group): Part[] {
  const [disclosure, requests, reviews] = editions(forms)
  const counts = [disclosure, requests].flatMap((own) =>
    ['2019', '2021', '?'].map((edition) => Number(own === edition)),
  )
  return totalKeys(group).map((area) => [
    [year, group.scope, ...area],
    [1, ...counts, Number(reviews !== null), 1],
  ])
}

const histogramParts = (report: Public, { scope, level, areas }: Group): Part[] =>
  addable(report)
    .filter(({ value }) => value !== 0)
    .flatMap(({ key, value }) =>
      [0, level].map((own): Part => [
        [key, report.year, scope, own, areas[0]?.division ?? 0, bin(value)],
        [1],
      ]),
    )

const expectedParts = (group: Group): Part[] =>
  totalKeys(group).map((area) => [[0, group.scope, ...area], [1]])

/** Where the report on the next year tells another number of what was carried over. */
function restatementLines({ bureau, year, public: { cells } }: Public, held: readonly Public[]) {
  const after = held.find((other) => other.bureau === bureau && other.year === year + 1)
  return applicantIds.flatMap((column) => {
    const out = figureOf(`requests_carried_out.${column}`)
    const stated = valueOf(cells, out.id)
    const restated = after ? valueOf(after.public.cells, `requests_carried_in.${column}`) : null
    return stated === null || restated === null || stated === restated
      ? []
      : [[bureau, year, out.key, stated, restated]]
  })
}

/** Of every bureau that ever had a public report. */
function yearLines(reports: readonly Report[]): string[] {
  const told = Map.groupBy(
    reports.filter((report) => report.told),
    ({ bureau }) => bureau,
  )
  return lines(
    [...told].map(([bureau, own]) => {
      const years = own.flatMap((report) => (report.public ? [report.year] : []))
      return [bureau, JSON.stringify(years.toSorted((a, b) => a - b))]
    }),
  )
}

/** An entry of the audit log for each of the ledger. */
const auditLines = (db: DatabaseSync): string[] =>
  lines(
    all(
      db,
      `SELECT p.action, b.id || '/' || r.year || '#' || v.number AS subject, coalesce(p.accepted, p.reason) AS note
      FROM publication p JOIN revision v ON v.id = p.revision JOIN report r ON r.id = p.report
        JOIN bureau b ON b.key = r.bureau`,
    ).map((row) => Object.values(row)),
  )
