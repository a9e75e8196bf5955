import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import { exactSum } from '#core/check/exact.ts'
import { type RuleId, ruleBook } from '#core/check/rule-book.ts'
import { scopes } from '#core/roster/bureau.ts'
import { sectorKey } from '#core/roster/sectors.ts'
import type { ColumnId } from '#core/text/columns.ts'
import { type Told, meta } from '../answer/meta.ts'
import { linkNext } from '../answer/paging.ts'
import type { Row, Table } from '../answer/table.ts'
import { versionText } from '../answer/version.ts'
import { areaOf, isFiltered, spanOf } from '../db/areas.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import { type FindingPlace, type PublicFinding, selectFindings } from '../db/findings.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { requireWhole } from '../version.ts'
import { bureauOr404 } from './bureaus.ts'
import { listedColumns, listedJson } from './listed.ts'
import { requireLive } from './live.ts'
import {
  BureauIdSchema,
  LevelSchema,
  LimitSchema,
  ScopeSchema,
  SectorSchema,
  YearSchema,
  cursor,
  oneOf,
} from './parameters.ts'
import {
  type Place,
  collectionOf,
  coverageOf,
  placeJson,
  placeOf,
  placeParameters,
  yearOf,
} from './place.ts'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a literal without other keys
const ruleIds = Object.keys(ruleBook) as RuleId[]

export const FindingsQuery = v.object({
  year: v.optional(YearSchema),
  division: placeParameters.division,
  collection: placeParameters.collection,
  bureau: v.optional(BureauIdSchema),
  rule: v.optional(oneOf(ruleIds)),
  severity: v.optional(oneOf(['error', 'warning'])),
  level: v.optional(LevelSchema),
  sector: v.optional(SectorSchema),
  scope: v.optional(ScopeSchema),
  limit: LimitSchema,
  cursor: v.optional(cursor(/^\d{4}\.\d{1,8}\.\d{1,12}\.[\da-f]{16}$/)),
})

type Asked = v.InferOutput<typeof FindingsQuery>

interface Answer {
  /** Null: every year of the bureau. */
  readonly year: number | null
  /** Null where a bureau is asked for. */
  readonly place: Place | null
  readonly bureau: BureauAsOf | null
  readonly findings: readonly PublicFinding[]
  readonly next: string | null
  readonly told: Told
}

/** A page of findings: of a bureau in the years asked for, else of an area in one year. Three statements. */
async function answer(c: Context<Env>, asked: Asked): Promise<Answer> {
  requireLive(c)
  return asked.bureau === undefined ? ofArea(c, asked) : ofBureau(c, asked, asked.bureau)
}

async function ofArea(c: Context<Env>, asked: Asked): Promise<Answer> {
  const kept = { scopes: asked.scope ? [asked.scope] : scopes, peers: {} }
  const place = await placeOf(c, asked, { kept })
  const year = yearOf(place, asked.year)
  const span = spanOf(areaOf(place.division))
  const { findings, next } = await selectFindings(c.var.db, { of: { year, span }, ...page(asked) })
  // Reports of single levels and sectors are not counted in every area.
  const coverage = isFiltered(asked) ? null : coverageOf(place, year)
  return { year, place, bureau: null, findings, next: cursorText(next), told: { coverage } }
}

async function ofBureau(c: Context<Env>, asked: Asked, id: string): Promise<Answer> {
  await requireWhole(c)
  const bureau = await bureauOr404(c.var.db, id)
  const years = (bureau.years ?? []).filter((year) => year === (asked.year ?? year))
  const { findings, next } = await selectFindings(c.var.db, {
    of: { years, bureau },
    ...page(asked),
  })
  return {
    year: asked.year ?? null,
    place: null,
    bureau,
    findings,
    next: cursorText(next),
    told: { coverage: { expected: null, received: years.length, missing_count: null } },
  }
}

/** What a page keeps of the findings that it looks at, and where it begins. */
function page({ rule, severity, level, sector, scope, limit, cursor: after }: Asked) {
  const filters = { rule, severity, level, sector, scope }
  return {
    keepsAll: Object.values(filters).every((one) => one === undefined),
    keeps: ({ bureau, ...one }: Pick<PublicFinding, 'rule' | 'severity' | 'bureau'>): boolean =>
      (rule ?? one.rule) === one.rule &&
      (severity ?? one.severity) === one.severity &&
      (level ?? bureau.level) === bureau.level &&
      (scope ?? bureau.scope) === bureau.scope &&
      (sector === undefined || sectorKey(sector) === sectorKey(bureau.sector)),
    limit,
    after: cursorOf(after),
  }
}

const cursorText = (at: FindingPlace | null): string | null =>
  at && [at.year, at.division, at.bureau, at.fingerprint].join('.')

function cursorOf(text: string | undefined): FindingPlace | undefined {
  const [year, division, bureau, fingerprint] = text?.split('.') ?? []
  return fingerprint === undefined
    ? undefined
    : { year: Number(year), division: Number(division), bureau: Number(bureau), fingerprint }
}

/** What does not add up in public reports, but for what a person has found to be nothing. */
export const findings = new Hono<Env>().get('/', valid('query', FindingsQuery), async (c) => {
  const asked = c.req.valid('query')
  const { year, place, bureau, findings: list, next, told } = await answer(c, asked)
  linkNext(c, next)
  return c.json({
    meta: await meta(c, told),
    query: {
      year,
      division: place && placeJson(place.name),
      collection: place && collectionOf(place),
      bureau: bureau && listedJson(bureau),
      rule: asked.rule ?? null,
      severity: asked.severity ?? null,
      level: asked.level ?? null,
      sector: asked.sector ?? null,
      scope: asked.scope ?? null,
    },
    findings: list.map(findingJson),
    next_cursor: next,
  })
})

/** Left less right; null where a side is no number. */
const difference = ({ leftSum, rightSum }: PublicFinding): number | null =>
  leftSum === null || rightSum === null ? null : exactSum([leftSum, -rightSum])

const basisOf = ({ basis }: PublicFinding) => (basis === 'own' ? 'form' : basis)

const figureLabel = (id: FigureId) => {
  const { zh, en } = figureOf(id)
  return { id, zh, en }
}

const findingJson = (finding: PublicFinding) => ({
  fingerprint: finding.fingerprint,
  bureau: listedJson(finding.bureau),
  year: finding.year,
  rule: { id: finding.rule, zh: ruleBook[finding.rule].zh, en: ruleBook[finding.rule].en },
  severity: finding.severity,
  basis: basisOf(finding),
  left: finding.left.map(figureLabel),
  right: finding.right.map(figureLabel),
  left_value: finding.leftSum,
  right_value: finding.rightSum,
  difference: difference(finding),
  accepted: finding.reason,
  report: `/api/v1/reports/${finding.bureau.id}/${finding.year}`,
  source: finding.source,
})

export const findingsColumns = [
  'bureau',
  'name',
  'division',
  'division_name',
  'level',
  'sector',
  'scope',
  'made_up',
  'year',
  'rule',
  'severity',
  'basis',
  'left',
  'right',
  'left_value',
  'right_value',
  'difference',
  'reason',
  'fingerprint',
  'source',
  'version',
] as const satisfies readonly ColumnId[]

/** The same for files: a row for each finding. */
export async function findingsTable(c: Context<Env>, asked: Asked): Promise<Table> {
  const { findings: list, next, told } = await answer(c, asked)
  linkNext(c, next)
  const version = await versionText(c)
  return {
    ...told,
    columns: findingsColumns,
    rows: list.map((one) => ({ ...rowOf(one), version })),
  }
}

const rowOf = (finding: PublicFinding): Row => ({
  ...listedColumns(finding.bureau),
  year: finding.year,
  rule: finding.rule,
  severity: finding.severity,
  basis: basisOf(finding),
  left: finding.left.join('+'),
  right: finding.right.join('+'),
  left_value: finding.leftSum,
  right_value: finding.rightSum,
  difference: difference(finding),
  reason: finding.reason ?? '',
  fingerprint: finding.fingerprint,
  source: finding.source ?? '',
})
