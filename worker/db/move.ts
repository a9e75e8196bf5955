import { sql } from 'drizzle-orm'
import { figures } from '#core/catalog/index.ts'
import type { Tables } from '#core/reading.ts'
import type { Db } from './client.ts'
import { packEdition } from './published.ts'
import { figure, figure_group, holding } from './schema.ts'
import { type Move, moveReceived, moveTotals } from './sums.ts'

/**
 * Every statement that makes figures public, puts others in their place or takes them away: sums first, as they are
 * reckoned from the figures that are live, then the figures in both orders, then who is held. Rows that do not change
 * are not touched; rows of an earlier release are closed, never overwritten.
 */
export const moveReport = (db: Db, move: Move, from: Tables | null) =>
  [
    ...moveTotals(db, move),
    ...moveReceived(db, move, from),
    ...moveFigures(db, move),
    ...moveGroup(db, move),
    ...moveHolding(db, move),
  ] as const

const allKeys = JSON.stringify(figures.map(({ key }) => key))

function moveFigures(db: Db, { bureau, year, release, to }: Move) {
  const rows = sql`json_each(${JSON.stringify(to?.rows ?? [])})`
  // Listed and not ranged: the key is bureau, figure, year, and other years must not be read.
  const live = sql`bureau = ${bureau} AND figure IN (SELECT value FROM json_each(${allKeys})) AND year = ${year}
    AND until IS NULL`
  const gone = sql`NOT EXISTS (SELECT 1 FROM ${rows} j WHERE j.value ->> 0 = figure.figure
    AND j.value ->> 1 IS figure.value AND j.value ->> 2 IS figure.state)`
  return [
    db.delete(figure).where(sql`${live} AND since = ${release} AND ${gone}`),
    db
      .update(figure)
      .set({ until: release })
      .where(sql`${live} AND ${gone}`),
    db.insert(figure).select(
      sql`SELECT ${bureau}, j.value ->> 0, ${year}, ${release}, NULL, j.value ->> 1, j.value ->> 2 FROM ${rows} j
        WHERE NOT EXISTS (SELECT 1 FROM figure f WHERE f.bureau = ${bureau} AND f.figure = j.value ->> 0
          AND f.year = ${year} AND f.until IS NULL)`,
    ),
  ] as const
}

function moveGroup(db: Db, { bureau, year, group, release, to }: Move) {
  const { scope, level, sector, division } = group
  const rows = sql`json_each(${JSON.stringify(to?.rows ?? [])})`
  const live = sql`figure IN (SELECT value FROM json_each(${allKeys})) AND year = ${year} AND scope = ${scope}
    AND level = ${level} AND sector = ${sector} AND division = ${division} AND bureau = ${bureau} AND until IS NULL`
  const gone = sql`NOT EXISTS (SELECT 1 FROM ${rows} j WHERE j.value ->> 0 = figure_group.figure
    AND j.value ->> 1 IS figure_group.value AND j.value ->> 2 IS figure_group.state)`
  return [
    db.delete(figure_group).where(sql`${live} AND since = ${release} AND ${gone}`),
    db
      .update(figure_group)
      .set({ until: release })
      .where(sql`${live} AND ${gone}`),
    db.insert(figure_group).select(
      sql`SELECT j.value ->> 0, ${year}, ${scope}, ${level}, ${sector}, ${division}, ${bureau}, ${release}, NULL,
        j.value ->> 1, j.value ->> 2 FROM ${rows} j
        WHERE NOT EXISTS (SELECT 1 FROM figure_group f WHERE f.figure = j.value ->> 0 AND f.year = ${year}
          AND f.scope = ${scope} AND f.level = ${level} AND f.sector = ${sector} AND f.division = ${division}
          AND f.bureau = ${bureau} AND f.until IS NULL)`,
    ),
  ] as const
}

function moveHolding(db: Db, { bureau, year, group, release, to }: Move) {
  const { scope, level, sector, division } = group
  const live = sql`year = ${year} AND scope = ${scope} AND level = ${level} AND sector = ${sector}
    AND division = ${division} AND bureau = ${bureau} AND until IS NULL`
  const tables = to?.tables ?? {}
  const entry = {
    year,
    scope,
    level,
    sector,
    division,
    bureau,
    since: release,
    disclosure: packEdition(tables, 'disclosure'),
    requests: packEdition(tables, 'requests'),
    reviews: packEdition(tables, 'reviews'),
  }
  return [
    db.delete(holding).where(sql`${live} AND since = ${release}`),
    db.update(holding).set({ until: release }).where(live),
    // A report that is withdrawn is held no more.
    ...(to ? [db.insert(holding).values(entry)] : []),
  ] as const
}
