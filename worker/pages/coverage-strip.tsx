import { exact } from '#core/text/number.ts'
import { type HeldCounts, coverageText } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import type { MissingBureau } from '../db/coverage.ts'
import { type Query, type View, hrefIn } from './view.ts'
import { Name } from './words.tsx'

interface Props {
  readonly view: View
  /** The year that is told in words. */
  readonly year: number
  readonly years: readonly number[]
  readonly counts: (year: number) => HeldCounts
  /** Those who have not reported on the year; undefined where they are not to be named here. */
  readonly missing: readonly MissingBureau[] | undefined
  /** What the list of those is asked for with. */
  readonly query: Query
}

/** Who has reported: every year as a bar, the newest in words and with the names of those who are missing. */
export function CoverageStrip({ view, year, years, counts, missing, query }: Props) {
  const { lang } = view
  const newest = counts(year)
  return (
    <>
      <p class="text">
        {t(lang, 'coverage_year', { year, text: coverageText(lang, newest) })}
        {missing && missing.length > 0 && (
          <Missing view={view} bureaus={missing} all={newest.missing} />
        )}
        {newest.missing ? (
          <>
            {' '}
            <a
              href={hrefIn({ ...view, lang: 'zh' }, '/api/v1/coverage.csv', { year, ...query })}
              download
            >
              {t(lang, 'coverage_file')}
            </a>
          </>
        ) : (
          ''
        )}
      </p>
      <Years lang={lang} years={years} counts={counts} />
    </>
  )
}

/** A sentence names no more; the file has all. */
const most = 12

function Missing({
  view,
  bureaus,
  all,
}: {
  view: View
  bureaus: readonly MissingBureau[]
  all: number | null
}) {
  const { lang } = view
  const named = bureaus.slice(0, most)
  const others = (all ?? bureaus.length) - named.length
  return (
    <>
      {' '}
      {t(lang, 'coverage_missing')}
      {named.map((bureau, i) => (
        <>
          {i > 0 && (lang === 'zh' ? '、' : ', ')}
          <a class="quiet" href={hrefIn(view, `/b/${bureau.id}`)}>
            <Name lang={lang} of={bureau} />
          </a>
        </>
      ))}
      {others > 0 ? t(lang, 'coverage_more', { n: exact(others) }) : ''}
      {lang === 'zh' ? '。' : '.'}
    </>
  )
}

/** Held of expected, as a bar; where nobody knows how many there should be, the number alone. */
const Years = ({
  lang,
  years,
  counts,
}: Pick<Props, 'years' | 'counts'> & { lang: View['lang'] }) => (
  <div class="scroll" tabindex={0} role="group" aria-label={t(lang, 'coverage_caption')}>
    <table class="reported">
      <thead>
        <tr>
          <th scope="col">{t(lang, 'report_year')}</th>
          {years.map((one) => (
            <th scope="col">{one}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t(lang, 'count_reports')}</th>
          {years.map((one) => (
            <td>
              <Bar {...counts(one)} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  </div>
)

function Bar({ received, expected, missing }: HeldCounts) {
  const reported = expected === null || missing === null ? null : expected - missing
  return (
    <>
      {exact(reported ?? received)}
      {expected !== null && <span class="soft"> / {exact(expected)}</span>}
      {reported !== null && expected !== null && (
        <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 2H100" />
          <path d={`M0 2H${expected === 0 ? 0 : (100 * reported) / expected}`} />
        </svg>
      )}
    </>
  )
}
