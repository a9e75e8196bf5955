import { type SQL, sql } from 'drizzle-orm'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import type { Observation, Observations } from '#core/indicator/observation.ts'
import type { Tables } from '#core/reading.ts'
import { type PeerKey, heldPeerList } from './areas.ts'
import { asOf } from './asof.ts'
import type { Db } from './client.ts'
import { observation, unpackTables } from './published.ts'
import type { holding } from './schema.ts'

/** Bureaus that are held against each other: of one level and sector, or of all, in a range of divisions (see `spanOf`). */
export interface PeerGroup extends PeerKey {
  /** 0 own bureau, 1 whole area. */
  readonly scope: number
  readonly from: number
  readonly to: number
}

/** What a held report states of the figures that were asked for. */
export interface PeerReport {
  /** Storage key. */
  readonly bureau: number
  readonly division: number
  readonly year: number
  readonly tables: Tables
  /** Throws RangeError on a figure that was not asked for: having no row, it would pass for 0. */
  readonly observe: Observations
}

export interface PeerQuery {
  readonly figures: readonly FigureId[]
  readonly years: readonly number[]
  readonly release?: number | undefined
}

/**
 * What every bureau of a group states of some figures, by year, then division. Two statements at one moment; reads the
 * group's reports, and its rows of each figure, of which zeros have none.
 */
export async function selectPeerReports(
  db: Db,
  group: PeerGroup,
  { figures, years, release }: PeerQuery,
): Promise<PeerReport[]> {
  const lists = sql`json_each(${JSON.stringify(years)}) y, ${heldPeerList(group, group.scope, years)}`
  const own = (name: 'h' | 'g', from: SQL, to: SQL) => {
    const table = sql.raw(name)
    return sql`${table}.year = y.value AND ${table}.scope = ${group.scope} AND ${table}.level = p.value ->> 0
      AND ${table}.sector = p.value ->> 1 AND ${table}.division BETWEEN ${from} AND ${to} AND ${asOf(name, release)}`
  }
  const keys = JSON.stringify(figures.map((id) => figureOf(id).key))
  const [lines, values] = await db.batch([
    // The reports of a part of the country, and the values of all of it, as one text: a row for each report takes longer on its way than all else.
    db
      .select({
        reports:
          sql<string>`(SELECT json_group_array(json_array(h.bureau, h.division, h.year, h.disclosure,
          h.requests, h.reviews)) FROM holding h WHERE ${own('h', sql`s.value ->> 0`, sql`s.value ->> 1`)})`.as(
            'reports',
          ),
      })
      .from(sql`${lists}, json_each(${JSON.stringify(regions(group))}) s`),
    db
      .select({
        year: sql<number>`y.value`.as('year'),
        figure: sql<number>`f.value`.as('figure'),
        rows: sql<string>`(SELECT json_group_array(json_array(g.bureau, ${exactly}, g.state)) FROM figure_group g
          WHERE g.figure = f.value AND ${own('g', sql`${group.from}`, sql`${group.to}`)})`.as(
          'rows',
        ),
      })
      .from(sql`json_each(${keys}) f, ${lists}`),
  ])
  const stored = storedBy(values)
  const asked = new Set(figures)
  const tablesOf = memo()
  return lines
    .flatMap(({ reports }) => linesOf(reports))
    .toSorted((a, b) => a[2] - b[2] || a[1] - b[1] || a[0] - b[0])
    .map(([bureau, division, year, ...editions]) => {
      const tables = tablesOf(editions)
      const observe = (id: FigureId): Observation => {
        if (!asked.has(id)) throw new RangeError(`${id} was not asked for`)
        const entry = figureOf(id)
        return observation(entry, tables, stored.get(`${year} ${entry.key}`)?.get(bureau))
      }
      return { bureau, division, year, tables, observe }
    })
}

/** A value that JSON keeps as it is: SQLite would write 15 digits of it. */
export const exactly =
  sql.raw(`CASE WHEN g.value IS NULL OR g.value = CAST(g.value AS INTEGER) THEN CAST(g.value AS INTEGER)
  ELSE printf('%!.17g', g.value) END`)

interface Values {
  readonly year: number
  readonly figure: number
  /** JSON of StoredValue[]. */
  readonly rows: string
}

type StoredValue = readonly [bureau: number, value: number | string | null, state: number | null]

/** By year and figure, then bureau. */
function storedBy(values: readonly Values[]) {
  const all = new Map<string, Map<number, FigureValue>>()
  for (const { year, figure, rows } of values) {
    const at = `${year} ${figure}`
    const own = all.get(at) ?? new Map<number, FigureValue>()
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the statement above
    for (const [bureau, value, state] of JSON.parse(rows) as StoredValue[])
      own.set(bureau, { value: value === null ? null : Number(value), state })
    all.set(at, own)
  }
  return all
}

interface FigureValue {
  readonly value: number | null
  readonly state: number | null
}

/** A range of divisions, cut where another part of the country begins: 4 is its south. */
function regions({ from, to }: PeerGroup): [from: number, to: number][] {
  const [first = 0, last = 0] = [from, to].map((division) => Math.floor(division / region))
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const start = (first + i) * region
    return [Math.max(from, start), Math.min(to, start + region - 1)]
  })
}

const region = 10_000_000

type Edition = typeof holding.$inferSelect.requests
type Editions = readonly [disclosure: Edition, requests: Edition, reviews: Edition]
type Line = readonly [bureau: number, division: number, year: number, ...editions: Editions]

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the statement above
const linesOf = (json: string): readonly Line[] => JSON.parse(json) as Line[]

/** Few reports have other tables than the one before. */
function memo() {
  const known = new Map<string, Tables>()
  return (editions: Editions): Tables => {
    const at = editions.join()
    const [disclosure, requests, reviews] = editions
    const tables = known.get(at) ?? unpackTables({ disclosure, requests, reviews })
    known.set(at, tables)
    return tables
  }
}

interface PeerValue extends Observation {
  readonly bureau: number
}

/** What every bureau of a group states of one figure in one year, in the order of divisions. */
export async function selectPeerValues(
  db: Db,
  group: PeerGroup,
  wanted: {
    readonly figure: FigureId
    readonly year: number
    readonly release?: number | undefined
  },
): Promise<PeerValue[]> {
  const { figure, year, release } = wanted
  const reports = await selectPeerReports(db, group, { figures: [figure], years: [year], release })
  return reports.map(({ bureau, observe }) => ({ bureau, ...observe(figure) }))
}
