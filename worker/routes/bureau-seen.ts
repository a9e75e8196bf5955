import type { FigureId } from '#core/catalog/index.ts'
import type { Point } from '#core/chart/spec.ts'
import type { Held } from '#core/chart/years.ts'
import { reasonOf } from '#core/lineage/point.ts'
import { type State, states } from '#core/reading.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import type { LinkedPart, LinkedPoint } from '../db/linked.ts'
import type { Point as OwnPoint, ReportHead } from '../db/series.ts'

/** A figure of one year as the page shows it. */
export interface SeenPoint extends Point {
  /** Why several reports make no number together, in words. */
  readonly gap?: string
  /** The reports that it is made of, where they are not just the bureau's own. */
  readonly parts?: readonly LinkedPart[]
}

/** Everything of a bureau that its charts and tables are made of. */
export interface Seen {
  /** By year; of a linked series those of other bureaus too. */
  readonly reports: readonly ReportHead[]
  /** One for each year. */
  readonly held: readonly Held[]
  readonly points: (figure: FigureId) => readonly SeenPoint[]
}

/** Figures of one bureau as they are read, its own or linked. */
export interface Read {
  readonly reports: readonly ReportHead[]
  readonly lines: readonly {
    readonly figure: FigureId
    readonly points: readonly (OwnPoint | LinkedPoint)[]
  }[]
}

/** The same as charts and tables need it. `bureau`: the id of the one that it is about. */
export function seenOf(lang: Lang, bureau: string, { reports, lines }: Read): Seen {
  const sorted = reports.toSorted((a, b) => a.year - b.year)
  const byYear = Map.groupBy(sorted, ({ year }) => year)
  const points = new Map(
    lines.map((line) => [line.figure, line.points.map((point) => seenPoint(lang, bureau, point))]),
  )
  return {
    reports: sorted,
    held: [...byYear].map(([year, own]) => ({
      year,
      tables: (own.find((head) => head.bureau === bureau) ?? own[0])?.tables ?? {},
      excerpt: own.some(({ excerpt }) => excerpt),
    })),
    points: (figure) => points.get(figure) ?? [],
  }
}

const isState = (state: string): state is State => states.some((one) => one === state)

/** What several reports do not make together has no state of its own: the reason stands in for it. */
function seenPoint(lang: Lang, bureau: string, point: OwnPoint | LinkedPoint): SeenPoint {
  if (!('parts' in point)) return point
  const { year, value, state, disputed, parts } = point
  const reason = reasonOf(state)
  return {
    year,
    value,
    disputed,
    state: isState(state) ? state : 'unread',
    ...(reason && { gap: inLang(lang, reason) }),
    ...(parts.some((part) => part.bureau !== bureau) && { parts }),
  }
}
