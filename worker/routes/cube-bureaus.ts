import type { Context } from 'hono'
import type { Lang } from '#core/text/lang.ts'
import type { Cube, CubeCell } from '../answer/json-stat.ts'
import type { Env } from '../env.ts'
import { figureDimension, yearDimension } from './cube-dimensions.ts'
import {
  type SeriesAsked,
  type SeriesLine,
  type SeriesPoint,
  pointState,
  seriesAnswer,
} from './series-answer.ts'

interface Asked extends Omit<SeriesAsked, 'lineage'> {
  readonly year?: number | undefined
  readonly lang: Lang
}

/** What /series tells of bureaus, as a cube. */
export async function bureauCube(c: Context<Env>, asked: Asked): Promise<Cube> {
  const { figure, bureau, year, lang } = asked
  const range = year === undefined ? asked : { from: year, to: year }
  const { from, to } = range
  const { bureaus, reports, lines, told } = await seriesAnswer(c, { figure, bureau, from, to })
  const categories = bureaus.map(({ id, name, nameEn }) => ({
    id,
    label: lang === 'en' ? (nameEn ?? name) : name,
  }))
  return {
    label: {
      zh: '各机关政府信息公开工作年度报告中的数字',
      en: 'Figures of annual information-disclosure reports, by bureau',
    },
    dimensions: [
      figureDimension(lang, figure),
      yearDimension(
        lang,
        reports.map((report) => report.year),
      ),
      { id: 'bureau', label: lang === 'zh' ? '机关' : 'Bureau', role: 'geo', categories },
    ],
    cells: cellsOf(lines),
    ...told,
  }
}

function* cellsOf(lines: readonly SeriesLine[]): Generator<CubeCell> {
  for (const { bureau, figure, points } of lines)
    for (const point of points)
      yield { at: [figure, point.year, bureau], value: point.value, status: statusOf(point) }
}

function statusOf(point: SeriesPoint): string | null {
  const state = pointState(point)
  if (state !== 'number') return state
  return point.disputed ? 'disputed' : null
}
