import * as v from 'valibot'
import { CellsSchema, PlacesSchema, TablesSchema } from '#core/reading-schema.ts'
import { isSource } from '#core/source.ts'
import { BureauIdSchema, DivisionSchema } from '../parameters.ts'

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
  v.check(
    isSource,
    '只接受原报告的 http(s) 地址，不接受代码仓库和镜像（the http(s) address of the original; no code repository, no mirror）',
  ),
)

/** A report as read, from outside. */
export const RevisionBody = v.pipe(
  v.object({
    bureau: v.union([
      v.object({ id: BureauIdSchema }),
      v.object({
        name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(100)),
        division: v.optional(v.nullable(DivisionSchema)),
        site: v.optional(v.nullable(v.string())),
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
    /** Where each cell was read; no part of what the report says. */
    places: v.optional(v.nullable(PlacesSchema), null),
  }),
  v.check(
    ({ cells, places }) => Object.keys(places ?? {}).every((id) => id in cells),
    '有位置却没有单元格的指标（places of figures that have no cell）',
  ),
)

/** Why published figures change or go: for the public. */
const Reason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(10, '公开的理由需 10–500 字（a public reason of 10 to 500 characters）'),
  v.maxLength(500, '公开的理由需 10–500 字（a public reason of 10 to 500 characters）'),
)

export const PublishBody = v.object({
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
  reason: v.optional(v.nullable(Reason), null),
})

/** A report of a batch: as read, and what is to be done with it. */
export const ReportBody = v.intersect([RevisionBody, PublishBody])

/** What a person says about a finding; null takes it back. */
export const VerdictBody = v.object({
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  verdict: v.nullable(v.picklist(['accepted', 'dismissed'])),
  reason: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(2, '理由至少 2 字（a reason of 2 characters at least）'),
    v.maxLength(500),
  ),
})

export const WithdrawBody = v.object({ reason: Reason })
