import { type FigureId, figure } from '#core/catalog/index.ts'
import { type TableEdition, type TableId, tableIds, unitLabels } from '#core/catalog/table.ts'
import type { Tables } from '#core/reading.ts'
import { figureName } from '#core/text/figure-name.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { yearRange } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import type { BureauEntry } from '../db/bureaus.ts'
import type { ReportHead, Trend } from '../db/series.ts'
import { partOf } from './report.tsx'
import { DisputedNote, YearCell } from './state.tsx'
import { type View, href, nameOf } from './view.ts'
import { Badge } from './words.tsx'

interface Props {
  readonly view: View
  readonly bureau: BureauEntry
  readonly trend: Trend
  readonly figures: readonly FigureId[]
}

/** The numbers of the charts above it, newest year first; years without a report stay in the list. */
export function YearTable({ view: { lang }, bureau, trend, figures }: Props) {
  const held = trend.reports.map(({ year }) => year)
  const [first = 0, last = 0] = [held[0], held.at(-1)]
  const years = Array.from({ length: last - first + 1 }, (_, i) => last - i)
  return (
    <section id="sources">
      <h2>{t(lang, 'table_by_year')}</h2>
      <div class="scroll" tabindex={0} role="group" aria-label={t(lang, 'table_by_year')}>
        <table class="years">
          <caption>
            {t(lang, 'table_caption', {
              name: nameOf(lang, bureau),
              years: yearRange([first, last]),
            })}
          </caption>
          <Header lang={lang} figures={figures} />
          <tbody>
            {years.map((year) => {
              const report = trend.reports.find((head) => head.year === year)
              return report ? (
                <HeldYear
                  lang={lang}
                  bureau={bureau}
                  trend={trend}
                  figures={figures}
                  report={report}
                />
              ) : (
                <tr>
                  <th scope="row">{year}</th>
                  <td class="off" colspan={figures.length + 2}>
                    {t(lang, 'no_report')}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <DisputedNote lang={lang} series={trend.series} />
    </section>
  )
}

const Header = ({ lang, figures }: Pick<Props, 'figures'> & { lang: Lang }) => (
  <thead>
    <tr>
      <th scope="col">{t(lang, 'report_year')}</th>
      {figures.map((id) => (
        <th scope="col" class="num">
          {figureName(lang, id)} ({inLang(lang, unitLabels[figure(id).unit])})
        </th>
      ))}
      <th scope="col">{t(lang, 'form_edition')}</th>
      <th scope="col">{t(lang, 'source')}</th>
    </tr>
  </thead>
)

interface YearProps extends Omit<Props, 'view'> {
  readonly lang: Lang
  readonly report: ReportHead
}

const HeldYear = ({ lang, bureau, trend, figures, report }: YearProps) => (
  <tr>
    <th scope="row">
      <a href={href(lang, `/b/${bureau.id}/${report.year}`)}>{report.year}</a>
      {report.excerpt && <Badge warn>{t(lang, 'excerpt')}</Badge>}
    </th>
    {figures.map((id) => (
      <YearCell
        lang={lang}
        figure={id}
        point={trend.series
          .find((line) => line.figure === id)
          ?.points.find((p) => p.year === report.year)}
        tables={report.tables}
        report={href(lang, `/b/${bureau.id}/${report.year}`)}
      />
    ))}
    <td>{editionsOf(lang, report.tables)}</td>
    <td>
      <a href={href(lang, `/b/${bureau.id}/${report.year}`) + '#source'}>
        {t(lang, 'report_link')}
        <span class="vh"> {report.year}</span>
      </a>
    </td>
  </tr>
)

/** `2021`, or by part of the form where the tables follow different editions. */
function editionsOf(lang: Lang, tables: Tables): string {
  const known = tableIds.flatMap((table): [TableId, TableEdition][] => {
    const edition = tables[table]
    return edition === undefined || edition === 'any' ? [] : [[table, edition]]
  })
  const set = new Set(known.map(([, edition]) => edition))
  const word = (edition: TableEdition | undefined) => edition ?? t(lang, 'unread')
  if (set.size <= 1) return known.length === 0 ? '' : word([...set][0])
  return known
    .map(([table, edition]) =>
      t(lang, 'form_of_part', { part: partOf(lang, table), edition: word(edition) }),
    )
    .join(' · ')
}
