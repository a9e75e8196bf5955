import type { FigureId } from '#core/catalog/index.ts'
import { type StackPlanId, planFigures, stackPlans } from '#core/chart/plans.ts'
import { type Credit, type LineSpec, type Subject, lineSpec } from '#core/chart/spec.ts'
import { type StackSpec, stackSpec } from '#core/chart/stack.ts'
import type { Lang } from '#core/text/lang.ts'
import type { Seen } from './bureau-seen.ts'

/** A bureau as its charts name it. */
export interface Who {
  readonly id: string
  readonly name: string
  readonly scope: 'own' | 'area'
}

/** What one figure's line is made of. */
export const lineSubject = ({ name, scope }: Who, seen: Seen, figure: FigureId): Subject => ({
  name,
  scope,
  reports: seen.held,
  points: seen.points(figure),
})

/** What a bureau's charts are drawn of. */
export interface Drawn {
  readonly lang: Lang
  readonly credit: Credit
  readonly who: Who
  readonly seen: Seen
}

export function lineOf({ lang, credit, who, seen }: Drawn, figure: FigureId): LineSpec {
  const spec = lineSpec(lang, figure, [lineSubject(who, seen, figure)], credit)
  const gaps = reasons(seen, [figure])
  const lines = spec.lines.map((line) => ({ ...line, gaps: { ...line.gaps, ...gaps } }))
  return { ...spec, lines }
}

export function stackOf(
  { lang, credit, who, seen }: Drawn,
  id: StackPlanId,
  mode: StackSpec['mode'],
): StackSpec {
  const plan = stackPlans[id]
  const subject = { name: who.name, scope: who.scope, reports: seen.held, points: seen.points }
  const spec = stackSpec(lang, plan, subject, { credit, mode })
  const why = reasons(seen, planFigures(plan))
  return {
    ...spec,
    gaps: Object.fromEntries(
      Object.entries(spec.gaps).map(([year, word]) => [year, why[Number(year)] ?? word]),
    ),
  }
}

/** Why the reports of several bureaus make no number together, by year. */
const reasons = (seen: Seen, figures: readonly FigureId[]): Record<number, string> =>
  Object.fromEntries(
    figures.flatMap((id) =>
      seen.points(id).flatMap(({ year, gap }) => (gap === undefined ? [] : [[year, gap]])),
    ),
  )
