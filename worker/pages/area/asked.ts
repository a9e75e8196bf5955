import type { Context } from 'hono'
import { type Level, type Scope, levels, scopes } from '#core/roster/bureau.ts'
import { sectors } from '#core/roster/sectors.ts'
import { t } from '#core/text/words.ts'
import type { BureauPlace } from '../../db/area-bureaus.ts'
import type { Env } from '../../env.ts'
import type { AreaAsked } from '../../routes/area-data.ts'
import type { Query, View } from '../view.ts'
import { type Years, yearsOf } from '../years.ts'

const modes = ['share', 'count'] as const
const scales = ['linear', 'log'] as const

/** What an address asks of an area's page. */
export interface Asked {
  /** Whose reports are added up: of whole areas only those of one level, as a city's holds those of its counties. */
  readonly scope: Scope
  /** Of the sums where whole areas are added up; of the list of bureaus always. */
  readonly level: Level | undefined
  /** Of the list of bureaus. */
  readonly sector: string | undefined
  readonly years: Years
  readonly mode: (typeof modes)[number]
  readonly scale: (typeof scales)[number]
  /** Where the page of bureaus before this one ended. */
  readonly after: BureauPlace | undefined
  /** What could not be had, in words. */
  readonly notices: readonly string[]
}

/** What the query says; what it cannot mean is left out, and said. */
export function askedOf(c: Context<Env>, { lang }: Pick<View, 'lang'>): Asked {
  const notices: string[] = []
  const choice = <Word extends string>(key: string, known: readonly Word[]): Word | undefined => {
    const text = c.req.query(key) ?? ''
    const found = known.find((word) => word === text)
    if (found === undefined && text !== '')
      notices.push(t(lang, 'bad_choice', { key, text, words: known.join(', ') }))
    return found
  }
  const years = yearsOf(c)
  if (years.invalid) notices.push(t(lang, 'bad_years'))
  const level = choice('level', levels)
  const scope = choice('scope', scopes) ?? 'own'
  if (scope === 'area' && level === undefined) notices.push(t(lang, 'scope_needs_level'))
  return {
    scope: level === undefined ? 'own' : scope,
    level,
    sector: choice<string>(
      'sector',
      sectors.map(({ id }) => id),
    ),
    years,
    mode: choice('mode', modes) ?? 'share',
    scale: choice('scale', scales) ?? 'linear',
    after: placeOf(c.req.query('after') ?? ''),
    notices,
  }
}

/** `410307.410307-0012`: nobody types it, and one that is none begins at the first page. */
function placeOf(text: string): BureauPlace | undefined {
  const [, division, id] = /^(\d{6}(?:Z\d{2})?)\.(\d{6}(?:Z\d{2})?-\d{4})$/.exec(text) ?? []
  return division !== undefined && id !== undefined ? { division, id } : undefined
}

export const afterText = ({ division, id }: BureauPlace): string => `${division}.${id}`

/** What the sums are of, as parameters of the page and of its files; what goes without saying is left out. */
export const sumQuery = ({ scope, level, years }: Asked): Query => ({
  ...(scope === 'area' && { scope, level }),
  from: years.from,
  to: years.to,
})

/** The parameters of an address that asks for the same, but for the page of the list. */
export const queryOf = (asked: Asked): Query => ({
  ...sumQuery(asked),
  level: asked.level,
  sector: asked.sector,
  mode: asked.mode === 'share' ? undefined : asked.mode,
  scale: asked.scale === 'linear' ? undefined : asked.scale,
})

/** Which sums the page is made of. */
export const sumsOf = (
  { lang, release }: View,
  { scope, level, years: { from, to } }: Asked,
): AreaAsked => ({ lang, release, scope, level, from, to })
