import { asideMark, checkMark, excerptMark, madeUpMark } from '#core/text/marks.ts'
import { isFigureId, tableOf } from '#core/catalog/index.ts'
import type { TableId } from '#core/catalog/table.ts'
import { figuresOf } from '#core/indicator/indicators.ts'
import { lineageKinds, yearOf } from '#core/lineage/event.ts'
import type { ColumnId } from '#core/text/columns.ts'
import type { Row } from '../answer/table.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import type { StoredEvent } from '../db/lineage.ts'
import type { ReportHead } from '../db/series.ts'
import { marksOf } from './lineage.ts'
import { measureColumns, rateColumns } from './measures.ts'
import {
  type SeriesAnswer,
  type SeriesLine,
  type SeriesPoint,
  pointReason,
  pointState,
} from './series-answer.ts'

export const seriesColumns = [
  'id',
  'bureau',
  'name',
  'division',
  'scope',
  'made_up',
  'year',
  'figure',
  'label',
  'unit',
  'value',
  'state',
  'reason',
  'numerator',
  'denominator',
  'low',
  'high',
  'check',
  'edition',
  'break',
  'excerpt',
  'aside',
  'lineage',
  'parts',
  'version',
] as const satisfies readonly ColumnId[]

/** Series as rows of a file: one for each point. `version`: what they are a view of. */
export function* seriesRows(
  { bureaus, kin, lineage, reports, lines }: SeriesAnswer,
  version: string,
): Generator<Row> {
  const bureauOf = new Map(bureaus.map((bureau) => [bureau.id, bureau]))
  const reportOf = new Map(reports.map((head) => [`${head.bureau} ${head.year}`, head]))
  for (const line of lines) {
    const { bureau: id, points } = line
    const marks = marksByYear(marksOf(kin, id, lineage), points)
    const figure = measureColumns(line.figure)
    const editions = editionColumns(line)
    for (const point of points) {
      const { year } = point
      const parts = 'parts' in point ? point.parts.map(({ bureau }) => bureau) : null
      const heads = (parts ?? [id]).flatMap((one) => reportOf.get(`${one} ${year}`) ?? [])
      yield {
        ...bureauColumns(id, bureauOf.get(id)),
        ...figure,
        ...pointColumns(point),
        ...reportColumns(heads),
        ...editions(heads),
        id: observationId(line, point),
        lineage: marks.get(year) ?? '',
        parts: parts?.join('+') ?? '',
        version,
      }
    }
  }
}

/** What it is linked to is no observation of the bureau's own, nor is that there is none. */
function observationId({ bureau, figure }: SeriesLine, point: SeriesPoint): string {
  const own = `${bureau}/${point.year}/${figure}`
  if (!('parts' in point)) return own
  const isOwn = point.parts.every((part) => part.bureau === bureau) && pointReason(point) === null
  return isOwn ? own : `${own}/linked`
}

/** The columns that say whose a row is. */
export const bureauColumns = (id: string, bureau: BureauAsOf | undefined): Row => ({
  bureau: id,
  name: bureau?.name ?? '',
  division: bureau?.division.code ?? '',
  scope: bureau?.scope ?? '',
  made_up: madeUpMark(bureau?.madeUp ?? false),
})

const pointColumns = (point: SeriesPoint): Row => ({
  year: point.year,
  value: point.value,
  state: pointState(point),
  check: checkMark(point.disputed),
  reason: pointReason(point)?.zh ?? '',
  ...('indicator' in point && rateColumns(point)),
})

const reportColumns = (heads: readonly ReportHead[]): Row => ({
  excerpt: excerptMark(heads.some(({ excerpt }) => excerpt)),
  aside: asideMark(anyAside(heads.map(({ aside }) => aside))),
})

/** Whether any report is part of no sum; null: nobody knows. */
const anyAside = (asides: readonly (boolean | null)[]): boolean | null =>
  asides.includes(true) || (asides.includes(null) ? null : false)

/** The form that the reports of each year follow, and whether it is another than before; to be asked year by year. */
function editionColumns({ figure }: SeriesLine): (heads: readonly ReportHead[]) => Row {
  const tables = new Set((isFigureId(figure) ? [figure] : figuresOf(figure)).map(tableOf))
  const before = new Map<TableId, string>()
  return (heads) => {
    let changed = false
    for (const table of tables) {
      const edition = editionsOf(heads, table)
      const was = before.get(table)
      if (edition === '') continue
      changed ||= was !== undefined && was !== edition
      before.set(table, edition)
    }
    const all = [...tables].map((table) => editionsOf(heads, table))
    return {
      edition: [...new Set(all.filter((one) => one !== ''))].join('+'),
      break: changed ? '1' : '',
    }
  }
}

/** Those that are known. */
const editionsOf = (heads: readonly ReportHead[], table: TableId): string =>
  [...new Set(heads.flatMap(({ tables }) => tables[table] ?? []))].toSorted().join('+')

/** Each event stands with the first year that it tells on; one after which there is nothing, with the last. */
function marksByYear(
  events: readonly StoredEvent[],
  points: readonly { readonly year: number }[],
): ReadonlyMap<number, string> {
  const byYear = Map.groupBy(events, (event) => {
    const next = points.find(({ year }) => year >= yearOf(event)) ?? points.at(-1)
    return next?.year ?? 0
  })
  return new Map([...byYear].map(([year, own]) => [year, own.map(said).join('；')]))
}

const said = ({ kind, on, document }: StoredEvent): string =>
  `${on} ${lineageKinds[kind].zh}（${document}）`
