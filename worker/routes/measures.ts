import { type FigureId, figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import { type Label, unitLabels } from '#core/catalog/table.ts'
import { type IndicatorId, indicators } from '#core/indicator/indicators.ts'
import { type Rate, rateGaps } from '#core/indicator/rate.ts'
import type { Row } from '../answer/table.ts'

export type MeasureId = FigureId | IndicatorId

function nameOf(id: MeasureId): Label {
  const { zh, en } = isFigureId(id) ? figureOf(id) : indicators[id]
  return { zh, en }
}

/** A figure or a rate in the API's spelling. */
export const measureJson = (id: MeasureId) => ({
  id,
  ...nameOf(id),
  unit: isFigureId(id) ? unitLabels[figureOf(id).unit] : null,
  formula: isFigureId(id) ? null : indicators[id].formula,
})

/** The columns that say what a row is of. */
export const measureColumns = (id: MeasureId): Row => ({
  figure: id,
  label: nameOf(id).zh,
  label_en: nameOf(id).en,
  unit: isFigureId(id) ? unitLabels[figureOf(id).unit].zh : '',
})

type RateParts = Pick<
  Rate,
  'indicator' | 'numerator' | 'denominator' | 'interval' | 'tooFew' | 'reason'
>

/** What a rate is made of. */
interface RateJson extends Pick<Rate, 'numerator' | 'denominator' | 'interval'> {
  readonly formula: IndicatorId | null
  readonly too_few: boolean | null
}

const noRate: RateJson = {
  formula: null,
  numerator: null,
  denominator: null,
  interval: null,
  too_few: null,
}

/** The same in the API's spelling; a figure has nothing of it. */
export function rateJson(rate: RateParts | null): RateJson {
  if (rate === null) return noRate
  const { indicator: formula, numerator, denominator, interval, tooFew } = rate
  return { formula, numerator, denominator, interval, too_few: tooFew }
}

/** Why a rate has no value. */
export const rateReason = ({ reason }: Pick<Rate, 'reason'>) => reason && rateGaps[reason]

export const rateColumns = (rate: RateParts | null): Row => ({
  numerator: rate?.numerator ?? null,
  denominator: rate?.denominator ?? null,
  ...(rate?.interval ?? { low: null, high: null }),
})
