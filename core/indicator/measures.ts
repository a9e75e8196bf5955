import { type FigureId, figures } from '#core/catalog/index.ts'
import { mayAdd } from './addition.ts'
import { bin, shareBin } from './histogram.ts'
import { type Indicator, type IndicatorId, indicators, isIndicatorId } from './indicators.ts'
import type { Observations } from './observation.ts'
import type { Quantity } from './quantity.ts'
import { isRankable, rate } from './rate.ts'

/** Indicators are numbered above the figures. */
const indicatorBase = 1000

/** The number by which kept histograms know an indicator; a figure's is its own key. */
export const indicatorMeasure = (id: IndicatorId): number => indicatorBase + indicators[id].key

/** Figures whose values are kept as a histogram: those that may be added up. */
const counted: readonly (readonly [id: FigureId, key: number])[] = figures.flatMap(({ id, key }) =>
  mayAdd(id) === null ? [[id, key] as const] : [],
)

const rates = Object.keys(indicators)
  .filter(isIndicatorId)
  .map((id): readonly [IndicatorId, Indicator] => [id, indicators[id]])

/**
 * What a report puts into the histograms of the country: a bin for every figure that may be added up and is not 0, and
 * one for every indicator that may be ranked, 0 % included. `observe` must answer `absent` for a figure that is not in
 * the form its table follows: reports without a row are taken to state 0 where their form has the figure.
 */
export function measuresOf(
  observe: Observations,
): readonly (readonly [measure: number, bin: number])[] {
  const rows: (readonly [number, number])[] = []
  for (const [id, key] of counted) {
    const { state, value } = observe(id)
    if (state === 'number' && value !== null && value !== 0) rows.push([key, bin(value)])
  }
  for (const [id, { denominator, minN }] of rates) {
    if (atMost(denominator, observe) < minN) continue
    const one = rate(id, observe)
    if (isRankable(one)) rows.push([indicatorMeasure(id), shareBin(one.value)])
  }
  return rows
}

/** No quantity is larger than this, whichever of its cells are stated: most reports are done with by it. */
function atMost({ plus, minus = [], or = [] }: Quantity, observe: Observations): number {
  let sum = 0
  for (const list of [plus, minus, or])
    for (const id of list) sum += Math.abs(observe(id).value ?? 0)
  return sum
}
