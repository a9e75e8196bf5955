import { madeUpMark } from '#core/text/marks.ts'
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { ColumnId } from '#core/text/columns.ts'
import { meta } from '../answer/meta.ts'
import { cursorText, linkNext } from '../answer/paging.ts'
import type { Table } from '../answer/table.ts'
import { type Entry, selectLedger, selectVersionBefore } from '../db/ledger.ts'
import { isMadeUp } from '../db/outline.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { requireLive } from './live.ts'
import { LimitSchema, cursor } from './parameters.ts'

const sinceForm =
  '数据版本，或日期、时间，如 120、2026-01-31、2026-01-31T08:00:00Z（a data version, a date or a time with its zone）'

const dataVersion = v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number))

const isDay = (text: string): boolean => {
  const day = new Date(text)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** A moment in UTC. A date alone begins at midnight in China. */
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/),
  // A Date takes 31 February for 3 March.
  v.check((text) => isDay(text.slice(0, 10))),
  v.transform((text) => new Date(text.includes('T') ? text : `${text}T00:00:00+08:00`)),
  v.check((date) => !Number.isNaN(date.getTime())),
  v.transform((date) => date.toISOString()),
)

export const ChangesQuery = v.object({
  since: v.optional(v.union([dataVersion, moment], sinceForm)),
  limit: LimitSchema,
  cursor: v.optional(v.pipe(cursor(/^\d{1,12}$/), v.transform(Number))),
})

type Asked = v.InferOutput<typeof ChangesQuery>

/** A page of the ledger: newest first, or onwards from `since`. Three statements. */
async function answer(c: Context<Env>, { since, limit, cursor: place }: Asked) {
  requireLive(c)
  const start = typeof since === 'string' ? await selectVersionBefore(c.var.db, since) : since
  const { entries, next } = await selectLedger(
    c.var.db,
    start === undefined ? { limit, before: place } : { limit, after: Math.max(start, place ?? 0) },
  )
  linkNext(c, next)
  return { start: start ?? null, entries, next }
}

/** Everything that ever changed what is public: a report published, amended, replaced or withdrawn. */
export const changes = new Hono<Env>().get('/', valid('query', ChangesQuery), async (c) => {
  const { start, entries, next } = await answer(c, c.req.valid('query'))
  return c.json({
    meta: await meta(c),
    query: { since: start, order: start === null ? 'newest_first' : 'oldest_first' },
    changes: entries.map(entryJson),
    next_cursor: cursorText(next),
  })
})

const entryJson = ({ version, at, action, bureau, year, revision, reason }: Entry) => ({
  data_version: version,
  at,
  action,
  bureau: { id: bureau.id, name: bureau.name, name_en: bureau.nameEn },
  year,
  revision,
  reason,
})

export const changesColumns = [
  'change',
  'at',
  'action',
  'bureau',
  'name',
  'made_up',
  'year',
  'revision',
  'reason',
] as const satisfies readonly ColumnId[]

/** The same for files: a row for each change. */
export async function changesTable(c: Context<Env>, asked: Asked): Promise<Table> {
  const { entries } = await answer(c, asked)
  return {
    columns: changesColumns,
    rows: entries.map(({ version, bureau, reason, ...entry }) => ({
      ...entry,
      change: version,
      bureau: bureau.id,
      name: bureau.name,
      made_up: madeUpMark(isMadeUp(bureau.id)),
      reason: reason ?? '',
    })),
  }
}
