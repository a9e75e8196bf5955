import { Hono } from 'hono'
import * as v from 'valibot'
import { findings } from '#core/check/finding.ts'
import { figures } from '#core/catalog/index.ts'
import { selectReport } from '../db/reports.ts'
import { cellObservation, reportFigures } from '../db/published.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { bureauJson, bureauOr404 } from './bureaus.ts'
import { meta } from './meta.ts'
import { BureauIdSchema, YearSchema } from './parameters.ts'

const Param = v.object({ bureau: BureauIdSchema, year: YearSchema })

export const reports = new Hono<Env>().get('/:bureau/:year', valid('param', Param), async (c) => {
  const { bureau: id, year } = c.req.valid('param')
  const bureau = await bureauOr404(c.var.db, id)
  const report = await selectReport(c.var.db, bureau, year)
  if (!report)
    throw new Problem(
      404,
      `未收录${bureau.name}${year}年的报告（the report on ${year} is not in this collection）`,
    )
  const { cells, tables } = report
  const form = new Set(reportFigures(tables))
  const shown = figures.filter((entry) => form.has(entry) || cells[entry.id])
  return c.json({
    meta: await meta(c),
    bureau: bureauJson(bureau),
    year,
    revision: report.revision,
    published_in: report.version,
    published_at: report.publishedAt,
    excerpt: report.excerpt,
    accepted: report.accepted,
    source: {
      address: report.source,
      file_sha256: report.fileHash,
      published_on: report.publishedOn,
    },
    tables,
    figures: Object.fromEntries(
      shown.map(({ id: figure }) => {
        const cell = cells[figure]
        return [figure, { ...cellObservation(cells, figure), ...(cell ? { raw: cell.raw } : {}) }]
      }),
    ),
    findings: findings(cells, tables),
  })
})
