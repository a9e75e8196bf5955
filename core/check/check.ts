import type { FigureId } from '#core/catalog/index.ts'
import { type Cells, type Tables, stateOf } from '../reading.ts'
import { type Judgement, judge, term } from './judge.ts'
import { type Rule, rules } from './rules.ts'

export type { Outcome } from './judge.ts'

/** One rule held against one report: both sides as printed, and the cells without a number. */
export type Check = Rule & Judgement

/** Every rule that applies to the report, with its outcome. A rule whose cells are all absent is left out. */
export const checkReading = (cells: Cells, tables: Tables): Check[] =>
  rules(tables).flatMap((rule) => checkRule(cells, rule) ?? [])

function checkRule(cells: Cells, rule: Rule): Check | undefined {
  const ids = [...rule.left, ...rule.right]
  if (ids.every((id) => stateOf(cells, id) === 'absent')) return undefined
  const side = (own: readonly FigureId[]) => own.map((id) => term(cells, id))
  return { ...rule, ...judge(side(rule.left), side(rule.right)) }
}
