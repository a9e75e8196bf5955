import { type SQL, sql } from 'drizzle-orm'
import { type Figure, type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import type { Label } from '#core/catalog/table.ts'
import { addUp, mayAdd } from '#core/indicator/addition.ts'
import type { Scope } from '#core/roster/bureau.ts'
import {
  type AreaRange,
  type KeptQuery,
  type Peers,
  areaOf,
  isFiltered,
  keptList,
  keptRows,
  keptRowsEach,
  partOf,
  peerKey,
  scopeKey,
  spanOf,
  within,
} from './areas.ts'
import type { Db } from './client.ts'
import { expectedIn, selectExpected } from './coverage.ts'
import type { Area } from './group.ts'
import { type PeerReport, selectPeerReports } from './rankings.ts'
import { type ReportCounts, hasFigure, reportCounts, reportsWith } from './report-counts.ts'
import { ownWholeFrom, wholeFrom } from './rosters.ts'
import { feeUnit } from './sums.ts'

/** A sum over the bureaus of an area, own reports and whole-area reports apart. */
export interface Total {
  readonly figure: FigureId
  readonly year: number
  /** 8 digits: GB/T 2260 code and zone; 0 is the country. */
  readonly division: number
  /** Null where it may not be added up, or where no report states a number. */
  readonly sum: number | null
  /** Why there is no sum. */
  readonly reason: Label | null
  /** Reports whose table has the figure. */
  readonly reports: number
  /** Those of them without a number in it. */
  readonly unassessable: number
  /** All reports that are held, with the table or without. */
  readonly held: number
  /** Bureaus that should have reported; null where nobody knows: without a roster, or where it is not kept. */
  readonly expected: number | null
  /** Those of them that have not; null where nobody knows. */
  readonly missing: number | null
  /** Something may be left out: a report has no number or not the table, or nobody knows that no report is missing. */
  readonly atLeast: boolean
}

export interface TotalQuery extends Peers {
  readonly figures: readonly FigureId[]
  readonly years: readonly number[]
  readonly scope: Scope
  /** The area itself, or each of the areas directly inside it. */
  readonly areas: { readonly of: string | null } | { readonly inside: string | null }
  /** Release to look back to; what is live now where there is none. */
  readonly release?: number | undefined
}

/**
 * Sums by area, year and figure, of areas that hold a report; three statements at most. Rows read: areas x years x
 * figures where sums are kept; the group's, where single levels and sectors of an area below a province are asked for.
 */
export function selectTotals(db: Db, query: TotalQuery): Promise<Total[]> {
  const areas = rangesOf(query)
  return isKept(query, areas)
    ? selectKept(db, query, { scopes: [query.scope], peers: query, areas, release: query.release })
    : selectRead(db, query)
}

type Asked = Pick<TotalQuery, 'areas' | 'figures' | 'level' | 'sector'>

const areaIn = ({ areas }: Pick<TotalQuery, 'areas'>): Area =>
  areaOf('of' in areas ? areas.of : areas.inside)

function rangesOf(query: Asked): AreaRange[] {
  const area = areaIn(query)
  return 'of' in query.areas
    ? [{ depth: area.depth, from: area.division, to: area.division }]
    : within(area)
}

const isKept = (query: Asked, ranges: readonly AreaRange[]): boolean =>
  !isFiltered(query) || ranges.every(({ depth }) => depth <= 1)

/** About so many reports a year there are in an area of each depth; of a sector a part of them. */
const usual = [300_000, 10_000, 1000, 100, 30] as const
const sectorPart = 1 / 20

/** Rows that one answer may read: of what is kept, and of a group that is read whole. */
const most = { kept: 1700, read: 100_000 }

/** How many years of sums may be asked for together, of so many areas; 0: even one is too much. */
export function yearsAtOnce(query: Asked, areas: number): number {
  const figures = query.figures.length
  if (isKept(query, rangesOf(query)))
    return Math.floor(most.kept / (areas * keptRowsEach(query) * (figures + 2)))
  const group = (usual[areaIn(query).depth] ?? 1) * (query.sector === undefined ? 1 : sectorPart)
  const rows = group * (1 + figures / 2)
  return rows > most.read ? 0 : Math.max(1, Math.floor(most.kept / rows))
}

/** What is kept of a sum: the figure by its key, amounts in `feeUnit`s. */
export interface SumRow {
  readonly figure: number
  readonly year: number
  readonly division: number
  readonly sum: number
  readonly unassessable: number
}

async function selectKept(db: Db, query: TotalQuery, kept: KeptQuery): Promise<Total[]> {
  const [sums, counts, changes] = await db.batch(keptParts(db, query, kept))
  return keptTotals(query.figures, { sums, counts, changes })
}

/** The statements that ask for `KeptRows`, for a batch or as parts of one. */
export const keptParts = (db: Db, query: TotalQuery, kept: KeptQuery) =>
  [selectSums(db, query, kept), selectCounts(db, query, kept), selectExpected(db, kept)] as const

/** What kept sums are made of: the sums, the counts of reports, and how many bureaus are expected, as changes. */
export interface KeptRows {
  readonly sums: readonly SumRow[]
  readonly counts: Awaited<ReturnType<typeof selectCounts>>
  readonly changes: Awaited<ReturnType<typeof selectExpected>>
}

/** The sums of every figure in every area and year that is counted; a figure without a row there is 0. */
export function keptTotals(
  figures: readonly FigureId[],
  { sums, counts, changes }: KeptRows,
): Total[] {
  const sumOf = new Map(sums.map((row) => [`${row.figure} ${row.year} ${row.division}`, row]))
  const expected = Map.groupBy(changes, ({ division }) => division)
  return counts.flatMap((row) => {
    const { year, division, listed, whole } = row
    const all = year < whole ? null : expectedIn(year, expected.get(division) ?? [])
    const own = { ...row, expected: all, missing: all === null ? null : all - listed }
    return figures.map((id) => {
      const found = sumOf.get(`${figureOf(id).key} ${year} ${division}`)
      return keptTotal(figureOf(id), own, found)
    })
  })
}

const list = (values: readonly number[]): SQL => sql`json_each(${JSON.stringify(values)})`

const selectSums = (db: Db, { figures, years }: TotalQuery, kept: KeptQuery) =>
  db
    .select({
      figure: sql<number>`t.figure`.as('figure'),
      year: sql<number>`t.year`.as('year'),
      division: sql<number>`t.division`.as('division'),
      sum: sql<number>`sum(t.sum)`.as('sum_sum'),
      unassessable: sql<number>`sum(t.unassessable)`.as('sum_unassessable'),
    })
    .from(
      sql`${list(figures.map((id) => figureOf(id).key))} f, ${list(years)} y, ${keptList(kept)}
        CROSS JOIN total t ON t.figure = f.value AND t.year = y.value AND ${keptRows('t', kept)}`,
    )
    .groupBy(sql`t.figure, t.year, t.division`)

/** A year after all others. */
const never = 9999

/** How many reports of each area and year are held; a statement for a batch. */
export function selectCounts(
  db: Db,
  { years, areas, release }: Pick<TotalQuery, 'years' | 'areas' | 'release'>,
  kept: KeptQuery,
) {
  const around = wholeFrom('of' in areas ? areas.of : areas.inside, release)
  return db
    .select({
      ...reportCounts,
      year: sql<number>`r.year`.as('year'),
      division: sql<number>`r.division`.as('division'),
      listed: sql<number>`sum(r.listed)`.as('sum_listed'),
      // From when on the roster of the area is whole: its own, or that of an area around it.
      whole:
        sql<number>`min(coalesce(${ownWholeFrom('r', release)}, ${never}), coalesce(${around}, ${never}))`.as(
          'whole',
        ),
    })
    .from(
      sql`${list(years)} y, ${keptList(kept)} CROSS JOIN received r ON r.year = y.value AND ${keptRows('r', kept)}`,
    )
    .groupBy(sql`r.year, r.division`)
    .orderBy(sql`r.year, r.division`)
}

interface Count extends ReportCounts {
  readonly year: number
  readonly division: number
  readonly expected: number | null
  readonly missing: number | null
}

const noNumber: Label = {
  zh: '没有一份报告在此项填有数字',
  en: 'No report states a number here',
}

function keptTotal(entry: Figure, count: Count, found: SumRow | undefined): Total {
  const reports = reportsWith(entry, count)
  const unassessable = found?.unassessable ?? 0
  const unit = entry.unit === 'wan' ? feeUnit : 1
  return totalOf(entry.id, count, {
    reports,
    unassessable,
    sum: reports > unassessable ? (found?.sum ?? 0) / unit : null,
  })
}

function totalOf(
  figure: FigureId,
  {
    year,
    division,
    expected,
    missing,
    reports: held,
  }: Pick<Count, 'year' | 'division' | 'expected' | 'missing' | 'reports'>,
  own: Pick<Total, 'sum' | 'reports' | 'unassessable'>,
): Total {
  const refusal = mayAdd(figure)
  const sum = refusal === null ? own.sum : null
  const reason = sum === null ? (refusal ?? noNumber) : null
  // Without a roster nobody knows who is missing: what is held is a lower bound.
  const isShort = own.unassessable > 0 || own.reports < held || missing !== 0
  return {
    ...own,
    figure,
    year,
    division,
    sum,
    reason,
    held,
    expected,
    missing,
    atLeast: sum !== null && isShort,
  }
}

/** Adds up what the bureaus of the group state, where it is not kept. */
async function selectRead(db: Db, query: TotalQuery): Promise<Total[]> {
  const { figures, scope, areas } = query
  const area = areaIn(query)
  const group = { scope: scopeKey(scope), ...peerKey(query), ...spanOf(area) }
  const reports = await selectPeerReports(db, group, query)
  const partOfReport = ({ division }: PeerReport): number | undefined =>
    'of' in areas ? area.division : partOf(area, division)
  const parts = Map.groupBy(reports, (report) => `${report.year} ${partOfReport(report) ?? ''}`)
  return [...parts].flatMap(([key, own]) => {
    const [year = '', division = ''] = key.split(' ')
    return division === '' ? [] : readTotals(figures, [Number(year), Number(division)], own)
  })
}

/** The sums over the reports of an area on one year, where nobody keeps who is expected. */
export function readTotals(
  figures: readonly FigureId[],
  [year, division]: readonly [year: number, division: number],
  own: readonly Pick<PeerReport, 'tables' | 'observe'>[],
): Total[] {
  const count = { year, division, expected: null, missing: null, reports: own.length }
  return figures.map((id) => totalOf(id, count, readTotal(id, own)))
}

function readTotal(id: FigureId, reports: Parameters<typeof readTotals>[2]) {
  const entry = figureOf(id)
  const own = reports.filter(({ tables }) => hasFigure(entry, tables))
  const { value: sum, missing: unassessable } = addUp(
    id,
    own.map(({ observe }) => observe(id)),
  )
  return { sum, reports: own.length, unassessable }
}
