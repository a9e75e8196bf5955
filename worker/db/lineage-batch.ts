import { type SQL, sql } from 'drizzle-orm'
import type { Lineage } from '#core/lineage/lineage.ts'
import { tenure } from '#core/lineage/tenure.ts'
import { moveBureaus } from './bureau-move.ts'
import type { Db } from './client.ts'
import type { Statement } from './kept.ts'
import { reassess, selectPublicReports } from './lineage-findings.ts'
import { insertChange } from './names.ts'
import { isStillPublic } from './still.ts'
import { selectOpenRelease } from './releases.ts'
import { audit, bureau } from './schema.ts'

interface Change {
  /** The roster's version, as it was read. */
  readonly version: number
  /** The lineage of all bureaus in `keyOf`, as it is and as it will be. */
  readonly from: Lineage
  readonly to: Lineage
  readonly keyOf: ReadonlyMap<string, number>
}

/** An entry of the audit log. */
export interface Entry {
  readonly action: string
  readonly subject: string
  readonly note: string
}

/** What a change writes besides what follows from it. */
interface Own {
  readonly statements: readonly Statement[]
  readonly entry: Entry
  readonly by: number
}

/**
 * Writes the statements with what follows from the lineage for its bureaus. The batch fails, to be tried again, where the
 * roster or what is public of these bureaus has changed meanwhile.
 */
export async function writeLineage(
  db: Db,
  change: Change,
  { statements, entry: told, by }: Own,
): Promise<void> {
  const { version, to: line, keyOf } = change
  const keys = JSON.stringify([...keyOf.values()])
  const are = sql`key IN (SELECT value FROM json_each(${keys}))`
  const reports = await selectPublicReports(db, keys)
  const rows = await db.select().from(bureau).where(are)
  const moves = rows.flatMap((from) => {
    const to = { ...from, ...tenure(line, from.id) }
    const isMoved =
      to.begins !== from.begins || to.ended !== from.ended || to.succeeded !== from.succeeded
    return isMoved ? [{ from, to }] : []
  })
  const release = await selectOpenRelease(db)
  await db.batch([
    insertChange(db, version, rows.length, release),
    insertAudit(db, told, { by, still: isStillPublic(keys, reports) }),
    ...statements,
    db
      .update(bureau)
      .set({ revised: version + 1 })
      .where(are),
    ...(await moveBureaus(db, moves, { version: version + 1, release })),
    ...(await reassess(db, reports, change)),
  ])
}

/** Without an action, and so failing the batch, where something is not as it was. */
const insertAudit = (
  db: Db,
  { action, subject, note }: Entry,
  { by, still }: { readonly by: number; readonly still: SQL },
): Statement =>
  db.insert(audit).values({
    at: new Date().toISOString(),
    by,
    action: sql`iif(${still}, ${action}, NULL)`,
    subject,
    note,
  })
