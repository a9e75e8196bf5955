import type { Lang } from '#core/text/lang.ts'
import { day } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import type { Entry } from '../db/ledger.ts'
import { href } from './view.ts'
import { Name } from './words.tsx'

/** What has become public last. */
export const Newest = ({ lang, entries }: { lang: Lang; entries: readonly Entry[] }) => (
  <section>
    <h2>{t(lang, 'newest_changes')}</h2>
    <ul class="plain newest">
      {entries.map(({ at, action, bureau, year, reason }) => (
        <li>
          <time datetime={at}>{day(at)}</time>
          <span>
            {t(lang, `newest_${action}`)}{' '}
            <a href={href(lang, `/b/${bureau.id}/${year}`)}>
              <Name lang={lang} of={bureau} /> {t(lang, 'report_of', { year })}
            </a>
            {reason !== null && action !== 'publish' && <span class="soft"> {reason}</span>}
          </span>
        </li>
      ))}
    </ul>
  </section>
)
