import { Hono } from 'hono'
import * as v from 'valibot'
import { findings } from '#core/check/finding.ts'
import { observations } from '#core/diff/differences.ts'
import type { BureauEntry } from '../db/bureaus.ts'
import { selectDiscrepancies } from '../db/findings.ts'
import { type Report, selectReport } from '../db/reports.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { bureauJson, bureauOr404 } from './bureaus.ts'
import { meta } from './meta.ts'
import { BureauIdSchema, YearSchema } from './parameters.ts'
import { ReleaseSchema, frozen, releaseOr404 } from './releases.ts'

const Param = v.object({ bureau: BureauIdSchema, year: YearSchema })
const Query = v.object({ v: v.optional(ReleaseSchema) })

/** A report in the API's spelling. */
export const reportJson = (report: Report) => ({
  year: report.year,
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
  tables: report.tables,
  figures: Object.fromEntries(observations(report)),
  findings: findings(report.cells, report.tables),
})

/** The answer where a report is not in the collection, or was not. */
export const noReport = (bureau: BureauEntry, year: number): Problem =>
  new Problem(
    404,
    `未收录${bureau.name}${year}年的报告（the report on ${year} is not in this collection）`,
  )

export const reports = new Hono<Env>().get(
  '/:bureau/:year',
  valid('param', Param),
  valid('query', Query),
  async (c) => {
    const { bureau: id, year } = c.req.valid('param')
    const { v: name } = c.req.valid('query')
    const release = name === undefined ? undefined : await releaseOr404(c.var.db, name)
    const bureau = await bureauOr404(c.var.db, id)
    const report = await selectReport(c.var.db, bureau, year, release)
    if (!report) throw noReport(bureau, year)
    // What is frozen names nothing that may change later, such as a bureau's name.
    if (release)
      return c.json({ meta: await frozen(c, release), bureau: { id }, ...reportJson(report) })
    const discrepancies = await selectDiscrepancies(c.var.db, bureau, year)
    return c.json({
      meta: await meta(c),
      bureau: bureauJson(bureau),
      ...reportJson(report),
      discrepancies: discrepancies.map(({ leftSum, rightSum, ...one }) => ({
        ...one,
        left_sum: leftSum,
        right_sum: rightSum,
      })),
    })
  },
)
