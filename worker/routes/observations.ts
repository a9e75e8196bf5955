import { Hono } from 'hono'
import * as v from 'valibot'
import { figure as figureOf, tableOf } from '#core/catalog/index.ts'
import { formLabels } from '#core/catalog/form-labels.ts'
import { FigureIdSchema } from '#core/catalog/schema.ts'
import { observations as observationsOf } from '#core/diff/differences.ts'
import { meta } from '../answer/meta.ts'
import { selectReport } from '../db/reports.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { bureauJson, bureauOr404 } from './bureaus.ts'
import { figureJson } from './figures.ts'
import { requireLive } from './live.ts'
import { BureauIdSchema, YearSchema } from './parameters.ts'
import { noReport } from './reports.ts'

export const ObservationParam = v.object({
  bureau: BureauIdSchema,
  year: YearSchema,
  figure: FigureIdSchema,
})

/** Where a published figure stands: document, table, row, column, and the spot in it as far as the format tells. */
export const observations = new Hono<Env>().get(
  '/:bureau/:year/:figure/source',
  valid('param', ObservationParam),
  async (c) => {
    requireLive(c)
    const { bureau: id, year, figure } = c.req.valid('param')
    const bureau = await bureauOr404(c.var.db, id)
    const report = await selectReport(c.var.db, bureau, year)
    if (!report) throw noReport(bureau, year)
    const observation = observationsOf(report).get(figure)
    if (!observation)
      throw new Problem(
        404,
        `${year}年的报告没有“${figureOf(figure).zh}”所在的表格或这一栏（the report has no such table, or its form no such cell）`,
      )
    const table = tableOf(figure)
    return c.json({
      meta: await meta(c, {
        coverage: { expected: 1, received: 1, missing_count: 0 },
        missing: observation.state === 'number' ? 0 : 1,
      }),
      bureau: bureauJson(bureau),
      year,
      figure: figureJson(figureOf(figure)),
      value: observation.value,
      state: observation.state,
      raw: observation.raw ?? null,
      table,
      edition: report.tables[table] ?? null,
      line: null,
      page: null,
      box: null,
      // Where nobody told it, the labels that the form has.
      ...(report.places[figure] ?? formLabels(figure, report.tables[table] ?? null)),
      revision: report.revision,
      published_in: report.version,
      source: {
        address: report.source,
        file_name: report.fileName,
        file_sha256: report.fileHash,
        retrieved_at: report.retrievedAt,
        published_on: report.publishedOn,
      },
    })
  },
)
