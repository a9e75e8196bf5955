import { type BureauEntry, selectBureaus, selectBureausById } from '../db/bureaus.ts'
import type { Db } from '../db/client.ts'

/** As many bureaus are offered at once; more call for a narrower search. */
export const mostFound = 20

export interface Found {
  readonly bureaus: readonly BureauEntry[]
  readonly more: boolean
}

interface Choice {
  /** The bureaus chosen, in the order asked for; ids that do not exist are left out. */
  readonly chosen: readonly BureauEntry[]
  /** Bureaus that may be added to them. */
  readonly found: Found
}

/** Bureaus to be compared. Made-up ones are offered only to their like, or when asked for. */
export async function selectChoice(db: Db, q: string, ids: readonly string[]): Promise<Choice> {
  if (q === '')
    return { chosen: await selectBureausById(db, ids), found: { bureaus: [], more: false } }
  const wanted = ids.some((id) => id.startsWith('00')) || /虚构|made[ -]?up/i.test(q)
  const limit = mostFound + ids.length
  const search = { q, madeUp: wanted ? undefined : false, limit }
  const { bureaus, next, named } = await selectBureaus(db, search, ids)
  const others = bureaus.filter(({ id }) => !ids.includes(id))
  return {
    chosen: ids.flatMap((id) => named.find((bureau) => bureau.id === id) ?? []),
    found: {
      bureaus: others.slice(0, mostFound),
      more: others.length > mostFound || next !== null,
    },
  }
}
