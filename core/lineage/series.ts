import { type LineageEvent, yearOf } from './event.ts'
import type { Lineage } from './lineage.ts'

/**
 * The bureaus whose reports of a year make up the linked figure of a bureau: itself, or its predecessors, whose figures
 * are added up. Empty where none is known: it did not exist yet or any more. Null where its share cannot be told: it came
 * out of a split, and figures are never divided.
 *
 * The report on the year of a change is the successor's: it is made in the January after.
 */
export function predecessors(
  line: Lineage,
  bureau: string,
  year: number,
): readonly string[] | null {
  const last = line.end.get(bureau)
  const isSucceeded = last !== undefined && last.kind !== 'abolished' && yearOf(last) <= year
  return isSucceeded ? [] : readFor(line, bureau, year)
}

function readFor(line: Lineage, bureau: string, year: number): readonly string[] | null {
  const first = line.beginning.get(bureau)
  const isLater = first !== undefined && yearOf(first) > year
  if (isLater && first.kind === 'split') return null
  const joining = (line.of.get(bureau) ?? []).flatMap((event) => joinedBy(event, bureau, year))
  const parts = [...(isLater ? first.from : []), ...joining].map((id) => readFor(line, id, year))
  const known = parts.filter((part) => part !== null)
  return known.length < parts.length ? null : [...(isLater ? [] : [bureau]), ...known.flat()]
}

/** The bureaus that joined an existing one after the year: until then their figures stood apart. */
const joinedBy = (event: LineageEvent, id: string, year: number): readonly string[] =>
  event.kind === 'merged' &&
  event.to.includes(id) &&
  event.from.includes(id) &&
  yearOf(event) > year
    ? event.from.filter((other) => other !== id)
    : []

/**
 * Whose carried-out requests of the year before must add up to what a bureau carried in. Empty where nothing can be
 * compared: in its first year, and where it or one that it came from was split in this year.
 */
export function continuityPredecessors(
  line: Lineage,
  bureau: string,
  year: number,
): readonly string[] {
  const before = predecessors(line, bureau, year - 1) ?? []
  const isSplit = [bureau, ...before].some((id) =>
    (line.of.get(id) ?? []).some((event) => event.kind === 'split' && yearOf(event) === year),
  )
  return isSplit ? [] : before
}

/** Years (null: open end) whose figures are the sum of these bureaus' reports. */
export interface Stretch {
  readonly from: number | null
  readonly to: number | null
  readonly bureaus: readonly string[]
}

/** A linked series: what to read for which years, and what to mark on the way. */
export interface LinkedSeries {
  readonly stretches: readonly Stretch[]
  /** Everything that happened to any of these bureaus, in the order of dates. */
  readonly markers: readonly LineageEvent[]
}

/** What to read for a bureau and those that it came from. Years without any stretch have no linked figure. */
export function linkedSeries(line: Lineage, bureau: string): LinkedSeries {
  const years = changes(line, bureau)
  const starts = [null, ...years]
  const stretches = starts.flatMap((from, i): Stretch[] => {
    const next = years[i]
    const to = next === undefined ? null : next - 1
    const bureaus = predecessors(line, bureau, from ?? to ?? 0) ?? []
    return bureaus.length === 0 ? [] : [{ from, to, bureaus }]
  })
  const read = new Set([bureau, ...stretches.flatMap(({ bureaus }) => bureaus)])
  const markers = line.events.filter(({ from, to }) => [...from, ...to].some((id) => read.has(id)))
  return { stretches: joined(stretches), markers }
}

/** The years in which anything changed for the bureau or one that it came from, ascending. */
function changes({ of }: Lineage, bureau: string): number[] {
  const seen = new Set([bureau])
  const years = new Set<number>()
  for (const id of seen)
    for (const event of of.get(id) ?? []) {
      years.add(yearOf(event))
      if (event.to.includes(id) && event.kind !== 'transferred')
        for (const other of event.from) seen.add(other)
    }
  return [...years].toSorted((a, b) => a - b)
}

/** Stretches of the same bureaus that touch are one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches) {
    const last = result.at(-1)
    const touches = last !== undefined && last.to !== null && last.to + 1 === stretch.from
    if (touches && last.bureaus.join() === stretch.bureaus.join())
      result.splice(-1, 1, { ...last, to: stretch.to })
    else result.push(stretch)
  }
  return result
}
