import type { Context } from 'hono'
import { type FigureId, tables } from '#core/catalog/index.ts'
import { type TableEdition, type TableId, tableIds } from '#core/catalog/table.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { day } from '#core/text/number.ts'
import { toldReport } from '#core/text/told-report.ts'
import { type Word, t } from '#core/text/words.ts'
import { type Account, selectAccount, selectYearsAsOf } from '../db/beside.ts'
import { type BureauAsOf, selectBureau } from '../db/bureaus.ts'
import { type Change, selectHistory } from '../db/history.ts'
import type { Env } from '../env.ts'
import { flowReport } from '../routes/report-flow.ts'
import { CellPanel, chosenCell } from './cell.tsx'
import { Checks, failedFigures } from './checks.tsx'
import { errorPage } from './error.tsx'
import { Flow } from './flow.tsx'
import type { Filled } from './form-cell.tsx'
import { DisclosureTable } from './form-disclosure.tsx'
import { RequestsTable } from './form-requests.tsx'
import { ReviewsTable } from './form-reviews.tsx'
import { page } from './layout.tsx'
import { partOf } from './part.ts'
import { Changes, Provenance } from './provenance.tsx'
import { type View, hrefIn, nameOf, viewOf } from './view.ts'
import { withdrawnPage } from './withdrawn.tsx'
import { Badges } from './words.tsx'
import { YearAfter, YearBefore } from './year-before.tsx'

interface Props {
  readonly view: View
  readonly bureau: BureauAsOf
  readonly account: Account
  /** Up to the release where the page is of one. */
  readonly history: readonly Change[]
  /** Of which a report is public, or was in the release; ascending. */
  readonly years: readonly number[]
}

/** One report as its form: every cell with its place, every sum with its proof, and where it all comes from. */
export async function reportPage(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang, release } = view
  const { db } = c.var
  const { bureau: id = '', year: text = '' } = c.req.param()
  const bureau = await selectBureau(db, id, release)
  if (!bureau) return errorPage(c, 404, t(lang, 'no_such_bureau', { id }))
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  const [account, changes, years] = await Promise.all([
    selectAccount(db, bureau, year, release),
    selectHistory(db, bureau, year),
    release ? selectYearsAsOf(db, bureau, release) : (bureau.years ?? []),
  ])
  const history = changes.filter(({ version }) => !release || version <= release.dataVersion)
  const last = history.at(-1)
  if (account) {
    const since = sinceOf(lang, changes)
    return shown(c, { view, bureau, account, history, years }, since)
  }
  if (last?.action === 'withdraw') return withdrawnPage(c, view, { bureau, year, change: last })
  return errorPage(c, 404, t(lang, 'no_such_report', { name: nameOf(lang, bureau), year: text }))
}

function shown(c: Context<Env>, props: Props, since: readonly string[]) {
  const { view, bureau, account } = props
  const { lang } = view
  const { own } = account
  const name = nameOf(lang, bureau)
  const flow = flowReport(lang, bureau, own.report)
  const told = toldReport(lang, flow)
  const asked = c.req.query('cell') ?? ''
  return page(
    c,
    view,
    {
      title: t(lang, 'report_title', { name, year: own.year }),
      description: told,
      crumbs: [
        ['/', t(lang, 'home')],
        [`/b/${bureau.id}`, name],
      ],
      since,
    },
    <>
      <Top {...props} />
      {asked === '' ? (
        ''
      ) : (
        <CellPanel view={view} bureau={bureau} account={account} asked={asked} />
      )}
      <p class="sentence">{told}</p>
      <Flow view={view} bureau={bureau} report={flow} />
      <Statistics view={view} account={account} chosen={chosenCell(asked, account)} />
      <Checks view={view} account={account} />
      <YearBefore view={view} account={account} />
      <YearAfter view={view} account={account} />
      <Source {...props} />
    </>,
  )
}

/** Whose report, on which year, and what a reader must know of it first. */
function Top({ view, bureau, account: { own }, years }: Props) {
  const { lang } = view
  return (
    <>
      <h1>
        {t(lang, 'report_title', { name: nameOf(lang, bureau), year: own.year })}
        <Badges lang={lang} of={bureau} excerpt={own.report.excerpt} />
      </h1>
      {bureau.madeUp && <p class="notice">{t(lang, 'made_up_banner')}</p>}
      {own.report.excerpt && <p class="notice">{t(lang, 'excerpt_long')}</p>}
      {bureau.scope === 'area' && <p class="soft">{t(lang, 'scope_area_long')}</p>}
      <OtherYears view={view} bureau={bureau} year={own.year} years={years} />
    </>
  )
}

/** Of a release: that the report was withdrawn since. */
function sinceOf(lang: Lang, history: readonly Change[]): string[] {
  const last = history.at(-1)
  if (last?.action !== 'withdraw') return []
  const reason = last.reason === null ? '' : t(lang, 'withdrawn_reason', { reason: last.reason })
  return [`${t(lang, 'withdrawn_since', { date: day(last.at) })}${reason}`]
}

interface StatisticsProps extends Pick<Props, 'view' | 'account'> {
  readonly chosen: FigureId | undefined
}

/** The three tables as the form has them. */
function Statistics({ view, account, chosen }: StatisticsProps) {
  const { lang } = view
  const { own } = account
  const filled: Filled = { view, cells: own.cells, failed: failedFigures(account), chosen }
  return (
    <>
      <Legend lang={lang} />
      <p class="soft small hint">{t(lang, 'cells_hint')}</p>
      {tableIds.map((table) => (
        <Part filled={filled} table={table} edition={own.tables[table]} />
      ))}
    </>
  )
}

function Source({ view, bureau, account: { own }, history }: Props) {
  const { lang } = view
  const address = `/api/v1/reports/${bureau.id}/${own.year}`
  return (
    <section id="source">
      <h2>{t(lang, 'provenance')}</h2>
      <Provenance view={view} report={own.report} />
      <Changes view={view} address={address} history={history} />
      <p class="actions">
        <a href={hrefIn({ ...view, lang: 'zh' }, address)}>{t(lang, 'as_json')}</a>
      </p>
    </section>
  )
}

interface OtherYearsProps extends Pick<Props, 'view' | 'bureau' | 'years'> {
  readonly year: number
}

function OtherYears({ view, bureau, year, years }: OtherYearsProps) {
  const { lang } = view
  const at = years.indexOf(year)
  const [before, after] = [years[at - 1], years[at + 1]]
  const path = (to: number) => hrefIn(view, `/b/${bureau.id}/${to}`)
  return (
    <p class="actions">
      <a href={hrefIn(view, `/b/${bureau.id}`)}>{t(lang, 'all_years')}</a>
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

interface PartProps {
  readonly filled: Filled
  readonly table: TableId
  /** Undefined: the document does not contain the table. */
  readonly edition: TableEdition | undefined
}

function Part({ filled, table, edition }: PartProps) {
  const { lang } = filled.view
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
    <section class="later">
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
