import { and, eq, sql } from 'drizzle-orm'
import { type Concern, insertVerdicts } from './assess.ts'
import type { Db } from './client.ts'
import { audit, verdict } from './schema.ts'

/**
 * Keeps what a person says about a concern of a report, with an audit entry; null takes it back. It holds for every
 * reading of the report in which rule, cells and values are the same.
 */
export async function decideVerdict(
  db: Db,
  concern: Concern,
  said: {
    readonly verdict: 'accepted' | 'dismissed' | null
    readonly reason: string
    readonly by: number
  },
): Promise<void> {
  const { verdict: own, reason, by } = said
  const entry = db.insert(audit).values({
    at: new Date().toISOString(),
    by,
    action: own ?? 'reopened',
    subject: sql`(SELECT b.id || '/' || r.year || ' ' || ${`${concern.rule} ${concern.fingerprint}`}
      FROM report r JOIN bureau b ON b.key = r.bureau WHERE r.id = ${concern.report})`,
    note: reason,
  })
  await (own === null
    ? db.batch([
        db
          .delete(verdict)
          .where(
            and(eq(verdict.report, concern.report), eq(verdict.fingerprint, concern.fingerprint)),
          ),
        entry,
      ])
    : db.batch([insertVerdicts(db, [{ concern, verdict: { verdict: own, reason } }], by), entry]))
}
