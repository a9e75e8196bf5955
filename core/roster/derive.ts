import type { Label } from '#core/catalog/table.ts'
import type { Level, NewBureau, Scope } from './bureau.ts'
import { type SectorId, namesZone, sectorOf } from './sectors.ts'

/**
 * Level, sector, scope and kind of a bureau from its division's code and its name: a first guess that a roster may
 * correct. An area government and the committee of a functional zone report for their whole area; a township for
 * itself. The division stays what it is: only a roster gives a zone a code of its own.
 */
export function deriveBureau(
  division: string,
  name: string,
): Omit<NewBureau, 'id' | 'aliases'> & { readonly level: Level; readonly scope: Scope } {
  const sector = sectorOf(name)
  const kind = kindOf(sector, name)
  const isArea = kind === 'government' || kind === 'zone_committee'
  return {
    division,
    name,
    level: levelOf(division, name, kind),
    sector,
    scope: isArea ? 'area' : 'own',
    kind,
  }
}

/** What sort of body a bureau is, with names. */
export const kindEntries = {
  government: { zh: '政府', en: 'Government' },
  general_office: { zh: '政府办公厅（室）', en: 'Government office' },
  township: { zh: '乡镇政府、街道办事处', en: 'Township' },
  zone_committee: { zh: '功能区管理委员会', en: 'Committee of a functional zone' },
  institution: { zh: '事业单位', en: 'Public institution' },
  bureau: { zh: '部门', en: 'Bureau' },
} as const satisfies Record<string, Label>
type Kind = keyof typeof kindEntries

const kinds: Partial<Record<SectorId, Kind>> = {
  government: 'government',
  general_office: 'general_office',
  township: 'township',
  zone: 'zone_committee',
}

/** 事业单位 by the last word of their names. */
const institution = /(?:中心|医院|大学|学院|学校|中学|小学|图书馆|博物馆|文化馆)$/

const kindOf = (sector: SectorId, name: string): Kind =>
  kinds[sector] ?? (institution.test(name) ? 'institution' : 'bureau')

/** A zone, and a bureau within one, stands a level below the division that the zone belongs to. */
function levelOf(division: string, name: string, kind: Kind): Level {
  if (kind === 'township') return 'township'
  const own = divisionLevel(division.slice(0, 6))
  const inZone = division.includes('Z') || namesZone(name) || kind === 'zone_committee'
  return inZone ? (below[own] ?? own) : own
}

/** The smallest zone is a county's, and counts as a county itself. */
const below: Partial<Record<Level, Level>> = { province: 'prefecture', prefecture: 'county' }

/** Codes of GB/T 2260, and 100000 for the whole country. */
function divisionLevel(code: string): Level {
  if (code === '100000') return 'state'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}
