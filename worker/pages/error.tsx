import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { t } from '#core/text/words.ts'
import type { Env } from '../env.ts'
import { page, startingPages } from './layout.tsx'
import { nearestPage } from './nearest.ts'
import { Search } from './search.tsx'
import { type View, href, plainView } from './view.ts'

const told = [400, 404, 503] as const

/**
 * The error as a page that helps: what happened, what to do, a search, the pages that there are. Asks the database for
 * nothing, because the database may be what failed. `detail` says what exactly, in the reader's language.
 */
export function errorPage(
  c: Context<Env>,
  status: ContentfulStatusCode,
  detail = '',
): Response | Promise<Response> {
  const view = plainView(c)
  const kind = told.find((one) => one === status) ?? 500
  const { lang } = view
  const title = t(lang, `error_${kind}`)
  return page(
    c,
    view,
    { title, description: title, status, unlisted: true, crumbs: [['/', t(lang, 'home')]] },
    <>
      <h1>{title}</h1>
      {detail === '' ? '' : <p class="lead">{detail}</p>}
      {kind === 404 && <Near view={view} />}
      <p class="text">{t(lang, `error_${kind}_help`)}</p>
      <Search lang={lang} q={nameIn(view)} />
      <h2>{t(lang, 'error_pages')}</h2>
      <ul class="pages">
        {startingPages.map(([path, name, about]) => (
          <li>
            <a href={href(lang, path)}>{t(lang, name)}</a> {t(lang, about)}
          </li>
        ))}
      </ul>
    </>,
  )
}

/** The page that was most likely meant. */
function Near({ view: { lang, url } }: { view: View }) {
  const near = nearestPage(url.pathname)
  const found = startingPages.find(([path]) => path === near)
  if (!found) return <></>
  const [path, name] = found
  return (
    <p class="text">
      {t(lang, 'error_near')}
      {lang === 'zh' ? '：' : ': '}
      <a href={href(lang, path)}>{t(lang, name)}</a>
    </p>
  )
}

/** A name that stands in the address where an id belongs, ready to be searched for. */
function nameIn({ url }: View): string {
  const part = /^\/[bd]\/(?<part>[^/]+)/.exec(url.pathname)?.groups?.['part'] ?? ''
  const name = decoded(part)
  return /^[\dZ-]*$/.test(name) ? '' : name.slice(0, 60)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
