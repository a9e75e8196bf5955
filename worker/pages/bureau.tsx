import type { Context } from 'hono'
import type { FigureId } from '#core/catalog/index.ts'
import { isChartable } from '#core/chart/chartable.ts'
import { titleOf } from '#core/chart/head.ts'
import { type LineSpec, type Subject, lineSpec } from '#core/chart/spec.ts'
import type { Lang } from '#core/text/lang.ts'
import { type Told, sentence } from '#core/text/sentence.ts'
import { t } from '#core/text/words.ts'
import { type BureauEntry, type BureauName, selectBureau, selectNames } from '../db/bureaus.ts'
import { type Trend, selectTrend } from '../db/series.ts'
import type { Env } from '../env.ts'
import { ChartFigure } from './chart.tsx'
import { errorPage } from './error.tsx'
import { page } from './layout.tsx'
import { NoReports, heldYears } from './no-reports.tsx'
import { type Years, yearsOf } from './years.ts'
import { YearTable } from './year-table.tsx'
import { type View, href, nameOf, viewOf } from './view.ts'
import { Badges, Name, levelName, sectorName } from './words.tsx'

/** Licences, penalties, requests: what the product is about. */
const mainFigures = ['licences_decided', 'penalties_decided', 'requests_new.total'] as const

const maxFigures = 6

export async function bureauPage(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang } = view
  const id = c.req.param('bureau') ?? ''
  const bureau = await selectBureau(c.var.db, id)
  if (!bureau) return errorPage(c, 404, t(lang, 'no_such_bureau', { id }))

  const chosen = chosenFigures(c.req.query('figure'))
  const years = yearsOf(c)
  const [names, trend] = await Promise.all([
    selectNames(c.var.db, bureau.key),
    selectTrend(c.var.db, { ...years, bureaus: [bureau], figures: chosen.figures }),
  ])
  const name = nameOf(lang, bureau)
  const subjects = chosen.figures.map((figureId) => ({
    figure: figureId,
    subject: subjectOf(name, bureau, trend, figureId),
  }))
  const told = toldOf(lang, bureau, trend, subjects)
  return page(
    c,
    view,
    { title: name, description: told, crumbs: [['/', t(lang, 'home')]] },
    <>
      <h1>
        <Name lang={lang} of={bureau} />
        <Badges lang={lang} of={bureau} />
      </h1>
      {bureau.madeUp && <p class="notice">{t(lang, 'made_up_banner')}</p>}
      <Facts view={view} bureau={bureau} names={names} />
      {trend.reports.length === 0 ? '' : <p class="sentence">{told}</p>}
      <Notices view={view} chosen={chosen} years={years} />
      {trend.reports.length === 0 ? (
        <NoReports
          lang={lang}
          bureaus={[bureau]}
          all={href(lang, `/b/${bureau.id}`, { figure: c.req.query('figure') })}
        />
      ) : (
        <>
          <Charts view={view} bureau={bureau} years={years} subjects={subjects} />
          <YearTable view={view} bureau={bureau} trend={trend} figures={chosen.figures} />
        </>
      )}
    </>,
  )
}

/** The page in a sentence; where the years asked for hold nothing, which years do. */
const toldOf = (
  lang: Lang,
  bureau: BureauEntry,
  { reports }: Trend,
  subjects: readonly Told[],
): string =>
  reports.length === 0 && bureau.years.length > 0
    ? t(lang, 'none_in_range', { years: heldYears([bureau]) })
    : sentence(lang, subjects, bureau.years.length)

/** The part of a trend that one chart shows. */
export function subjectOf(
  name: string,
  { id, scope }: BureauEntry,
  { reports, series }: Trend,
  figureId: FigureId,
): Subject {
  const own = series.find((line) => line.bureau === id && line.figure === figureId)
  return {
    name,
    scope,
    reports: reports.filter((report) => report.bureau === id),
    points: own?.points ?? [],
  }
}

interface Chosen {
  readonly figures: readonly FigureId[]
  readonly unknown: readonly string[]
  readonly tooMany: boolean
}

/** What `?figure=a,b` asks for; what it cannot have is said, not hidden. */
export function chosenFigures(text: string | undefined, max = maxFigures): Chosen {
  const ids = [...new Set((text ?? '').split(',').filter((id) => id !== ''))]
  const known = ids.filter(isChartable)
  return {
    figures: known.length > 0 ? known.slice(0, max) : mainFigures,
    unknown: ids.filter((id) => !isChartable(id)),
    tooMany: known.length > max,
  }
}

const Notices = ({
  view: { lang },
  chosen,
  years,
}: {
  view: View
  chosen: Chosen
  years: Years
}) => (
  <>
    {chosen.unknown.length > 0 ? (
      <p class="notice">{t(lang, 'bad_figures', { ids: chosen.unknown.join(', ') })}</p>
    ) : (
      ''
    )}
    {chosen.tooMany && <p class="notice">{t(lang, 'too_many_figures')}</p>}
    {years.invalid && <p class="notice">{t(lang, 'bad_years')}</p>}
  </>
)

function Facts({
  view: { lang },
  bureau,
  names,
}: {
  view: View
  bureau: BureauEntry
  names: readonly BureauName[]
}) {
  const others = names.filter(({ name }) => name !== bureau.name)
  return (
    <dl class="facts">
      <div>
        <dt>{t(lang, 'col_division')}</dt>
        <dd>
          <a
            href={href(lang, '/', {
              division: bureau.division.code,
              collection: bureau.madeUp ? 'made-up' : undefined,
            })}
          >
            <Name lang={lang} of={bureau.division} />
          </a>
        </dd>
      </div>
      <div>
        <dt>{t(lang, 'col_sector')}</dt>
        <dd>
          {bureau.level === bureau.sector ? '' : `${levelName(lang, bureau.level)} · `}
          {sectorName(lang, bureau.sector)}
        </dd>
      </div>
      <div>
        <dt>{t(lang, 'scope')}</dt>
        <dd>{t(lang, bureau.scope === 'area' ? 'scope_area_long' : 'scope_own_long')}</dd>
      </div>
      {others.length > 0 ? (
        <div>
          <dt>{t(lang, 'former_names')}</dt>
          <dd lang="zh-Hans">{others.map(({ name }) => name).join('、')}</dd>
        </div>
      ) : (
        ''
      )}
    </dl>
  )
}

interface ChartsProps {
  readonly view: View
  readonly bureau: BureauEntry
  readonly years: Years
  readonly subjects: readonly Told[]
}

const Charts = ({ view, bureau, years, subjects }: ChartsProps) => (
  <section>
    <h2>{t(view.lang, 'trends')}</h2>
    <p class="soft small hint">
      {subjects.length > 1
        ? `${t(view.lang, 'trends_axes')}${view.lang === 'zh' ? '。' : '. '}`
        : ''}
      {t(view.lang, 'touch_hint')}
    </p>
    <div class="charts">
      {subjects.map(({ figure: id, subject }, i) => {
        const spec = lineSpec(view.lang, id, [subject], view.version ?? { data: 0, at: null })
        return (
          <ChartFigure spec={spec} id={`c${i}`}>
            <Actions view={view} bureau={bureau} years={years} spec={spec} />
          </ChartFigure>
        )
      })}
    </div>
  </section>
)

function Actions({
  view: { lang, origin },
  bureau: { id },
  years,
  spec,
}: Omit<ChartsProps, 'subjects'> & { spec: LineSpec }) {
  const { from, to } = years
  const embed = href(lang, `/embed/b/${id}`, { figure: spec.figure, from, to })
  const code = `<iframe src="${origin}${embed.replaceAll('&', '&amp;')}" title="${titleOf(spec).replaceAll('"', '&quot;')}" width="100%" height="480" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>`
  const label = spec.heading
  return (
    <>
      <div class="actions">
        <a href={href('zh', '/api/v1/series.csv', { figure: spec.figure, bureau: id, from, to })}>
          {t(lang, 'download_csv')}
          <span class="vh"> {label}</span>
        </a>
        <a href="#sources">{t(lang, 'source')}</a>
        <a href={href(lang, '/compare', { bureaus: id, figure: spec.figure })}>
          {t(lang, 'compare')}
          <span class="vh"> {label}</span>
        </a>
      </div>
      <details>
        <summary>
          {t(lang, 'embed')}
          <span class="vh"> {label}</span>
        </summary>
        <p>
          {t(lang, 'embed_help')} <a href={embed}>{t(lang, 'embed_open')}</a>
        </p>
        <pre>{code}</pre>
      </details>
    </>
  )
}
