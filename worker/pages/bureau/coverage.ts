import type { BureauAsOf } from '../../db/bureaus.ts'
import { seriesCoverage } from '../../routes/series-answer.ts'
import type { Years } from '../years.ts'
import type { Seen } from '../../routes/bureau-seen.ts'

/** How many reports are held of those that there should be. */
export interface Coverage {
  readonly first: number | undefined
  readonly last: number | undefined
  /** Null where nobody knows. */
  readonly expected: number | null
  readonly received: number
  /** Years that a report was due for and is not held. */
  readonly missing: readonly number[]
}

/** Of one bureau, as /api/v1/series counts it. `at`: when the newest of what is told was published, UTC. */
export function coverageOf(
  bureau: BureauAsOf,
  { reports }: Seen,
  { from, to }: Years,
  at: string | null,
): Coverage {
  const own = reports.filter((report) => report.bureau === bureau.id)
  const held = own.map(({ year }) => year)
  const { expected, received } = seriesCoverage([bureau], own, { from, to, at })
  const [first, last] = [from ?? held[0], to ?? held.at(-1)]
  const years = Array.from(
    { length: Math.max(0, (last ?? 0) - (first ?? 1) + 1) },
    (_, i) => (first ?? 0) + i,
  )
  const isDue = (year: number): boolean =>
    seriesCoverage([bureau], own, { from: year, to: year, at }).expected === 1
  return {
    first,
    last,
    expected,
    received,
    missing: expected === null ? [] : years.filter((year) => !held.includes(year) && isDue(year)),
  }
}
