import type { FigureId } from '#core/catalog/index.ts'
import { continuityFindings } from '#core/check/continuity.ts'
import { formFindings, mayRegulate } from '#core/check/form.ts'
import { type RuleId, ruleBook } from '#core/check/rule-book.ts'
import { isIdentityRule } from '#core/check/identity.ts'
import type { Account } from '../db/beside.ts'
import type { BureauAsOf } from '../db/bureaus.ts'

/** Rules that a cell breaks and that are no sums, but for what a person has found to be nothing. */
export function brokenRules(
  { own, before }: Account,
  { level, scope }: BureauAsOf,
  id: FigureId,
): RuleId[] {
  const all = [
    ...formFindings({ ...own, regulates: mayRegulate(level, scope) }),
    ...continuityFindings(own, before),
  ]
  const broken = all.filter(
    ({ rule, outcome, left, right, fingerprint }) =>
      outcome === 'fail' &&
      !isIdentityRule(rule) &&
      ruleBook[rule].severity !== 'notice' &&
      [...left, ...right].includes(id) &&
      own.verdicts.get(fingerprint)?.verdict !== 'dismissed',
  )
  return [...new Set(broken.map(({ rule }) => rule))]
}
