import { type Crossing, crossings, crosswalk } from '#core/catalog/crosswalk.ts'
import { figures } from '#core/catalog/index.ts'
import { legalBasis } from '#core/catalog/legal.ts'
import { type Indicator, indicators } from '#core/indicator/indicators.ts'
import type { Quantity } from '#core/indicator/quantity.ts'
import { figureJson } from './figure-json.ts'

/** Everything that can be asked for, in the API's spelling: the figures of the form, and the rates made of them. */
export const figureList = () => ({
  figures: figures.map((figure) => ({
    ...figureJson(figure),
    legal_basis: legalBasis(figure.id),
    crosswalk: crossings(figure.id).map(crossingJson),
  })),
  indicators: Object.entries<Indicator>(indicators).map(([id, own]) => ({
    id,
    zh: own.zh,
    en: own.en,
    formula: own.formula,
    numerator: quantityJson(own.numerator),
    denominator: quantityJson(own.denominator),
    kind: own.kind,
    direction: own.direction,
    min_n: own.minN,
  })),
})

/** The two editions of the form side by side: every figure of either stands in a line. */
export const crosswalkList = () => ({ crosswalk: crosswalk.map(crossingJson) })

const crossingJson = ({ from2019, to2021, relation, note }: Crossing) => ({
  from_2019: from2019,
  to_2021: to2021,
  relation,
  note,
})

/** Figures that are added, taken away, or take their place in a report of the other edition. */
const quantityJson = ({ plus, minus = [], or = [] }: Quantity) => ({ plus, minus, or })

export type FigureList = ReturnType<typeof figureList>
export type CrosswalkList = ReturnType<typeof crosswalkList>
