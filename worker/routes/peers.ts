import { exactly } from '#core/indicator/rank.ts'
import type { Label } from '#core/catalog/table.ts'
import type { Percentiles } from '#core/indicator/spread.ts'
import { type Level, type Scope, levels } from '#core/roster/bureau.ts'
import { peerGroup } from '#core/roster/peers.ts'
import { sectors } from '#core/roster/sectors.ts'
import * as v from 'valibot'
import { areaOf, peerKey, scopeKey, spanOf } from '../db/areas.ts'
import type { PeerGroup } from '../db/rankings.ts'
import { Problem } from '../errors.ts'
import { MeasureSchema, ScopeSchema, YearSchema, oneOf } from './parameters.ts'
import { type Kept, type Place, collectionOf, placeJson, placeParameters } from './place.ts'
import { hasCounts } from '../db/coverage.ts'

/** `all`: bureaus of every level, of every sector. */
export const PeerLevelSchema = oneOf([...levels, 'all'])
export const PeerSectorSchema = oneOf([...sectors.map(({ id }) => id), 'all'])

/** What every question about a group may say. */
export const peersParameters = {
  figure: MeasureSchema,
  year: v.optional(YearSchema),
  ...placeParameters,
  level: v.optional(PeerLevelSchema),
  sector: v.optional(PeerSectorSchema),
  scope: v.optional(ScopeSchema),
}

/** Bureaus that are held against each other; null: of all levels, of all sectors. */
export interface Peers {
  readonly level: Level | null
  readonly sector: string | null
  readonly scope: Scope
}

interface PeersQuery {
  readonly level?: Level | 'all' | undefined
  readonly sector?: string | undefined
  readonly scope?: Scope | undefined
}

const orNull = <T extends string>(one: T): Exclude<T, 'all'> | null =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the other case is what it excludes
  one === 'all' ? null : (one as Exclude<T, 'all'>)

/**
 * The group that is asked for; governments of counties where nothing is said. Governments report on their whole area,
 * others on themselves; 乡镇街道 are a level and a sector.
 */
export function peersOf({ level, sector, scope }: PeersQuery): Peers {
  const ownSector = sector ?? (level === 'township' ? 'township' : 'government')
  const ownLevel = level ?? (ownSector === 'township' ? 'township' : 'county')
  return {
    level: orNull(ownLevel),
    sector: orNull(ownSector),
    scope: scope ?? (ownSector === 'government' ? 'area' : 'own'),
  }
}

/** Refuses groups that are too large to be read: of the country all sectors, or the townships. */
export function requireSmall({ level, sector }: Peers, division: string | null): void {
  if (division !== null) return
  if (sector === null) throw tooLarge('sector', tooManySectors)
  if (level === 'township' || sector === 'township') throw tooLarge('division', tooManyTownships)
}

const tooLarge = (path: string, message: string): Problem =>
  new Problem(400, message, [{ code: 'too_large', path, message }])

const tooManySectors =
  '全国各系统的机关太多：请指明一个系统（sector），或一个行政区划（division）（too many bureaus: name a sector, or a division）'

const tooManyTownships =
  '全国的乡镇街道太多：请指明一个行政区划（division），如省级代码（too many townships in the country: name a division, such as a province）'

/** Their place in storage. */
export const groupOf = ({ level, sector, scope }: Peers, { division }: Place): PeerGroup => ({
  ...peerKey({ level: level ?? undefined, sector: sector ?? undefined }),
  ...spanOf(areaOf(division)),
  scope: scopeKey(scope),
})

/** Whose reports to count; undefined where such counts are not kept. */
export const keptOf = (
  { level, sector, scope }: Peers,
  division: string | null,
): Kept | undefined =>
  hasCounts(division) || (level === null && sector === null)
    ? { scopes: [scope], peers: { level: level ?? undefined, sector: sector ?? undefined } }
    : undefined

/** What was asked of a group, in the API's spelling. */
export const peersJson = ({ level, sector, scope }: Peers, place: Place) => ({
  division: placeJson(place.name),
  collection: collectionOf(place),
  level: level ?? 'all',
  sector: sector ?? 'all',
  scope,
})

/** The group and its rule, so that anyone can tell who is in it. */
export function groupJson(peers: Peers, { name }: Place, size: number | null) {
  const { key, zh, en } = peerGroup(peers)
  const same = [
    ...(peers.level === null ? [] : [{ zh: '层级', en: 'level' }]),
    ...(peers.sector === null ? [] : [{ zh: '系统', en: 'sector' }]),
    { zh: '口径', en: 'scope' },
  ]
  const rule: Label = {
    zh: `${same.map((one) => one.zh).join('、')}相同的机关；范围：${name.name}`,
    en: `Bureaus of the same ${same.map((one) => one.en).join(', ')}; in: ${name.nameEn ?? name.name}`,
  }
  return { key, zh, en, rule, size }
}

/** Percentiles that are exact, as bounds. */
export const exactBounds = (percentiles: Percentiles | null) => {
  if (percentiles === null) return null
  const { p10, p25, p50, p75, p90 } = percentiles
  return {
    p10: exactly(p10),
    p25: exactly(p25),
    p50: exactly(p50),
    p75: exactly(p75),
    p90: exactly(p90),
  }
}
