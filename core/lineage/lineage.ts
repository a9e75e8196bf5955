import type { Label } from '#core/catalog/table.ts'
import { type LineageEvent, type LineageKind, begun, ended } from './event.ts'

/** Events that make sense together, in the order of their dates. Made by `lineage` only. */
export interface Lineage {
  readonly events: readonly LineageEvent[]
  /** The event by which a bureau came into being. */
  readonly beginning: ReadonlyMap<string, LineageEvent>
  /** The event by which it ceased to be. */
  readonly end: ReadonlyMap<string, LineageEvent>
  /** What happened to a bureau, in the order of dates. */
  readonly of: ReadonlyMap<string, readonly LineageEvent[]>
}

/** Why events are refused. */
export const lineageFaults = {
  date: { zh: '日期应为实际存在的日期（年-月-日）', en: 'Not a date (year-month-day)' },
  document: { zh: '缺少文件依据', en: 'The document is missing' },
  sides: { zh: '前后机关的数量与事项不符', en: 'Wrong number of bureaus before or after' },
  begun_twice: { zh: '同一机关两次设立', en: 'The bureau comes into being twice' },
  ended_twice: { zh: '同一机关两次终止', en: 'The bureau ceases to be twice' },
  before_beginning: { zh: '机关设立之前已有事项', en: 'Something happens before it exists' },
  after_end: { zh: '机关终止之后还有事项', en: 'Something happens after it has ceased to be' },
  cycle: {
    zh: '沿革成环：重新设立的机关应使用新编号',
    en: 'A bureau is its own predecessor: one that is set up again gets a new id',
  },
} as const satisfies Record<string, Label>

export interface LineageFault {
  readonly fault: keyof typeof lineageFaults
  readonly event: LineageEvent
}

/** The events as a lineage, or why they are refused. No events are a lineage too. */
export function lineage(
  list: readonly LineageEvent[],
): { readonly lineage: Lineage } | { readonly faults: readonly LineageFault[] } {
  const events = list.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
  const own = events.flatMap(ownFaults)
  const faults = own.length > 0 ? own : [...order(events), ...cycles(events)]
  if (faults.length > 0) return { faults }
  const by = (ids: (event: LineageEvent) => readonly string[]) =>
    new Map(events.flatMap((event) => ids(event).map((id) => [id, event] as const)))
  return { lineage: { events, beginning: by(begun), end: by(ended), of: byBureau(events) } }
}

const partiesOf = ({ from, to }: LineageEvent): string[] => [...new Set([...from, ...to])]

function byBureau(events: readonly LineageEvent[]): Map<string, LineageEvent[]> {
  const result = new Map<string, LineageEvent[]>()
  for (const event of events)
    for (const id of partiesOf(event)) {
      const own = result.get(id)
      if (own) own.push(event)
      else result.set(id, [event])
    }
  return result
}

type Sides = (from: readonly string[], to: readonly string[]) => boolean

const oneToOne: Sides = (from, to) => from.length === 1 && to.length === 1

const sides: Readonly<Record<LineageKind, Sides>> = {
  renamed: oneToOne,
  moved_division: oneToOne,
  merged: (from, to) => from.length > 1 && to.length === 1,
  split: (from, to) => from.length === 1 && to.length > 1,
  abolished: (from, to) => from.length === 1 && to.length === 0,
  created: (from, to) => from.length === 0 && to.length === 1,
  transferred: (from, to) => oneToOne(from, to) && from[0] !== to[0],
}

function ownFaults(event: LineageEvent): LineageFault[] {
  const { kind, on, document, from, to } = event
  const areDistinct = [from, to].every((ids) => new Set(ids).size === ids.length)
  return [
    ...(isDate(on) ? [] : [{ fault: 'date' as const, event }]),
    ...(document.trim() === '' ? [{ fault: 'document' as const, event }] : []),
    ...(areDistinct && sides[kind](from, to) ? [] : [{ fault: 'sides' as const, event }]),
  ]
}

/** 2021-02-30 would be read as 2 March. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A bureau begins once, before all else, and ends once, after all else. Several things may happen on one day. */
function order(events: readonly LineageEvent[]): LineageFault[] {
  return [...byBureau(events)].flatMap(([id, own]) => {
    const [birth, ...births] = own.filter((event) => begun(event).includes(id))
    const [death, ...deaths] = own.filter((event) => ended(event).includes(id))
    const early = birth ? own.filter(({ on }) => on < birth.on) : []
    const late = death ? own.filter(({ on }) => on > death.on) : []
    return [
      ...births.map((event) => ({ fault: 'begun_twice' as const, event })),
      ...deaths.map((event) => ({ fault: 'ended_twice' as const, event })),
      ...early.map((event) => ({ fault: 'before_beginning' as const, event })),
      ...late.map((event) => ({ fault: 'after_end' as const, event })),
    ]
  })
}

/** What splits off a bureau that goes on, or only takes over duties, may join it again. */
const carriesOver = (event: LineageEvent): boolean =>
  event.kind !== 'transferred' && (event.kind !== 'split' || ended(event).length > 0)

/** Events on a way from a bureau back to itself. What is on no such way can be taken off from the front, and is. */
function cycles(events: readonly LineageEvent[]): LineageFault[] {
  const edges = events
    .filter(carriesOver)
    .flatMap((event) =>
      event.from.flatMap((from) =>
        event.to.filter((to) => to !== from).map((to) => ({ from, to, event })),
      ),
    )
  let left = edges
  for (;;) {
    const reached = new Set(left.map(({ to }) => to))
    const kept = left.filter(({ from }) => reached.has(from))
    if (kept.length === left.length) break
    left = kept
  }
  return [...new Set(left.map(({ event }) => event))].map((event) => ({ fault: 'cycle', event }))
}
