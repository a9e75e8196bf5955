import { type AreaSubject, areaOutcomes, lowerBounds } from '#core/chart/area.ts'
import { drawnLayers } from '#core/chart/drawn.ts'
import type { Lang } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import type { AreaSum } from '#core/text/told-area.ts'
import { t } from '#core/text/words.ts'
import { type View, creditOf } from '../view.ts'

/** A sum in a table: every digit, the sign of a lower bound, or why there is none. */
export const SumCell = ({ lang, of }: { lang: Lang; of: SumOf | undefined }) =>
  of === undefined ? (
    <td class="num off">{t(lang, 'unheld')}</td>
  ) : of.sum === null ? (
    <td class="num off">{t(lang, of.reports === 0 ? 'unheld' : 'sum_no_number')}</td>
  ) : (
    <td class="num">
      {of.atLeast && <AtLeast lang={lang} />}
      <data value={String(of.sum)}>{exact(of.sum)}</data>
    </td>
  )

type SumOf = Pick<AreaSum, 'sum' | 'reports' | 'atLeast'>

/** Read as a word, seen as a sign. */
export const AtLeast = ({ lang }: { lang: Lang }) => (
  <span class="least">
    <span aria-hidden="true">≥</span>
    <span class="vh">{t(lang, 'sign_at_least')}</span>
  </span>
)

/** A sum of every year with what it leaves out, the newest first. */
export function SumTable({ lang, sums, unit }: SumTableProps) {
  const heads = [t(lang, 'col_sum', { unit }), ...columns.map((word) => t(lang, word))]
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={heads[0]}>
      <table class="years">
        <Heads lang={lang} heads={heads} />
        <tbody>
          {sums.toReversed().map((sum) => (
            <tr>
              <th scope="row">{sum.year}</th>
              <SumCell lang={lang} of={sum} />
              <td class="num">{exact(sum.held)}</td>
              <td class="num">{exact(sum.held - sum.reports + sum.unassessable)}</td>
              <td class="num">
                {sum.missing === null ? t(lang, 'not_known') : exact(sum.missing)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sums.some(({ atLeast }) => atLeast) && (
        <p class="soft small">{t(lang, 'legend_at_least')}</p>
      )}
    </div>
  )
}

const Heads = ({ lang, heads }: { lang: Lang; heads: readonly string[] }) => (
  <thead>
    <tr>
      <th scope="col">{t(lang, 'report_year')}</th>
      {heads.map((head) => (
        <th scope="col" class="num">
          {head}
        </th>
      ))}
    </tr>
  </thead>
)

interface SumTableProps {
  readonly lang: Lang
  readonly sums: readonly AreaSum[]
  readonly unit: string
}

const columns = ['col_reports', 'col_silent', 'col_missing'] as const

/** How requests ended, year by year: the sum of each part, and its share of all where it can be told. */
export function OutcomeTable({ view, subject }: { view: View; subject: AreaSubject }) {
  const { lang } = view
  const credit = creditOf(view)
  const counts = areaOutcomes(lang, subject, { credit, mode: 'count' })
  const shares = drawnLayers(areaOutcomes(lang, subject, { credit, mode: 'share' }))
  const short = lowerBounds(subject)
  const held = new Set(subject.sums.map(({ year }) => year))
  const heads = [...counts.layers.map(({ name }) => name), t(lang, 'col_all_outcomes')]
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={t(lang, 'outcomes_as')}>
      <table class="years">
        <Heads lang={lang} heads={heads} />
        <tbody>
          {counts.years
            .map((year, at) => ({ year, at }))
            .filter(({ year }) => held.has(year))
            .map(({ year, at }) => (
              <tr>
                <th scope="row">{year}</th>
                {counts.layers.map(({ values }, layer) => (
                  <OutcomeCell
                    lang={lang}
                    value={values[at] ?? null}
                    share={shares[layer]?.[at] ?? null}
                    atLeast={short.has(year)}
                  />
                ))}
                <OutcomeCell
                  lang={lang}
                  value={counts.totals[at] ?? null}
                  share={null}
                  atLeast={short.has(year)}
                />
              </tr>
            ))
            .toReversed()}
        </tbody>
      </table>
      <p class="soft small">{t(lang, 'outcomes_legend')}</p>
    </div>
  )
}

const OutcomeCell = ({
  lang,
  value,
  share,
  atLeast,
}: {
  lang: Lang
  value: number | null
  share: number | null
  atLeast: boolean
}) =>
  value === null ? (
    <td class="num off">{t(lang, 'sum_no_number')}</td>
  ) : (
    <td class="num">
      {atLeast && <AtLeast lang={lang} />}
      <data value={String(value)}>{exact(value)}</data>
      {share !== null && <span class="share">{share.toFixed(1)}%</span>}
    </td>
  )
