import type { Context } from 'hono'
import type { Lang } from '#core/text/lang.ts'
import type { Cube, CubeCell } from '../answer/json-stat.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { figureDimension, yearDimension } from './cube-dimensions.ts'
import { type TotalsAsked, type TotalsEntry, totalsAnswer, valueOf } from './totals-answer.ts'

interface Asked extends Omit<TotalsAsked, 'limit' | 'cursor'> {
  readonly lang: Lang
}

/** A cube has no pages; what its areas and years may read bounds it. */
const all = { limit: 100_000, cursor: undefined } as const

/** What /totals tells of an area, or of the areas inside it, as a cube; 400 where that is more than one page. */
export async function areaCube(c: Context<Env>, asked: Asked): Promise<Cube> {
  const { lang, ...query } = asked
  const { entries, years, next, told } = await totalsAnswer(c, { ...query, ...all })
  if (next !== null) throw tooMuch()
  const areas = new Map(entries.map(({ division }) => [idOf(division), division]))
  const categories = [...areas].map(([id, { name, name_en }]) => ({
    id,
    label: lang === 'en' ? (name_en ?? name) : name,
  }))
  return {
    label: {
      zh: '政府信息公开工作年度报告中的数字，按地区合计',
      en: 'Figures of annual information-disclosure reports, added up by area',
    },
    dimensions: [
      figureDimension(lang, query.figure),
      yearDimension(lang, years),
      { id: 'area', label: lang === 'zh' ? '地区' : 'Area', role: 'geo', categories },
    ],
    cells: cellsOf(entries),
    ...told,
  }
}

/** The country has no code of its own here. */
const idOf = ({ code }: TotalsEntry['division']): string => code ?? 'CN'

function* cellsOf(entries: readonly TotalsEntry[]): Generator<CubeCell> {
  for (const { figure, division, of } of entries)
    yield { at: [figure, of.year, idOf(division)], value: valueOf(of), status: statusOf({ of }) }
}

function statusOf({ of }: Pick<TotalsEntry, 'of'>): string | null {
  if (valueOf(of) === null) return 'indicator' in of ? 'undefined' : 'not_added'
  return 'atLeast' in of && of.atLeast ? 'at_least' : null
}

function tooMuch(): Problem {
  const message =
    '一次要的太多：请用 from、to 缩短年份，减少指标，或用 by=area（too much for one cube: ask for fewer years with from and to, for fewer figures, or take by=area）'
  return new Problem(400, message, [{ code: 'too_much', path: 'from', message }])
}
