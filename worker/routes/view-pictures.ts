import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { toProblem } from '../errors.ts'
import { valid } from '../valid.ts'
import { AreaChart, areaSvg } from './area-svg.ts'
import {
  areaBefore,
  bureauBefore,
  figureBefore,
  file,
  homeOf,
  open,
  yearBefore,
} from './view-path.ts'
import { BureauChart, CompareChart, FigureChart, ReportChart } from './view-queries.ts'

/**
 * The public views as pictures: the path of the page with .svg behind it. Errors are those of the API. What draws a
 * view is a module of its own.
 */
export const viewPictures = new Hono<Env>().onError(toProblem)

const bureauChart = `/b/${file('bureau', '.svg')}`
viewPictures
  .use(bureauChart, ...open)
  .get(bureauChart, valid('param', bureauBefore('.svg')), valid('query', BureauChart), async (c) =>
    (await import('./bureau-svg.ts')).bureauSvg(
      c,
      c.req.valid('param').bureau,
      c.req.valid('query'),
    ),
  )
viewPictures
  .use('/compare.svg', ...open)
  .get('/compare.svg', valid('query', CompareChart), async (c) =>
    (await import('./compare-svg.ts')).compareSvg(c, c.req.valid('query')),
  )

const reportChart = `/b/:bureau/${file('year', '.svg')}`
viewPictures
  .use(reportChart, ...open)
  .get(reportChart, valid('param', yearBefore('.svg')), valid('query', ReportChart), async (c) =>
    (await import('./report-svg.ts')).reportSvg(c, {
      ...c.req.valid('query'),
      ...c.req.valid('param'),
    }),
  )

const areaChart = `/d/${file('division', '.svg')}`
viewPictures
  .use(areaChart, ...open)
  .get(areaChart, valid('param', areaBefore('.svg')), valid('query', AreaChart), (c) =>
    areaSvg(c, c.req.valid('param').division, c.req.valid('query')),
  )
viewPictures
  .use('/index.svg', ...open)
  .get('/index.svg', valid('query', AreaChart), (c) => areaSvg(c, homeOf(c), c.req.valid('query')))

const figureChart = `/f/${file('figure', '.svg')}`
viewPictures
  .use(figureChart, ...open)
  .get(figureChart, valid('param', figureBefore('.svg')), valid('query', FigureChart), async (c) =>
    (await import('./figure-svg.ts')).figureSvg(
      c,
      c.req.valid('param').figure,
      c.req.valid('query'),
    ),
  )
