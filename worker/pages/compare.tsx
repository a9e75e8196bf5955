import type { Context } from 'hono'
import type { FigureId } from '#core/catalog/index.ts'
import { titleOf } from '#core/chart/head.ts'
import { lineSpec } from '#core/chart/spec.ts'
import type { Lang } from '#core/text/lang.ts'
import { type Params, type Word, t } from '#core/text/words.ts'
import type { BureauEntry } from '../db/bureaus.ts'
import { type Trend, selectTrend } from '../db/series.ts'
import type { Env } from '../env.ts'
import { chosenFigures, subjectOf } from './bureau.tsx'
import { ChartFigure } from './chart.tsx'
import { Choose } from './compare-form.tsx'
import { CompareTable } from './compare-table.tsx'
import { type Comparison, maxBureaus } from './comparison.ts'
import { selectChoice } from './found.ts'
import { page } from './layout.tsx'
import { NoReports } from './no-reports.tsx'
import { type View, href, nameOf, viewOf } from './view.ts'
import { type Years, yearsOf } from './years.ts'

export async function compare(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang } = view
  const asked = askedOf(c)
  const { chosen: bureaus, found } = await selectChoice(
    c.var.db,
    asked.q,
    asked.ids.slice(0, maxBureaus),
  )
  const comparison = { figure: asked.figure, bureaus, years: asked.years }
  const trend = await selectTrend(c.var.db, {
    ...asked.years,
    bureaus,
    figures: [asked.figure],
  })
  return page(
    c,
    view,
    {
      title: t(lang, 'compare_title'),
      description: t(lang, 'compare_lead'),
      crumbs: [['/', t(lang, 'home')]],
      unlisted: asked.ids.length > 0 || asked.q !== '',
    },
    <>
      <h1>{t(lang, 'compare_title')}</h1>
      <p class="lead">{t(lang, 'compare_lead')}</p>
      {notices(lang, asked, bureaus).map((notice) => (
        <p class="notice">{notice}</p>
      ))}
      <div class="beside">
        <Result view={view} comparison={comparison} trend={trend} />
        <Choose view={view} comparison={comparison} q={asked.q} found={found} />
      </div>
    </>,
  )
}

/** What the address asks for. */
interface Asked {
  readonly ids: readonly string[]
  readonly figure: FigureId
  readonly unknownFigures: readonly string[]
  readonly years: Years
  readonly q: string
}

function askedOf(c: Context<Env>): Asked {
  const { figures, unknown } = chosenFigures(c.req.query('figure'), 1)
  return {
    ids: [...new Set((c.req.query('bureaus') ?? '').split(',').filter((id) => id !== ''))],
    figure: figures[0] ?? 'licences_decided',
    unknownFigures: unknown,
    years: yearsOf(c),
    q: (c.req.query('q') ?? '').trim().slice(0, 60),
  }
}

/** What was left out, and what a reader must know before comparing. */
function notices(lang: Lang, asked: Asked, bureaus: readonly BureauEntry[]): string[] {
  const unknown = asked.ids
    .slice(0, maxBureaus)
    .filter((id) => !bureaus.some((bureau) => bureau.id === id))
  const when = (condition: boolean, word: Word, params: Params = {}) =>
    condition ? [t(lang, word, params)] : []
  return [
    ...when(asked.ids.length > maxBureaus, 'compare_too_many'),
    ...when(unknown.length > 0, 'compare_unknown', { ids: unknown.join(', ') }),
    ...when(asked.unknownFigures.length > 0, 'bad_figures', {
      ids: asked.unknownFigures.join(', '),
    }),
    ...when(asked.years.invalid, 'bad_years'),
    ...when(new Set(bureaus.map(({ scope }) => scope)).size > 1, 'compare_mixed'),
    ...when(
      bureaus.some(({ madeUp }) => madeUp),
      'compare_made_up',
    ),
  ]
}

interface Props {
  readonly view: View
  readonly comparison: Comparison
  readonly trend: Trend
}

function Result({ view, comparison, trend }: Props) {
  const { lang } = view
  const { figure: id, bureaus, years } = comparison
  if (bureaus.length === 0) return <p class="empty">{t(lang, 'compare_empty')}</p>
  if (trend.reports.length === 0) {
    const ids = bureaus.map((bureau) => bureau.id).join(',')
    return (
      <NoReports
        lang={lang}
        bureaus={bureaus}
        all={href(lang, '/compare', { bureaus: ids, figure: id })}
      />
    )
  }
  const subjects = bureaus.map((bureau) => subjectOf(nameOf(lang, bureau), bureau, trend, id))
  const spec = lineSpec(lang, id, subjects, view.version ?? { data: 0, at: null })
  const csv = href('zh', '/api/v1/series.csv', {
    figure: id,
    bureau: bureaus.map((bureau) => bureau.id).join(','),
    from: years.from,
    to: years.to,
  })
  return (
    <>
      <section>
        <h2 class="vh">{titleOf(spec)}</h2>
        <ChartFigure spec={spec} id="c0">
          <div class="actions">
            <a href={csv}>{t(lang, 'download_csv')}</a>
            <a href="#table">{t(lang, 'table_by_year')}</a>
          </div>
        </ChartFigure>
      </section>
      <CompareTable lang={lang} comparison={comparison} trend={trend} years={spec.years} />
    </>
  )
}
