import {
  type BureauAsOf,
  type BureauEntry,
  selectBureaus,
  selectBureausById,
} from '../db/bureaus.ts'
import type { Db } from '../db/client.ts'
import type { Release } from '../db/releases.ts'

/** As many bureaus are offered at once; more call for a narrower search. */
export const mostFound = 20

export interface Found {
  readonly bureaus: readonly BureauEntry[]
  readonly more: boolean
}

interface Choice {
  /** The bureaus chosen, in the order asked for; ids that do not exist are left out. */
  readonly chosen: readonly BureauAsOf[]
  /** Bureaus that may be added to them. */
  readonly found: Found
}

const none: Found = { bureaus: [], more: false }

/**
 * Bureaus to be compared, as a release named them where one is given. Made-up ones are offered only to their like, or
 * when asked for. One statement; with a search two, or three of a release.
 */
export async function selectChoice(
  db: Db,
  q: string,
  ids: readonly string[],
  release?: Release,
): Promise<Choice> {
  if (q === '')
    return {
      chosen: ids.length === 0 ? [] : await selectBureausById(db, ids, release),
      found: none,
    }
  const wanted = ids.some((id) => id.startsWith('00')) || /虚构|made[ -]?up/i.test(q)
  const limit = mostFound + ids.length
  const search = { q, madeUp: wanted ? undefined : false, limit }
  const [{ bureaus, next, named }, past] = await Promise.all([
    selectBureaus(db, search, ids),
    release ? selectBureausById(db, ids, release) : undefined,
  ])
  const others = bureaus.filter(({ id }) => !ids.includes(id))
  return {
    chosen: past ?? ids.flatMap((id) => named.find((bureau) => bureau.id === id) ?? []),
    found: {
      bureaus: others.slice(0, mostFound),
      more: others.length > mostFound || next !== null,
    },
  }
}
