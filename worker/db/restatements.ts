import { sql } from 'drizzle-orm'
import { applicantIds, figure as figureOf } from '#core/catalog/index.ts'
import { lineageKinds } from '#core/lineage/event.ts'
import type { Db } from './client.ts'
import type { Statement } from './kept.ts'
import { restatement } from './schema.ts'

/** For each applicant: what was carried out of a year, and what the next year says was carried in. */
const carried = JSON.stringify(
  applicantIds.map((column) => [
    figureOf(`requests_carried_out.${column}`).key,
    figureOf(`requests_carried_in.${column}`).key,
  ]),
)

const { merged, split } = { merged: lineageKinds.merged.key, split: lineageKinds.split.key }

/**
 * Records where the next year's report restates the carry-over of one of these, or one of these that of the year before;
 * to stand after the figures in the batch. In the year in which bureaus became one, or one several, no carry-over is
 * restated: it is another bureau's too.
 */
export function restate(
  db: Db,
  reports: readonly { readonly bureau: number; readonly year: number }[],
): Statement[] {
  const pairs = reports.flatMap(({ bureau, year }) => [
    `[${bureau},${year - 1}]`,
    `[${bureau},${year}]`,
  ])
  const each = sql`json_each(${`[${[...new Set(pairs)].join()}]`})`
  return [
    db
      .delete(restatement)
      .where(sql`(year, bureau) IN (SELECT value ->> 1, value ->> 0 FROM ${each})`),
    db.insert(restatement).select(
      sql`SELECT p.bureau, p.year, c.value ->> 0, coalesce(o.value, 0), coalesce(i.value, 0)
        FROM ${each} j CROSS JOIN report p ON p.bureau = j.value ->> 0 AND p.year = j.value ->> 1
        CROSS JOIN report n ON n.bureau = p.bureau AND n.year = p.year + 1, json_each(${carried}) c
        LEFT JOIN figure o ON o.bureau = p.bureau AND o.figure = c.value ->> 0 AND o.year = p.year AND o.until IS NULL
        LEFT JOIN figure i ON i.bureau = p.bureau AND i.figure = c.value ->> 1 AND i.year = n.year AND i.until IS NULL
        WHERE p.requests IS NOT NULL AND n.requests IS NOT NULL AND o.state IS NULL AND i.state IS NULL
          AND coalesce(o.value, 0) <> coalesce(i.value, 0)
          AND NOT EXISTS (SELECT 1 FROM lineage_party x JOIN lineage_event e ON e.id = x.event
            WHERE x.bureau = p.bureau AND e.kind IN (${merged}, ${split}) AND substr(e.day, 1, 4) = CAST(n.year AS TEXT))`,
    ),
  ]
}
