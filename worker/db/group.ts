import { levels } from '#core/roster/bureau.ts'
import { sectorKey } from '#core/roster/sectors.ts'

/** Where a bureau's figures belong: the order of peers and areas, and every area that they are part of. */
export interface Group {
  /** 0 own bureau, 1 whole area. */
  readonly scope: number
  /** 1 state … 5 township. */
  readonly level: number
  readonly sector: number
  readonly division: number
  /** Country, province, prefecture, county, zone: those that hold the bureau, the largest first. */
  readonly areas: readonly Area[]
}

export interface Area {
  /** 0 country, 1 province, 2 prefecture, 3 county, 4 zone. */
  readonly depth: number
  readonly division: number
}

interface Grouped {
  readonly division: string
  readonly level: (typeof levels)[number]
  readonly sector: string
  readonly scope: 'own' | 'area'
}

/** The root of made-up places: their figures never enter a sum together with real ones. */
const madeUpCountry = 1

/** 410307 is 41030700, its zone 410307Z02 is 41030702: an area is a range of such numbers. */
export const divisionNumber = (code: string): number =>
  Number(code.slice(0, 6)) * 100 + Number(code.slice(7) || 0)

/** Beijing, Tianjin, Shanghai, Chongqing: their districts lie directly in them. */
export const isMunicipality = (province: number): boolean => [11, 12, 31, 50].includes(province)

/**
 * The areas that hold a division. The districts of a municipality (11, 12, 31, 50) and the counties directly under a
 * province (xx90xx) have no prefecture.
 */
export function areasOf(code: string): Area[] {
  const whole = divisionNumber(code)
  const province = Math.floor(whole / 1_000_000)
  const country = code.startsWith('00') ? madeUpCountry : 0
  const direct = isMunicipality(province) || code.slice(2, 4) === '90'
  const areas = [
    { depth: 0, division: country },
    { depth: 1, division: province * 1_000_000 },
    ...(direct ? [] : [{ depth: 2, division: Math.floor(whole / 10_000) * 10_000 }]),
    { depth: 3, division: Math.floor(whole / 100) * 100 },
    { depth: 4, division: whole },
  ]
  // A prefecture's own bureau lies in no county: what repeats is no smaller area.
  return areas.filter(
    ({ division }, i) =>
      i === 0 || !areas.slice(1, i).some((larger) => larger.division === division),
  )
}

export const groupOf = ({ division, level, sector, scope }: Grouped): Group => ({
  scope: scope === 'area' ? 1 : 0,
  level: levels.indexOf(level) + 1,
  sector: sectorKey(sector),
  division: divisionNumber(division),
  areas: areasOf(division),
})

/** A kept sum: an area, with all levels and sectors (0), or with those of the bureau. */
export type TotalKey = readonly [depth: number, level: number, sector: number, division: number]

/** The sums that a bureau's figures are part of. Below a province its peers are few enough to be read. */
export const totalKeys = ({ level, sector, areas }: Group): TotalKey[] =>
  areas.flatMap(({ depth, division }): TotalKey[] =>
    depth > 1
      ? [[depth, 0, 0, division]]
      : [
          [depth, 0, 0, division],
          [depth, level, sector, division],
        ],
  )

/** Whether a bureau was expected to report on a year: it stands in a roster, and was there. */
export const isExpected = (
  {
    rostered,
    begins,
    ended,
  }: {
    readonly rostered: boolean
    readonly begins: number | null
    readonly ended: number | null
  },
  year: number,
): boolean => rostered && (begins === null || year >= begins) && (ended === null || year < ended)
