import type { Context } from 'hono'
import { raw } from 'hono/html'
import { t } from '#core/text/words.ts'
import { builtText } from '../document.ts'
import type { Env } from '../env.ts'
import { page } from './layout.tsx'
import { viewOf } from './view.ts'

/** Method, form, glossary, licence: what the build wrote, and what this deployment says of its licence. */
export async function about(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang, licence } = view
  return page(
    c,
    view,
    {
      title: t(lang, 'about_title'),
      description: t(lang, 'about_description'),
      crumbs: [['/', t(lang, 'home')]],
    },
    <>
      <h1>{t(lang, 'about_title')}</h1>
      {raw(await builtText(c, `about.${lang}.html`))}
      <h2 id="licence">{t(lang, 'about_licence')}</h2>
      <p class="text">{licence || t(lang, 'licence_default')}</p>
    </>,
  )
}
