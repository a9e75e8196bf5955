import { type FigureId, figure } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'
import { figureName } from '#core/text/figure-name.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { Trend } from '../db/series.ts'
import type { Comparison } from './comparison.ts'
import { DisputedNote, YearCell } from './state.tsx'
import { href, nameOf } from './view.ts'
import { Badge, Name } from './words.tsx'

interface Props {
  readonly lang: Lang
  readonly comparison: Comparison
  readonly trend: Trend
  readonly years: readonly number[]
}

/** Years down, bureaus across: the numbers of the chart above it, newest first. */
export const CompareTable = ({
  lang,
  comparison: { figure: id, bureaus },
  trend,
  years,
}: Props) => (
  <>
    <div class="scroll" id="table" tabindex={0} role="group" aria-label={t(lang, 'table_by_year')}>
      <table class="years across">
        <caption>
          {t(lang, 'compare_caption', {
            figure: figureName(lang, id),
            unit: inLang(lang, unitLabels[figure(id).unit]),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t(lang, 'report_year')}</th>
            {bureaus.map((bureau, i) => (
              <th scope="col" class="num" title={nameOf(lang, bureau)}>
                <span class="three">
                  {bureaus.length > 1 ? `${i + 1} ` : ''}
                  <Name lang={lang} of={bureau} />
                </span>
                {bureau.scope === 'area' && <Badge>{t(lang, 'scope_area')}</Badge>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.toReversed().map((year) => (
            <tr>
              <th scope="row">{year}</th>
              {bureaus.map((bureau) => (
                <Cell lang={lang} figure={id} bureau={bureau.id} trend={trend} year={year} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <DisputedNote lang={lang} series={trend.series} />
  </>
)

interface CellProps {
  readonly lang: Lang
  readonly figure: FigureId
  readonly bureau: string
  readonly trend: Trend
  readonly year: number
}

function Cell({ lang, figure: id, bureau, trend, year }: CellProps) {
  const report = trend.reports.find((head) => head.bureau === bureau && head.year === year)
  const address = href(lang, `/b/${bureau}/${year}`)
  const line = trend.series.find((series) => series.bureau === bureau)
  return (
    <YearCell
      lang={lang}
      figure={id}
      point={line?.points.find((point) => point.year === year)}
      tables={report?.tables}
      link={address}
      report={address}
      excerpt={report?.excerpt ?? false}
    />
  )
}
