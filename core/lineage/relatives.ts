import type { LineageEvent } from './event.ts'
import type { Lineage } from './lineage.ts'

/** The bureaus that a bureau came from, and those that came from it; by one event, not by several. */
export interface Relatives {
  readonly predecessors: readonly string[]
  readonly successors: readonly string[]
}

/** Duties that went from one to another make neither of them the other's successor. */
export function relatives({ of }: Lineage, bureau: string): Relatives {
  const own = (of.get(bureau) ?? []).filter(({ kind }) => kind !== 'transferred')
  const others = (side: 'from' | 'to', opposite: 'from' | 'to'): string[] => {
    const met = own.filter((event: LineageEvent) => event[side].includes(bureau))
    return [...new Set(met.flatMap((event) => event[opposite]))].filter((id) => id !== bureau)
  }
  return { predecessors: others('to', 'from'), successors: others('from', 'to') }
}
