import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { Label } from '#core/catalog/table.ts'
import { scopes } from '#core/roster/bureau.ts'
import type { ColumnId } from '#core/text/columns.ts'
import { meta } from '../answer/meta.ts'
import { linkNext } from '../answer/paging.ts'
import type { Table } from '../answer/table.ts'
import { versionText } from '../answer/version.ts'
import {
  type Coverage,
  type MissingBureau,
  hasCounts,
  selectCoverage,
  selectMissing,
} from '../db/coverage.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { LevelSchema, ScopeSchema, SectorSchema, YearSchema, cursor } from './parameters.ts'
import { collectionOf, placeJson, placeOf, placeParameters, yearOf } from './place.ts'

const ofProvinces =
  '层级与系统只用于全国和省级（level and sector go with the country and its provinces only）'

export const CoverageQuery = v.pipe(
  v.object({
    year: v.optional(YearSchema),
    ...placeParameters,
    level: v.optional(LevelSchema),
    sector: v.optional(SectorSchema),
    scope: v.optional(ScopeSchema),
    cursor: v.optional(cursor(/^\d{6}(?:Z\d{2})?\.\d{6}(?:Z\d{2})?-\d{4}$/)),
  }),
  v.forward(
    v.check(
      ({ division = null, level }) => hasCounts(division) || level === undefined,
      ofProvinces,
    ),
    ['level'],
  ),
  v.forward(
    v.check(
      ({ division = null, sector }) => hasCounts(division) || sector === undefined,
      ofProvinces,
    ),
    ['sector'],
  ),
)

type CoverageAsked = v.InferOutput<typeof CoverageQuery>

const noRoster: Label = {
  zh: '没有此地区当年的完整名录，不知道谁应报告',
  en: 'No roster of the area is known to be whole in that year: nobody knows who should have reported',
}
const frozenNames: Label = {
  zh: '版本只保存数目；名单见不带 v 的回答',
  en: 'A release keeps counts only; for the names ask without v',
}

/** Who should have reported on a year, who has, and a page of those who have not. Five statements at most. */
async function coverageAnswer(c: Context<Env>, asked: CoverageAsked) {
  const place = await placeOf(c, asked)
  const year = yearOf(place, asked.year)
  const { scope, level, sector, cursor: after = null } = asked
  const query = { year, division: place.division, scopes: scope ? [scope] : scopes, level, sector }
  const counts = await selectCoverage(c.var.db, { ...query, release: place.release?.seq })
  const reason = counts.roster === null ? noRoster : place.release ? frozenNames : null
  const missing = reason === null ? await selectMissing(c.var.db, query, after) : null
  linkNext(c, missing?.next)
  return { place, year, counts, reason, missing, told: { coverage: metaCounts(counts) } }
}

const metaCounts = ({ received, roster }: Coverage) => ({
  expected: roster?.expected ?? null,
  received,
  missing_count: roster?.missing ?? null,
})

/** Counts in the API's spelling. What no roster tells is null, never 0. */
const countsJson = (counts: Coverage) => ({
  ...metaCounts(counts),
  reported: counts.roster?.reported ?? null,
  unlisted: counts.roster?.unlisted ?? null,
})

export const coverage = new Hono<Env>().get('/', valid('query', CoverageQuery), async (c) => {
  const asked = c.req.valid('query')
  const { place, year, counts, reason, missing, told } = await coverageAnswer(c, asked)
  return c.json({
    meta: await meta(c, told),
    query: {
      year,
      division: placeJson(place.name),
      collection: collectionOf(place),
      level: asked.level ?? null,
      sector: asked.sector ?? null,
      scope: asked.scope ?? null,
    },
    year,
    division: place.division === null ? null : placeJson(place.name),
    coverage: {
      ...countsJson(counts),
      missing: missing && missing.bureaus.map(missingJson),
      reason,
    },
    next_cursor: missing?.next ?? null,
  })
})

const missingJson = ({ id, name, nameEn, ...own }: MissingBureau) => ({
  id,
  name,
  name_en: nameEn,
  division: own.division,
  level: own.level,
  sector: own.sector,
  scope: own.scope,
})

export const coverageColumns = [
  'year',
  'bureau',
  'name',
  'name_en',
  'division',
  'level',
  'sector',
  'scope',
  'reason',
  'version',
] as const satisfies readonly ColumnId[]

/**
 * For files: a row for each bureau of the page that has not reported. Where they are not known, one row that says why: an
 * empty file would say that all have.
 */
export async function coverageTable(c: Context<Env>, asked: CoverageAsked): Promise<Table> {
  const { year, missing, reason, told } = await coverageAnswer(c, asked)
  const version = await versionText(c)
  if (!missing)
    return {
      ...told,
      columns: coverageColumns,
      rows: [{ year, reason: reason?.zh ?? '', version }],
    }
  return {
    ...told,
    columns: coverageColumns,
    rows: missing.bureaus.map((bureau) => ({
      year,
      bureau: bureau.id,
      name: bureau.name,
      name_en: bureau.nameEn,
      division: bureau.division,
      level: bureau.level,
      sector: bureau.sector,
      scope: bureau.scope,
      version,
    })),
  }
}
