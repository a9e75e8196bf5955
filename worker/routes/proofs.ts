import type { Context } from 'hono'
import * as v from 'valibot'
import { figure as figureOf } from '#core/catalog/index.ts'
import { exactSum } from '#core/check/exact.ts'
import { type IdentityTerm, isBetweenYears } from '#core/check/identity.ts'
import { ruleBook } from '#core/check/rule-book.ts'
import { aboutName, equation } from '#core/text/proof.ts'
import { meta } from '../answer/meta.ts'
import { type Account, type Held, selectAccount } from '../db/beside.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { releaseOf } from '../version.ts'
import { bureauJson, bureauOr404 } from './bureaus.ts'
import { requireLive } from './live.ts'
import { BureauIdSchema, ReleaseSchema, YearSchema } from './parameters.ts'
import { placeOf, reportsOf, saidOf } from './proof-parts.ts'
import { noReport } from './reports.ts'

/** The id of a proof: a rule, and the row, column or block that it is about. */
export const ProofIdSchema = v.pipe(
  v.string(),
  v.regex(
    /^[\dA-Z]{1,2}-[\dA-Z]{2,5}\.[a-z_]{1,60}$/,
    '核对式的编号，如 T3-ID.total（the id of a check, such as T3-ID.total）',
  ),
)

export const ProofParam = v.object({
  bureau: BureauIdSchema,
  year: YearSchema,
  rule: ProofIdSchema,
})
export const ProofQuery = v.object({ v: v.optional(ReleaseSchema) })

const termJson = ({ id, cell, minus, of }: IdentityTerm<Held>) => {
  const { zh, en } = figureOf(id)
  const { row, column } = placeOf(of.report, id)
  return {
    bureau: of.bureau.id,
    year: of.year,
    figure: { id, zh, en },
    sign: minus ? -1 : 1,
    value: cell?.state === 'number' ? cell.value : null,
    state: cell?.state ?? 'absent',
    raw: cell?.raw ?? null,
    row,
    column,
  }
}

const sourceJson = ({ bureau, year, report }: Held) => ({
  bureau: bureau.id,
  year,
  revision: report.revision,
  published_in: report.version,
  address: report.source,
  file_name: report.fileName,
  file_sha256: report.fileHash,
  retrieved_at: report.retrievedAt,
  published_on: report.publishedOn,
})

/** The answer of /proof/{bureau}/{year}/{rule}.json: both sides of an identity, cell by cell. */
export async function proofAnswer(c: Context<Env>, asked: v.InferOutput<typeof ProofParam>) {
  const { bureau: id, year, rule } = asked
  const isLive = isBetweenYears(rule)
  if (isLive) requireLive(c)
  const release = await releaseOf(c)
  const bureau = await bureauOr404(c.var.db, id, release)
  const account = await selectAccount(c.var.db, bureau, year, release)
  if (!account) throw noReport(bureau, year)
  const one = account.identities.find((identity) => identity.id === rule)
  if (!one) throw noProof(account, rule)
  const terms = [...one.left, ...one.right]
  const { reason, isDismissed } = saidOf(one)
  return {
    meta: await meta(c, {
      coverage: { expected: 1, received: 1, missing_count: 0 },
      missing: terms.filter(({ cell }) => cell?.state !== 'number').length,
    }),
    bureau: bureauJson(bureau),
    year,
    id: one.id,
    rule: { id: one.rule, zh: ruleBook[one.rule].zh, en: ruleBook[one.rule].en },
    about: { zh: aboutName('zh', one), en: aboutName('en', one) },
    basis: isLive ? 'previous' : 'form',
    equation: equation('zh', one).numbers,
    outcome: one.outcome,
    left: one.left.map(termJson),
    right: one.right.map(termJson),
    left_value: one.leftSum,
    right_value: one.rightSum,
    difference: exactSum([one.leftSum, -one.rightSum]),
    missing: one.missing,
    dismissed: isDismissed,
    accepted: reason,
    sources: reportsOf(one).map(sourceJson),
  }
}

function noProof({ own, identities }: Account, id: string): Problem {
  const known = identities.map((one) => one.id)
  return new Problem(
    404,
    `${own.bureau.name}${own.year}年的报告没有这项核对：${id}（the report has no such check）`,
    [{ code: 'unknown', path: 'rule', message: `可用（allowed）：${known.join(', ') || '—'}` }],
  )
}
