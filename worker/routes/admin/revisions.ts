import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { findings, hasErrors } from '#core/check/finding.ts'
import { tableOf } from '#core/catalog/index.ts'
import { CellsSchema, TablesSchema } from '#core/reading-schema.ts'
import type { FigureId } from '#core/catalog/index.ts'
import type { Cells, Tables } from '#core/reading.ts'
import { sha256 } from '../../auth/token.ts'
import {
  insertRevision,
  publishRevision,
  selectDrafts,
  selectRevision,
} from '../../db/revisions.ts'
import type { Env } from '../../env.ts'
import { Problem } from '../../errors.ts'
import { valid } from '../../valid.ts'
import { BureauIdSchema } from '../parameters.ts'
import { resolveBureau } from './resolve.ts'

/** The first year with annual reports of this kind; the last is next year, by the calendar of China. */
const firstYear = 2008
const lastYear = () =>
  Number(new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }).slice(0, 4)) + 1

const YearNumber = v.pipe(
  v.number('缺少年份：请用 --year 指明（the year is missing: give it with --year）'),
  v.integer(),
  v.check(
    (year) => year >= firstYear && year <= lastYear(),
    `年份应在 ${firstYear} 年至明年之间（the year must lie between ${firstYear} and next year）`,
  ),
)

const Address = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.url(),
  v.regex(/^https?:\/\//, '只接受 http(s) 地址（http or https only）'),
)

const Body = v.object({
  bureau: v.union([
    v.object({ id: BureauIdSchema }),
    v.object({
      name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(100)),
      division: v.optional(v.nullable(v.string())),
    }),
  ]),
  create: v.optional(v.boolean(), false),
  year: YearNumber,
  file: v.object({
    name: v.pipe(v.string(), v.maxLength(255)),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  source: v.optional(v.nullable(Address), null),
  published_on: v.optional(v.nullable(v.pipe(v.string(), v.isoDate())), null),
  excerpt: v.optional(v.boolean(), false),
  tables: TablesSchema,
  cells: CellsSchema,
})

const Publish = v.object({
  accepted: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.trim(),
        v.minLength(2, '理由至少 2 字（a reason of 2 characters at least）'),
        v.maxLength(500),
      ),
    ),
    null,
  ),
})

const Id = v.object({ id: v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)) })

const Drafts = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)), '0'),
})

export const adminRevisions = new Hono<Env>()
  .use(
    bodyLimit({
      maxSize: 2 * 1024 * 1024,
      onError: () => {
        throw new Problem(
          413,
          '内容超过 2 MB，未写入（the body is larger than 2 MB; nothing was written）',
        )
      },
    }),
  )
  .get('/', valid('query', Drafts), async (c) => {
    const drafts = await selectDrafts(c.var.db, c.req.valid('query').after, 100)
    const revisions = drafts.map(({ id, bureau, year, number, state, cells, tables }) => ({
      id,
      bureau,
      year,
      number,
      state,
      findings: findings(cells, tables),
    }))
    return c.json({ revisions })
  })
  .post('/', valid('json', Body), async (c) => {
    const body = c.req.valid('json')
    refuseStrayCells(body.cells, body.tables)
    const { excerpt, tables, cells, source } = body
    const content = {
      fileName: body.file.name,
      fileHash: body.file.sha256,
      source,
      publishedOn: body.published_on,
      excerpt,
      tables,
      cells,
    }
    const bureau = await resolveBureau(c.var.db, body.bureau, body.create)
    const draft = {
      ...content,
      bureau: bureau.key,
      year: body.year,
      digest: await sha256(JSON.stringify(content)),
    }
    const revision = await insertRevision(c.var.db, draft, c.var.token)
    return c.json({ revision, findings: findings(cells, tables) }, revision.unchanged ? 200 : 201)
  })
  .post('/:id/publish', valid('param', Id), valid('json', Publish), async (c) => {
    const { id } = c.req.valid('param')
    const { accepted } = c.req.valid('json')
    const draft = await selectRevision(c.var.db, id)
    if (!draft) throw new Problem(404, `没有第 ${id} 号修订（no such revision）`)
    const open = findings(draft.cells, draft.tables)
    if (hasErrors(open) && accepted === null) throw openErrors(open)
    const version = await publishRevision(c.var.db, draft, { accepted, by: c.var.token })
    if (version === undefined)
      throw new Problem(
        409,
        '这份修订已不是草稿，或已有更新的修订发布，未写入任何内容（not a draft any more, or a newer revision is public; nothing was written）',
      )
    return c.json({ data_version: version, bureau: draft.bureau, year: draft.year })
  })

/** Cells of a table that the reading does not claim to contain would be stored and never shown. */
function refuseStrayCells(cells: Cells, tables: Tables): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys passed CellsSchema
  const stray = (Object.keys(cells) as FigureId[]).filter((id) => tables[tableOf(id)] === undefined)
  const empty = Object.keys(cells).length === 0
  if (!empty && stray.length === 0) return
  throw new Problem(
    422,
    empty
      ? '没有任何指标，未写入（there are no figures; nothing was written）'
      : '有的单元格属于未声明的表，未写入任何内容（cells of a table that the reading does not contain; nothing was written）',
    stray.map((id) => ({ code: 'stray_cell', path: `cells.${id}`, message: tableOf(id) })),
  )
}

function openErrors(open: ReturnType<typeof findings>): Problem {
  return new Problem(
    422,
    '有未说明理由的勾稽错误，未发布（sums do not hold and no reason is given; not published）',
    open
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, left, right, leftSum, rightSum }) => ({
        code: rule,
        path: right[0] ?? left[0] ?? '',
        message: `${leftSum} ≠ ${rightSum}`,
      })),
  )
}
