import type { Context } from 'hono'
import { type FigureId, isFigureId } from '#core/catalog/index.ts'
import { type IndicatorId, isIndicatorId } from '#core/indicator/indicators.ts'
import { type Level, type Scope, divisionCode, levels, scopes } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import { isMadeUp, madeUpCountry } from '../db/outline.ts'
import type { Env } from '../env.ts'
import { collections } from '../routes/place.ts'
import type { Query } from './view.ts'

export type MeasureId = FigureId | IndicatorId

export const isMeasure = (id: string): id is MeasureId => isFigureId(id) || isIndicatorId(id)

/** What the address of a figure's page asks for. */
export interface FigureAsked {
  /** Code; null: the country. */
  readonly division: string | null
  readonly year: number | undefined
  readonly scope: Scope
  readonly level: Level | undefined
  readonly sector: string | undefined
  readonly shown: 'map' | 'list'
  /** Parameters that were not understood, or cannot be had together, and are left out. */
  readonly leftOut: readonly string[]
}

const sectorIds: readonly string[] = sectors.map(({ id }) => id)

/** Sums of single levels and sectors are kept of the country and its provinces. */
export const hasPeers = ({ division, scope }: Pick<FigureAsked, 'division' | 'scope'>): boolean =>
  scope === 'area' || division === null || division.endsWith('0000')

/** Reads choices, and notes those that are none. */
function chooser(c: Context<Env>) {
  const leftOut: string[] = []
  const text = (name: string, form: RegExp): string => {
    const own = c.req.query(name) ?? ''
    if (own === '' || form.test(own)) return own
    leftOut.push(name)
    return ''
  }
  const choice = <T extends string>(name: string, words: readonly T[]): T | undefined => {
    const own = c.req.query(name) ?? ''
    const found = words.find((word) => word === own)
    if (own !== '' && found === undefined) leftOut.push(name)
    return found
  }
  return { leftOut, text, choice }
}

export function figureAsked(c: Context<Env>): FigureAsked {
  const { leftOut, text, choice } = chooser(c)
  const code = text('division', divisionCode)
  const collection = choice('collection', collections)
  const division = code || (collection === 'made-up' ? madeUpCountry : null)
  const scope = choice('scope', scopes) ?? 'own'
  const place = { division, scope }
  const year = Number(text('year', /^\d{4}$/)) || undefined
  const peers = peersOf(place, choice('level', levels), choice('sector', sectorIds))
  const shown = choice('view', ['map', 'list']) ?? 'map'
  return { ...place, ...peers, year, shown, leftOut: [...leftOut, ...peers.leftOut] }
}

/** A province's report holds those of its cities: governments of one level are added up, and no others. */
export function peersOf(
  place: Pick<FigureAsked, 'division' | 'scope'>,
  level: Level | undefined,
  sector: string | undefined,
) {
  if (place.scope === 'area')
    return { level: level ?? 'county', sector: 'government', leftOut: [] } as const
  if (hasPeers(place)) return { level, sector, leftOut: [] }
  const leftOut = [...(level ? ['level'] : []), ...(sector ? ['sector'] : [])]
  return { level: undefined, sector: undefined, leftOut }
}

export const isCountry = (division: string | null): boolean =>
  division === null || division === madeUpCountry

/** Where it is about, as parameters. */
export function placeQuery({ division }: Pick<FigureAsked, 'division'>): Query {
  const collection = isMadeUp(division) ? 'made-up' : undefined
  return isCountry(division) ? { collection } : { division: division ?? undefined }
}

/** The state as parameters of the page and of its files; what goes without saying is left out. */
export const stateOf = (asked: FigureAsked): Query => ({
  ...placeQuery(asked),
  year: asked.year,
  scope: asked.scope === 'own' ? undefined : asked.scope,
  level: asked.level,
  sector: asked.sector,
})
