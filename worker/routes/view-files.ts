import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as v from 'valibot'
import { csvResponse } from '../answer/csv.ts'
import { csvwResponse } from '../answer/csvw.ts'
import { xlsxResponse } from '../answer/xlsx.ts'
import type { Env } from '../env.ts'
import { toProblem } from '../errors.ts'
import { openToAll } from '../answer/open.ts'
import { withLimit, withShortAddress } from '../limit.ts'
import { valid } from '../valid.ts'
import { BureauIdSchema, YearSchema } from './parameters.ts'
import { reportColumns } from './report-rows.ts'
import { ReportQuery, reportAnswer, reportTable } from './reports.ts'
import type { SeriesAsked } from './series-answer.ts'
import { seriesColumns } from './series-rows.ts'
import { seriesJson, seriesTable } from './series.ts'
import { BureauChart, BureauView, CompareChart, CompareView } from './view-queries.ts'
import { chartSvg } from './view-svg.ts'

type Answer<Asked> = (c: Context<Env>, asked: Asked, name: string) => Promise<Response> | Response

/** The longer ending first: the shorter one would take it for its own. */
const ofSeries: Readonly<Record<string, Answer<SeriesAsked>>> = {
  '.csv-metadata.json': (c) => csvwResponse(c, seriesColumns),
  '.json': async (c, asked) => c.json(await seriesJson(c, asked)),
  '.csv': async (c, asked, name) => csvResponse(c, name, await seriesTable(c, asked)),
  '.xlsx': async (c, asked, name) => xlsxResponse(c, name, await seriesTable(c, asked)),
}

interface ReportAsked {
  readonly bureau: string
  readonly year: number
}

const ofReport: Readonly<Record<string, Answer<ReportAsked>>> = {
  '.csv-metadata.json': (c) => csvwResponse(c, reportColumns),
  '.json': async (c, asked) => c.json(await reportAnswer(c, asked)),
  '.csv': async (c, asked, name) => csvResponse(c, name, await reportTable(c, asked)),
  '.xlsx': async (c, asked, name) => xlsxResponse(c, name, await reportTable(c, asked)),
}

/** The last part of a path, a parameter of that name, which ends so. */
const file = (name: string, ending: string): string =>
  `:${name}{[^/]+${ending.replaceAll('.', '\\.')}}`

const before = (ending: string) =>
  v.pipe(
    v.string(),
    v.transform((name) => name.slice(0, -ending.length)),
  )
const bureauBefore = (ending: string) =>
  v.object({ bureau: v.pipe(before(ending), BureauIdSchema) })

/** The public views as files: the path of the page with an ending behind it. Errors are those of the API. */
export const viewFiles = new Hono<Env>().onError(toProblem)

/** What every file is: open to all, also to those who ask first, and as much work as an answer of the API. */
const open = [
  openToAll,
  createMiddleware<Env>(async (c, next) => {
    await next()
    c.header('cross-origin-resource-policy', 'cross-origin')
  }),
  withLimit,
  withShortAddress,
] as const

for (const [ending, answer] of Object.entries(ofSeries)) {
  const [bureau, compare] = [`/b/${file('bureau', ending)}`, `/compare${ending}`]
  viewFiles
    .use(bureau, ...open)
    .get(bureau, valid('param', bureauBefore(ending)), valid('query', BureauView), (c) => {
      const { bureau: id } = c.req.valid('param')
      return answer(c, { ...c.req.valid('query'), bureau: [id] }, id)
    })
  viewFiles.use(compare, ...open).get(compare, valid('query', CompareView), (c) => {
    const { bureaus, ...asked } = c.req.valid('query')
    return answer(c, { ...asked, bureau: bureaus }, 'compare')
  })
}

const bureauChart = `/b/${file('bureau', '.svg')}`
viewFiles
  .use(bureauChart, ...open)
  .get(bureauChart, valid('param', bureauBefore('.svg')), valid('query', BureauChart), (c) =>
    chartSvg(c, { ...c.req.valid('query'), bureau: [c.req.valid('param').bureau] }),
  )
viewFiles.use('/compare.svg', ...open).get('/compare.svg', valid('query', CompareChart), (c) => {
  const { bureaus, ...asked } = c.req.valid('query')
  return chartSvg(c, { ...asked, bureau: bureaus })
})

for (const [ending, answer] of Object.entries(ofReport)) {
  const Param = v.object({ bureau: BureauIdSchema, year: v.pipe(before(ending), YearSchema) })
  const path = `/b/:bureau/${file('year', ending)}`
  viewFiles
    .use(path, ...open)
    .get(path, valid('param', Param), valid('query', ReportQuery), (c) => {
      const report = c.req.valid('param')
      return answer(c, report, `${report.bureau}-${report.year}`)
    })
}
