import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import { type TableId, unitLabels } from '#core/catalog/table.ts'
import { lineageKinds, yearOf } from '#core/lineage/event.ts'
import type { BureauEntry } from '../db/bureaus.ts'
import type { StoredEvent } from '../db/lineage.ts'
import type { LinkedPoint, LinkedTrend } from '../db/linked.ts'
import type { Point, ReportHead, Trend } from '../db/series.ts'

/** Series as rows of a file: one for each point. `marks`: what to say of a bureau's lineage. */
export function seriesRows(
  bureaus: readonly BureauEntry[],
  { reports, series }: Trend | LinkedTrend,
  marks: (bureau: string) => readonly StoredEvent[],
) {
  const bureauOf = new Map(bureaus.map((bureau) => [bureau.id, bureau]))
  const reportOf = new Map(reports.map((head) => [`${head.bureau} ${head.year}`, head]))
  return series.flatMap(({ bureau: id, figure, points }) => {
    const told = marksByYear(marks(id), points)
    return points.map((point: Point | LinkedPoint) => {
      const { year, value, state, disputed } = point
      const parts = 'parts' in point ? point.parts.map(({ bureau }) => bureau) : null
      const heads = (parts ?? [id]).flatMap((one) => reportOf.get(`${one} ${year}`) ?? [])
      return {
        ...bureauColumns(id, bureauOf.get(id)),
        year,
        ...figureColumns(figure),
        value,
        state,
        check: disputed ? 'failed' : '',
        ...reportColumns(heads, figureOf(figure).table),
        lineage: told.get(year) ?? '',
        ...(parts && { parts: parts.join('+') }),
      }
    })
  })
}

const bureauColumns = (id: string, bureau: BureauEntry | undefined) => ({
  bureau: id,
  name: bureau?.name ?? '',
  division: bureau?.division.code ?? '',
  scope: bureau?.scope ?? '',
  made_up: bureau?.madeUp ? '虚构示例' : '',
})

const figureColumns = (id: FigureId) => ({
  figure: id,
  label: figureOf(id).zh,
  unit: unitLabels[figureOf(id).unit].zh,
})

const reportColumns = (heads: readonly ReportHead[], table: TableId) => ({
  edition: [...new Set(heads.map(({ tables }) => tables[table] ?? ''))].join('+'),
  excerpt: heads.some(({ excerpt }) => excerpt) ? '摘录' : '',
  aside: heads.some(({ aside }) => aside) ? '不计入合计' : '',
})

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
