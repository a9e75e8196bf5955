import type { Context } from 'hono'
import type { FigureId } from '#core/catalog/index.ts'
import { type Params, type Word, t } from '#core/text/words.ts'
import type { Env } from '../../env.ts'
import type { Query, View } from '../view.ts'
import { type Years, yearsOf } from '../years.ts'
import { type BureauChartId, bureauChartIds, isBureauChartId } from '#core/chart/bureau-charts.ts'
import { chosenFigures } from './subject.ts'

/** What an address asks of a bureau's page. */
export interface Asked {
  /** Figures to be drawn as lines, as many as six; none: the whole picture. */
  readonly figures: readonly FigureId[]
  /** Charts by their names; none beside no figure: all of them. */
  readonly charts: readonly BureauChartId[]
  readonly years: Years
  readonly mode: 'count' | 'share'
  readonly scale: 'linear' | 'log'
  readonly axis: 'own' | 'shared'
  readonly lineage: 'separate' | 'linked'
  /** With the median of the peers as a grey line. */
  readonly median: boolean
  /** What could not be had, in words. */
  readonly notices: readonly string[]
}

/** What the query says; what it cannot mean is left out, and said. */
export function askedOf(c: Context<Env>, { lang, release }: View): Asked {
  const notices: string[] = []
  const say = (word: Word, params: Params = {}) => notices.push(t(lang, word, params))
  /** The first of the words goes without saying. */
  const choice = <Choice extends string>(key: string, ...words: [Choice, ...Choice[]]): Choice => {
    const text = c.req.query(key) ?? ''
    const found = words.find((word) => word === text)
    if (found === undefined && text !== '')
      say('bad_choice', { key, text, words: words.join(', ') })
    return found ?? words[0]
  }
  const figures = figuresOf(c, say)
  const named = [...new Set(listed(c, 'chart'))]
  const unknown = named.filter((id) => !isBureauChartId(id)).join(', ')
  if (unknown !== '') say('bad_charts', { ids: unknown, known: bureauChartIds.join(', ') })
  const years = yearsOf(c)
  if (years.invalid) say('bad_years')
  const lineage = choice('lineage', 'separate', 'linked')
  const median = choice('with', 'none', 'median') === 'median'
  if (release && lineage === 'linked') say('lineage_frozen')
  if (release && median) say('median_frozen')
  return {
    figures,
    charts: named.filter(isBureauChartId),
    years,
    mode: choice('mode', 'count', 'share'),
    scale: choice('scale', 'linear', 'log'),
    axis: choice('axis', 'own', 'shared'),
    lineage: release ? 'separate' : lineage,
    median: median && !release,
    notices,
  }
}

function figuresOf(c: Context<Env>, say: (word: Word, params?: Params) => void) {
  const { figures, unknown, tooMany } = chosenFigures(listed(c, 'figure'))
  if (unknown.length > 0) say('bad_figures', { ids: unknown.join(', ') })
  if (tooMany) say('too_many_figures')
  return figures
}

/** `?key=a,b` and `?key=a&key=b`, as a form has it, are the same. */
const listed = (c: Context<Env>, key: string): string[] =>
  (c.req.queries(key) ?? []).flatMap((text) => text.split(',')).filter((id) => id !== '')

/** The parameters of an address that asks for the same; what goes without saying is left out. */
export const queryOf = ({ figures, charts: named, years, ...asked }: Asked): Query => ({
  figure: figures.join(),
  chart: named.join(),
  from: years.from,
  to: years.to,
  mode: asked.mode === 'count' ? undefined : asked.mode,
  scale: asked.scale === 'linear' ? undefined : asked.scale,
  axis: asked.axis === 'own' ? undefined : asked.axis,
  lineage: asked.lineage === 'separate' ? undefined : asked.lineage,
  with: asked.median ? 'median' : undefined,
})
