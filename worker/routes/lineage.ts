import { type LineageEvent, lineageKinds } from '#core/lineage/event.ts'
import { relatives } from '#core/lineage/relatives.ts'
import { linkedSeries } from '#core/lineage/series.ts'
import { tenure } from '#core/lineage/tenure.ts'
import type { Kin, StoredEvent } from '../db/lineage.ts'

const partyJson =
  ({ parties }: Kin) =>
  (id: string) => ({
    id,
    name: parties.get(id)?.name ?? '',
    name_en: parties.get(id)?.nameEn ?? null,
  })

/** An event in the API's spelling, with the bureaus' names of today. */
export function eventJson(kin: Kin, { id, kind, on, document, from, to }: StoredEvent) {
  const { zh, en } = lineageKinds[kind]
  const party = partyJson(kin)
  return { id, kind, zh, en, on, document, from: from.map(party), to: to.map(party) }
}

/** The lineage of one bureau; that of most is empty. */
export function lineageJson(kin: Kin | null, bureau: string) {
  if (!kin)
    return {
      begins: null,
      ended: null,
      succeeded: false,
      predecessors: [],
      successors: [],
      events: [],
    }
  const { predecessors, successors } = relatives(kin.line, bureau)
  const own = new Set(kin.line.of.get(bureau))
  return {
    ...tenure(kin.line, bureau),
    predecessors: predecessors.map(partyJson(kin)),
    successors: successors.map(partyJson(kin)),
    events: kin.events.filter((event) => own.has(event)).map((event) => eventJson(kin, event)),
  }
}

/** How bureaus before and after an event are shown: as one line, or each on its own. */
export const lineageModes = ['separate', 'linked'] as const
export type LineageMode = (typeof lineageModes)[number]

/** What to mark on the series of a bureau: in a linked one also what happened to those that it came from. */
export function marksOf(kin: Kin | null, bureau: string, mode: LineageMode): StoredEvent[] {
  if (!kin) return []
  const { line, events } = kin
  const marks: ReadonlySet<LineageEvent> = new Set(
    mode === 'linked' ? linkedSeries(line, bureau).markers : line.of.get(bureau),
  )
  return events.filter((event) => marks.has(event))
}

/** The events that mark the series of these bureaus, in the order of dates, each with the bureaus that it marks. */
export function marksJson(kin: Kin | null, bureaus: readonly string[], mode: LineageMode) {
  if (!kin) return []
  const marks = bureaus.map((id) => ({ id, own: marksOf(kin, id, mode) }))
  return kin.events.flatMap((event) => {
    const marked = marks.flatMap(({ id, own }) => (own.includes(event) ? [id] : []))
    return marked.length === 0 ? [] : [{ ...eventJson(kin, event), marks: marked }]
  })
}
