import { type FigureId, applicantIds, figure, reviewResultIds } from '#core/catalog/index.ts'
import { applicants } from '#core/catalog/requests.ts'
import { type ReviewGroup, reviewResults } from '#core/catalog/reviews.ts'
import type { Label, TableId } from '#core/catalog/table.ts'
import { type GroupSumId, type Quantity, groupSums } from '#core/indicator/quantity.ts'
import { chartWords } from '#core/text/words/chart.ts'
import type { Tone } from './hue.ts'

/** Which parts make which whole, for bars that are stacked. All figures of a plan stand in one table. */
export interface StackPlan {
  readonly heading: Label
  readonly table: TableId
  /** From below to above. */
  readonly layers: readonly PlanLayer[]
  /** The printed figures that the layers add up to; none: the form prints no total. */
  readonly total: readonly FigureId[]
  /** What a total of 0 means. */
  readonly none: Label
}

interface PlanLayer {
  readonly name: Label
  readonly tone: Tone
  readonly of: Quantity
}

const layer = (name: Label, tone: Tone, of: Quantity): PlanLayer => ({ name, tone, of })

const group = (id: GroupSumId, tone: Tone): PlanLayer =>
  layer(groupSums[id], tone, groupSums[id].quantity)

// In the order of the form. Neighbours are told apart by every kind of colour vision, on paper and in the dark.
const denialTones: readonly Tone[] = ['violet', 'rust', 'blue', 'r3', 'r2', 'ochre', 'r6', 'rose']

/** The reasons of refusal as the form names them. */
const denials = groupSums.outcome_denied_sum.quantity.plus.map((id, i) => {
  const { zh, en } = figure(id)
  const name = { zh: zh.replace(/·总计$/, ''), en: en.replace(/, Total$/, '') }
  return layer(name, denialTones[i] ?? 'grey', { plus: [id] })
})

const resultTones: readonly Tone[] = ['violet', 'r3', 'blue', 'r6']

const results = (groups: readonly ReviewGroup[]): PlanLayer[] =>
  reviewResultIds
    .filter((result) => result !== 'total')
    .map((result, i) => {
      const plus = groups.map((block): FigureId => `${block}_${result}`)
      return layer(reviewResults[result], resultTones[i] ?? 'grey', { plus })
    })

const applicantTones: readonly Tone[] = ['teal', 'r3', 'violet', 'r2', 'blue', 'r6']

/** The stacks that are shown. */
export const stackPlans = {
  applicants: {
    heading: chartWords.plan_applicants,
    table: 'requests',
    layers: applicantIds
      .filter((id) => id !== 'total')
      .map((id, i) =>
        layer(applicants[id], applicantTones[i] ?? 'grey', { plus: [`requests_new.${id}`] }),
      ),
    total: ['requests_new.total'],
    none: chartWords.none_new,
  },
  outcomes: {
    heading: chartWords.plan_outcomes,
    table: 'requests',
    layers: [
      layer(chartWords.granted, 'r1', { plus: ['outcome_granted.total'] }),
      layer(chartWords.partly, 'r2', { plus: ['outcome_partial.total'] }),
      group('outcome_denied_sum', 'r3'),
      group('outcome_unable_sum', 'r4'),
      group('outcome_refused_sum', 'r5'),
      group('outcome_other_sum', 'r6'),
    ],
    total: ['outcome_total.total'],
    none: chartWords.none_handled,
  },
  denials: {
    heading: chartWords.plan_denials,
    table: 'requests',
    layers: denials,
    total: [],
    none: chartWords.none_denied,
  },
  reviews: {
    heading: chartWords.plan_reviews,
    table: 'reviews',
    layers: results(['review']),
    total: ['review_total'],
    none: chartWords.none_reviewed,
  },
  suits: {
    heading: chartWords.plan_suits,
    table: 'reviews',
    layers: results(['suit_direct', 'suit_after_review']),
    total: ['suit_direct_total', 'suit_after_review_total'],
    none: chartWords.none_sued,
  },
} as const satisfies Record<string, StackPlan>

export type StackPlanId = keyof typeof stackPlans

/** Every figure that a plan needs, its total included. */
export const planFigures = ({ layers, total }: StackPlan): FigureId[] => [
  ...new Set([...layers.flatMap(({ of }) => [...of.plus, ...(of.or ?? [])]), ...total]),
]
