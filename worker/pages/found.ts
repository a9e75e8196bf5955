import { type BureauEntry, selectBureaus } from '../db/bureaus.ts'
import type { Db } from '../db/client.ts'

/** As many bureaus are offered at once; more call for a narrower search. */
export const mostFound = 20

export interface Found {
  readonly bureaus: readonly BureauEntry[]
  readonly more: boolean
}

/** Bureaus that may be added to those chosen: real ones first, made-up ones only among their like or when asked for. */
export async function findBureaus(
  db: Db,
  q: string,
  chosen: readonly BureauEntry[],
): Promise<Found> {
  if (q === '') return { bureaus: [], more: false }
  const limit = mostFound + chosen.length + 1
  const wanted = chosen.some(({ madeUp }) => madeUp) || /虚构|made[ -]?up/i.test(q)
  const [real, madeUp] = await Promise.all([
    selectBureaus(db, { q, madeUp: false, limit }),
    wanted ? selectBureaus(db, { q, madeUp: true, limit }) : [],
  ])
  const found = [...real, ...madeUp].filter(({ id }) => !chosen.some((other) => other.id === id))
  return { bureaus: found.slice(0, mostFound), more: found.length > mostFound }
}
