import * as v from 'valibot'
import { isChartable } from '#core/chart/chartable.ts'
import {
  BureauListSchema,
  FigureListSchema,
  LangSchema,
  MeasureListSchema,
  ReleaseSchema,
  YearSchema,
} from './parameters.ts'
import { isFew, tooMany } from './series-size.ts'

/** The figures that a page shows unless the reader asks for others. */
const ofBureau = 'licences_decided,penalties_decided,requests_new.total'
const ofComparison = 'licences_decided'

const range = {
  from: v.optional(YearSchema),
  to: v.optional(YearSchema),
  v: v.optional(ReleaseSchema),
}

interface Range {
  readonly from?: number | undefined
  readonly to?: number | undefined
}

const isInOrder = ({ from = 0, to = 9999 }: Range): boolean => from <= to
const order = 'from 不应晚于 to（from must not be later than to）'

/** As many charts, or lines of one, as a page draws. */
const charts = (most: number) =>
  v.pipe(
    FigureListSchema,
    v.maxLength(most, `图中至多 ${most} 个指标（at most ${most} figures in a picture）`),
    v.check(
      (ids) => ids.every(isChartable),
      '单位以原文为准的金额不作图（amounts in the unit printed are not drawn）',
    ),
  )
const linesOfChart = v.pipe(
  BureauListSchema,
  v.maxLength(8, '图中至多 8 个行政机关（at most 8 bureaus in a picture）'),
)

export const BureauView = v.pipe(
  v.object({ figure: v.optional(MeasureListSchema, ofBureau), ...range }),
  v.forward(
    v.check((asked) => isInOrder(asked), order),
    ['from'],
  ),
)
export const BureauChart = v.pipe(
  v.object({ figure: v.optional(charts(6), ofBureau), lang: LangSchema, ...range }),
  v.forward(
    v.check((asked) => isInOrder(asked), order),
    ['from'],
  ),
)
export const CompareView = v.pipe(
  v.object({
    bureaus: BureauListSchema,
    figure: v.optional(MeasureListSchema, ofComparison),
    ...range,
  }),
  v.forward(
    v.check(({ figure, bureaus }) => isFew(figure, bureaus), tooMany),
    ['figure'],
  ),
  v.forward(
    v.check((asked) => isInOrder(asked), order),
    ['from'],
  ),
)
export const CompareChart = v.pipe(
  v.object({
    bureaus: linesOfChart,
    figure: v.optional(charts(1), ofComparison),
    lang: LangSchema,
    ...range,
  }),
  v.forward(
    v.check((asked) => isInOrder(asked), order),
    ['from'],
  ),
)
