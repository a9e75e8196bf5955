import { type FigureId, figure } from '#core/catalog/index.ts'
import { gapWord } from '#core/chart/spec.ts'
import type { State, Tables } from '#core/reading.ts'
import type { Lang } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import { Badge } from './words.tsx'

/** Signs of states, as in the statutory tables. */
export const signs: Readonly<Record<Exclude<State, 'number' | 'text' | 'absent'>, string>> = {
  blank: '·',
  na: '／',
  unread: '?',
}

interface Props {
  readonly lang: Lang
  readonly figure: FigureId
  readonly point: { readonly value: number | null; readonly state: State } | undefined
  readonly tables: Tables | undefined
  /** Where the figure's report stands. */
  readonly link?: string
  /** Only an excerpt of that report is held. */
  readonly excerpt?: boolean
}

/** A figure in a table of years: every digit, or the sign and the word for why there is none. */
export function YearCell({ lang, figure: id, point, tables, link, excerpt = false }: Props) {
  if (point && point.value !== null)
    return (
      <td class="num">
        {excerpt && (
          <>
            <Badge warn>{t(lang, 'excerpt')}</Badge>{' '}
          </>
        )}
        {link ? <a href={link}>{number(point.value)}</a> : number(point.value)}
      </td>
    )
  const state = point?.state ?? 'absent'
  return (
    <td class="num off">
      {signOf(state)}
      {t(lang, gapWord(figure(id), state, tables))}
    </td>
  )
}

const signOf = (state: State): string =>
  state === 'blank' || state === 'na' || state === 'unread' ? `${signs[state]} ` : ''

const number = (value: number) => <data value={String(value)}>{exact(value)}</data>
