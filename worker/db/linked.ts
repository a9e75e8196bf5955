import type { FigureId } from '#core/catalog/index.ts'
import { type Lineage, lineage } from '#core/lineage/lineage.ts'
import { type LinkedObservation, type Share, linkedObservation } from '#core/lineage/point.ts'
import { linkedSeries, predecessors } from '#core/lineage/series.ts'
import type { State } from '#core/reading.ts'
import type { BureauEntry } from './bureaus.ts'
import type { Db } from './client.ts'
import { type Kin, sound } from './lineage.ts'
import { type Point, type ReportHead, type TrendQuery, selectTrend } from './series.ts'

/** What one report adds to a linked figure. */
export interface LinkedPart {
  readonly bureau: string
  readonly value: number | null
  readonly state: State | 'not_held'
}

/** A figure of a bureau and, before it began, of those that it came from. */
export interface LinkedPoint extends LinkedObservation {
  readonly year: number
  readonly parts: readonly LinkedPart[]
  /** A sum that any part is part of does not hold in its report. */
  readonly disputed: boolean
}

/** As a series, with a point for every year in which any of its parts is published. */
export interface LinkedLine {
  readonly bureau: string
  readonly figure: FigureId
  readonly points: readonly LinkedPoint[]
}

export interface LinkedTrend {
  /** The reports that the points are made of. */
  readonly reports: readonly ReportHead[]
  readonly series: readonly LinkedLine[]
}

type Asked = Pick<BureauEntry, 'id' | 'key' | 'scope'>

interface LinkedQuery extends TrendQuery {
  readonly bureaus: readonly Asked[]
}

/** Linked figures over the years; in order and range as `selectTrend`. `kin`: theirs. Two statements. */
export async function selectLinkedTrend(
  db: Db,
  kin: Kin | null,
  query: LinkedQuery,
): Promise<LinkedTrend> {
  const line = kin?.line ?? sound(lineage([]))
  const known = new Map<string, Asked>([
    ...(kin?.parties ?? []),
    ...query.bureaus.map((one) => [one.id, one] as const),
  ])
  const read = new Set(query.bureaus.flatMap(({ id }) => [id, ...partsOf(line, id)]))
  const trend = await selectTrend(db, {
    ...query,
    bureaus: [...read].flatMap((id) => known.get(id) ?? []),
  })
  const points = new Map(
    trend.series.flatMap(({ bureau, figure, points: own }) =>
      own.map((point) => [`${bureau} ${figure} ${point.year}`, point] as const),
    ),
  )
  const years = [...new Set(trend.reports.map(({ year }) => year))].toSorted((a, b) => a - b)
  const series = query.bureaus.flatMap((bureau) => {
    const made = years.map((year) => ({ year, ids: predecessors(line, bureau.id, year) }))
    return query.figures.map((figure): LinkedLine => {
      const at: At = { bureau, figure, known, points }
      return { bureau: bureau.id, figure, points: made.flatMap((one) => linkedPoint(at, one)) }
    })
  })
  const used = new Set(
    series.flatMap((own) =>
      own.points.flatMap(({ year, parts }) => parts.map((part) => `${part.bureau} ${year}`)),
    ),
  )
  return {
    series,
    reports: trend.reports.filter(({ bureau, year }) => used.has(`${bureau} ${year}`)),
  }
}

const partsOf = (line: Lineage, id: string): string[] =>
  linkedSeries(line, id).stretches.flatMap(({ bureaus }) => bureaus)

interface At {
  readonly bureau: Asked
  readonly figure: FigureId
  readonly known: ReadonlyMap<string, Asked>
  readonly points: ReadonlyMap<string, Point>
}

/** Nothing where no part's report is held. `ids` null: its share cannot be told, whatever it printed itself. */
function linkedPoint(
  { bureau, figure, known, points }: At,
  { year, ids }: { readonly year: number; readonly ids: readonly string[] | null },
): LinkedPoint[] {
  const found = (ids ?? [bureau.id]).map((id) => ({
    id,
    point: points.get(`${id} ${figure} ${year}`),
  }))
  if (found.every(({ point }) => point === undefined)) return []
  const shares = found.map(({ id, point }): Share => ({
    bureau: id,
    sameScope: known.get(id)?.scope === bureau.scope,
    observation: point ?? null,
  }))
  const parts = found.map(({ id, point }): LinkedPart => ({
    bureau: id,
    value: point?.value ?? null,
    state: point?.state ?? 'not_held',
  }))
  const made: LinkedObservation =
    ids === null ? { value: null, state: 'undivided' } : linkedObservation(figure, shares)
  const disputed = found.some(({ point }) => point?.disputed === true)
  return [{ year, ...made, disputed, parts }]
}
