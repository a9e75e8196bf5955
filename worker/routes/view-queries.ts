import * as v from 'valibot'
import type { FigureId } from '#core/catalog/index.ts'
import {
  type BureauChartId,
  bureauChartIds,
  bureauCharts,
  figuresOf,
} from '#core/chart/bureau-charts.ts'
import { isChartable } from '#core/chart/chartable.ts'
import { isIndicatorId } from '#core/indicator/indicators.ts'
import {
  BureauListSchema,
  FigureListSchema,
  LangSchema,
  LevelSchema,
  LimitSchema,
  MeasureListSchema,
  MeasureSchema,
  ReleaseSchema,
  ScopeSchema,
  SectorSchema,
  YearSchema,
  cursor,
  oneOf,
} from './parameters.ts'
import { type LineageMode, lineageModes } from './lineage.ts'
import { placeParameters } from './place.ts'
import { isFew, tooMany } from './series-size.ts'

/** The figures that a page shows unless the reader asks for others. */
const ofBureau = ['licences_decided', 'penalties_decided', 'requests_new.total'] as const
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

const frozenLineage =
  '版本不保存沿革：请去掉 v，或用 lineage=separate（releases keep no lineage: leave v out, or ask for lineage=separate）'
const linkedRates =
  '比率没有连续序列：请用 lineage=separate，或只要表中的指标（rates have no linked series: ask for lineage=separate, or for figures of the form only）'

const chartList = v.pipe(
  v.string(),
  v.transform((text) => [...new Set(text.split(',').filter((id) => id !== ''))]),
  v.array(oneOf(bureauChartIds)),
)

const ofBureauView = {
  chart: v.optional(chartList),
  lineage: v.optional(oneOf(lineageModes), 'separate'),
  ...range,
}

interface Linked {
  readonly lineage: LineageMode
  readonly v?: string | undefined
}

const keepsLineage = ({ lineage, v: release }: Linked): boolean =>
  lineage === 'separate' || release === undefined

export const BureauView = v.pipe(
  v.object({ figure: v.optional(MeasureListSchema), ...ofBureauView }),
  v.forward(
    v.check((asked) => isInOrder(asked), order),
    ['from'],
  ),
  v.forward(
    v.check((asked) => keepsLineage(asked), frozenLineage),
    ['lineage'],
  ),
  v.forward(
    v.check(
      ({ lineage, figure = [] }) => lineage === 'separate' || !figure.some(isIndicatorId),
      linkedRates,
    ),
    ['lineage'],
  ),
)
export const BureauChart = v.pipe(
  v.object({
    figure: v.optional(charts(6)),
    ...ofBureauView,
    mode: v.optional(oneOf(['count', 'share']), 'count'),
    scale: v.optional(oneOf(['linear', 'log']), 'linear'),
    lang: LangSchema,
  }),
  v.forward(
    v.check((asked) => isInOrder(asked), order),
    ['from'],
  ),
  v.forward(
    v.check((asked) => keepsLineage(asked), frozenLineage),
    ['lineage'],
  ),
)

/** What is asked for by figure and by chart; the three main figures where nothing is. */
export const figuresAsked = <Id extends string>(
  figure: readonly Id[] = [],
  chart: readonly BureauChartId[] = [],
): (Id | FigureId)[] => {
  const all = [...figure, ...chart.flatMap((id) => figuresOf(bureauCharts[id]))]
  return all.length > 0 ? [...new Set(all)] : [...ofBureau]
}
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
/** As many figures and rates as a comparison draws. */
const plotted = v.pipe(
  MeasureListSchema,
  v.maxLength(6, '图中至多 6 个指标（at most 6 figures in a picture）'),
  v.check(
    (ids) => ids.every((id) => isIndicatorId(id) || isChartable(id)),
    '单位以原文为准的金额不作图（amounts in the unit printed are not drawn）',
  ),
)
const shares =
  '占比只用于比率：请去掉 mode=share，或只要比率（only rates are shares: leave mode=share out, or ask for rates only）'

export const CompareChart = v.pipe(
  v.object({
    bureaus: linesOfChart,
    figure: v.optional(plotted, ofComparison),
    mode: v.optional(oneOf(['count', 'share', 'index']), 'count'),
    scale: v.optional(oneOf(['linear', 'log']), 'linear'),
    facet: v.optional(oneOf(['bureau'])),
    axis: v.optional(oneOf(['shared', 'own']), 'shared'),
    with: v.optional(oneOf(['median'])),
    lang: LangSchema,
    ...range,
  }),
  v.forward(
    v.check(({ figure, bureaus }) => isFew(figure, bureaus), tooMany),
    ['figure'],
  ),
  v.forward(
    v.check(({ mode, figure }) => mode !== 'share' || figure.every(isIndicatorId), shares),
    ['mode'],
  ),
  v.forward(
    v.check((asked) => isInOrder(asked), order),
    ['from'],
  ),
)

/** What the page of a figure adds up. */
const sums = {
  ...placeParameters,
  year: v.optional(YearSchema),
  scope: v.optional(ScopeSchema, 'own'),
  level: v.optional(LevelSchema),
  sector: v.optional(SectorSchema),
}
const needsLevel =
  '全区域汇总互相包含，须同时指明层级 level（whole areas hold one another: name a level too）'

export const FigureParam = v.object({ figure: MeasureSchema })

export const FigureView = v.pipe(
  v.object({
    ...sums,
    by: v.optional(oneOf(['area', 'inside']), 'inside'),
    from: v.optional(YearSchema),
    to: v.optional(YearSchema),
    limit: v.optional(LimitSchema.wrapped, '500'),
    cursor: v.optional(cursor(/^\d{4}(?:\.\d{1,8}\.\d{1,2})?$/)),
  }),
  v.forward(
    v.check((asked) => isInOrder(asked), order),
    ['from'],
  ),
  v.forward(
    v.check(({ scope, level }) => scope === 'own' || level !== undefined, needsLevel),
    ['level'],
  ),
)
export const FigureChart = v.pipe(
  v.object({ ...sums, chart: v.optional(oneOf(['areas', 'trend', 'spread'])), lang: LangSchema }),
  v.forward(
    v.check(({ scope, level }) => scope === 'own' || level !== undefined, needsLevel),
    ['level'],
  ),
)
export const ReportChart = v.object({ lang: LangSchema, v: v.optional(ReleaseSchema) })
