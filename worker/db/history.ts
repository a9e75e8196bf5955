import { asc, eq, sql } from 'drizzle-orm'
import type { BureauEntry } from './bureaus.ts'
import type { Db } from './client.ts'
import { publication, report, revision } from './schema.ts'

/** A change of what is public of one report. */
export interface Change {
  /** The data version that it made. */
  readonly version: number
  readonly action: typeof publication.$inferSelect.action
  /** Number of the revision that it made public, or took away. */
  readonly revision: number
  /** Why, for the public; null where nothing public changed. */
  readonly reason: string | null
  readonly at: string
}

/** Every change of a report, oldest first; none where it was never public. */
export const selectHistory = (
  db: Db,
  { key }: Pick<BureauEntry, 'key'>,
  year: number,
): Promise<Change[]> =>
  db
    .select({
      version: publication.version,
      action: publication.action,
      revision: revision.number,
      reason: publication.reason,
      at: publication.at,
    })
    .from(report)
    .innerJoin(publication, eq(publication.report, report.id))
    .innerJoin(revision, eq(revision.id, publication.revision))
    .where(sql`${report.bureau} = ${key} AND ${report.year} = ${year}`)
    .orderBy(asc(publication.version))

/** How a revision stands with the public. `by`: what put another in its place; `after`: the next one that was public. */
export type Standing =
  | { readonly status: 'published' }
  | { readonly status: 'superseded'; readonly by: Change }
  | { readonly status: 'withdrawn'; readonly by: Change; readonly after: Change | null }

/** Undefined where the revision was never public. */
export function standing(history: readonly Change[], number: number): Standing | undefined {
  const at = history.findIndex(({ revision: n, action }) => n === number && action !== 'withdraw')
  if (at < 0) return undefined
  const by = history[at + 1]
  if (!by) return { status: 'published' }
  if (by.action !== 'withdraw') return { status: 'superseded', by }
  return { status: 'withdrawn', by, after: history[at + 2] ?? null }
}

/** The numbers of the revisions that the public may see, oldest first: public now, or superseded. */
export const openRevisions = (history: readonly Change[]): number[] =>
  history.flatMap(({ action, revision: number }) =>
    action === 'withdraw' || standing(history, number)?.status === 'withdrawn' ? [] : [number],
  )
