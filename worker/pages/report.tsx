import type { Context } from 'hono'
import { tables } from '#core/catalog/index.ts'
import { type TableEdition, type TableId, tableIds } from '#core/catalog/table.ts'
import { checkReading } from '#core/check/check.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { day } from '#core/text/number.ts'
import { type Word, t } from '#core/text/words.ts'
import { type BureauEntry, selectBureau } from '../db/bureaus.ts'
import { selectDiscrepancies } from '../db/findings.ts'
import { type Report, selectReport } from '../db/reports.ts'
import type { Env } from '../env.ts'
import { Checks, failedFigures } from './checks.tsx'
import { YearBefore } from './year-before.tsx'
import { errorPage } from './error.tsx'
import type { Filled } from './form-cell.tsx'
import { DisclosureTable } from './form-disclosure.tsx'
import { RequestsTable } from './form-requests.tsx'
import { ReviewsTable } from './form-reviews.tsx'
import { page } from './layout.tsx'
import { type View, href, nameOf, viewOf } from './view.ts'
import { Badges, YearLinks } from './words.tsx'

export async function reportPage(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang } = view
  const { bureau: id = '', year: yearText = '' } = c.req.param()
  const bureau = await selectBureau(c.var.db, id)
  if (!bureau) return errorPage(c, 404, t(lang, 'no_such_bureau', { id }))
  const name = nameOf(lang, bureau)
  const year = /^\d{4}$/.test(yearText) ? Number(yearText) : 0
  const report = await selectReport(c.var.db, bureau, year)
  if (!report) return errorPage(c, 404, t(lang, 'no_such_report', { name, year: yearText }))

  const discrepancies = await selectDiscrepancies(c.var.db, bureau, year)
  const checks = checkReading(report.cells, report.tables)
  const filled: Filled = { lang, cells: report.cells, failed: failedFigures(checks) }
  return page(
    c,
    view,
    {
      title: t(lang, 'report_title', { name, year }),
      description: t(lang, 'report_description', { name, year }),
      crumbs: [
        ['/', t(lang, 'home')],
        [`/b/${bureau.id}`, name],
      ],
    },
    <>
      <h1>
        {t(lang, 'report_title', { name, year })}
        <Badges lang={lang} of={bureau} excerpt={report.excerpt} />
      </h1>
      {bureau.madeUp && <p class="notice">{t(lang, 'made_up_banner')}</p>}
      {report.excerpt && <p class="notice">{t(lang, 'excerpt_long')}</p>}
      {bureau.scope === 'area' && <p class="soft">{t(lang, 'scope_area_long')}</p>}
      <OtherYears lang={lang} bureau={bureau} year={year} />
      <Legend lang={lang} />
      {tableIds.map((table) => (
        <Part filled={filled} table={table} edition={report.tables[table]} />
      ))}
      <Checks view={view} report={report} checks={checks} />
      <YearBefore view={view} year={year} discrepancies={discrepancies} />
      <Provenance view={view} bureau={bureau} report={report} />
    </>,
  )
}

function OtherYears({ lang, bureau, year }: { lang: Lang; bureau: BureauEntry; year: number }) {
  const at = bureau.years.indexOf(year)
  const [before, after] = [bureau.years[at - 1], bureau.years[at + 1]]
  const path = (to: number) => href(lang, `/b/${bureau.id}/${to}`)
  return (
    <p class="actions">
      <a href={href(lang, `/b/${bureau.id}`)}>{t(lang, 'all_years')}</a>
      {before === undefined ? (
        ''
      ) : (
        <a rel="prev" href={path(before)}>
          {t(lang, 'previous_year', { year: before })}
        </a>
      )}
      {after === undefined ? (
        ''
      ) : (
        <a rel="next" href={path(after)}>
          {t(lang, 'next_year', { year: after })}
        </a>
      )}
    </p>
  )
}

const legend: readonly (readonly [sign: string, word: Word])[] = [
  ['0', 'legend_zero'],
  ['·', 'legend_blank'],
  ['／', 'legend_na'],
  ['?', 'legend_unread'],
  ['≠', 'legend_failed'],
]

/** What the signs in the tables mean. */
export const Legend = ({ lang }: { lang: Lang }) => (
  <dl class="legend" aria-label={t(lang, 'legend')}>
    {legend.map(([sign, word]) => (
      <div>
        <dt>{sign}</dt>
        <dd>{t(lang, word)}</dd>
      </div>
    ))}
    <div>
      <dt>{t(lang, 'unheld')}</dt>
      <dd>{t(lang, 'legend_absent')}</dd>
    </div>
  </dl>
)

/** 二 三 四, as in the form; readers of English see 2 3 4. */
export const partOf = (lang: Lang, table: TableId): string =>
  lang === 'zh' ? tables[table].part : String(tableIds.indexOf(table) + 2)

interface PartProps {
  readonly filled: Filled
  readonly table: TableId
  /** Undefined: the document does not contain the table. */
  readonly edition: TableEdition | undefined
}

function Part({ filled, table, edition }: PartProps) {
  const { lang } = filled
  const Form = forms[table]
  const title = t(lang, 'part', { part: partOf(lang, table), name: inLang(lang, tables[table]) })
  if (edition === undefined)
    return (
      <section>
        <h2>{title}</h2>
        <p class="off">{t(lang, 'table_unheld')}</p>
      </section>
    )
  const form = edition === null ? t(lang, 'form_unknown') : t(lang, 'form_of_table', { edition })
  return (
    <section>
      <h2>{title}</h2>
      {edition === 'any' ? '' : <p class="soft small">{form}</p>}
      <div class="scroll" tabindex={0} role="group" aria-label={title}>
        <Form filled={filled} edition={edition} />
      </div>
    </section>
  )
}

const forms = {
  disclosure: DisclosureTable,
  requests: RequestsTable,
  reviews: ReviewsTable,
} as const

interface ProvenanceProps {
  readonly view: View
  readonly bureau: BureauEntry
  readonly report: Report
}

const Provenance = ({ view: { lang }, bureau, report }: ProvenanceProps) => (
  <section id="source">
    <h2>{t(lang, 'provenance')}</h2>
    <dl class="pairs">
      <dt>{t(lang, 'source_address')}</dt>
      <dd>
        {report.source === null ? (
          t(lang, 'source_unknown')
        ) : (
          <a href={report.source} rel="noopener nofollow" class="hash">
            {report.source}
          </a>
        )}
      </dd>
      <dt>{t(lang, 'published_on')}</dt>
      <dd>{report.publishedOn ?? t(lang, 'unknown_date')}</dd>
      <dt>{t(lang, 'file_hash')}</dt>
      <dd>
        <div>{report.fileName}</div>
        <span class="hash">{report.fileHash}</span>
      </dd>
      <dt>{t(lang, 'revision')}</dt>
      <dd>
        {t(lang, 'revision_value', {
          number: report.revision,
          version: report.version,
          date: day(report.publishedAt),
        })}
      </dd>
      <dt>{t(lang, 'other_years')}</dt>
      <dd>
        <YearLinks lang={lang} of={bureau} />
      </dd>
    </dl>
    <p class="actions">
      <a href={`/api/v1/reports/${bureau.id}/${report.year}`}>{t(lang, 'as_json')}</a>
    </p>
  </section>
)
