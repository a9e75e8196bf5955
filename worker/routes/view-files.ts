import { type Context, Hono } from 'hono'
import { csvResponse } from '../answer/csv.ts'
import { csvwResponse } from '../answer/csvw.ts'
import { xlsxResponse } from '../answer/xlsx.ts'
import type { Env } from '../env.ts'
import { toProblem } from '../errors.ts'
import { valid } from '../valid.ts'
import { AreaView, totalsAsked } from './area-view.ts'
import { reportColumns } from './report-rows.ts'
import { ReportQuery, reportAnswer, reportTable } from './reports.ts'
import type { SeriesAsked } from './series-answer.ts'
import { seriesColumns } from './series-rows.ts'
import { seriesJson, seriesTable } from './series.ts'
import type { TotalsAsked } from './totals-answer.ts'
import { totalsColumns, totalsJson, totalsTable } from './totals.ts'
import {
  areaBefore,
  bureauBefore,
  figureBefore,
  file,
  homeOf,
  open,
  yearBefore,
} from './view-path.ts'
import { BureauView, CompareView, FigureView, figuresAsked } from './view-queries.ts'

type Answer<Asked> = (c: Context<Env>, asked: Asked, name: string) => Promise<Response> | Response

/** The longer ending first: the shorter one would take it for its own. */
const ofSeries: Readonly<Record<string, Answer<SeriesAsked>>> = {
  '.csv-metadata.json': (c) => csvwResponse(c, seriesColumns),
  '.json': async (c, asked) => c.json(await seriesJson(c, asked)),
  '.csv': async (c, asked, name) => csvResponse(c, name, await seriesTable(c, asked)),
  '.xlsx': async (c, asked, name) => xlsxResponse(c, name, await seriesTable(c, asked)),
}

const ofArea: Readonly<Record<string, Answer<TotalsAsked>>> = {
  '.csv-metadata.json': (c) => csvwResponse(c, totalsColumns),
  '.json': async (c, asked) => c.json(await totalsJson(c, asked)),
  '.csv': async (c, asked, name) => csvResponse(c, name, await totalsTable(c, asked)),
  '.xlsx': async (c, asked, name) => xlsxResponse(c, name, await totalsTable(c, asked)),
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

/** The public views as tables: the path of the page with an ending behind it. Errors are those of the API. */
export const viewFiles = new Hono<Env>().onError(toProblem)

for (const [ending, answer] of Object.entries(ofSeries)) {
  const [bureau, compare] = [`/b/${file('bureau', ending)}`, `/compare${ending}`]
  viewFiles
    .use(bureau, ...open)
    .get(bureau, valid('param', bureauBefore(ending)), valid('query', BureauView), (c) => {
      const { bureau: id } = c.req.valid('param')
      const { figure, chart, ...asked } = c.req.valid('query')
      return answer(c, { ...asked, figure: figuresAsked(figure, chart), bureau: [id] }, id)
    })
  viewFiles.use(compare, ...open).get(compare, valid('query', CompareView), (c) => {
    const { bureaus, ...asked } = c.req.valid('query')
    return answer(c, { ...asked, bureau: bureaus }, 'compare')
  })
}

for (const [ending, answer] of Object.entries(ofReport)) {
  const Param = yearBefore(ending)
  const path = `/b/:bureau/${file('year', ending)}`
  viewFiles
    .use(path, ...open)
    .get(path, valid('param', Param), valid('query', ReportQuery), (c) => {
      const report = c.req.valid('param')
      return answer(c, report, `${report.bureau}-${report.year}`)
    })
}

for (const [ending, answer] of Object.entries(ofArea)) {
  const [area, index] = [`/d/${file('division', ending)}`, `/index${ending}`]
  viewFiles
    .use(area, ...open)
    .get(area, valid('param', areaBefore(ending)), valid('query', AreaView), (c) => {
      const { division } = c.req.valid('param')
      return answer(c, totalsAsked(division, c.req.valid('query')), division)
    })
  viewFiles
    .use(index, ...open)
    .get(index, valid('query', AreaView), (c) =>
      answer(c, totalsAsked(homeOf(c), c.req.valid('query')), 'index'),
    )
}

for (const [ending, answer] of Object.entries(ofArea)) {
  const figure = `/f/${file('figure', ending)}`
  viewFiles
    .use(figure, ...open)
    .get(figure, valid('param', figureBefore(ending)), valid('query', FigureView), (c) => {
      const { figure: id } = c.req.valid('param')
      return answer(c, { ...c.req.valid('query'), figure: [id] }, id)
    })
}
