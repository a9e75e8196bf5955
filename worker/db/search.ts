import { type SQL, sql } from 'drizzle-orm'
import { wordsOf } from '#core/roster/grams.ts'
import { bureauId } from '#core/roster/bureau.ts'
import { allTag, areaTag, collectionTag, sectorTag } from '#core/roster/tags.ts'
import type { Db } from './client.ts'
import { gram_count } from './schema.ts'

/** What to look for. All of it must hold. */
export interface Search {
  readonly q?: string | undefined
  readonly division?: string | undefined
  readonly sector?: string | undefined
  readonly madeUp?: boolean | undefined
  /** Id after which the page begins. */
  readonly after?: string | undefined
  readonly limit: number
}

/** The keys of the bureaus that are found, the first `limit` by id, as a list for IN; undefined where there is none. */
export async function findBureaus(db: Db, search: Search): Promise<SQL | undefined> {
  const words = wordsOf(search.q ?? '')
  // Nothing but signs is a search that finds nothing; an empty one asks for all.
  if (words.length === 0 && search.q?.trim()) return undefined
  const tags = tagsOf(search, words.length)
  const counts = await countGrams(db, [...words.flatMap(({ grams }) => grams), ...tags])
  const rarest = (grams: readonly string[]): string[] =>
    grams.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
  if ([...counts.values()].includes(0)) return undefined
  // The rarest gram of each word, and another one of a word alone: few other bureaus have those, and `within` is exact.
  const several = words.length > 1
  const grams = words.flatMap((word) => rarest(word.grams).slice(0, several ? 1 : 2))
  const within = words.flatMap((word) => word.within ?? [])
  return matches(rarest([...new Set([...grams, ...tags])]), within, search)
}

/** The tags of the filters; where nothing at all is asked for, the one that every bureau has. */
function tagsOf({ division, sector, madeUp }: Search, words: number): string[] {
  const tags = [
    ...(division === undefined ? [] : [areaTag(division)]),
    ...(sector === undefined ? [] : [sectorTag(sector)]),
    ...(madeUp === undefined ? [] : [collectionTag(madeUp)]),
  ]
  return tags.length + words === 0 ? [allTag] : tags
}

/** How many bureaus have each gram: 0 where none. */
async function countGrams(db: Db, grams: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select()
    .from(gram_count)
    .where(sql`gram IN (SELECT value FROM json_each(${JSON.stringify(grams)}))`)
  const found = new Map(rows.map((row) => [row.gram, row.n]))
  return new Map(grams.map((key) => [key, found.get(key) ?? 0]))
}

/**
 * The bureaus that have all grams, by leaps: each gram in turn says where its next bureau is, at or after the place that
 * the one before has come to; a place that all of them agree on is a match. What is read are the leaps, not the lists,
 * and, as nothing is materialised, no more of them than the page needs.
 */
function matches(grams: readonly string[], within: readonly string[], search: Search): SQL {
  const n = sql.raw(String(grams.length))
  const from = bureauId.test(search.after ?? '') ? placeOf(search.after ?? '') + 1 : 0
  const next = sql.raw(`(i + 1) % ${grams.length}`)
  const agreed = sql.raw('iif(leap.place = before, agreed + 1, 1)')
  const cases = grams.map((text, i) => sql`WHEN ${sql.raw(String(i))} THEN ${text}`)
  const verified = within.map((text) => sql` AND instr(s.search, ${text}) > 0`)
  return sql`(
    WITH RECURSIVE leap (i, place, before, agreed) AS NOT MATERIALIZED (
      SELECT 0, (SELECT min(place) FROM gram WHERE gram = ${grams[0]} AND place >= ${from}), -1, 0
      UNION ALL
      SELECT ${next},
        (SELECT min(g.place) FROM gram g WHERE g.gram = CASE ${next} ${sql.join(cases, sql` `)} END
          AND g.place >= leap.place + (${agreed} = ${n})),
        leap.place, ${agreed}
      FROM leap WHERE leap.place IS NOT NULL
    )
    SELECT s.bureau FROM leap CROSS JOIN bureau_search s ON s.place = leap.place
    WHERE ${agreed} = ${n}${sql.join(verified)}
    LIMIT ${search.limit})`
}

/** An id as a number, in the same order, as `bureau_search` has it. */
const placeOf = (id: string): number =>
  (Number(id.slice(0, 6)) * 100 + Number(/Z(\d\d)/.exec(id)?.[1] ?? 0)) * 10_000 +
  Number(id.slice(-4))
