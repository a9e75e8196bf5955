import { asideMark, checkMark, excerptMark } from '#core/text/marks.ts'
import { formLabels } from '#core/catalog/form-labels.ts'
import { figure as figureOf } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import { findings } from '#core/check/finding.ts'
import { observations } from '#core/diff/differences.ts'
import { standsAside } from '#core/lineage/tenure.ts'
import type { ColumnId } from '#core/text/columns.ts'
import type { Row } from '../answer/table.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import type { Report } from '../db/reports.ts'
import { bureauColumns } from './series-rows.ts'

export const reportColumns = [
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
  'raw',
  'check',
  'edition',
  'table',
  'row',
  'column',
  'excerpt',
  'aside',
  'version',
  'source',
] as const satisfies readonly ColumnId[]

/** Whether a bureau's report is part of no sum; null where nobody knows what its lineage was then. */
export const isAside = ({ tenure }: BureauAsOf, year: number): boolean | null =>
  tenure && standsAside(tenure, year)

/** A report as rows of a file: one for each figure that its tables have. `version`: what they are a view of. */
export function* reportRows(bureau: BureauAsOf, report: Report, version: string): Generator<Row> {
  const { year, tables, cells, places } = report
  const broken = findings(cells, tables).filter(({ severity }) => severity === 'error')
  const disputed = new Set(broken.flatMap(({ left, right }) => [...left, ...right]))
  const aside = asideMark(isAside(bureau, year))
  for (const [figure, { value, state, raw }] of observations(report)) {
    const { table, zh, unit } = figureOf(figure)
    const edition = tables[table] ?? null
    // Where nobody told it, the labels that the form has.
    const { row, column } = places[figure] ?? formLabels(figure, edition)
    yield {
      ...bureauColumns(bureau.id, bureau),
      id: `${bureau.id}/${year}/${figure}`,
      year,
      figure,
      label: zh,
      unit: unitLabels[unit].zh,
      value,
      state,
      raw: raw ?? '',
      check: checkMark(disputed.has(figure)),
      edition: edition ?? '',
      table,
      row,
      column,
      excerpt: excerptMark(report.excerpt),
      aside,
      version,
      source: report.source ?? '',
    }
  }
}
