import { type SQL, sql } from 'drizzle-orm'
import { bureauId } from '#core/roster/bureau.ts'
import { type Word, wordsOf } from '#core/roster/grams.ts'
import { allTag, areaTag, collectionTag, sectorTag } from '#core/roster/tags.ts'
import type { Db } from './client.ts'

/** What to look for. All of it must hold. */
export interface Search {
  readonly q?: string | undefined
  readonly division?: string | undefined
  readonly sector?: string | undefined
  readonly madeUp?: boolean | undefined
  /** Id after which the page begins; no bureau need have it. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Where a page of a search has to look. */
export interface Candidates {
  /** Places in their order: those of all bureaus that are to be found, and few others. */
  readonly places: readonly number[]
  /** Id up to which these are all; null: there are no more. */
  readonly upTo: string | null
  /** What must hold of a row `s` of `bureau_search`. */
  readonly holds: SQL
}

/** So many bureaus are looked at for a page: each costs two rows, and three more if it is found. */
const mostCandidates = 250

/**
 * The bureaus that a page of a search is among. One statement, which reads the lists of the two rarest things that are
 * asked for, area by area: at most two rows for each of some 400 areas.
 */
export async function selectCandidates(db: Db, search: Search): Promise<Candidates> {
  const words = wordsOf(search.q ?? '')
  // Nothing but signs is a search that finds nothing; an empty one asks for all.
  if (words.length === 0 && search.q?.trim()) return { places: [], upTo: null, holds: sql`false` }
  const tags = tagsOf(search)
  const from = firstPlace(search)
  const areas = await selectAreas(db, sought(words, tags, search.limit), {
    from: Math.floor(from / areaSize),
    below: search.madeUp === true ? firstReal / areaSize : 10_000,
  })
  const whole = areas.filter(({ most }, i) => i < most)
  const places = whole.flatMap(placesIn).filter((place) => place >= from)
  const last = whole.length < areas.length ? whole.at(-1)?.area : undefined
  const tagged = [...tags, ...collectionOf(search)].map(hasTag)
  return { ...cut(places, last), holds: sql.join([...tagged, ...words.map(hasWord)], sql` AND `) }
}

/** At most so many of the places. `last`: the area that they reach to, where there are more areas. */
function cut(places: readonly number[], last: number | undefined): Omit<Candidates, 'holds'> {
  const kept = places.slice(0, mostCandidates)
  if (kept.length < places.length) return { places: kept, upTo: idAt(kept.at(-1) ?? 0) }
  return { places, upTo: last === undefined ? null : idAt((last + 1) * areaSize - 1) }
}

/** The tags of the filters, or the one that every bureau has. */
const tagsOf = ({ q = '', division, sector }: Search): string[] => {
  const tags = [
    ...(division === undefined ? [] : [areaTag(division)]),
    ...(sector === undefined ? [] : [sectorTag(sector)]),
  ]
  return tags.length === 0 && q.trim() === '' ? [allTag] : tags
}

const collectionOf = ({ madeUp }: Search): string[] =>
  madeUp === undefined ? [] : [collectionTag(madeUp)]

/** Ids of made-up bureaus begin with 00. */
const firstReal = 10_000_000_000

const firstPlace = ({ after = '', madeUp }: Search): number =>
  Math.max(madeUp === false ? firstReal : 0, bureauId.test(after) ? placeOf(after) + 1 : 0)

interface Sought {
  /** Every part of the search has grams; of the two parts that are rarest the rarest one is looked up. */
  readonly grams: readonly (readonly [part: number, gram: string])[]
  readonly pair: boolean
  /** Places in lists that are read, about. */
  readonly places: number
}

/** Grams that are counted: a word that is left out is still looked for in the search texts. */
const mostGrams = 40

/** The parts of a search: words and tags, or the grams of a word alone. How many places are enough, or can be read. */
function sought(words: readonly Word[], tags: readonly string[], limit: number): Sought {
  const parts = [...tags.map((tag) => [tag]), ...words.map(({ grams }) => grams)]
  const alone = parts.length === 1
  const split = alone ? parts.flat().map((gram) => [gram]) : parts
  const grams = split
    .flatMap((part, i) => part.map((gram) => [i, gram] as const))
    .slice(0, mostGrams)
  const pair = split.length > 1
  // A list alone holds nothing but matches, a word's grams mostly agree; areas differ in size.
  const several = alone ? 50_000 : 300_000
  return { grams, pair, places: pair ? several : 8 * limit }
}

interface AreaLists {
  readonly area: number
  /** Places of the rarest gram, as JSON. */
  readonly one: string
  /** Those of the next one; null where there is a single gram. */
  readonly two: string | null
  /** How many areas are to be read; where there are more, one more comes. */
  readonly most: number
}

/** The lists of areas that have both grams. A gram that no bureau has is the rarest, and has no list. */
const selectAreas = (
  db: Db,
  { grams, pair, places }: Sought,
  { from, below }: { readonly from: number; readonly below: number },
): Promise<AreaLists[]> =>
  db.all<AreaLists>(sql`
    WITH counted (part, gram, n) AS (
      SELECT j.value ->> 0, j.value ->> 1, coalesce(c.n, 0)
      FROM json_each(${JSON.stringify(grams)}) j LEFT JOIN gram_count c ON c.gram = j.value ->> 1
    ), rarest (gram, n) AS MATERIALIZED (
      SELECT gram, min(n) FROM counted GROUP BY part ORDER BY 2 LIMIT 2
    ), size (most) AS MATERIALIZED (
      SELECT CAST(2 + 400 * ${places} / max(sum(n), 1) AS INTEGER) FROM rarest
    )
    SELECT a.area, a.places AS one, b.places AS two, z.most
    FROM size z CROSS JOIN (SELECT gram FROM rarest LIMIT 1) r
    CROSS JOIN gram_area a ON a.gram = r.gram AND a.area >= ${from} AND a.area < ${below}
    LEFT JOIN gram_area b ON b.gram = (SELECT gram FROM rarest LIMIT 1 OFFSET 1) AND b.area = a.area
    WHERE b.gram IS NOT NULL OR ${Number(!pair)}
    LIMIT (SELECT most + 1 FROM size)`)

/** The places that are in both lists, in their order. */
function placesIn({ area, one, two }: AreaLists): number[] {
  const first = numbers(one)
  const second = two === null ? undefined : new Set(numbers(two))
  const both = second ? first.filter((place) => second.has(place)) : first
  return both.map((place) => area * areaSize + place).toSorted((a, b) => a - b)
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by names.ts
const numbers = (json: string): number[] => JSON.parse(json) as number[]

const hasTag = (tag: string): SQL => sql`instr(s.search || char(9), ${`${tag}\t`}) > 0`

/** Names stand before everything else in a search text. */
const names = sql.raw(
  'substr(s.search, 1, instr(replace(s.search, char(32), char(9)) || char(9), char(9)))',
)

const hasWord = ({ within }: Word): SQL =>
  sql`instr(${within.startsWith(' ') ? sql.raw('s.search') : names}, ${within}) > 0`

/** A place is the number of its area and eight digits. */
export const areaSize = 100_000_000

/** An id as a number, in the same order, as `bureau_search` has it. */
export const placeOf = (id: string): number =>
  (Number(id.slice(0, 6)) * 100 + Number(/Z(\d\d)/.exec(id)?.[1] ?? 0)) * 10_000 +
  Number(id.slice(-4))

/** The id of a place. */
function idAt(place: number): string {
  const digits = String(place).padStart(12, '0')
  const zone = digits.slice(6, 8)
  return `${digits.slice(0, 6)}${zone === '00' ? '' : `Z${zone}`}-${digits.slice(8)}`
}
