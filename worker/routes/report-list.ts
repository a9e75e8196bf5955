import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { observations } from '#core/diff/differences.ts'
import { scopes } from '#core/roster/bureau.ts'
import { type CoverageCounts, type Told, meta } from '../answer/meta.ts'
import { linkNext } from '../answer/paging.ts'
import type { Row, Table } from '../answer/table.ts'
import { versionText } from '../answer/version.ts'
import { areaOf } from '../db/areas.ts'
import { type BureauAsOf, selectBureausByKey } from '../db/bureaus.ts'
import { type Outline, madeUpCountry, selectOutline } from '../db/outline.ts'
import type { Release } from '../db/releases.ts'
import { type ListPlace, selectReportPage } from '../db/report-list.ts'
import type { Report } from '../db/reports.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { fresh } from '../answer/caching.ts'
import { valid } from '../valid.ts'
import { releaseOf, versionOf } from '../version.ts'
import { bureauJson } from './bureaus.ts'
import { YearSchema, cursor, limit } from './parameters.ts'
import { divisionOf, placeParameters } from './place.ts'
import { isAside, reportColumns, reportRows } from './report-rows.ts'
import { reportJson } from './reports.ts'

const CursorSchema = v.pipe(
  cursor(/^\d{6}(?:Z\d{2})?\.\d{6}(?:Z\d{2})?-\d{4}\.\d{4}$/),
  v.transform((text): ListPlace => {
    const [division = '', bureau = '', year] = text.split('.')
    return { division, bureau, year: Number(year) }
  }),
)

export const ReportListQuery = v.pipe(
  v.object({
    ...placeParameters,
    year: v.optional(YearSchema),
    limit: limit(100),
    cursor: v.optional(CursorSchema),
  }),
  v.forward(
    v.check(
      ({ division, v: release }) =>
        release === undefined || division === undefined || division.endsWith('0000'),
      '与 v 同用时只能是省级，如 410000；更小的地区请按报告中的 division 挑选（together with v a province only, such as 410000: for a smaller area choose by the division of each report）',
    ),
    ['division'],
  ),
)

type Asked = v.InferOutput<typeof ReportListQuery>

/** A report with its bureau, as the answer sees them. */
interface Item {
  readonly bureau: BureauAsOf
  readonly report: Report
}

/** Reads a page and says where the next one is. Three statements, or four where there are counts to tell. */
async function answer(c: Context<Env>, asked: Asked) {
  const release = await releaseOf(c)
  const coverage = await coverageOf(c, asked, release)
  const { year, limit: most, cursor: after } = asked
  const division = divisionOf(asked)
  const { db } = c.var
  const page = await selectReportPage(db, { year, limit: most, after, division, release })
  const keys = [...new Set(page.reports.map(({ bureau }) => bureau))]
  const bureaus =
    keys.length > 0 ? await selectBureausByKey(db, keys, release) : new Map<number, never>()
  const items = page.reports.flatMap(({ bureau, report }): Item[] => {
    const own = bureaus.get(bureau)
    return own ? [{ bureau: own, report }] : []
  })
  const { next } = page
  if (!page.isSettled) c.header('cache-control', fresh)
  const place = next && `${next.division}.${next.bureau}.${String(next.year).padStart(4, '0')}`
  linkNext(c, place)
  return { items, next: place, told: { coverage, missing: missingIn(items) } satisfies Told }
}

const missingIn = (items: readonly Item[]): number =>
  items
    .flatMap(({ report }) => [...observations(report).values()])
    .filter(({ state }) => state !== 'number').length

/**
 * How many reports there should be on the year that is asked for; null for all years, or while counts lack reports.
 */
async function coverageOf(
  c: Context<Env>,
  asked: Asked,
  release: Release | undefined,
): Promise<CoverageCounts | null> {
  const { year, division } = asked
  if (year === undefined && division === undefined) return null
  const outline = await outlineOr404(c, divisionOf(asked), release)
  const isWhole = release !== undefined || !(await versionOf(c)).behind
  const counts = year !== undefined && isWhole ? outline.coverage?.(year) : undefined
  return counts
    ? { expected: counts.expected, received: counts.received, missing_count: counts.missing }
    : null
}

async function outlineOr404(
  c: Context<Env>,
  division: string | null,
  release: Release | undefined,
): Promise<Outline> {
  const { depth, division: number } = areaOf(division)
  const areas = [{ depth, from: number, to: number }]
  const kept = { scopes, peers: {}, areas, release: release?.seq }
  const outline = await selectOutline(c.var.db, { division, kept, release: release?.seq })
  if (division !== null && division !== madeUpCountry && outline.names.size === 0)
    throw new Problem(404, `没有这个行政区划：${division}（no such division）`)
  return outline
}

function itemJson({ bureau, report }: Item) {
  const { figures, findings: found, ...own } = reportJson(report)
  const broken = found.filter(({ severity }) => severity === 'error')
  return {
    bureau: bureauJson(bureau),
    ...own,
    aside: isAside(bureau, report.year),
    figures,
    disputed: [...new Set(broken.flatMap(({ left, right }) => [...left, ...right]))],
  }
}

/** Reports of an area, or of all, each with everything that its tables say. */
export const reportList = new Hono<Env>().get('/', valid('query', ReportListQuery), async (c) => {
  const { items, next, told } = await answer(c, c.req.valid('query'))
  return c.json({ meta: await meta(c, told), reports: items.map(itemJson), next_cursor: next })
})

/** The same as rows: one for each figure of each report. */
export async function reportListTable(c: Context<Env>, asked: Asked): Promise<Table> {
  const { items, told } = await answer(c, asked)
  return { columns: reportColumns, rows: rowsOf(items, await versionText(c)), ...told }
}

function* rowsOf(items: readonly Item[], version: string): Generator<Row> {
  for (const { bureau, report } of items) yield* reportRows(bureau, report, version)
}
