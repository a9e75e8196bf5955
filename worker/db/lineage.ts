import { sql } from 'drizzle-orm'
import { type LineageEvent, type LineageKind, lineageKinds } from '#core/lineage/event.ts'
import { type Lineage, type LineageFault, lineage } from '#core/lineage/lineage.ts'
import type { Db } from './client.ts'

/** An event as it is kept, by its number. */
export interface StoredEvent extends LineageEvent {
  readonly id: number
}

/** A bureau that events tell of. */
export interface Party {
  readonly key: number
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly scope: 'own' | 'area'
}

/** Bureaus and everything that they are connected with by events, in both directions. */
export interface Kin {
  /** In the order of dates. */
  readonly events: readonly StoredEvent[]
  readonly line: Lineage
  readonly keyOf: ReadonlyMap<string, number>
  /** By id. */
  readonly parties: ReadonlyMap<string, Party>
}

interface Row extends Party {
  readonly event: number
  readonly kind: number
  readonly day: string
  readonly document: string
  readonly side: 0 | 1
}

/**
 * The lineage of all bureaus that are connected with any of these (by their keys); null where none of them has one. One
 * statement.
 */
export async function selectLineage(db: Db, keys: readonly number[]): Promise<Kin | null> {
  const rows = await db.all<Row>(sql`
    WITH RECURSIVE reached (bureau) AS (
      SELECT value FROM json_each(${JSON.stringify(keys)})
      UNION
      SELECT q.bureau FROM reached r CROSS JOIN lineage_party p ON p.bureau = r.bureau
        CROSS JOIN lineage_party q ON q.event = p.event
    )
    SELECT e.id AS event, e.kind, e.day, e.document, p.side, b.key, b.id, b.name, b.name_en AS nameEn, b.scope
    FROM reached r CROSS JOIN lineage_party p ON p.bureau = r.bureau
      CROSS JOIN lineage_event e ON e.id = p.event CROSS JOIN bureau b ON b.key = p.bureau
    ORDER BY e.day, e.id, b.key`)
  if (rows.length === 0) return null
  const events = eventsOf(rows)
  return {
    events,
    line: sound(lineage(events)),
    keyOf: new Map(rows.map(({ id, key }) => [id, key])),
    parties: new Map(
      rows.map(({ key, id, name, nameEn, scope }) => [id, { key, id, name, nameEn, scope }]),
    ),
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
const kinds = Object.keys(lineageKinds) as LineageKind[]

function kindNumbered(key: number): LineageKind {
  const kind = kinds.find((one) => lineageKinds[one].key === key)
  if (kind) return kind
  throw new TypeError(`No kind of event has the number ${key}`)
}

function eventsOf(rows: readonly Row[]): StoredEvent[] {
  return [...Map.groupBy(rows, ({ event }) => event)].map(([id, parties]) => {
    const { kind = 0, day = '', document = '' } = parties[0] ?? {}
    const on = (side: 0 | 1): string[] =>
      parties.flatMap((row) => (row.side === side ? row.id : []))
    return { id, kind: kindNumbered(kind), on: day, document, from: on(0), to: on(1) }
  })
}

/** A lineage of what is stored: that was checked before it was. */
export function sound(result: ReturnType<typeof lineage>): Lineage {
  if ('lineage' in result) return result.lineage
  throw new TypeError(`The stored lineage is none: ${result.faults.map(said).join()}`)
}

const said = ({ fault, event }: LineageFault): string => `${fault} ${event.kind} ${event.on}`
