import { type SQL, sql } from 'drizzle-orm'
import { figure as figureOf, figures } from '#core/catalog/index.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import type { Tables } from '#core/reading.ts'
import type { Db } from './client.ts'
import { type Group, totalKeys } from './group.ts'
import { type FigureRow, packEdition } from './published.ts'
import { received, total } from './schema.ts'

/** What a report's place in the collection changes from and to; null: it is not public. */
export interface Move {
  readonly bureau: number
  readonly year: number
  readonly group: Group
  /** The open release. */
  readonly release: number
  readonly to: { readonly rows: readonly FigureRow[]; readonly tables: Tables } | null
}

const addable = figures.filter(({ id }) => mayAdd(id) === null).map(({ key }) => key)

/** 万元 are summed in millionths: 59237.2449 + 0.1 is exact in whole numbers only. */
const feeKey = figureOf('fees_collected_wan').key
export const feeUnit = 1_000_000
const amount = (value: SQL, key: SQL): SQL =>
  sql`CAST(round(${value} * iif(${key} = ${feeKey}, ${feeUnit}, 1)) AS INTEGER)`

const keyColumns = sql.raw('scope, depth, level, sector, division')

/**
 * The change of every sum that the report is part of: the new figures less those that are live now. Computed in the
 * database, so that two publishers cannot both subtract the same old figures.
 */
function deltas({ bureau, year, group, to }: Move): SQL {
  const rows = JSON.stringify(to?.rows ?? [])
  return sql`WITH change AS (
      SELECT figure, sum(amount) AS amount, sum(gap) AS gap FROM (
        SELECT value ->> 0 AS figure, coalesce(${amount(sql`(value ->> 1)`, sql`(value ->> 0)`)}, 0) AS amount,
          value ->> 2 IS NOT NULL AS gap FROM json_each(${rows})
        UNION ALL
        SELECT figure, -coalesce(${amount(sql`value`, sql`figure`)}, 0), -(state IS NOT NULL) FROM figure
        WHERE bureau = ${bureau} AND year = ${year} AND until IS NULL AND figure IN (SELECT value FROM json_each(${allKeys}))
      ) WHERE figure IN (SELECT value FROM json_each(${addableKeys})) GROUP BY figure
    ), area AS (
      SELECT value ->> 0 AS depth, value ->> 1 AS level, value ->> 2 AS sector, value ->> 3 AS division
      FROM json_each(${JSON.stringify(totalKeys(group))})
    ), delta AS (
      SELECT c.figure, ${year} AS year, ${group.scope} AS scope, a.depth, a.level, a.sector, a.division, c.amount, c.gap
      FROM change c, area a WHERE c.amount <> 0 OR c.gap <> 0
    )`
}

const allKeys = JSON.stringify(figures.map(({ key }) => key))
const addableKeys = JSON.stringify(addable)

/** The statements that bring the sums up to date. They read the figures as they were: they stand before those change. */
export function moveTotals(db: Db, move: Move) {
  const { release } = move
  const live = sql`t.figure = d.figure AND t.year = d.year AND t.scope = d.scope AND t.depth = d.depth
    AND t.level = d.level AND t.sector = d.sector AND t.division = d.division AND t.until IS NULL`
  const key = sql.raw('figure, year, scope, depth, level, sector, division, since')
  const own = sql`(${key}) IN (${deltas(move)} SELECT t.figure, t.year, t.scope, t.depth, t.level, t.sector, t.division,
    t.since FROM delta d JOIN total t ON ${live}`
  return [
    db
      .insert(total)
      .select(
        sql`${deltas(move)} SELECT d.figure, d.year, d.scope, d.depth, d.level, d.sector, d.division, ${release}, NULL,
          coalesce(t.sum, 0) + d.amount, coalesce(t.unassessable, 0) + d.gap
          FROM delta d LEFT JOIN total t ON ${live} WHERE true`,
      )
      .onConflictDoUpdate({
        target: [
          total.figure,
          total.year,
          total.scope,
          total.depth,
          total.level,
          total.sector,
          total.division,
          total.since,
        ],
        set: { sum: sql`excluded.sum`, unassessable: sql`excluded.unassessable` },
      }),
    db
      .update(total)
      .set({ until: release })
      .where(sql`${own} WHERE t.since < ${release})`),
    db
      .delete(total)
      .where(sql`${own} WHERE t.since = ${release} AND t.sum = 0 AND t.unassessable = 0)`),
  ] as const
}

const counted = [
  'disclosure_2019',
  'disclosure_2021',
  'disclosure_unknown',
  'requests_2019',
  'requests_2021',
  'requests_unknown',
] as const

/** 1 for the report and for the edition of each of its tables. */
function counts(tables: Tables | null): number[] {
  if (tables === null) return [0, ...counted.map(() => 0), 0]
  const editions = counted.map((column) => {
    const [table, edition] = column.split('_')
    const own = packEdition(tables, table === 'disclosure' ? 'disclosure' : 'requests')
    return Number(own === (edition === 'unknown' ? '?' : edition))
  })
  return [1, ...editions, Number(tables.reviews !== undefined)]
}

/** The statements that count the report, and no more the one that it replaces (`from`: what is public now). */
export function moveReceived(db: Db, move: Move, from: Tables | null) {
  const { year, group, release, to } = move
  const before = counts(from)
  const change = counts(to?.tables ?? null).map((n, i) => n - (before[i] ?? 0))
  const columns = ['reports', ...counted, 'reviews']
  const areas = sql`json_each(${JSON.stringify(totalKeys(group))})`
  const live = sql`t.year = ${year} AND t.scope = ${group.scope} AND t.depth = value ->> 0 AND t.level = value ->> 1
    AND t.sector = value ->> 2 AND t.division = value ->> 3 AND t.until IS NULL`
  const sums = sql.join(
    columns.map((column, i) => sql`coalesce(t.${sql.raw(column)}, 0) + ${change[i] ?? 0}`),
    sql`, `,
  )
  const own = sql`(year, ${keyColumns}, since) IN (SELECT t.year, t.scope, t.depth, t.level, t.sector, t.division, t.since
    FROM ${areas} JOIN received t ON ${live}`
  return [
    db
      .insert(received)
      .select(
        sql`SELECT ${year}, ${group.scope}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, ${release}, NULL, ${sums}
          FROM ${areas} LEFT JOIN received t ON ${live} WHERE true`,
      )
      .onConflictDoUpdate({
        target: [
          received.year,
          received.scope,
          received.depth,
          received.level,
          received.sector,
          received.division,
          received.since,
        ],
        set: Object.fromEntries(columns.map((column) => [column, sql.raw(`excluded.${column}`)])),
      }),
    db
      .update(received)
      .set({ until: release })
      .where(sql`${own} WHERE t.since < ${release})`),
    db.delete(received).where(sql`${own} WHERE t.since = ${release} AND t.reports = 0)`),
  ] as const
}
