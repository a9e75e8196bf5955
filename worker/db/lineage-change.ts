import { sql } from 'drizzle-orm'
import { type LineageEvent, isSame, lineageKinds } from '#core/lineage/event.ts'
import { type LineageFault, lineage } from '#core/lineage/lineage.ts'
import type { Db } from './client.ts'
import type { Statement } from './kept.ts'
import { type Entry, writeLineage } from './lineage-batch.ts'
import { type Kin, type StoredEvent, selectLineage, sound } from './lineage.ts'
import { changeRoster } from './names.ts'
import { bureau, lineage_event, lineage_party, roster_change } from './schema.ts'

/** What became of an event. `corrected`: it was known, and its document is another now. */
interface Step {
  readonly kind: 'added' | 'corrected' | 'unchanged'
  readonly event: StoredEvent
}

/** What was done; or why nothing was: bureaus that there are not, events that make no sense with those known. */
type Insertion = { readonly steps: readonly Step[] } | Refusal

export type Refusal =
  | { readonly unknown: readonly string[] }
  | { readonly faults: readonly LineageFault[] }

/**
 * Adds events to the lineage, in one atomic batch with all that follows from them: published reports enter the sums or
 * leave them. An event that is known is not added again. A fault's event is one of those given, or one that is known.
 */
export async function insertEvents(
  db: Db,
  events: readonly LineageEvent[],
  by: number,
): Promise<Insertion> {
  let result: Insertion = { steps: [] }
  await changeRoster(async () => {
    result = await tryInsert(db, events, by)
  })
  return result
}

async function tryInsert(db: Db, events: readonly LineageEvent[], by: number): Promise<Insertion> {
  const ids = [...new Set(events.flatMap(({ from, to }) => [...from, ...to]))]
  const { version, keyOf } = await selectKeys(db, ids)
  const unknown = ids.filter((id) => !keyOf.has(id))
  if (unknown.length > 0) return { unknown }
  const kin = await selectLineage(db, [...keyOf.values()])
  const steps = events.map((event, i) => stepOf(event, i, { kin, version }))
  const added = eventsThat(steps, 'added')
  const corrected = eventsThat(steps, 'corrected')
  if (added.length + corrected.length === 0) return { steps }
  const known = kin?.events ?? []
  const given = events.filter((_, i) => steps[i]?.kind === 'added')
  const result = lineage([...known, ...given])
  if ('faults' in result) return { faults: result.faults }
  const change = {
    version,
    from: sound(lineage(known)),
    to: result.lineage,
    keyOf: new Map([...(kin?.keyOf ?? []), ...keyOf]),
  }
  await writeLineage(db, change, {
    statements: [...insertRows(db, added, { keyOf, by }), correctDocuments(db, corrected)],
    entry: entry('lineage_add', [...added, ...corrected], { added, corrected }),
    by,
  })
  return { steps }
}

const eventsThat = (steps: readonly Step[], kind: Step['kind']): StoredEvent[] =>
  steps.flatMap((step) => (step.kind === kind ? [step.event] : []))

/**
 * Takes an event out of the lineage, in one atomic batch with all that follows; answers it. Undefined where there is
 * none of this number. What is left of a lineage is one.
 */
export async function deleteEvent(
  db: Db,
  id: number,
  { reason, by }: { readonly reason: string; readonly by: number },
): Promise<StoredEvent | undefined> {
  let removed: StoredEvent | undefined
  await changeRoster(async () => {
    const { version } = await selectKeys(db, [])
    const parties = await db.all<{ bureau: number }>(
      sql`SELECT DISTINCT bureau FROM ${lineage_party} WHERE event = ${id}`,
    )
    const kin = await selectLineage(
      db,
      parties.map((party) => party.bureau),
    )
    removed = kin?.events.find((event) => event.id === id)
    if (!kin || !removed) return
    const rest = sound(lineage(kin.events.filter((event) => event !== removed)))
    const change = { version, from: kin.line, to: rest, keyOf: kin.keyOf }
    await writeLineage(db, change, {
      statements: [
        db.delete(lineage_party).where(sql`event = ${id}`),
        db.delete(lineage_event).where(sql`id = ${id}`),
      ],
      entry: entry('lineage_remove', [removed], { removed, reason }),
      by,
    })
  })
  return removed
}

/** The roster's version and the keys of those bureaus that there are, read at one moment. */
async function selectKeys(
  db: Db,
  ids: readonly string[],
): Promise<{ readonly version: number; readonly keyOf: ReadonlyMap<string, number> }> {
  const [versions, rows] = await db.batch([
    db.select({ version: sql<number>`coalesce(max(version), 0)` }).from(roster_change),
    db
      .select({ id: bureau.id, key: bureau.key })
      .from(bureau)
      .where(sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
  ])
  return {
    version: versions[0]?.version ?? 0,
    keyOf: new Map(rows.map(({ id, key }) => [id, key])),
  }
}

interface Known {
  readonly kin: Kin | null
  readonly version: number
}

function stepOf(event: LineageEvent, index: number, { kin, version }: Known): Step {
  const known = kin?.events.find((one) => isSame(one, event))
  // A version of the roster is there once: no number ever means another event, even when the last one is taken back.
  if (!known) return { kind: 'added', event: { ...event, id: version * 1000 + index } }
  return known.document === event.document
    ? { kind: 'unchanged', event: known }
    : { kind: 'corrected', event: { ...known, document: event.document } }
}

function insertRows(
  db: Db,
  events: readonly StoredEvent[],
  { keyOf, by }: { readonly keyOf: ReadonlyMap<string, number>; readonly by: number },
): Statement[] {
  const rows = events.map(({ id, kind, on, document }) => [
    id,
    lineageKinds[kind].key,
    on,
    document,
  ])
  const parties = events.flatMap(({ id, from, to }) =>
    [from, to].flatMap((ids, side) => ids.map((one) => [keyOf.get(one), id, side])),
  )
  return [
    db.insert(lineage_event).select(
      sql`SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, ${new Date().toISOString()}, ${by}
        FROM json_each(${JSON.stringify(rows)})`,
    ),
    db
      .insert(lineage_party)
      .select(
        sql`SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(parties)})`,
      ),
  ]
}

function correctDocuments(db: Db, events: readonly StoredEvent[]): Statement {
  const rows = sql`json_each(${JSON.stringify(events.map(({ id, document }) => [id, document]))})`
  return db
    .update(lineage_event)
    .set({ document: sql`(SELECT value ->> 1 FROM ${rows} WHERE value ->> 0 = lineage_event.id)` })
    .where(sql`id IN (SELECT value ->> 0 FROM ${rows})`)
}

/** Says all of the events: their rows may go. */
const entry = (action: string, events: readonly StoredEvent[], note: unknown): Entry => ({
  action,
  subject: events.map(({ id }) => `lineage#${id}`).join(' '),
  note: JSON.stringify(note),
})
