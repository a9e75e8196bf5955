import * as v from 'valibot'
import {
  DivisionSchema,
  LevelSchema,
  LimitSchema,
  MeasureListSchema,
  ReleaseSchema,
  ScopeSchema,
  YearSchema,
} from './parameters.ts'
import { type TotalsAsked, TotalsQuery } from './totals-answer.ts'

/** What the page of an area is made of: sums, and the shares of outcomes with their numerators and denominators. */
const ofPage =
  'licences_decided,penalties_decided,requests_new.total,outcome_granted.total,outcome_partial.total,denied_share,unable_share,refused_share,other_share,outcome_total.total'

/** What tables and pictures of an area ask alike. */
export const sums = {
  from: v.optional(YearSchema),
  to: v.optional(YearSchema),
  scope: v.optional(ScopeSchema, 'own'),
  level: v.optional(LevelSchema),
  v: v.optional(ReleaseSchema),
}

interface Sums {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly scope: 'own' | 'area'
  readonly level?: string | undefined
}

export const isInOrder = ({ from = 0, to = 9999 }: Sums): boolean => from <= to
export const order = 'from 不应晚于 to（from must not be later than to）'
export const hasLevel = ({ scope, level }: Sums): boolean => scope === 'own' || level !== undefined
export const needsLevel =
  '全区域汇总互相包含，须同时指明层级 level（whole areas hold one another: name a level too）'

export const AreaView = v.pipe(
  v.object({
    figure: v.optional(MeasureListSchema, ofPage),
    by: TotalsQuery.entries.by,
    ...sums,
    limit: v.optional(LimitSchema.wrapped, '500'),
    cursor: TotalsQuery.entries.cursor,
  }),
  v.forward(
    v.check((asked) => isInOrder(asked), order),
    ['from'],
  ),
  v.forward(
    v.check((asked) => hasLevel(asked), needsLevel),
    ['level'],
  ),
)

export const AreaParam = v.object({ division: DivisionSchema })

/** The question to the API that the file of a page answers. `division` null: the country. */
export const totalsAsked = (
  division: string | null,
  { level, ...asked }: v.InferOutput<typeof AreaView>,
): TotalsAsked => ({
  ...asked,
  // As on the page: bureaus' own reports of all levels are added up.
  ...(asked.scope === 'area' && { level }),
  ...(division !== null && { division }),
  collection: 'real',
})
