import { type SQL, sql } from 'drizzle-orm'
import { type Level, type Scope, levelEntries } from '#core/roster/bureau.ts'
import { sectorKey, sectors } from '#core/roster/sectors.ts'
import { asOf } from './asof.ts'
import { type Area, areasOf, isMunicipality } from './group.ts'

const country: Area = { depth: 0, division: 0 }

/** The smallest area that a division's code names; the country for null. */
export const areaOf = (code: string | null): Area =>
  code === null ? country : (areasOf(code).at(-1) ?? country)

/** Areas of one depth, as a range of their numbers. */
export interface AreaRange {
  readonly depth: number
  readonly from: number
  readonly to: number
}

/** How many numbers an area of a depth has. The made-up country (1) lies below the first province. */
const widths = [99_000_000, 1_000_000, 10_000, 100, 1] as const
const widthAt = (depth: number): number => widths[depth] ?? 1

/** The numbers of all divisions in an area, zones included. */
export function spanOf({ depth, division }: Area): Omit<AreaRange, 'depth'> {
  if (depth > 0) return { from: division, to: division + widthAt(depth) - 1 }
  return division === 0 ? { from: 1_000_000, to: 99_999_999 } : { from: 0, to: 999_999 }
}

/** The codes of the divisions in an area, as text: from the first to just before the last. */
export function codesIn({ depth, division }: Area): { readonly from: string; readonly to: string } {
  if (depth === 0) return division === 0 ? { from: '01', to: ':' } : { from: '00', to: '01' }
  const code = codeOf(division)
  if (depth === 4) return { from: code, to: `${code}.` }
  const start = code.slice(0, depth * 2)
  // No code goes on with a character after Z: a zone's has one in the seventh place, and digits are before it.
  return { from: start, to: `${start}[` }
}

/** The code that a division's number stands for. */
export function codeOf(division: number): string {
  const digits = String(division).padStart(8, '0')
  const zone = digits.slice(6)
  return zone === '00' ? digits.slice(0, 6) : `${digits.slice(0, 6)}Z${zone}`
}

const range = (depth: number, from: number, width: number): AreaRange => ({
  depth,
  from,
  to: from + width - 1,
})

/**
 * Areas directly inside another, as ranges of numbers at one depth: a province holds its prefectures, the counties that
 * have none and its own zones, a prefecture its counties and its own zones.
 */
export function within({ depth, division }: Area): AreaRange[] {
  // Province 0 is the made-up one: it is in no list of the country.
  if (depth === 0) return [range(1, 1_000_000, 99_000_000)]
  if (depth === 1)
    return isMunicipality(division / 1_000_000)
      ? [range(3, division, 1_000_000), range(4, division, 100)]
      : [
          range(2, division, 1_000_000),
          range(3, division + 900_000, 10_000),
          range(4, division, 100),
        ]
  if (depth === 2) return [range(3, division, 10_000), range(4, division, 100)]
  return depth === 3 ? [range(4, division, 100)] : []
}

/** The area directly inside `whole` that a division lies in; undefined where it lies in none, as a city's own bureaus. */
export function partOf(whole: Area, division: number): number | undefined {
  const inner = within(whole).map(({ depth, from, to }) => {
    const area = division - (division % widthAt(depth))
    return area >= from && area <= to && area !== whole.division ? area : undefined
  })
  return inner.findLast((area) => area !== undefined)
}

/** Bureaus of one level, of one sector, of both; of all where neither is given. */
export interface Peers {
  readonly level?: Level | undefined
  readonly sector?: string | undefined
}

export const isFiltered = ({ level, sector }: Peers): boolean =>
  level !== undefined || sector !== undefined

/** The same by the numbers that storage has; null: every level, every sector. */
export interface PeerKey {
  readonly level: number | null
  readonly sector: number | null
}

export const peerKey = ({ level, sector }: Peers): PeerKey => ({
  level: level === undefined ? null : levelEntries[level].key,
  sector: sector === undefined ? null : sectorKey(sector),
})

const allLevels = Object.values(levelEntries).map(({ key }) => key)
const allSectors = sectors.map(({ key }) => key)

/** Every level with every sector that is meant. */
const peerPairs = ({ level, sector }: PeerKey): (readonly [level: number, sector: number])[] =>
  (level === null ? allLevels : [level]).flatMap((one) =>
    (sector === null ? allSectors : [sector]).map((own) => [one, own] as const),
  )

/** Those as a list `p` of a statement, to stand in its FROM before CROSS JOIN. */
const peerList = (key: PeerKey): SQL => sql`json_each(${JSON.stringify(peerPairs(key))}) p`

/**
 * The same for reports that are read one by one, without those sectors of which none is held: a few for each level and
 * year, where each key that finds nothing would cost a row.
 */
export function heldPeerList(key: PeerKey, scope: number, years: readonly number[]): SQL {
  if (key.sector !== null) return peerList(key)
  const levels = key.level === null ? allLevels : [key.level]
  const next = (year: SQL, level: SQL, after: SQL) => sql`(SELECT min(n.sector) FROM holding n
    WHERE n.year = ${year} AND n.scope = ${scope} AND n.level = ${level} AND n.sector > ${after})`
  return sql`(WITH RECURSIVE held (year, level, sector) AS (
      SELECT a.value, b.value, ${next(sql`a.value`, sql`b.value`, sql`0`)}
        FROM json_each(${JSON.stringify(years)}) a, json_each(${JSON.stringify(levels)}) b
      UNION ALL
      SELECT held.year, held.level, ${next(sql`held.year`, sql`held.level`, sql`held.sector`)} FROM held
        WHERE held.sector IS NOT NULL
    ) SELECT DISTINCT json_array(held.level, held.sector) AS value FROM held WHERE held.sector IS NOT NULL) p`
}

/** The kept rows that add up to what is meant: one for all bureaus of an area, else one for each level and sector. */
const keptKey = (peers: Peers): PeerKey =>
  isFiltered(peers) ? peerKey(peers) : { level: 0, sector: 0 }

/** How many kept rows make one sum. */
export const keptRowsEach = (peers: Peers): number => peerPairs(keptKey(peers)).length

/** What kept rows are wanted. */
export interface KeptQuery {
  readonly scopes: readonly Scope[]
  readonly peers: Peers
  readonly areas: readonly AreaRange[]
  readonly release?: number | undefined
  /** Keys that the statement finds itself, in place of all that these name: a table with a column `value`. */
  readonly list?: SQL | undefined
}

export const scopeKey = (scope: Scope): number => Number(scope === 'area')

/** Their keys as a list `k` of a statement, to stand in its FROM before CROSS JOIN. */
export function keptList({ scopes, peers, areas, list }: KeptQuery): SQL {
  if (list) return sql`${list} k`
  const pairs = peerPairs(keptKey(peers))
  const keys = scopes.flatMap((scope) =>
    areas.flatMap(({ depth, from, to }) =>
      pairs.map(([level, sector]) => [scopeKey(scope), depth, level, sector, from, to]),
    ),
  )
  return sql`json_each(${JSON.stringify(keys)}) k`
}

/** The condition that finds them in a table with the key of `total`; `name` is its name in the statement. */
export function keptRows(name: string, { release }: KeptQuery): SQL {
  const table = sql.raw(name)
  return sql`${table}.scope = k.value ->> 0 AND ${table}.depth = k.value ->> 1 AND ${table}.level = k.value ->> 2
    AND ${table}.sector = k.value ->> 3 AND ${table}.division BETWEEN k.value ->> 4 AND k.value ->> 5
    AND ${asOf(name, release)}`
}
