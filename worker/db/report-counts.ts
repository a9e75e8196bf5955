import { sql } from 'drizzle-orm'
import type { Figure } from '#core/catalog/index.ts'
import type { Tables } from '#core/reading.ts'

/** The sum of a column of `received`, which the statement calls `r`. */
const sumOf = (column: string) =>
  sql<number>`coalesce(sum(r.${sql.raw(column)}), 0)`.as(`sum_${column}`)

/** How many reports there are, and how many have each table, by its edition. */
export const reportCounts = {
  reports: sumOf('reports'),
  disclosure_2019: sumOf('disclosure_2019'),
  disclosure_2021: sumOf('disclosure_2021'),
  disclosure_unknown: sumOf('disclosure_unknown'),
  requests_2019: sumOf('requests_2019'),
  requests_2021: sumOf('requests_2021'),
  requests_unknown: sumOf('requests_unknown'),
  reviews: sumOf('reviews'),
} as const

export type ReportCounts = Readonly<Record<keyof typeof reportCounts, number>>

/** Reports whose table has the figure; a table of unknown edition has those that both editions have. */
export function reportsWith({ table, editions }: Figure, counts: ReportCounts): number {
  if (table === 'reviews') return counts.reviews
  const known = editions.map((edition) => counts[`${table}_${edition}`])
  const unknown = editions.length > 1 ? counts[`${table}_unknown`] : 0
  return known.reduce((all, n) => all + n, unknown)
}

/** Whether a report of these tables has the figure, as `reportsWith` counts. */
export function hasFigure({ table, editions }: Figure, tables: Tables): boolean {
  const edition = tables[table]
  if (edition === undefined) return false
  if (edition === null) return editions.length > 1
  return edition === 'any' || editions.includes(edition)
}
