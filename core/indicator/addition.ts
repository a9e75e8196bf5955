import { type FigureId, disclosureIds, isFigureId } from '#core/catalog/index.ts'
import type { Label } from '#core/catalog/table.ts'
import { exactSum } from '#core/check/exact.ts'
import { type Direction, type IndicatorId, indicators, isIndicatorId } from './indicators.ts'
import type { Observation } from './observation.ts'

/** Null: may be added up over bureaus. Otherwise why it may not. */
export type Addability = Label | null

const inForce: Label = {
  zh: '现行有效是某一时点的数，联合发文会在各机关重复计入，不能相加',
  en: 'A stock at one date; documents issued jointly stand in several reports. Not added up.',
}
const everOpened: Label = {
  zh: '对外公开总数是累计数，各机关之间重复计入，不能相加',
  en: 'A running total in which the same document stands in several reports. Not added up.',
}
const itemLists: Label = {
  zh: '事项清单各机关大体相同，相加是重复计数',
  en: 'Bureaus work from much the same list of items: a sum would count them again and again.',
}
const anyUnit: Label = {
  zh: '采购总金额的单位各报告不一，不能相加',
  en: 'Printed in whatever unit the bureau chose. Not added up.',
}
const ofRates: Label = {
  zh: '比率不能相加：应分别合计分子和分母',
  en: 'Rates are not added up: add up numerators and denominators instead.',
}

const refusals: readonly (readonly [ids: RegExp, reason: Label])[] = [
  [/_valid$/, inForce],
  [/_open_total$/, everOpened],
  [/_items_(?:prev|change)$/, itemLists],
  [/^procurement_amount$/, anyUnit],
]

const reasons: ReadonlyMap<string, Label> = new Map(
  disclosureIds.flatMap((id) => {
    const reason = refusals.find(([ids]) => ids.test(id))?.[1]
    return reason ? [[id, reason]] : []
  }),
)

/** Whether a figure or a rate may be added up over bureaus (of the same scope and year). */
export const mayAdd = (id: FigureId | IndicatorId): Addability =>
  isFigureId(id) ? (reasons.get(id) ?? null) : ofRates

/** A sum over bureaus; null where it may not be made (`reason`) or where no bureau states a number. */
export interface Total {
  readonly value: number | null
  /** Reports with a number, and reports without: a sum that leaves some out is incomplete, and says so. */
  readonly counted: number
  readonly missing: number
  readonly reason: Addability
}

/** Adds up one figure over bureaus. The caller sees to it that scopes are not mixed. */
export function addUp(id: FigureId | IndicatorId, observations: readonly Observation[]): Total {
  const reason = mayAdd(id)
  const numbers = observations.flatMap(({ state, value }) =>
    state === 'number' && value !== null ? [value] : [],
  )
  const value = reason === null && numbers.length > 0 ? exactSum(numbers) : null
  return { value, counted: numbers.length, missing: observations.length - numbers.length, reason }
}

/**
 * Whether more speaks for a bureau, or less. Figures never do either: licences, penalties and requests say how much
 * there was to do. Only rates may, and few of them.
 */
export const directionOf = (id: FigureId | IndicatorId): Direction =>
  isIndicatorId(id) ? indicators[id].direction : 'none'
