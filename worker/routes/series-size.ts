import { isFigureId } from '#core/catalog/index.ts'
import { figuresOf } from '#core/indicator/indicators.ts'
import type { MeasureId } from './measures.ts'

/** Lines that one answer may read: with ten years each it stays a page. */
const mostLines = 120

/** Whether series of these are few enough for one answer. A rate is read as the figures that it is made of. */
export function isFew(measures: readonly MeasureId[], bureaus: readonly string[]): boolean {
  const figures = new Set(measures.flatMap((id) => (isFigureId(id) ? [id] : figuresOf(id))))
  return figures.size * bureaus.length <= mostLines
}

export const tooMany = `机关数乘以指标数最多 ${mostLines}，比率按所用的各指标计：请分几次，或下载整套文件（at most ${mostLines} bureaus × figures, a rate counting as the figures that it is made of: ask in parts, or take the whole set）`
