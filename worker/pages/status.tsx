import { day } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import { type View, href } from './view.ts'

/**
 * What a page of a release says of its state: whether a newer release is there, and what has happened since. Nothing on
 * pages of what is public now. `since`: words of the page itself.
 */
export function Status({ view, since }: { view: View; since: readonly string[] }) {
  const { lang, release, version } = view
  if (!release) return <></>
  const newest = version?.newest ?? release.name
  return (
    <aside class="status">
      <p>
        {t(lang, 'status_release', { release: release.name, date: day(release.at) })}
        {newest === release.name ? (
          t(lang, 'status_current')
        ) : (
          <>
            {t(lang, 'status_newer')}
            <a href={sameView(view, newest)}>{newest}</a>
            {lang === 'zh' ? '。' : '. '}
          </>
        )}{' '}
        <a href={sameView(view, undefined)}>{t(lang, 'status_live')}</a>
      </p>
      {since.map((text) => (
        <p>{text}</p>
      ))}
    </aside>
  )
}

/** This view of another release, or of what is public now. */
function sameView({ lang, url }: View, v: string | undefined): string {
  const state = Object.fromEntries(url.searchParams)
  return href(lang, url.pathname, { ...state, lang: undefined, v })
}
