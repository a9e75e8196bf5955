import type { FigureId } from '#core/catalog/index.ts'
import { isChartable } from '#core/chart/chartable.ts'
import type { Subject } from '#core/chart/spec.ts'
import type { BureauAsOf } from '../../db/bureaus.ts'
import type { Trend } from '../../db/series.ts'

/** The part of a trend that one chart shows. */
export function subjectOf(
  name: string,
  { id, scope }: Pick<BureauAsOf, 'id' | 'scope'>,
  { reports, series }: Trend,
  figureId: FigureId,
): Subject {
  const own = series.find((line) => line.bureau === id && line.figure === figureId)
  return {
    name,
    scope,
    reports: reports.filter((report) => report.bureau === id),
    points: own?.points ?? [],
  }
}

/** Licences, penalties, requests: what the product is about. */
export const mainFigures = [
  'licences_decided',
  'penalties_decided',
  'requests_new.total',
] as const satisfies readonly FigureId[]

interface Chosen {
  readonly figures: readonly FigureId[]
  readonly unknown: readonly string[]
  readonly tooMany: boolean
}

const most = 6

/** What `?figure=a,b` asks for; what it cannot have is said, not hidden. */
export function chosenFigures(asked: readonly string[]): Chosen {
  const ids = [...new Set(asked)]
  const known = ids.filter(isChartable)
  return {
    figures: known.slice(0, most),
    unknown: ids.filter((id) => !isChartable(id)),
    tooMany: known.length > most,
  }
}
