import type { Context } from 'hono'
import * as v from 'valibot'
import type { CoverageCounts } from '../answer/meta.ts'
import { type KeptQuery, areaOf } from '../db/areas.ts'
import {
  type Outline,
  type PlaceName,
  isMadeUp,
  madeUpCountry,
  selectOutline,
} from '../db/outline.ts'
import type { Release } from '../db/releases.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { releaseOf, requireWhole } from '../version.ts'
import { DivisionSchema, ReleaseSchema, oneOf } from './parameters.ts'

export const collections = ['real', 'made-up'] as const

/** What every question about an area may say. Without a division it is about the country, or about all that is made-up. */
export const placeParameters = {
  division: v.optional(DivisionSchema),
  collection: v.optional(oneOf(collections), 'real'),
  v: v.optional(ReleaseSchema),
}

export interface PlaceQuery {
  readonly division?: string | undefined
  readonly collection: (typeof collections)[number]
}

/** A place that is asked about, with what there is of it. */
export interface Place {
  /** Null: the country. */
  readonly division: string | null
  readonly name: PlaceName | CountryName
  readonly release: Release | undefined
  readonly outline: Outline
}

/** The country has no code. */
interface CountryName {
  readonly code: null
  readonly name: string
  readonly nameEn: string
}

const country: CountryName = { code: null, name: '全国', nameEn: 'The whole country' }
const madeUp: PlaceName = { code: madeUpCountry, name: '虚构示例', nameEn: 'Made-up example' }

/** The code that a question is about; null for the country. */
export const divisionOf = ({ division, collection }: PlaceQuery): string | null =>
  division ?? (collection === 'made-up' ? madeUpCountry : null)

/**
 * The place of a question, as a release saw it where `?v=` names one; 404 where there is no such division. What is made
 * of kept counts is whole from here on. One statement.
 */
export async function placeOf(
  c: Context<Env>,
  query: PlaceQuery,
  { inside = false, kept }: { readonly inside?: boolean; readonly kept?: Kept | undefined } = {},
): Promise<Place> {
  const release = await releaseOf(c)
  await requireWhole(c)
  const division = divisionOf(query)
  const outline = await selectOutline(c.var.db, {
    division,
    inside,
    kept: kept && { ...kept, areas: [rangeOf(division)], release: release?.seq },
    release: release?.seq,
  })
  const name = nameOf(division, outline)
  if (!name) throw new Problem(404, `没有这个行政区划：${division}（no such division）`)
  return { division, name, release, outline }
}

/** Whose reports to count in the place. */
export type Kept = Pick<KeptQuery, 'scopes' | 'peers'>

function rangeOf(code: string | null) {
  const { depth, division } = areaOf(code)
  return { depth, from: division, to: division }
}

const nameOf = (division: string | null, { names }: Outline): Place['name'] | undefined =>
  division === null
    ? country
    : division === madeUpCountry
      ? madeUp
      : [...names.values()].find(({ code }) => code === division)

export const placeJson = ({ code, name, nameEn }: PlaceName | CountryName) => ({
  code,
  name,
  name_en: nameEn,
})

/** Whether what is asked about is made up; to be said in every answer. */
export const collectionOf = ({ division }: Place): PlaceQuery['collection'] =>
  isMadeUp(division) ? 'made-up' : 'real'

/** The year that is asked for, or else the newest that is held, or the newest that may be reported on. */
export function yearOf({ outline, release }: Place, year: number | undefined): number {
  const now = release?.at ?? new Date().toISOString()
  return year ?? outline.years.at(-1) ?? Number(now.slice(0, 4)) - 1
}

/** Counts of reports in the API's spelling; null where they are not kept. */
export function coverageOf({ outline }: Place, year: number): CoverageCounts | null {
  const counts = outline.coverage?.(year)
  if (!counts) return null
  const { expected, received, missing } = counts
  return { expected, received, missing_count: missing }
}
