import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { findings } from '#core/check/finding.ts'
import { observations } from '#core/diff/differences.ts'
import { meta } from '../answer/meta.ts'
import type { Table } from '../answer/table.ts'
import { versionText } from '../answer/version.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import { selectDiscrepancies } from '../db/findings.ts'
import { type Report, selectReport } from '../db/reports.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { releaseOf, versionOf } from '../version.ts'
import { bureauJson, bureauOr404 } from './bureaus.ts'
import { ReleaseSchema, ReportParam } from './parameters.ts'
import { reportColumns, reportRows } from './report-rows.ts'

export const ReportQuery = v.object({ v: v.optional(ReleaseSchema) })

type ReportAsked = v.InferOutput<typeof ReportParam>

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
  findings: findings(report.cells, report.tables).map(({ leftSum, rightSum, ...one }) => ({
    ...one,
    left_sum: leftSum,
    right_sum: rightSum,
  })),
})

/** What one report tells of itself. */
export const toldOf = (report: Report) => ({
  coverage: { expected: 1, received: 1, missing_count: 0 },
  missing: [...observations(report).values()].filter(({ state }) => state !== 'number').length,
})

/** The answer where a report is not in the collection, or was not. */
export const noReport = (bureau: BureauAsOf, year: number): Problem =>
  new Problem(
    404,
    `未收录${bureau.name}${year}年的报告（the report on ${year} is not in this collection）`,
  )

/** What a path and a query ask for; 404 where it is not held, or was not. */
async function asked(c: Context<Env>, { bureau: id, year }: ReportAsked) {
  const release = await releaseOf(c)
  const bureau = await bureauOr404(c.var.db, id, release)
  const report = await selectReport(c.var.db, bureau, year, release)
  if (!report) throw noReport(bureau, year)
  return { release, bureau, report, told: toldOf(report) }
}

/** The answer of /api/v1/reports/{bureau}/{year}: a report with everything that its tables say. */
export async function reportAnswer(c: Context<Env>, query: ReportAsked) {
  const { release, bureau, report, told } = await asked(c, query)
  const answer = {
    meta: await meta(c, told),
    bureau: bureauJson(bureau),
    ...reportJson(report),
  }
  // Of a release nobody keeps what the reports of other years said.
  if (release) return answer
  // While an upgrade is being finished nobody may have looked yet.
  if ((await versionOf(c)).behind) return { ...answer, discrepancies: null }
  const discrepancies = await selectDiscrepancies(c.var.db, bureau, report.year)
  return {
    ...answer,
    discrepancies: discrepancies.map(({ leftSum, rightSum, ...one }) => ({
      ...one,
      left_sum: leftSum,
      right_sum: rightSum,
    })),
  }
}

/** The same for files: a row for each figure. */
export async function reportTable(c: Context<Env>, query: ReportAsked): Promise<Table> {
  const { bureau, report, told } = await asked(c, query)
  return { ...told, columns: reportColumns, rows: reportRows(bureau, report, await versionText(c)) }
}

export const reports = new Hono<Env>().get(
  '/:bureau/:year',
  valid('param', ReportParam),
  valid('query', ReportQuery),
  async (c) => c.json(await reportAnswer(c, c.req.valid('param'))),
)
