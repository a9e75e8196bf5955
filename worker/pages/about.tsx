import type { Context } from 'hono'
import { type Word, t } from '#core/text/words.ts'
import type { Env } from '../env.ts'
import { page } from './layout.tsx'
import { Legend } from './report.tsx'
import { viewOf } from './view.ts'

const sections: readonly (readonly [title: Word, text: Word])[] = [
  ['about_what', 'about_what_text'],
  ['about_method', 'about_method_text'],
  ['about_forms', 'about_forms_text'],
  ['about_scope', 'about_scope_text'],
  ['about_unheld', 'about_unheld_text'],
]

export async function about(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang, licence } = view
  return page(
    c,
    view,
    {
      title: t(lang, 'about_title'),
      description: t(lang, 'about_what_text'),
      crumbs: [['/', t(lang, 'home')]],
    },
    <>
      <h1>{t(lang, 'about_title')}</h1>
      {sections.map(([title, text]) => (
        <section>
          <h2>{t(lang, title)}</h2>
          <p class="text">{t(lang, text)}</p>
        </section>
      ))}
      <h2>{t(lang, 'legend')}</h2>
      <Legend lang={lang} />
      <h2 id="licence">{t(lang, 'about_licence')}</h2>
      <p class="text">{licence || t(lang, 'licence_default')}</p>
    </>,
  )
}
