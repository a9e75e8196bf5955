import type { Lang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'

interface Props {
  readonly lang: Lang
  readonly q: string
  /** Parameters that the search keeps. */
  readonly keep?: Readonly<Record<string, string | undefined>>
  readonly action?: string
}

/** The search box: a plain form, so that it works without script. */
export const Search = ({ lang, q, keep = {}, action = '/' }: Props) => (
  <form class="search" action={action} role="search">
    <label for="q">{t(lang, action === '/' ? 'search' : 'compare_find')}</label>
    <input
      type="search"
      id="q"
      name="q"
      value={q}
      placeholder={t(lang, 'search_hint')}
      autocomplete="off"
      maxlength={60}
    />
    {Object.entries({ ...keep, lang: lang === 'en' ? 'en' : undefined }).map(([name, value]) =>
      value ? <input type="hidden" name={name} value={value} /> : '',
    )}
    <button>{t(lang, 'search_button')}</button>
  </form>
)
