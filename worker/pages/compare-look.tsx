import type { Child } from 'hono/jsx'
import { type Word, t } from '#core/text/words.ts'
import { compareHref } from './compare-asked.ts'
import type { Comparison } from './comparison.ts'
import type { Query, View } from './view.ts'

interface Props {
  readonly view: View
  readonly comparison: Comparison
}

/** How it is drawn, by links. */
export function LookPicks({ view, comparison: { asked, bureaus } }: Props) {
  const to = (other: Query) => compareHref(view, asked, other)
  const many = bureaus.length > 1
  return (
    <nav class="picks" aria-label={t(view.lang, 'look')}>
      <Pick on={asked.mode === 'count'} to={to({ mode: undefined })}>
        {t(view.lang, 'look_count')}
      </Pick>
      <Pick on={asked.mode === 'index'} to={to({ mode: 'index' })}>
        {t(view.lang, 'look_index')}
      </Pick>
      <Toggle
        view={view}
        on={asked.scale === 'log'}
        word="look_log"
        to={to({ scale: asked.scale === 'log' ? undefined : 'log' })}
      />
      <Toggle
        view={view}
        on={asked.median}
        word="look_median"
        to={to({ with: asked.median ? undefined : 'median' })}
      />
      {many && (
        <Toggle
          view={view}
          on={asked.facets}
          word="look_facets"
          to={to({ facet: asked.facets ? undefined : 'bureau', axis: undefined })}
        />
      )}
      {asked.facets && (
        <Toggle
          view={view}
          on={asked.axis === 'own'}
          word="look_own_axis"
          to={to({ axis: asked.axis === 'own' ? undefined : 'own' })}
        />
      )}
    </nav>
  )
}

const Pick = ({ on, to, children }: { on: boolean; to: string; children?: Child }) => (
  <a href={to} aria-current={on ? 'true' : undefined}>
    {children}
  </a>
)

/** A link that turns something on, or off again. */
const Toggle = ({
  view: { lang },
  on,
  word,
  to,
}: {
  view: View
  on: boolean
  word: Word
  to: string
}) => (
  <Pick on={on} to={to}>
    {on ? '✓ ' : ''}
    {t(lang, word)}
    {on && <span class="vh"> {t(lang, 'look_off')}</span>}
  </Pick>
)
