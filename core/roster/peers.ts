import type { Label } from '#core/catalog/table.ts'
import { type Level, type Scope, levelEntries } from './bureau.ts'
import { sectorEntry } from './sectors.ts'

/** Bureaus that can be compared with each other. */
export interface PeerGroup extends Label {
  /** `county.culture_tourism.own`. */
  readonly key: string
}

const anyLevel: Label = { zh: '各层级', en: 'All levels' }
const anySector = { id: 'all', zh: '各系统', en: 'All sectors' }

/**
 * The group of a bureau: same level, same sector, same scope (a report on a whole area is never held against one on a
 * single bureau). A sector that the table does not know is `other`; null: all levels, all sectors.
 */
export function peerGroup(bureau: {
  readonly level: Level | null
  readonly sector: string | null
  readonly scope: Scope
}): PeerGroup {
  const level = bureau.level === null ? anyLevel : levelEntries[bureau.level]
  const sector = bureau.sector === null ? anySector : sectorEntry(bureau.sector)
  const whole = bureau.scope === 'area'
  // 乡镇街道 is a level and a sector.
  const label = (parts: readonly string[], dot: string, mark: string) =>
    [...new Set(parts)].join(dot) + (whole ? mark : '')
  return {
    key: `${bureau.level ?? 'all'}.${sector.id}.${bureau.scope}`,
    zh: label([level.zh, sector.zh], '·', '（整个地区）'),
    en: label([level.en, sector.en], ' · ', ' (whole areas)'),
  }
}
