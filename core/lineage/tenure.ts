import { yearOf } from './event.ts'
import type { Lineage } from './lineage.ts'

/** The years that a bureau reports on. */
export interface Tenure {
  /** The first one; null: nothing is known of its beginning. */
  readonly begins: number | null
  /** The first one that it does not report on any more; null: it goes on. */
  readonly ended: number | null
  /** Others report from then on on what it did. */
  readonly succeeded: boolean
}

export function tenure(line: Lineage, bureau: string): Tenure {
  const first = line.beginning.get(bureau)
  const last = line.end.get(bureau)
  return {
    begins: first ? yearOf(first) : null,
    ended: last ? yearOf(last) : null,
    succeeded: last !== undefined && last.kind !== 'abolished',
  }
}

/**
 * Whether a bureau's report on a year is part of no sum: what it tells of stands in another's report. That of an abolished
 * bureau stands in nobody's.
 */
export const standsAside = ({ begins, ended, succeeded }: Tenure, year: number): boolean =>
  (begins !== null && year < begins) || (succeeded && ended !== null && year >= ended)
