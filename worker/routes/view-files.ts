import { Hono } from 'hono'
import * as v from 'valibot'
import { FigureIdSchema } from '#core/catalog/schema.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { BureauIdSchema, BureauListSchema, FigureListSchema, YearSchema } from './parameters.ts'
import { seriesCsv } from './series.ts'

const range = { from: v.optional(YearSchema), to: v.optional(YearSchema) }

/** The figures that a bureau's page shows unless the reader asks for others. */
const ofPage = 'licences_decided,penalties_decided,requests_new.total'

const File = v.object({
  file: v.pipe(
    v.string(),
    v.transform((file) => file.slice(0, -'.csv'.length)),
    BureauIdSchema,
  ),
})

/** The public views as files: the path of the page with `.csv` behind it. */
export const viewFiles = new Hono<Env>()
  .get(
    '/b/:file{[^/]+\\.csv}',
    valid('param', File),
    valid('query', v.object({ figure: v.optional(FigureListSchema, ofPage), ...range })),
    (c) => {
      const { file: bureau } = c.req.valid('param')
      return seriesCsv(c, { ...c.req.valid('query'), bureau: [bureau] }, bureau)
    },
  )
  .get(
    '/compare.csv',
    valid(
      'query',
      v.object({
        bureaus: BureauListSchema,
        figure: v.optional(FigureIdSchema, 'licences_decided'),
        ...range,
      }),
    ),
    (c) => {
      const { bureaus, figure, ...rest } = c.req.valid('query')
      return seriesCsv(c, { ...rest, bureau: bureaus, figure: [figure] }, `compare-${figure}`)
    },
  )
