import { type FigureId, figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import { type IndicatorId, indicators } from '#core/indicator/indicators.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import type { Category, Dimension } from '../answer/json-stat.ts'

/** The figures and rates of a cube. */
export const figureDimension = (
  lang: Lang,
  ids: readonly (FigureId | IndicatorId)[],
): Dimension => ({
  id: 'figure',
  label: lang === 'zh' ? '指标' : 'Figure',
  role: 'metric',
  categories: ids.map((id) => measure(lang, id)),
})

function measure(lang: Lang, id: FigureId | IndicatorId): Category {
  if (!isFigureId(id)) return { id, label: inLang(lang, indicators[id]) }
  const { unit, kind } = figureOf(id)
  // 万元 are printed with up to four decimals, which is one yuan.
  const decimals = kind === 'amount' ? 4 : 0
  return {
    id,
    label: inLang(lang, figureOf(id)),
    unit: { label: inLang(lang, unitLabels[unit]), decimals },
  }
}

/** Every year from the first to the last of those held, so that a gap is seen. */
export function yearDimension(lang: Lang, held: readonly number[]): Dimension {
  const first = Math.min(...held)
  const count = held.length === 0 ? 0 : Math.max(...held) - first + 1
  const years = Array.from({ length: count }, (_, i) => String(first + i))
  return {
    id: 'year',
    label: lang === 'zh' ? '年份' : 'Year',
    role: 'time',
    categories: years.map((year) => ({ id: year, label: year })),
  }
}
