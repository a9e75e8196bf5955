import { Hono } from 'hono'
import * as v from 'valibot'
import { levels, scopes } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import {
  type Coverage,
  type MissingBureau,
  hasCounts,
  selectCoverage,
  selectMissing,
} from '../db/coverage.ts'
import { type Place, selectDivision } from '../db/divisions.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { meta } from './meta.ts'
import { DivisionSchema, YearSchema } from './parameters.ts'

const Query = v.pipe(
  v.object({
    year: YearSchema,
    division: v.optional(DivisionSchema),
    level: v.optional(v.picklist(levels)),
    sector: v.optional(v.picklist(sectors.map(({ id }) => id))),
    scope: v.optional(v.picklist(scopes)),
    cursor: v.optional(
      v.pipe(
        v.string(),
        v.regex(
          /^\d{6}(?:Z\d{2})?\.\d{6}(?:Z\d{2})?-\d{4}$/,
          '上一页给出的位置（as given by the page before）',
        ),
      ),
    ),
  }),
  v.check(
    ({ division = null, level, sector }) =>
      hasCounts(division) || (level === undefined && sector === undefined),
    '层级与系统只用于全国和省级（level and sector go with the country and its provinces only）',
  ),
)

/** Counts in the API's spelling. What no roster tells is null, never 0. */
const countsJson = ({ received, roster }: Coverage) => ({
  expected: roster?.expected ?? null,
  received,
  reported: roster?.reported ?? null,
  unlisted: roster?.unlisted ?? null,
  missing_count: roster?.missing ?? null,
})

/** The division of a query, null for the country; 404 where there is none. */
async function divisionOr404(db: Env['Variables']['db'], code: string | undefined) {
  const division = code === undefined ? null : await selectDivision(db, code)
  if (division === undefined)
    throw new Problem(404, `没有这个行政区划：${code}（no such division）`)
  return division
}

const divisionJson = (division: Place | null) =>
  division && { code: division.code, name: division.name }

/** Who should have reported on a year, who has, and who has not. */
export const coverage = new Hono<Env>().get('/', valid('query', Query), async (c) => {
  const { scope, cursor = null, ...query } = c.req.valid('query')
  const division = await divisionOr404(c.var.db, query.division)
  const asked = { ...query, division: division?.code ?? null, scopes: scope ? [scope] : scopes }
  const counts = await selectCoverage(c.var.db, asked)
  const missing = counts.roster ? await selectMissing(c.var.db, asked, cursor) : null
  const next = missing?.next ?? null
  if (next !== null) c.header('link', nextLink(c.req.url, next))
  return c.json({
    meta: await meta(c),
    year: query.year,
    division: divisionJson(division),
    coverage: { ...countsJson(counts), missing: missing && missing.bureaus.map(nameJson) },
    next_cursor: next,
  })
})

function nextLink(address: string, cursor: string): string {
  const next = new URL(address)
  next.searchParams.set('cursor', cursor)
  return `<${next.pathname}${next.search}>; rel="next"`
}

const nameJson = ({ id, name, nameEn }: MissingBureau) => ({ id, name, name_en: nameEn })
