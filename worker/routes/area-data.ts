import type { FigureId } from '#core/catalog/index.ts'
import { type AreaSubject, lineFigures, outcomeFigures } from '#core/chart/area.ts'
import type { AreaScope, HeldCounts } from '#core/text/told-area.ts'
import type { Lang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { type Level, scopes } from '#core/roster/bureau.ts'
import { areaOf, partOf } from '../db/areas.ts'
import { type AreaSums, type AreaSumsQuery, selectAreaSums } from '../db/area-sums.ts'
import type { Db } from '../db/client.ts'
import {
  type Outline,
  type PlaceName,
  isMadeUp,
  madeUpCountry,
  selectOutline,
} from '../db/outline.ts'
import type { Release } from '../db/releases.ts'

/** Which sums of an area, and in which language it is named. */
export interface AreaAsked extends AreaScope {
  readonly lang: Lang
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly release?: Release | undefined
}

/** An area with all that its page says of it in numbers. */
export interface AreaData {
  /** Null: the country. */
  readonly division: string | null
  readonly name: string
  readonly madeUp: boolean
  /** The areas that it lies in, the largest first. */
  readonly around: readonly PlaceName[]
  /** The years that the page is about, of which anything is held anywhere. */
  readonly years: readonly number[]
  /** More years are held than the page shows. */
  readonly isCut: boolean
  /** Those of which the areas inside are told. */
  readonly insideYears: readonly number[]
  /** Reports of bureaus themselves and of whole areas together. */
  readonly coverage: (year: number) => HeldCounts
  readonly sums: AreaSums
  /** The areas directly inside it, by their numbers, whether anything is held of them or not. */
  readonly inside: ReadonlyMap<number, PlaceName>
}

/** The figures of which areas inside are told. */
export const insideFigures = lineFigures
const lines: readonly FigureId[] = lineFigures
const outcomeOnly = outcomeFigures.filter((id) => !lines.includes(id))

/** As many years as charts of an area show, unless others are asked for; of the parts of outcomes fewer. */
const mostYears = 12
const partYears = 6

/**
 * Rows that may be read of the areas inside (the country's page lists no bureaus), and of the parts of outcomes where
 * reports are read one by one.
 */
const mostRows = { provinces: 700, inside: 300, parts: 800 }

/** The area as the address asks for it; undefined where there is none of that code. Two statements, or three. */
export async function selectArea(
  db: Db,
  division: string | null,
  asked: AreaAsked,
): Promise<AreaData | undefined> {
  const { lang, from = 0, to = 9999 } = asked
  const release = asked.release?.seq
  const outline = await selectOutline(db, {
    division,
    inside: true,
    around: true,
    kept: { scopes, peers: {}, areas: [rangeOf(division)], release },
    release,
  })
  const name = placeName(lang, division, outline)
  if (name === undefined) return undefined
  const inside = insideOf(division, outline)
  const wanted = outline.years.filter((year) => year >= from && year <= to)
  const years = wanted.slice(-mostYears)
  const insideYears = years.slice(-yearsInside(division, inside.size))
  const sums =
    years.length === 0
      ? { own: [], inside: [] }
      : await selectAreaSums(db, sumsQuery(division, asked, { years, insideYears, inside }))
  return {
    division,
    name,
    madeUp: isMadeUp(division),
    around: outline.around,
    years,
    isCut: years.length < wanted.length,
    insideYears,
    coverage: outline.coverage ?? (() => ({ received: 0, expected: null, missing: null })),
    sums,
    inside,
  }
}

/** The lines of every year, the parts of outcomes of fewer, and the areas inside. */
function sumsQuery(
  division: string | null,
  { scope, level, release }: AreaAsked,
  { years, insideYears, inside }: Pick<AreaData, 'years' | 'insideYears' | 'inside'>,
): AreaSumsQuery {
  // The reports of bureaus themselves never hold one another: those of all levels are added up.
  const one = scope === 'area' ? level : undefined
  const parts = one === undefined ? partYears : yearsOfParts(division, one, inside.size)
  return {
    division,
    scope,
    level: one,
    own: [
      { figures: lineFigures, years },
      { figures: outcomeOnly, years: years.slice(-parts) },
    ],
    inside: { figures: insideFigures, years: insideYears },
    release: release?.seq,
  }
}

function rangeOf(code: string | null) {
  const { depth, division } = areaOf(code)
  return { depth, from: division, to: division }
}

function placeName(lang: Lang, division: string | null, { names }: Outline): string | undefined {
  if (division === null) return t(lang, 'whole_country')
  if (division === madeUpCountry) return t(lang, 'made_up')
  const own = [...names.values()].find(({ code }) => code === division)
  return lang === 'en' ? (own?.nameEn ?? own?.name) : own?.name
}

/** Those that lie directly in it. */
function insideOf(division: string | null, { names }: Outline): ReadonlyMap<number, PlaceName> {
  const whole = areaOf(division)
  return new Map([...names].filter(([number]) => partOf(whole, number) === number))
}

function yearsInside(division: string | null, areas: number): number {
  const most = areaOf(division).depth === 0 ? mostRows.provinces : mostRows.inside
  return Math.max(2, Math.floor(most / (Math.max(1, areas) * (insideFigures.length + 1))))
}

/** How many years of outcomes may be read of one level: kept by sectors, or below a province report by report. */
function yearsOfParts(division: string | null, level: Level, inside: number): number {
  if (areaOf(division).depth <= 1) return 2
  const reports = level === 'county' ? Math.max(3, inside) : 3
  return Math.max(1, Math.min(partYears, Math.floor(mostRows.parts / (reports * 50))))
}

/** What the charts of the area are made of. */
export const subjectOf = (
  { name, madeUp, sums }: AreaData,
  { scope, level }: AreaScope,
): AreaSubject => ({
  name,
  madeUp,
  scope,
  level: scope === 'area' ? level : undefined,
  sums: sums.own,
})

/** The newest year of which the area holds anything; else the newest that is held anywhere. */
export const newestOf = ({
  years,
  coverage,
}: Pick<AreaData, 'years' | 'coverage'>): number | undefined =>
  years.findLast((year) => coverage(year).received > 0) ?? years.at(-1)

/** The levels of governments whose reports are of areas in this one, the highest first. */
export const levelsIn = (division: string | null): readonly Level[] =>
  (['province', 'prefecture', 'county'] as const).slice(
    Math.max(0, Math.min(2, areaOf(division).depth - 1)),
  )
