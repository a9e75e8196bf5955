import type { FigureId } from '#core/catalog/index.ts'
import type { Label } from '#core/catalog/table.ts'
import { unique } from '#core/check/judge.ts'
import { type Indicator, type IndicatorId, indicators } from './indicators.ts'
import type { Observations } from './observation.ts'
import { type Counted, type QuantityGap, count } from './quantity.ts'
import { type Interval, wilson } from './wilson.ts'

/**
 * Why a rate is not defined. `contradictory`: the printed figures cannot be a part and its whole: negative, not whole,
 * or the part larger than the whole.
 */
export type RateGap = QuantityGap | 'denominator_zero' | 'contradictory'

export const rateGaps: Readonly<Record<RateGap, Label>> = {
  not_stated: { zh: '所需的数字没有填写', en: 'A figure that it needs is not stated' },
  unread: { zh: '所需的数字未能确认', en: 'A figure that it needs could not be read for certain' },
  mixed_forms: { zh: '混用两版表式，不能合计', en: 'Figures of both forms are mixed' },
  denominator_zero: {
    zh: '分母为 0，比率无定义',
    en: 'Nothing to divide by: the denominator is 0',
  },
  contradictory: {
    zh: '所载数字自相矛盾：部分大于整体，或不是非负整数',
    en: 'The printed figures contradict each other: a part above its whole, or no whole number',
  },
}

/** A rate of one report, with what it is made of. `value` 0.3 is 30 %. */
export interface Rate {
  readonly indicator: IndicatorId
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  /** Null where there is a value. */
  readonly reason: RateGap | null
  /** Figures that stand in the way of a value. */
  readonly missing: readonly FigureId[]
  /** Wilson, 95 %. Null without a value, and for a ratio of two different counts. */
  readonly interval: Interval | null
  /** The denominator is known and below the indicator's `minN`. */
  readonly tooFew: boolean
}

/** An indicator of one report. What is not stated is not defined: never 0 %, never NaN. */
export function rate(id: IndicatorId, values: Observations): Rate {
  const { kind, minN, ...indicator }: Indicator = indicators[id]
  const numerator = count(indicator.numerator, values)
  const denominator = count(indicator.denominator, values)
  const reason = gap(kind, numerator, denominator)
  const parts = {
    indicator: id,
    numerator: numerator.value,
    denominator: denominator.value,
    missing: unique([...missingIn(numerator), ...missingIn(denominator)]),
    tooFew: denominator.value !== null && denominator.value < minN,
  }
  if (reason !== null || numerator.value === null || denominator.value === null)
    return { ...parts, value: null, reason, interval: null }
  return {
    ...parts,
    value: numerator.value / denominator.value,
    reason,
    interval: kind === 'share' ? wilson(numerator.value, denominator.value) : null,
  }
}

/** What a rank is made of. */
export type Rankable = Pick<Rate, 'value' | 'interval' | 'tooFew'>

/** Whether the rate may be ranked and coloured beside others. */
export const isRankable = <T extends Rankable>(
  one: T,
): one is T & { readonly value: number; readonly interval: Interval } =>
  one.interval !== null && !one.tooFew

const missingIn = (counted: Counted): readonly FigureId[] =>
  counted.value === null ? counted.missing : []

/** Worst first, so that an unread cell is named even where another is only blank. */
const gaps = ['unread', 'mixed_forms', 'not_stated'] as const

function gap(kind: Indicator['kind'], numerator: Counted, denominator: Counted): RateGap | null {
  const own = [numerator, denominator].flatMap((one) => (one.value === null ? [one.reason] : []))
  const first = gaps.find((reason) => own.includes(reason))
  if (first !== undefined) return first
  const [part, whole] = [numerator.value ?? 0, denominator.value ?? 0]
  const areCounts = [part, whole].every((n) => Number.isSafeInteger(n) && n >= 0)
  if (!areCounts || (kind === 'share' && part > whole)) return 'contradictory'
  return whole === 0 ? 'denominator_zero' : null
}
