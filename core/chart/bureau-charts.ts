import type { FigureId } from '#core/catalog/index.ts'
import type { Word } from '#core/text/words.ts'
import { type StackPlanId, planFigures, stackPlans } from './plans.ts'

/** A chart of a bureau: a line of one figure, or bars of parts. */
export type Chart =
  | { readonly kind: 'line'; readonly figure: FigureId }
  | { readonly kind: 'stack'; readonly plan: StackPlanId }

const line = (figure: FigureId): Chart => ({ kind: 'line', figure })
const stack = (plan: StackPlanId): Chart => ({ kind: 'stack', plan })

/** Every chart that `?chart=` may name, in the order of the page. */
export const bureauCharts = {
  licences: line('licences_decided'),
  penalties: line('penalties_decided'),
  coercion: line('coercion_decided'),
  fees: line('fees_collected_wan'),
  applicants: stack('applicants'),
  outcomes: stack('outcomes'),
  denials: stack('denials'),
  reviews: stack('reviews'),
  suits: stack('suits'),
} as const satisfies Record<string, Chart>

export type BureauChartId = keyof typeof bureauCharts

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
export const bureauChartIds = Object.keys(bureauCharts) as BureauChartId[]

export const isBureauChartId = (id: string): id is BureauChartId => Object.hasOwn(bureauCharts, id)

export interface Section {
  readonly word: Word
  readonly charts: readonly BureauChartId[]
}

/** The whole picture, as the page tells it. */
export const sections: readonly Section[] = [
  { word: 'section_acts', charts: ['licences', 'penalties', 'coercion', 'fees'] },
  { word: 'section_requests', charts: ['applicants', 'outcomes', 'denials'] },
  { word: 'section_disputes', charts: ['reviews', 'suits'] },
]

/** Every figure that a chart is made of. */
export const figuresOf = (chart: Chart): readonly FigureId[] =>
  chart.kind === 'line' ? [chart.figure] : planFigures(stackPlans[chart.plan])

/** A chart with the id of its block. */
export type Named = readonly [id: string, chart: Chart]

interface Chosen {
  readonly figures: readonly FigureId[]
  readonly charts: readonly BureauChartId[]
}

/** What is asked for by name; a dot would end the name of the block in `?tab=`. */
export const chosenCharts = ({ figures, charts: named }: Chosen): Named[] => [
  ...figures.map((figure): Named => [figure.replace('.', '-'), line(figure)]),
  ...named.map((id): Named => [id, bureauCharts[id]]),
]

/** Every figure that the page needs. */
export function neededFigures(asked: Chosen): FigureId[] {
  const chosen = chosenCharts(asked)
  const all: readonly Chart[] =
    chosen.length > 0 ? chosen.map(([, chart]) => chart) : Object.values(bureauCharts)
  return [...new Set(all.flatMap(figuresOf))]
}
