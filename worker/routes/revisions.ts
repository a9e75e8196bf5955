import { Hono } from 'hono'
import * as v from 'valibot'
import { differences } from '#core/diff/differences.ts'
import {
  type Change,
  type Standing,
  openRevisions,
  selectHistory,
  standing,
} from '../db/history.ts'
import { selectPublicRevisions } from '../db/reports.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { bureauJson, bureauOr404 } from './bureaus.ts'
import { meta } from '../answer/meta.ts'
import { requireLive } from './live.ts'
import { ReportParam } from './parameters.ts'
import { noReport, reportJson, toldOf } from './reports.ts'

const NumberSchema = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,5}$/, '修订的序号，如 2（the number of a revision, such as 2）'),
  v.transform(Number),
)

export const RevisionParam = v.object({ ...ReportParam.entries, revision: NumberSchema })
export const BetweenQuery = v.object({
  from: v.optional(NumberSchema),
  to: v.optional(NumberSchema),
})

/** A change of what is public in the API's spelling. */
const changeJson = ({ revision, action, at, reason }: Change) => ({ revision, action, at, reason })

const neverPublic = (number: number): Problem =>
  new Problem(
    404,
    `这份报告没有公布过第 ${number} 次修订（revision ${number} of this report was never public）`,
    [{ code: 'never_public', path: 'revision', message: String(number) }],
  )

function gone(number: number, { by, after }: Extract<Standing, { status: 'withdrawn' }>): Problem {
  const later = after
    ? `；其后于 ${dayOf(after)} 公布了第 ${after.revision} 次修订（revision ${after.revision} was published on ${dayOf(after)}）`
    : ''
  return new Problem(
    410,
    `第 ${number} 次修订已于 ${dayOf(by)} 撤回（revision ${number} was withdrawn on ${dayOf(by)}）：${by.reason ?? ''}${later}`,
    [{ code: 'withdrawn', path: 'revision', message: by.reason ?? '' }],
  )
}

/** The day of a change by the calendar of China. */
const dayOf = ({ at }: Change): string =>
  new Date(at).toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' })

/** How a revision stands that the public may see; 404 where it was never public, 410 where it was withdrawn. */
function openOr410(history: readonly Change[], number: number) {
  const own = standing(history, number)
  if (!own) throw neverPublic(number)
  if (own.status === 'withdrawn') throw gone(number, own)
  return own
}

/** Which two revisions to compare; without numbers, the newest and the one before it. Null: there was none before. */
function pair(
  history: readonly Change[],
  { from, to }: v.InferOutput<typeof BetweenQuery>,
): { readonly before: number | null; readonly after: number | undefined } {
  for (const number of [from, to]) if (number !== undefined) openOr410(history, number)
  const open = openRevisions(history)
  const after = to ?? open.at(-1)
  const earlier = open.filter((number) => after !== undefined && number < after)
  return { before: from ?? earlier.at(-1) ?? null, after }
}

export const revisions = new Hono<Env>()
  .get('/:bureau/:year/revisions/:revision', valid('param', RevisionParam), async (c) => {
    requireLive(c)
    const { bureau: id, year, revision: number } = c.req.valid('param')
    const bureau = await bureauOr404(c.var.db, id)
    const own = openOr410(await selectHistory(c.var.db, bureau, year), number)
    const [report] = await selectPublicRevisions(c.var.db, bureau, year, [number])
    if (!report) throw neverPublic(number)
    if (own.status === 'superseded') {
      const { pathname } = new URL(String(own.by.revision), c.req.url)
      c.header('link', `<${pathname}>; rel="successor-version"`)
    }
    return c.json({
      meta: await meta(c, toldOf(report)),
      bureau: bureauJson(bureau),
      status: own.status,
      superseded_by: own.status === 'superseded' ? changeJson(own.by) : null,
      ...reportJson(report),
    })
  })
  .get(
    '/:bureau/:year/diff',
    valid('param', ReportParam),
    valid('query', BetweenQuery),
    async (c) => {
      requireLive(c)
      const { bureau: id, year } = c.req.valid('param')
      const bureau = await bureauOr404(c.var.db, id)
      const history = await selectHistory(c.var.db, bureau, year)
      const { before, after } = pair(history, c.req.valid('query'))
      if (after === undefined) throw noReport(bureau, year)
      const wanted = before === null ? [after] : [before, after]
      const found = await selectPublicRevisions(c.var.db, bureau, year, wanted)
      const of = (number: number | null) =>
        found.find(({ revision }) => revision === number) ?? null
      const changes = differences(of(before), of(after))
      return c.json({
        meta: await meta(c),
        bureau: bureauJson(bureau),
        year,
        from: before,
        to: after,
        count: changes.length,
        changes,
      })
    },
  )
