import { env } from 'cloudflare:test'
import { type Context, Hono } from 'hono'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Table } from '#worker/answer/table.ts'
import { withDatabase } from '#worker/database.ts'
import type { Env } from '#worker/env.ts'
import { toProblem } from '#worker/errors.ts'
import { withEtag } from '#worker/headers.ts'
import { CoverageQuery, coverage, coverageTable } from '#worker/routes/coverage.ts'
import { RankingQuery, ranking, rankingTable } from '#worker/routes/ranking.ts'
import { SpreadQuery, spread, spreadTable } from '#worker/routes/spread.ts'
import { TotalsQuery, totals, totalsTable } from '#worker/routes/totals.ts'
import { valid } from '#worker/valid.ts'
import type { Answer } from './collection.ts'

/** A table as JSON: its columns, its rows and what it tells of itself. */
const table = <Schema extends GenericSchema>(
  query: Schema,
  read: (c: Context<Env>, asked: InferOutput<Schema>) => Promise<Table>,
) =>
  new Hono<Env>().get('/', valid('query', query), async (c) => {
    const { rows, ...told } = await read(c, c.req.valid('query'))
    return c.json({ ...told, rows: [...rows] })
  })

/** The routes about areas and groups, and `/table/…` for what their files have. */
const app = new Hono<Env>()
  .use(withDatabase)
  .use(withEtag)
  .route('/totals', totals)
  .route('/ranking', ranking)
  .route('/spread', spread)
  .route('/coverage', coverage)
  .route('/table/totals', table(TotalsQuery, totalsTable))
  .route('/table/ranking', table(RankingQuery, rankingTable))
  .route('/table/spread', table(SpreadQuery, spreadTable))
  .route('/table/coverage', table(CoverageQuery, coverageTable))
  .onError(toProblem)

/** `DB`: another than that of the tests. */
export const ask = (path: string, DB = env.DB): Promise<Response> =>
  Promise.resolve(app.request(path, {}, { ...env, DB }))

export const askJson = async (path: string): Promise<Answer> => (await ask(path)).json()

/** All pages of an address, as its links lead from one to the next. */
export async function pages(path: string): Promise<Answer[]> {
  const all: Answer[] = []
  for (let next: string | undefined = path; next !== undefined;) {
    if (all.length > 100) throw new RangeError(`${path} has no end`)
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const response = await ask(next)
    // oxlint-disable-next-line no-await-in-loop
    all.push(await response.json())
    next = /<(?<path>[^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.groups?.['path']
  }
  return all
}
