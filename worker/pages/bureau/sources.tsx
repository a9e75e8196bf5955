import { type FigureId, tableOf, tables } from '#core/catalog/index.ts'
import { type TableEdition, type TableId, tableIds } from '#core/catalog/table.ts'
import type { Tables } from '#core/reading.ts'
import { type Lang, inLang, listOf } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { ReportHead } from '../../db/series.ts'
import { partOf } from '../part.ts'
import { type View, hrefIn } from '../view.ts'
import { Badge, yearRuns } from '../words.tsx'
import type { Seen } from '../../routes/bureau-seen.ts'
import type { Who } from '../../routes/bureau-specs.ts'

interface Props {
  readonly view: View
  readonly who: Who
  readonly seen: Seen
  readonly figures: readonly FigureId[]
}

/** Which part of which reports a chart is made of; the reports stand at the end of the page. */
export const BlockSource = ({ view, figures }: Pick<Props, 'view' | 'figures'>) => {
  const { lang } = view
  const parts = [...new Set(figures.map(tableOf))].map((table) =>
    t(lang, 'part', { part: partOf(lang, table), name: inLang(lang, tables[table]) }),
  )
  return (
    <p>
      {t(lang, 'block_source', { parts: listOf(lang, parts) })}{' '}
      <a href="#sources">{t(lang, 'reports_held')}</a>
    </p>
  )
}

/** Every report that the page is made of, the newest first, and the years that are not held. */
export const Reports = ({
  view,
  who,
  seen,
  missing,
}: Omit<Props, 'figures'> & { readonly missing: readonly number[] }) => {
  const { lang } = view
  return (
    <section id="sources">
      <h2>{t(lang, 'reports_held')}</h2>
      {missing.length === 0 ? '' : <p>{t(lang, 'years_missing', { years: yearRuns(missing) })}</p>}
      <ul class="reports">
        {seen.reports.toReversed().map((report) => (
          <li>
            <a href={hrefIn(view, `/b/${report.bureau}/${report.year}`)}>
              {t(lang, 'held_report', { year: report.year })}
            </a>
            {report.bureau === who.id ? '' : <span class="soft"> {report.bureau}</span>}
            {report.excerpt && <Badge warn>{t(lang, 'excerpt')}</Badge>}{' '}
            <span class="soft small">{formOf(lang, report)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const formOf = (lang: Lang, { tables: own }: ReportHead): string => {
  const edition = editionsOf(lang, own)
  return edition === '' ? '' : t(lang, 'form_of_table', { edition })
}

/** `2021`, or by part of the form where the tables follow different editions. */
function editionsOf(lang: Lang, own: Tables): string {
  const known = tableIds.flatMap((table): [TableId, TableEdition][] => {
    const edition = own[table]
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
