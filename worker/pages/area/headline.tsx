import { raw } from 'hono/html'
import { lineFigures } from '#core/chart/area.ts'
import type { Lang } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import { type AreaSum, comparison, countsText, sumName, tellingSums } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import { sparkOf } from './years.ts'

/** The newest sums in large type: what they are of, and how they compare with those before. */
export const Headline = ({ lang, sums }: { lang: Lang; sums: readonly AreaSum[] }) => (
  <dl class="headline">
    {lineFigures.map((id) => (
      <Figure lang={lang} sums={sums.filter(({ figure }) => figure === id)} />
    ))}
  </dl>
)

/** The newest that has a number and enough reports: its year stands beside it. */
function Figure({ lang, sums }: { lang: Lang; sums: readonly AreaSum[] }) {
  const known = tellingSums(sums)
  const newest = known.at(-1) ?? sums.at(-1)
  if (!newest) return <></>
  const { figure, year, sum, atLeast } = newest
  const told = comparison(lang, known)
  return (
    <div>
      <dt>
        {t(lang, 'headline', { name: sumName(lang, figure), year })}
        {raw(sparkOf(sums))}
      </dt>
      <dd class="big">
        {sum === null ? (
          <span class="off">{t(lang, 'sum_no_number')}</span>
        ) : (
          <>
            {atLeast && sum !== 0 && <small>{t(lang, 'sign_at_least')} </small>}
            <data value={String(sum)}>{exact(sum)}</data>
            <small> {t(lang, 'cases')}</small>
          </>
        )}
      </dd>
      <dd>{countsText(lang, newest)}</dd>
      {told && <dd>{`${told.text}${lang === 'zh' ? '。' : '.'}`}</dd>}
    </div>
  )
}
