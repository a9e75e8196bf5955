import type { Context } from 'hono'
import { isChartable } from '#core/chart/chartable.ts'
import { isIndicatorId } from '#core/indicator/indicators.ts'
import type { Env } from '../env.ts'
import { isFew } from '../routes/series-size.ts'
import { type MeasureId, isMeasure } from './figure-asked.ts'
import { type Query, type View, hrefIn } from './view.ts'
import { type Years, yearsOf } from './years.ts'

export const mostBureaus = 8
export const mostMeasures = 6

const modes = ['count', 'share', 'index'] as const
const scales = ['linear', 'log'] as const
const axes = ['shared', 'own'] as const

/** How a comparison is drawn. */
export interface Look {
  /** Numbers and rates as they are, or numbers as multiples of those of one year. A share is a rate. */
  readonly mode: 'count' | 'index'
  readonly scale: (typeof scales)[number]
  /** A picture for each bureau instead of one for all. */
  readonly facets: boolean
  readonly axis: (typeof axes)[number]
  /** The median of the bureaus' peers beside them. */
  readonly median: boolean
}

/** What the address of a comparison asks for. */
export interface CompareAsked extends Look {
  readonly ids: readonly string[]
  readonly measures: readonly MeasureId[]
  readonly years: Years
  readonly q: string
  /** Ids of figures that there are not, or that are not drawn. */
  readonly unknown: readonly string[]
  readonly tooManyBureaus: boolean
  readonly tooManyMeasures: boolean
  /** A share was asked for of what has no defined whole. */
  readonly noShare: boolean
  /** Parameters with a value that they cannot have. */
  readonly bad: readonly string[]
}

const isPlotted = (id: string): id is MeasureId =>
  isMeasure(id) && (isChartable(id) || isIndicatorId(id))

/** Commas or repeated parameters, as forms have them. */
const listOf = (c: Context<Env>, name: string): string[] => [
  ...new Set(
    (c.req.queries(name) ?? []).flatMap((text) => text.split(',')).filter((id) => id !== ''),
  ),
]

export function compareAsked(c: Context<Env>): CompareAsked {
  const bad: string[] = []
  const choice = <Word extends string>(name: string, words: readonly Word[]): Word | undefined => {
    const text = c.req.query(name) ?? ''
    const found = words.find((word) => word === text)
    if (found === undefined && text !== '') bad.push(name)
    return found
  }
  const ids = listOf(c, 'bureaus')
  const figures = listOf(c, 'figure')
  const known = figures.filter(isPlotted)
  const measures = fewOf(known.length > 0 ? known : ['licences_decided'], ids.slice(0, mostBureaus))
  const mode = choice('mode', modes) ?? 'count'
  return {
    ids: ids.slice(0, mostBureaus),
    measures,
    years: yearsOf(c),
    q: (c.req.query('q') ?? '').trim().slice(0, 60),
    mode: mode === 'index' ? 'index' : 'count',
    scale: choice('scale', scales) ?? 'linear',
    facets: choice('facet', ['bureau']) !== undefined,
    axis: choice('axis', axes) ?? 'shared',
    median: choice('with', ['median']) !== undefined,
    unknown: figures.filter((id) => !isPlotted(id)),
    tooManyBureaus: ids.length > mostBureaus,
    tooManyMeasures: known.length > measures.length,
    noShare: mode === 'share' && !measures.every(isIndicatorId),
    bad,
  }
}

/** As many as a page shows, and as can be read at once: a rate is read as all that it is made of. */
function fewOf(measures: readonly MeasureId[], ids: readonly string[]): readonly MeasureId[] {
  const some = measures.slice(0, mostMeasures)
  while (some.length > 1 && !isFew(some, ids)) some.pop()
  return some
}

/** What is compared, as parameters of the page and of its files. */
export const dataOf = ({ ids, measures, years }: CompareAsked): Query => ({
  bureaus: ids.join(','),
  figure: measures.join(','),
  from: years.from,
  to: years.to,
})

/** The same and how it is drawn; what goes without saying is left out. */
export const stateOf = (asked: CompareAsked): Query => ({
  ...dataOf(asked),
  mode: asked.mode === 'index' ? 'index' : undefined,
  scale: asked.scale === 'log' ? 'log' : undefined,
  facet: asked.facets ? 'bureau' : undefined,
  axis: asked.facets && asked.axis === 'own' ? 'own' : undefined,
  with: asked.median ? 'median' : undefined,
})

/** The same comparison with something else. */
export const compareHref = (view: View, asked: CompareAsked, other: Query = {}): string =>
  hrefIn(view, '/compare', { ...stateOf(asked), ...other })
