import type { Context } from 'hono'
import type { Lang } from '#core/text/lang.ts'
import { exact, yearRange } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'
import type { Db } from '../db/client.ts'
import { type Holdings, selectHoldings } from '../db/holdings.ts'
import { type Entry, selectLedger } from '../db/ledger.ts'
import { isMadeUp, madeUpCountry } from '../db/outline.ts'
import type { Env } from '../env.ts'
import { type Asked, askedOf, sumsOf } from './area/asked.ts'
import { Sections } from './area/body.tsx'
import { type AreaData, selectArea } from '../routes/area-data.ts'
import { bureauList, isListed } from './bureau-list.tsx'
import { page } from './layout.tsx'
import { Newest } from './newest.tsx'
import { Search } from './search.tsx'
import { type View, href, hrefIn, viewOf } from './view.ts'

/** `/`: what this is, and the country or the area of `HOME_DIVISION` in numbers; with a search, the bureaus it finds. */
export async function home(c: Context<Env>): Promise<Response> {
  if (isListed(c)) return bureauList(c)
  const view = await viewOf(c)
  const { lang } = view
  const asked = askedOf(c, view)
  const known = await selectKnown(c, view, asked)
  return page(
    c,
    view,
    { title: t(lang, 'site'), description: t(lang, 'home_description') },
    <>
      <div class="opening">
        <div>
          <h1>{t(lang, 'tagline')}</h1>
          <p class="lead">{t(lang, 'home_lead')}</p>
          <Search lang={lang} q="" />
          <p class="actions">
            <a href={href(lang, '/', { list: 'bureaus' })}>{t(lang, 'list_bureaus')}</a>
          </p>
        </div>
        {known.area && <Counts view={view} area={known.area} />}
      </div>
      {[...asked.notices, ...known.notices].map((notice) => (
        <p class="notice">{notice}</p>
      ))}
      {known.area && <Overview view={view} asked={asked} area={known.area} />}
      {known.newest.length > 0 && <Newest lang={lang} entries={known.newest} />}
      {known.madeUp.length > 0 && <MadeUp lang={lang} />}
    </>,
  )
}

interface Known {
  /** Undefined while sums lack reports. */
  readonly area: AreaData | undefined
  readonly newest: readonly Entry[]
  readonly madeUp: Holdings
  readonly notices: readonly string[]
}

/** What the page is made of. Five statements with the version. */
async function selectKnown(c: Context<Env>, view: View, asked: Asked): Promise<Known> {
  const { db } = c.var
  const { lang } = view
  // What changes is no part of a release, and neither is what is held besides.
  if (view.release) return { ...(await selectHome(c, view, asked)), newest: [], madeUp: [] }
  const newest = await selectNewest(db)
  if (view.version?.behind)
    return { area: undefined, newest, madeUp: [], notices: [t(lang, 'counts_behind')] }
  const { madeUp } = await selectHoldings(db)
  return { ...(await selectHome(c, view, asked)), newest, madeUp }
}

/** The area that the page is about. */
async function selectHome(c: Context<Env>, view: View, asked: Asked) {
  const division = c.env.HOME_DIVISION || null
  const area = await selectArea(c.var.db, division, sumsOf(view, asked))
  const notices = area ? [] : [t(view.lang, 'home_unknown', { code: division ?? '' })]
  return { area, notices }
}

/** The newest changes that are shown, and so many of the ledger are looked at for them. */
const shown = 6
const lookedAt = 20

/** What has become public last, of real bureaus. */
async function selectNewest(db: Db): Promise<Entry[]> {
  const { entries } = await selectLedger(db, { limit: lookedAt, before: undefined })
  return entries.filter(({ bureau }) => !isMadeUp(bureau.id)).slice(0, shown)
}

function Overview({ view, asked, area }: { view: View; asked: Asked; area: AreaData }) {
  const { lang } = view
  if (area.years.length === 0 && area.sums.own.length === 0)
    return (
      <div class="empty">
        <h2>{t(lang, 'nothing_held')}</h2>
        <p>{t(lang, 'nothing_held_help')}</p>
      </div>
    )
  return (
    <>
      {area.division !== null && (
        <h2>
          <a class="quiet" href={hrefIn(view, `/d/${area.division}`)}>
            {area.name}
          </a>
        </h2>
      )}
      <Sections view={view} asked={asked} area={area} missing={undefined} path="/" files="/index" />
    </>
  )
}

/** How much is held, reports of bureaus themselves and of whole areas together. */
function Counts({ view: { lang }, area: { years, coverage } }: { view: View; area: AreaData }) {
  const held = years.map((year) => ({ year, n: coverage(year).received })).filter(({ n }) => n > 0)
  const newest = held.at(-1)
  if (!newest) return <></>
  const all = held.reduce((sum, { n }) => sum + n, 0)
  const counts = [
    [t(lang, 'count_newest', { year: newest.year }), exact(newest.n)],
    [t(lang, 'count_reports'), exact(all)],
    [t(lang, 'count_years'), yearRange(held.map(({ year }) => year))],
  ]
  return (
    <dl class="counts">
      {counts.map(([label, count]) => (
        <div>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The made-up city stands apart: nothing of it is in any number above. */
const MadeUp = ({ lang }: { lang: Lang }) => (
  <section class="apart">
    <h2>{t(lang, 'made_up_section')}</h2>
    <p class="text">{t(lang, 'made_up_intro')}</p>
    <p class="actions">
      <a href={href(lang, `/d/${madeUpCountry}`)}>{t(lang, 'made_up_area')}</a>
      <a href={href(lang, '/', { collection: 'made-up' })}>{t(lang, 'made_up_open')}</a>
    </p>
  </section>
)
