import * as v from 'valibot'
import { FigureIdSchema } from '#core/catalog/schema.ts'
import { bureauId, divisionCode, levels, scopes } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import { type FigureId, isFigureId } from '#core/catalog/index.ts'
import { type IndicatorId, isIndicatorId } from '#core/indicator/indicators.ts'

/** Parts of requests that several routes share. */
export const BureauIdSchema = v.pipe(
  v.string(),
  v.regex(bureauId, '行政机关编号，如 410307-0001（a bureau id such as 410307-0001）'),
)

export const DivisionSchema = v.pipe(
  v.string(),
  v.regex(divisionCode, '行政区划代码，如 410307（a division code such as 410307）'),
)

export const YearSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}$/, '四位年份（a year of four digits）'),
  v.transform(Number),
)

/** One of some words; the message names them all. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  v.picklist(words, `可用：${words.join('、')}（allowed: ${words.join(', ')}）`)

/** Where a page begins, in a form that only the page before knows. */
export const cursor = (form: RegExp) =>
  v.pipe(v.string(), v.regex(form, '上一页给出的位置（as given by the page before）'))

/** `a,b,c`, without empty or repeated parts. */
const list = (max: number, message: string) =>
  v.pipe(
    v.string(),
    v.transform((text) => [...new Set(text.split(',').filter((part) => part !== ''))]),
    v.minLength(1, message),
    v.maxLength(max, message),
  )

export const FigureListSchema = v.pipe(
  list(50, '1–50 个指标，逗号分隔（1 to 50 figure ids, comma-separated）'),
  v.array(FigureIdSchema),
)

export const BureauListSchema = v.pipe(
  list(50, '1–50 个行政机关，逗号分隔（1 to 50 bureau ids, comma-separated）'),
  v.array(BureauIdSchema),
)

/** The name of a release, as `?v=` and paths have it. */
export const ReleaseSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}\.\d{1,6}\.0$/, '版本号，如 2026.3.0（a release such as 2026.3.0）'),
)

/** A path within a set: letters, digits, `-_.` and at most three folders. */
export const FilePathSchema = v.pipe(
  v.string(),
  v.regex(/^(?:\w[\w.-]{0,60}\/){0,3}\w[\w.-]{0,60}$/, '文件路径（path of a file）'),
)

/** Entries of a page: 100 where nothing is said. */
export function limit(most: number) {
  const message = `1–${most} 的整数（a whole number from 1 to ${most}）`
  return v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, message),
      v.transform(Number),
      v.minValue(1, message),
      v.maxValue(most, message),
    ),
    '100',
  )
}

export const LimitSchema = limit(500)

const isMeasure = (id: string): id is FigureId | IndicatorId => isFigureId(id) || isIndicatorId(id)

/** A figure of the form or a rate; the message leads to the list of both. */
export const MeasureSchema = v.custom<FigureId | IndicatorId>(
  (id) => typeof id === 'string' && isMeasure(id),
  '指标或比率的编号，见 /api/v1/figures（id of a figure or a rate, see /api/v1/figures）',
)

export const MeasureListSchema = v.pipe(
  list(50, '1–50 个指标，逗号分隔（1 to 50 figure ids, comma-separated）'),
  v.array(MeasureSchema),
)

export const LevelSchema = oneOf(levels)
export const ScopeSchema = oneOf(scopes)
export const SectorSchema = oneOf(sectors.map(({ id }) => id))
export const LangSchema = v.optional(oneOf(['zh', 'en']), 'zh')

/** One bureau's report on one year. */
export const ReportParam = v.object({ bureau: BureauIdSchema, year: YearSchema })
