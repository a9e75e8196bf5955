import { figure as figureOf, figures, isFigureId } from '#core/catalog/index.ts'
import { type TableEdition, type TableId, tableIds, unitLabels } from '#core/catalog/table.ts'
import { asideMark, checkMark, excerptMark, madeUpMark } from '../marks.ts'
import type { SetRow } from './columns.ts'

/** A report as /api/v1/reports has it. */
export interface SetReport {
  readonly bureau: {
    readonly id: string
    readonly name: string
    readonly name_en: string | null
    readonly division: { readonly code: string; readonly name: string }
    readonly level: string
    readonly sector: string
    readonly scope: string
    readonly kind: string
    readonly made_up: boolean
  }
  readonly year: number
  readonly revision: number
  readonly published_in: number
  readonly published_at: string
  readonly tables: Readonly<Partial<Record<TableId, TableEdition | undefined>>>
  readonly excerpt: boolean
  readonly aside: boolean | null
  readonly accepted: string | null
  readonly source: {
    readonly address: string | null
    readonly file_sha256: string
    readonly published_on: string | null
  }
  readonly figures: Readonly<
    Record<string, { readonly value: number | null; readonly state: string }>
  >
  readonly disputed: readonly string[]
}

/** Every figure of both editions. */
export const figureRows = (): SetRow[] =>
  figures.map(({ id, table, zh, en, unit, editions }) => ({
    figure: id,
    table,
    label: zh,
    label_en: en,
    unit: unitLabels[unit].zh,
    editions: editions.join('+'),
  }))

export const bureauRow = ({ bureau }: SetReport): SetRow => ({
  bureau: bureau.id,
  name: bureau.name,
  name_en: bureau.name_en,
  division: bureau.division.code,
  division_name: bureau.division.name,
  level: bureau.level,
  sector: bureau.sector,
  scope: bureau.scope,
  kind: bureau.kind,
  made_up: madeUpMark(bureau.made_up),
})

export const reportRow = (report: SetReport, version: string): SetRow => ({
  bureau: report.bureau.id,
  year: report.year,
  revision: report.revision,
  data_version: report.published_in,
  // To the second: the default form of a table schema's datetime.
  at: report.published_at.replace(/\.\d+Z$/, 'Z'),
  ...Object.fromEntries(tableIds.map((table) => [table, editionOf(report, table, '?')])),
  excerpt: excerptMark(report.excerpt),
  aside: asideMark(report.aside),
  accepted: report.accepted,
  source: report.source.address,
  published_on: report.source.published_on,
  file_sha256: report.source.file_sha256,
  made_up: madeUpMark(report.bureau.made_up),
  version,
})

/** A row for each figure of one table; none where the report does not have it. */
export function observationRows(report: SetReport, table: TableId, version: string): SetRow[] {
  const { bureau, year } = report
  const disputed = new Set(report.disputed)
  const common = {
    bureau: bureau.id,
    scope: bureau.scope,
    made_up: madeUpMark(bureau.made_up),
    year,
    edition: editionOf(report, table, ''),
    excerpt: excerptMark(report.excerpt),
    aside: asideMark(report.aside),
    version,
  }
  return Object.entries(report.figures).flatMap(([figure, { value, state }]): SetRow[] =>
    isFigureId(figure) && figureOf(figure).table === table
      ? [
          {
            ...common,
            id: `${bureau.id}/${year}/${figure}`,
            figure,
            value,
            state,
            check: checkMark(disputed.has(figure)),
          },
        ]
      : [],
  )
}

function editionOf({ tables }: SetReport, table: TableId, unknown: string): string {
  const edition = tables[table]
  return edition === undefined ? '' : (edition ?? unknown)
}
