import type { StandardSchemaV1 } from '@standard-schema/spec'
import { type Context, Hono } from 'hono'
import type { ColumnId } from '#core/text/columns.ts'
import { csvResponse } from '../answer/csv.ts'
import { csvwResponse } from '../answer/csvw.ts'
import type { Table } from '../answer/table.ts'
import { xlsxResponse } from '../answer/xlsx.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { BureausQuery, bureausColumns, bureausTable } from './bureaus.ts'
import { ChangesQuery, changesColumns, changesTable } from './changes.ts'
import { CoverageQuery, coverageColumns, coverageTable } from './coverage.ts'
import {
  CrosswalkQuery,
  FiguresQuery,
  crosswalkColumns,
  crosswalkTable,
  figuresColumns,
  figuresTable,
} from './figures.ts'
import { FindingsQuery, findingsColumns, findingsTable } from './findings.ts'
import { GlossaryQuery, glossaryColumns, glossaryTable } from './glossary.ts'
import { RankingQuery, rankingColumns, rankingTable } from './ranking.ts'
import { ReleasesQuery, releasesColumns, releasesTable } from './releases.ts'
import { ReportListQuery, reportListTable } from './report-list.ts'
import { reportColumns } from './report-rows.ts'
import { RestatementsQuery, restatementsColumns, restatementsTable } from './restatements.ts'
import { SeriesQuery, seriesTable } from './series.ts'
import { seriesColumns } from './series-rows.ts'
import { SpreadQuery, spreadColumns, spreadTable } from './spread.ts'
import { TotalsQuery, totalsColumns, totalsTable } from './totals.ts'

/** An answer as files, with the query of the JSON: `/{name}.csv` and `/{name}.xlsx`, and what the columns mean. */
function files<Schema extends StandardSchemaV1 & { readonly entries: object }>(
  name: string,
  query: Schema,
  columns: readonly ColumnId[],
  read: (c: Context<Env>, query: StandardSchemaV1.InferOutput<Schema>) => Promise<Table>,
) {
  const check = valid('query', query)
  return new Hono<Env>()
    .get(`/${name}.csv`, check, async (c) =>
      csvResponse(c, name, await read(c, c.req.valid('query'))),
    )
    .get(`/${name}.xlsx`, check, async (c) =>
      xlsxResponse(c, name, await read(c, c.req.valid('query'))),
    )
    .get(`/${name}.csv-metadata.json`, check, (c) => csvwResponse(c, columns, 'v' in query.entries))
}

/** Every answer of rows, by the name of the route that gives it as JSON. */
export const tableFiles = new Hono<Env>()
  .route('/', files('bureaus', BureausQuery, bureausColumns, bureausTable))
  .route('/', files('changes', ChangesQuery, changesColumns, changesTable))
  .route('/', files('coverage', CoverageQuery, coverageColumns, coverageTable))
  .route('/', files('crosswalk', CrosswalkQuery, crosswalkColumns, crosswalkTable))
  .route('/', files('figures', FiguresQuery, figuresColumns, figuresTable))
  .route('/', files('findings', FindingsQuery, findingsColumns, findingsTable))
  .route('/', files('glossary', GlossaryQuery, glossaryColumns, glossaryTable))
  .route('/', files('ranking', RankingQuery, rankingColumns, rankingTable))
  .route('/', files('reports', ReportListQuery, reportColumns, reportListTable))
  .route('/', files('releases', ReleasesQuery, releasesColumns, releasesTable))
  .route('/', files('restatements', RestatementsQuery, restatementsColumns, restatementsTable))
  .route('/', files('series', SeriesQuery, seriesColumns, seriesTable))
  .route('/', files('spread', SpreadQuery, spreadColumns, spreadTable))
  .route('/', files('totals', TotalsQuery, totalsColumns, totalsTable))
