import fc from 'fast-check'
import type { LineageEvent, LineageKind } from '#core/lineage/event.ts'
import { type Lineage, lineage } from '#core/lineage/lineage.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f']
export const years = Array.from({ length: 10 }, (_, i) => 2014 + i)
export const kinds: LineageKind[] = [
  'renamed',
  'merged',
  'split',
  'abolished',
  'created',
  'transferred',
  'moved_division',
]

/** Any events at all, most of them absurd. */
export const anyEvents = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    on: fc.constantFrom(...years.map((year) => `${year}-06-01`)),
    document: fc.constant('x'),
    from: fc.subarray(names, { maxLength: 3 }),
    to: fc.subarray(names, { maxLength: 3 }),
  }),
  { maxLength: 8 },
)

interface Step {
  readonly kind: LineageKind
  readonly picks: readonly number[]
  readonly stays: boolean
  readonly gap: number
}

export const steps = (of: readonly LineageKind[]) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...of),
      picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
      stays: fc.boolean(),
      gap: fc.nat(2),
    }),
    { maxLength: 12 },
  )

/** A history that makes sense: things happen, one after the other, to bureaus that exist. */
export function history(list: readonly Step[]): LineageEvent[] {
  let alive = ['a', 'b', 'c', 'd', 'e']
  let [year, next] = [2014, 0]
  return list.flatMap(({ kind, picks, stays, gap }): LineageEvent[] => {
    year += gap
    const chosen = [...new Set(picks.map((pick) => alive[pick % (alive.length || 1)] ?? ''))]
    const [one = '', other = ''] = chosen
    const fresh = `n${next++}`
    const born = stays ? one : fresh
    const sides: Record<LineageKind, [string[], string[]]> = {
      renamed: [[one], [born]],
      moved_division: [[one], [born]],
      merged: [chosen, [born]],
      split: [[one], [born, `${fresh}x`]],
      abolished: [[one], []],
      created: [[], [fresh]],
      transferred: [[one], [other]],
    }
    const [from, to] = sides[kind]
    if (from.includes('') || to.includes('') || (kind === 'merged' && from.length < 2)) return []
    if (kind !== 'transferred') alive = [...alive.filter((id) => !from.includes(id)), ...to]
    return [{ kind, on: `${year}-06-01`, document: 'x', from, to }]
  })
}

export function accepted(events: readonly LineageEvent[]): Lineage {
  const result = lineage(events)
  if ('faults' in result) throw new TypeError(JSON.stringify(result.faults))
  return result.lineage
}

export const idsIn = (events: readonly LineageEvent[]): string[] => [
  ...new Set(events.flatMap(({ from, to }) => [...from, ...to])),
]
