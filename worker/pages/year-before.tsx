import { figureName } from '#core/text/figure-name.ts'
import { t } from '#core/text/words.ts'
import type { Discrepancy } from '../db/findings.ts'
import type { View } from './view.ts'

interface Props {
  readonly view: View
  readonly year: number
  readonly discrepancies: readonly Discrepancy[]
}

/** What was carried over, as both years' reports have it where they differ. What is merely unusual is not told here. */
export function YearBefore({ view: { lang }, year, discrepancies }: Props) {
  const list = discrepancies.filter(({ severity }) => severity === 'error')
  if (list.length === 0) return <></>
  const [reason] = list.flatMap((one) => one.reason ?? [])
  return (
    <section id="year-before">
      <h2>{t(lang, 'year_before')}</h2>
      <p class="notice">
        {t(lang, 'year_before_help', { year: year - 1 })}
        {reason === undefined ? '' : t(lang, 'year_before_reason', { reason })}
      </p>
      <ul>
        {list.map(({ left: [id], leftSum, rightSum }) =>
          id === undefined ? (
            ''
          ) : (
            <li>
              {t(lang, 'year_before_item', {
                figure: figureName(lang, id),
                now: leftSum ?? '—',
                before: rightSum ?? '—',
                year: year - 1,
              })}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
