import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { t } from '#core/text/words.ts'
import type { Env } from '../env.ts'
import { page } from './layout.tsx'
import { Search } from './search.tsx'
import { plainView } from './view.ts'

/**
 * The error as a page that helps: what happened, what to do, a search box. Asks the database for nothing, because the
 * database may be what failed. `detail` says what exactly, in the reader's language.
 */
export function errorPage(
  c: Context<Env>,
  status: ContentfulStatusCode,
  detail = '',
): Response | Promise<Response> {
  const view = plainView(c)
  const kind = status >= 500 ? 500 : status === 404 ? 404 : 400
  const { lang } = view
  const title = t(lang, `error_${kind}`)
  return page(
    c,
    view,
    { title, description: title, status, unlisted: true, crumbs: [['/', t(lang, 'home')]] },
    <>
      <h1>{title}</h1>
      {detail === '' ? '' : <p class="lead">{detail}</p>}
      <p class="text">{t(lang, `error_${kind}_help`)}</p>
      <Search lang={lang} q="" />
    </>,
  )
}
