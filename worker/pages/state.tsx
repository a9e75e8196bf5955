import { type FigureId, figure } from '#core/catalog/index.ts'
import { gapWord } from '#core/chart/spec.ts'
import type { State, Tables } from '#core/reading.ts'
import type { Lang } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import type { Trend } from '../db/series.ts'
import { Badge } from './words.tsx'

/** Signs of states, as in the statutory tables. */
export const signs: Readonly<Record<Exclude<State, 'number' | 'text' | 'absent'>, string>> = {
  blank: '·',
  na: '／',
  unread: '?',
}

interface Point {
  readonly value: number | null
  readonly state: State
  readonly disputed: boolean
}

interface Props {
  readonly lang: Lang
  readonly figure: FigureId
  readonly point: Point | undefined
  readonly tables: Tables | undefined
  /** Where the figure's report stands. */
  readonly link?: string
  /** Address of the report, where the sum that does not hold is told. */
  readonly report: string
  /** Only an excerpt of that report is held. */
  readonly excerpt?: boolean
}

/** A figure in a table of years: every digit, or the sign and the word for why there is none. */
export function YearCell({
  lang,
  figure: id,
  point,
  tables,
  link,
  report,
  excerpt = false,
}: Props) {
  if (point && point.value !== null)
    return (
      <td class="num">
        {excerpt && (
          <>
            <Badge warn>{t(lang, 'excerpt')}</Badge>{' '}
          </>
        )}
        {point.disputed && <Disputed lang={lang} address={`${report}#${findingId(id)}`} />}
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

/** Where the report page tells of the sums that a figure is part of. */
export const findingId = (id: FigureId): string => `finding-${id}`

/** The sign before a number whose sum does not hold; it leads to both sides. An address outside opens a new tab. */
export const Disputed = ({ lang, address }: { lang: Lang; address: string }) => (
  <>
    <a class="disputed" href={address} target={address.startsWith('/') ? undefined : '_blank'}>
      ≠<span class="vh">{t(lang, 'sign_failed')}</span>
    </a>{' '}
  </>
)

/** What the sign means, below a table in which it stands. */
export const DisputedNote = ({ lang, series }: { lang: Lang; series: Trend['series'] }) =>
  series.some(({ points }) => points.some(({ disputed }) => disputed)) ? (
    <p class="soft small">{t(lang, 'disputed_note')}</p>
  ) : (
    <></>
  )

export const signOf = (state: State): string =>
  state === 'blank' || state === 'na' || state === 'unread' ? `${signs[state]} ` : ''

const number = (value: number) => <data value={String(value)}>{exact(value)}</data>
