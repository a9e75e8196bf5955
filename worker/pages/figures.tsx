import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import {
  type FigureId,
  applicantIds,
  figures,
  requestRowIds,
  reviewGroupIds,
  tables,
} from '#core/catalog/index.ts'
import { applicants } from '#core/catalog/requests.ts'
import { indicators, isIndicatorId } from '#core/indicator/indicators.ts'
import { figureName } from '#core/text/figure-name.ts'
import { inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { Env } from '../env.ts'
import { page } from './layout.tsx'
import { partOf } from './part.ts'
import { type View, hrefIn, viewOf } from './view.ts'

/** Every figure of the form by its tables, and every rate; each leads to its page. */
export async function figuresPage(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang } = view
  const title = t(lang, 'figures_title')
  const lead = t(lang, 'figures_lead')
  return page(
    c,
    view,
    { title, description: lead, crumbs: [['/', t(lang, 'home')]] },
    <>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <Table view={view} table="disclosure">
        {of('disclosure').map((id) => (
          <Item view={view} id={id} />
        ))}
      </Table>
      <Table view={view} table="requests">
        {requestRowIds.map((row) => (
          <Item view={view} id={`${row}.total`}>
            <Columns view={view} row={row} />
          </Item>
        ))}
      </Table>
      <Table view={view} table="reviews">
        {reviewGroupIds.flatMap((group) =>
          of('reviews')
            .filter((id) => id.startsWith(`${group}_`))
            .map((id) => <Item view={view} id={id} />),
        )}
      </Table>
      <h2>{t(lang, 'figures_rates')}</h2>
      <ul class="figures wide-list">
        {Object.keys(indicators)
          .filter(isIndicatorId)
          .map((id) => (
            <li>
              <a href={hrefIn(view, `/f/${id}`)}>{inLang(lang, indicators[id])}</a>
            </li>
          ))}
      </ul>
    </>,
  )
}

const of = (table: keyof typeof tables): FigureId[] =>
  figures.flatMap((figure) => (figure.table === table ? [figure.id] : []))

function Table({
  view: { lang },
  table,
  children,
}: {
  view: View
  table: keyof typeof tables
  children?: Child
}) {
  return (
    <>
      <h2>{t(lang, 'part', { part: partOf(lang, table), name: inLang(lang, tables[table]) })}</h2>
      <ul class={table === 'requests' ? 'figures' : 'figures wide-list'}>{children}</ul>
    </>
  )
}

const Item = ({ view, id, children }: { view: View; id: FigureId; children?: Child }) => (
  <li>
    <a href={hrefIn(view, `/f/${id}`)}>{figureName(view.lang, id)}</a>
    {children}
  </li>
)

/** The same row by who asked. */
const Columns = ({ view, row }: { view: View; row: (typeof requestRowIds)[number] }) => (
  <small>
    {' '}
    {applicantIds
      .filter((column) => column !== 'total')
      .map((column) => (
        <a class="quiet" href={hrefIn(view, `/f/${row}.${column}`)}>
          {inLang(view.lang, applicants[column])}
        </a>
      ))}
  </small>
)
