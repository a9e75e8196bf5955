import type { Context } from 'hono'
import { day } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import type { Change } from '../db/history.ts'
import type { Env } from '../env.ts'
import { page } from './layout.tsx'
import { type View, hrefIn, nameOf } from './view.ts'

interface Withdrawn {
  readonly bureau: BureauAsOf
  readonly year: number
  /** What took the report away from the public. */
  readonly change: Change
}

/** In place of a report that was public once: that it was withdrawn, when and why. */
export function withdrawnPage(
  c: Context<Env>,
  view: View,
  { bureau, year, change }: Withdrawn,
): Response | Promise<Response> {
  const { lang } = view
  const name = nameOf(lang, bureau)
  const title = t(lang, 'withdrawn_title')
  return page(
    c,
    view,
    {
      title,
      description: title,
      status: 410,
      unlisted: true,
      crumbs: [
        ['/', t(lang, 'home')],
        [`/b/${bureau.id}`, name],
      ],
    },
    <>
      <h1>{title}</h1>
      <p class="lead">
        {t(lang, 'withdrawn_text', { name, year, date: day(change.at) })}
        {change.reason === null ? '' : t(lang, 'withdrawn_reason', { reason: change.reason })}
      </p>
      <p class="actions">
        <a href={hrefIn(view, `/b/${bureau.id}`)}>{t(lang, 'all_years')}</a>
      </p>
    </>,
  )
}
