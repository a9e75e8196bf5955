import { sql } from 'drizzle-orm'

/**
 * Whether public reports wait to be brought into sums, orders, histograms and findings, as an upgrade leaves them
 * (`backfill`): until they are, what is kept of the newest state is too little. 0 or 1, a row read at most; made for any
 * statement.
 */
export const isBehind = sql<number>`EXISTS (SELECT 1 FROM report b INDEXED BY report_unspread
  WHERE b.id > 0 AND b.published IS NOT NULL AND b.spread = 0)`
