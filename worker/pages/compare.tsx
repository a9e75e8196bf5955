import type { Context } from 'hono'
import { t } from '#core/text/words.ts'
import type { Env } from '../env.ts'
import { Block } from './block.tsx'
import { compareAsked, compareHref, dataOf, stateOf } from './compare-asked.ts'
import { Choose } from './compare-form.tsx'
import { LookPicks } from './compare-look.tsx'
import { type Plotted, plotted } from './compare-specs.ts'
import { CompareNote, CompareTable } from './compare-table.tsx'
import { compareNotices, comparedTold, coverageTold } from './compare-told.ts'
import { type Comparison, selectComparison } from './comparison.ts'
import { page } from './layout.tsx'
import { NoReports } from './no-reports.tsx'
import { type View, creditOf, hrefIn, isBehind, viewOf } from './view.ts'
import { Name } from './words.tsx'

/** Bureaus beside each other: figures and rates over the years, as charts and tables. */
export async function compare(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang } = view
  const asked = compareAsked(c)
  const comparison = await selectComparison(c.var.db, asked, {
    release: view.release,
    hasGroups: !isBehind(view),
  })
  const shown =
    comparison.trend.reports.length === 0 ? [] : plotted(lang, comparison, creditOf(view))
  return page(
    c,
    view,
    {
      title: t(lang, 'compare_title'),
      description: t(lang, 'compare_lead'),
      crumbs: [['/', t(lang, 'home')]],
      unlisted: asked.q !== '',
    },
    <>
      <h1>{t(lang, 'compare_title')}</h1>
      <p class="lead">{t(lang, 'compare_lead')}</p>
      {compareNotices(view, comparison, shown).map((notice) => (
        <p class="notice">{notice}</p>
      ))}
      <div class="beside">
        <div>
          <Result view={view} comparison={comparison} shown={shown} />
        </div>
        <Choose view={view} comparison={comparison} />
      </div>
    </>,
  )
}

interface Props {
  readonly view: View
  readonly comparison: Comparison
  readonly shown: readonly Plotted[]
}

function Result({ view, comparison, shown }: Props) {
  const { lang, release } = view
  const { asked, bureaus } = comparison
  if (bureaus.length === 0) return <p class="empty">{t(lang, 'compare_empty')}</p>
  if (shown.length === 0 && asked.q !== '' && release) return <></>
  if (shown.length === 0)
    return (
      <NoReports
        lang={lang}
        bureaus={bureaus.map(({ years = [] }) => ({ years }))}
        all={compareHref(view, asked, { from: undefined, to: undefined })}
      />
    )
  return (
    <>
      <LookPicks view={view} comparison={comparison} />
      <p class="soft small">{coverageTold({ lang, at: creditOf(view).at }, comparison)}</p>
      {shown.map((one, i) => (
        <Picture view={view} comparison={comparison} shown={one} id={`c${i}`} />
      ))}
    </>
  )
}

function Picture({
  view,
  comparison,
  shown,
  id,
}: Omit<Props, 'shown'> & { shown: Plotted; id: string }) {
  const { lang } = view
  const { asked } = comparison
  const figure = shown.measure
  return (
    <Block
      view={view}
      id={id}
      level={2}
      spec={shown.spec}
      facets={shown.facets}
      told={comparedTold(lang, comparison, shown)}
      table={
        <>
          <CompareTable view={view} comparison={comparison} plotted={shown} />
          <CompareNote view={view} plotted={shown} />
        </>
      }
      sources={<Sources view={view} comparison={comparison} />}
      files={{
        path: '/compare',
        query: { ...dataOf(asked), figure },
        svg: { ...stateOf(asked), figure },
      }}
    />
  )
}

/** The reports that the numbers are from, each with its own source. */
const Sources = ({ view, comparison }: Omit<Props, 'shown'>) => (
  <ul class="plain small">
    {comparison.bureaus.map((bureau) => (
      <li>
        <Name lang={view.lang} of={bureau} />{' '}
        {comparison.trend.reports
          .filter((report) => report.bureau === bureau.id)
          .map(({ year }) => (
            <>
              <a href={`${hrefIn(view, `/b/${bureau.id}/${year}`)}#source`}>{year}</a>{' '}
            </>
          ))}
      </li>
    ))}
  </ul>
)
