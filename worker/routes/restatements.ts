import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { figure as figureOf } from '#core/catalog/index.ts'
import { exactSum } from '#core/check/exact.ts'
import type { ColumnId } from '#core/text/columns.ts'
import { meta } from '../answer/meta.ts'
import { linkNext } from '../answer/paging.ts'
import type { Row, Table } from '../answer/table.ts'
import { versionText } from '../answer/version.ts'
import { areaOf, codesIn } from '../db/areas.ts'
import {
  type Restatement,
  type RestatementPlace,
  type RestatementQuery,
  selectRestatements,
} from '../db/restated.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { requireWhole } from '../version.ts'
import { bureauOr404 } from './bureaus.ts'
import { listedColumns, listedJson } from './listed.ts'
import { requireLive } from './live.ts'
import { BureauIdSchema, FigureListSchema, LimitSchema, YearSchema, cursor } from './parameters.ts'
import { collectionOf, placeJson, placeOf, placeParameters } from './place.ts'

export const RestatementsQuery = v.object({
  year: v.optional(YearSchema),
  division: placeParameters.division,
  collection: placeParameters.collection,
  bureau: v.optional(BureauIdSchema),
  figure: v.optional(FigureListSchema),
  limit: LimitSchema,
  cursor: v.optional(
    cursor(/^\d{4}\.\d{1,12}\.\d{1,4}\.\d{6}(?:Z\d{2})?\.\d{6}(?:Z\d{2})?-\d{4}$/),
  ),
})

type Asked = v.InferOutput<typeof RestatementsQuery>

/** A page of restatements of a bureau, an area or the country. Four statements. */
async function answer(c: Context<Env>, asked: Asked) {
  requireLive(c)
  const { subject, of } = await subjectOf(c, asked)
  const { restatements: list, next } = await selectRestatements(c.var.db, {
    of,
    year: asked.year,
    figures: asked.figure,
    limit: asked.limit,
    after: cursorOf(asked.cursor),
  })
  linkNext(c, next && cursorText(next))
  return { subject, list, next: next && cursorText(next) }
}

/** Whose restatements are asked for: in the API's spelling, and for the database. */
async function subjectOf(c: Context<Env>, asked: Asked) {
  if (asked.bureau !== undefined) {
    await requireWhole(c)
    const bureau = await bureauOr404(c.var.db, asked.bureau)
    const subject = { division: null, collection: null, bureau: listedJson(bureau) }
    return { subject, of: { bureau: bureau.id } }
  }
  const place = await placeOf(c, asked)
  const subject = {
    division: placeJson(place.name),
    collection: collectionOf(place),
    bureau: null,
  }
  return { subject, of: place.division === null ? null : codesOf(place.division) }
}

function codesOf(division: string): RestatementQuery['of'] {
  const { from, to } = codesIn(areaOf(division))
  return { from, below: to }
}

const cursorText = ({ year, bureau, figure, division, id }: RestatementPlace): string =>
  [year, bureau, figure, division, id].join('.')

function cursorOf(text: string | undefined): RestatementPlace | undefined {
  const [year, bureau, figure, division, id] = text?.split('.') ?? []
  return division === undefined || id === undefined
    ? undefined
    : { year: Number(year), bureau: Number(bureau), figure: Number(figure), division, id }
}

/** What the next year's report says of a year otherwise than the year's own did. */
export const restatements = new Hono<Env>().get(
  '/',
  valid('query', RestatementsQuery),
  async (c) => {
    const asked = c.req.valid('query')
    const { subject, list, next } = await answer(c, asked)
    return c.json({
      meta: await meta(c),
      query: { year: asked.year ?? null, ...subject, figure: asked.figure ?? null },
      restatements: list.map(restatementJson),
      next_cursor: next,
    })
  },
)

const difference = ({ stated, restated }: Restatement): number => exactSum([restated, -stated])

function restatementJson(one: Restatement) {
  const { zh, en } = figureOf(one.figure)
  const address = `/api/v1/reports/${one.bureau.id}`
  return {
    bureau: listedJson(one.bureau),
    year: one.year,
    figure: { id: one.figure, zh, en },
    stated: one.stated,
    restated: one.restated,
    difference: difference(one),
    reason: one.reason,
    reports: { stated: `${address}/${one.year}`, restated: `${address}/${one.year + 1}` },
  }
}

export const restatementsColumns = [
  'bureau',
  'name',
  'division',
  'division_name',
  'level',
  'sector',
  'scope',
  'made_up',
  'year',
  'figure',
  'label',
  'label_en',
  'stated',
  'restated',
  'difference',
  'reason',
  'version',
] as const satisfies readonly ColumnId[]

/** The same for files: a row for each restatement. */
export async function restatementsTable(c: Context<Env>, asked: Asked): Promise<Table> {
  const { list } = await answer(c, asked)
  const version = await versionText(c)
  return { columns: restatementsColumns, rows: list.map((one) => ({ ...rowOf(one), version })) }
}

const rowOf = (one: Restatement): Row => ({
  ...listedColumns(one.bureau),
  year: one.year,
  figure: one.figure,
  label: figureOf(one.figure).zh,
  label_en: figureOf(one.figure).en,
  stated: one.stated,
  restated: one.restated,
  difference: difference(one),
  reason: one.reason ?? '',
})
