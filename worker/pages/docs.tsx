import type { Context } from 'hono'
import { raw } from 'hono/html'
import { t } from '#core/text/words.ts'
import { documentText } from '../document.ts'
import type { Env } from '../env.ts'
import { page } from './layout.tsx'
import { viewOf } from './view.ts'

/** How to use the API. */
export async function docs(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang } = view
  return page(
    c,
    view,
    {
      title: t(lang, 'api'),
      description: t(lang, 'api_description'),
      crumbs: [['/', t(lang, 'home')]],
    },
    raw(await documentText(c, `docs.${lang}.html`)),
  )
}
