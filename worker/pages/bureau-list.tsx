import type { Context } from 'hono'
import type { Lang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { type BureauEntry, type BureauPage, selectBureaus } from '../db/bureaus.ts'
import { type Holdings, selectHoldings } from '../db/holdings.ts'
import type { Env } from '../env.ts'
import { page } from './layout.tsx'
import { Search } from './search.tsx'
import { type View, href, viewOf } from './view.ts'
import { Badges, Name, levelName, sectorName, yearRuns } from './words.tsx'

const pageSize = 50

/** What the address asks for. */
interface Asked {
  readonly q: string
  readonly division: string
  readonly sector: string
  readonly after: string
  readonly madeUp: boolean
}

/** Whether the address asks for a list of bureaus, and not for the overview. */
export const isListed = (c: Context<Env>): boolean =>
  ['q', 'division', 'sector', 'after', 'collection', 'list'].some(
    (name) => (c.req.query(name) ?? '').trim() !== '',
  )

/** `/?q=…`: the bureaus that a search finds, or all of them. */
export async function bureauList(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const asked = askedOf(c)
  const { db } = c.var
  const [found, held] = await Promise.all([
    selectBureaus(db, filterOf(asked)),
    // Nobody is told a part for the whole.
    view.version?.behind ? undefined : selectHoldings(db),
  ])
  const { lang } = view
  return page(
    c,
    view,
    {
      title: t(lang, 'find_bureaus'),
      description: t(lang, 'home_description'),
      unlisted: true,
      crumbs: [['/', t(lang, 'home')]],
    },
    <>
      <h1>{t(lang, asked.madeUp ? 'made_up_section' : 'find_bureaus')}</h1>
      <Search
        lang={lang}
        q={asked.q}
        keep={{
          division: asked.division,
          sector: asked.sector,
          collection: asked.madeUp ? 'made-up' : undefined,
        }}
      />
      <Filters view={view} asked={asked} found={found} />
      {asked.madeUp && <p class="notice">{t(lang, 'made_up_intro')}</p>}
      <Bureaus view={view} asked={asked} found={found} />
      <OtherCollection view={view} asked={asked} madeUp={held?.madeUp ?? []} />
    </>,
  )
}

function askedOf(c: Context<Env>): Asked {
  const text = (name: string) => (c.req.query(name) ?? '').trim().slice(0, 60)
  return {
    q: text('q'),
    division: text('division'),
    sector: text('sector'),
    after: text('after'),
    madeUp: text('collection') === 'made-up',
  }
}

const filterOf = ({ q, division, sector, after, madeUp }: Asked) => ({
  q,
  division: division || undefined,
  sector: sector || undefined,
  after: after || undefined,
  madeUp,
  limit: pageSize,
})

const queryOf = ({ q, division, sector, madeUp }: Asked) => ({
  q,
  division,
  sector,
  collection: madeUp ? 'made-up' : undefined,
  // Without anything to look for: all of them.
  list: q === '' && !division && !sector && !madeUp ? 'bureaus' : undefined,
})

interface Props {
  readonly view: View
  readonly asked: Asked
  readonly found: BureauPage
}

function Filters({ view: { lang }, asked, found }: Props) {
  const division = found.bureaus.find((bureau) => bureau.division.code === asked.division)?.division
  const active = [
    ['division', division ? <Name lang={lang} of={division} /> : asked.division],
    ['sector', sectorName(lang, asked.sector)],
  ] as const
  const set = active.filter(([key]) => asked[key] !== '')
  return set.length === 0 ? (
    <></>
  ) : (
    <p class="actions">
      <span class="soft">{t(lang, 'filters')}</span>
      {set.map(([key, name]) => (
        <a href={href(lang, '/', { ...queryOf(asked), [key]: undefined })}>
          {name} <span aria-hidden="true">×</span>
          <span class="vh">{t(lang, 'compare_remove')}</span>
        </a>
      ))}
    </p>
  )
}

function Bureaus({ view: { lang }, asked, found }: Props) {
  const searched = [asked.q, asked.division, asked.sector, asked.after].some((text) => text !== '')
  if (found.bureaus.length === 0 && found.next === null)
    return <Nothing lang={lang} searched={searched} />
  const all = asked.madeUp ? 'made_up_section' : 'bureaus'
  return (
    <>
      <h2>{t(lang, searched ? 'bureaus_matching' : all)}</h2>
      {found.bureaus.length === 0 ? (
        <p>{t(lang, 'none_so_far')}</p>
      ) : (
        <Table lang={lang} asked={asked} found={found} />
      )}
      <Paging lang={lang} asked={asked} found={found} />
    </>
  )
}

const Table = ({ lang, asked, found }: Omit<Props, 'view'> & { lang: Lang }) => (
  <table class="stack">
    <thead>
      <tr>
        <th scope="col">{t(lang, 'col_bureau')}</th>
        <th scope="col">{t(lang, 'col_division')}</th>
        <th scope="col">{t(lang, 'col_sector')}</th>
        <th scope="col">{t(lang, 'col_years')}</th>
      </tr>
    </thead>
    <tbody>
      {found.bureaus.map((bureau) => (
        <BureauRow lang={lang} bureau={bureau} asked={asked} />
      ))}
    </tbody>
  </table>
)

/** Nothing found, or nothing there at all: what to try. */
const Nothing = ({ lang, searched }: { lang: Lang; searched: boolean }) => (
  <div class="empty">
    <h2>{t(lang, searched ? 'nothing_matches' : 'nothing_held')}</h2>
    <p>{t(lang, searched ? 'nothing_matches_help' : 'nothing_held_help')}</p>
    {searched && <a href={href(lang, '/')}>{t(lang, 'clear_filters')}</a>}
  </div>
)

function Paging({ lang, asked, found }: Omit<Props, 'view'> & { lang: Lang }) {
  const { next } = found
  return (
    <p class="actions">
      {asked.after !== '' && <a href={href(lang, '/', queryOf(asked))}>{t(lang, 'first_page')}</a>}
      {next && (
        <a rel="next" href={href(lang, '/', { ...queryOf(asked), after: next })}>
          {t(lang, 'next_page')}
        </a>
      )}
    </p>
  )
}

const BureauRow = ({
  lang,
  bureau,
  asked,
}: {
  lang: View['lang']
  bureau: BureauEntry
  asked: Asked
}) => (
  <tr>
    <th scope="row">
      <a href={href(lang, `/b/${bureau.id}`)}>
        <Name lang={lang} of={bureau} />
      </a>
      <Badges lang={lang} of={bureau} />
    </th>
    <td>
      <a class="quiet" href={href(lang, `/d/${bureau.division.code}`)}>
        <Name lang={lang} of={bureau.division} />
      </a>
    </td>
    <td>
      {bureau.level === bureau.sector ? '' : `${levelName(lang, bureau.level)} · `}
      <a class="quiet" href={href(lang, '/', { ...queryOf(asked), sector: bureau.sector })}>
        {sectorName(lang, bureau.sector)}
      </a>
    </td>
    <td>{bureau.years.length === 0 ? t(lang, 'no_years') : yearRuns(bureau.years)}</td>
  </tr>
)

/** The made-up city has a section of its own, shut until somebody asks; from there a way back. */
const OtherCollection = ({
  view: { lang },
  asked,
  madeUp,
}: {
  view: View
  asked: Asked
  madeUp: Holdings
}) =>
  asked.madeUp ? (
    <p>
      <a href={href(lang, '/')}>{t(lang, 'real_open')}</a>
    </p>
  ) : madeUp.length === 0 ? (
    <></>
  ) : (
    <section>
      <h2>{t(lang, 'made_up_section')}</h2>
      <p class="text">{t(lang, 'made_up_intro')}</p>
      <p>
        <a href={href(lang, '/', { collection: 'made-up', q: asked.q })}>
          {t(lang, 'made_up_open')}
        </a>
      </p>
    </section>
  )
