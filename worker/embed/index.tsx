import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import { chartSvg } from '#core/chart/chart.ts'
import { isChartable } from '#core/chart/chartable.ts'
import { titleOf } from '#core/chart/head.ts'
import { type LineSpec, lineSpec } from '#core/chart/spec.ts'
import { t } from '#core/text/words.ts'
import { type BureauEntry, selectBureau } from '../db/bureaus.ts'
import { type Trend, selectTrend } from '../db/series.ts'
import { withDatabase } from '../database.ts'
import type { Env } from '../env.ts'
import { noRoute } from '../errors.ts'
import { withEtag } from '../headers.ts'
import { subjectOf } from '../pages/bureau/subject.ts'
import { NoReports } from '../pages/no-reports.tsx'
import { DisputedNote, YearCell } from '../pages/state.tsx'
import { type View, href, nameOf, plainView, viewOf } from '../pages/view.ts'
import { Badge } from '../pages/words.tsx'
import { yearsOf } from '../pages/years.ts'
import { frame } from './frame.tsx'

const maxFigures = 3

/** Views made for a frame on another site. Whatever goes wrong, the frame says so: it never stays empty. */
export const embeds = new Hono<Env>()
  .use(withDatabase)
  .use(withEtag)
  .get('/embed/b/:bureau', bureauEmbed)
  .get('/embed/*', (c) => {
    const view = plainView(c)
    return problem(c, view, 404, t(view.lang, 'embed_unknown'))
  })
  .notFound(noRoute)
  .onError((error, c) => {
    console.error(error)
    const view = plainView(c)
    return problem(c, view, 500, t(view.lang, 'error_500_help'))
  })

async function bureauEmbed(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang } = view
  const id = c.req.param('bureau') ?? ''
  const figures = figuresOf(c)
  const known = figures.filter(isChartable)
  const years = yearsOf(c)
  if (known.length < figures.length) {
    const unknown = figures.filter((figureId) => !isChartable(figureId))
    return problem(c, view, 400, t(lang, 'no_such_figure', { id: unknown.join(', ') }))
  }
  if (known.length > maxFigures)
    return problem(c, view, 400, t(lang, 'embed_too_many', { max: maxFigures }))
  if (years.invalid) return problem(c, view, 400, t(lang, 'bad_years'))
  const bureau = await selectBureau(c.var.db, id)
  if (!bureau) return problem(c, view, 404, t(lang, 'no_such_bureau', { id }))

  const trend = await selectTrend(c.var.db, { ...years, bureaus: [bureau], figures: known })
  const specs = known.map((figureId) =>
    lineSpec(
      lang,
      figureId,
      [subjectOf(nameOf(lang, bureau), bureau, trend, figureId)],
      view.version ?? { data: 0, at: null },
    ),
  )
  const [first] = specs
  const title = first ? titleOf(first) : ''
  return frame(
    c,
    { lang, title, id: `${id}.${known.join('.')}` },
    <>
      <h1 class="vh">{title}</h1>
      {bureau.madeUp && <p>{t(lang, 'made_up_banner')}</p>}
      {trend.reports.length === 0 ? (
        <NoReports
          lang={lang}
          bureaus={[bureau]}
          all={href(lang, `/embed/b/${id}`, { figure: known.join(',') })}
        />
      ) : (
        <Shown view={view} specs={specs} trend={trend} open={c.req.query('plain') === '1'} />
      )}
      <Source view={view} bureau={bureau} />
    </>,
  )
}

/** What `?figure=a,b` asks for, each once. */
function figuresOf(c: Context<Env>): string[] {
  const asked = (c.req.query('figure') ?? '').split(',').filter((id) => id !== '')
  return asked.length === 0 ? ['licences_decided'] : [...new Set(asked)]
}

const Shown = ({ view, specs, trend, open }: TableProps & { open: boolean }) => (
  <>
    <div class="charts">
      {specs.map((spec, i) => (
        <figure>{raw(chartSvg(spec, `c${i}`))}</figure>
      ))}
    </div>
    <details open={open}>
      <summary>{t(view.lang, 'embed_table')}</summary>
      <Table view={view} specs={specs} trend={trend} />
      <DisputedNote lang={view.lang} series={trend.series} />
    </details>
  </>
)

/** A page that can be read in the frame, never a blank one. */
const problem = (c: Context<Env>, { lang }: View, status: 400 | 404 | 500, detail: string) =>
  frame(
    c,
    { lang, title: t(lang, `error_${status}`), id: 'error', status },
    <>
      <h1>{t(lang, `error_${status}`)}</h1>
      <p>{detail}</p>
    </>,
  )

interface TableProps {
  readonly view: View
  readonly specs: readonly LineSpec[]
  readonly trend: Trend
}

function Table({ view: { lang, origin }, specs, trend }: TableProps) {
  const [first] = specs
  if (!first) return <></>
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={t(lang, 'embed_table')}>
      <table>
        <caption>{first.subject}</caption>
        <thead>
          <tr>
            <th scope="col">{t(lang, 'report_year')}</th>
            {specs.map((spec) => (
              <th scope="col" class="num">
                {spec.heading} ({spec.unit})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first.years.toReversed().map((year) => (
            <tr>
              <th scope="row">
                {year}
                {first.excerpts.includes(year) && <Badge warn>{t(lang, 'excerpt')}</Badge>}
              </th>
              {trend.series.map(({ bureau, figure: id, points }) => (
                <YearCell
                  lang={lang}
                  figure={id}
                  point={points.find((point) => point.year === year)}
                  tables={trend.reports.find((head) => head.year === year)?.tables}
                  report={origin + href(lang, `/b/${bureau}/${year}`)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The address stands there as text: a host may block the link. */
function Source({ view: { lang, origin }, bureau }: { view: View; bureau: BureauEntry }) {
  const address = `${origin}${href(lang, `/b/${bureau.id}`)}`
  return (
    <p>
      {t(lang, 'embed_full')}
      {lang === 'zh' ? '：' : ': '}
      <a href={address} target="_blank" rel="noopener">
        <small>{address}</small>
      </a>
    </p>
  )
}
