import type { Context } from 'hono'
import { t } from '#core/text/words.ts'
import type { Env } from '../env.ts'
import { type Asked, askedOf } from './bureau/asked.ts'
import { Blocks } from './bureau/blocks.tsx'
import { AddBureau, Controls } from './bureau/controls.tsx'
import { Facts, Lineage } from './bureau/facts.tsx'
import { type Found, type Known, lineOptions, selectFound, selectKnown } from './bureau/found.ts'
import { Peers } from './bureau/peers.tsx'
import { Reports } from './bureau/sources.tsx'
import { sinceOf, toldOf, whoOf } from './bureau/told.ts'
import { errorPage } from './error.tsx'
import { page } from './layout.tsx'
import { NoReports } from './no-reports.tsx'
import { type View, hrefIn, nameOf, viewOf } from './view.ts'
import { Badges, Name } from './words.tsx'

/** A bureau over the years: the whole picture, or the figures and charts that are asked for. */
export async function bureauPage(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang } = view
  const id = c.req.param('bureau') ?? ''
  const known = await selectKnown(c.var.db, id, view)
  if (!known) return errorPage(c, 404, t(lang, 'no_such_bureau', { id }))

  const asked = askedOf(c, view)
  const found = await selectFound(c.var.db, view, known, asked)
  const { bureau } = known
  const name = nameOf(lang, bureau)
  const told = toldOf(view, known, found, asked)
  return page(
    c,
    view,
    {
      title: name,
      description: told,
      crumbs: [
        ['/', t(lang, 'home')],
        [`/d/${bureau.division.code}`, nameOf(lang, bureau.division)],
      ],
      since: view.release ? sinceOf(lang, known, found.seen) : [],
    },
    <>
      <h1>
        <Name lang={lang} of={bureau} />
        <Badges lang={lang} of={bureau} />
      </h1>
      {bureau.madeUp && <p class="notice">{t(lang, 'made_up_banner')}</p>}
      <Facts view={view} bureau={bureau} names={known.names} coverage={found.coverage} />
      {found.seen.reports.length === 0 ? '' : <p class="sentence">{told}</p>}
      {[...asked.notices, ...found.notices].map((notice) => (
        <p class="notice">{notice}</p>
      ))}
      <Lineage view={view} bureau={bureau} kin={found.kin} asked={asked} />
      <Body view={view} known={known} asked={asked} found={found} />
    </>,
  )
}

interface BodyProps {
  readonly view: View
  readonly known: Known
  readonly asked: Asked
  readonly found: Found
}

function Body({ view, known: { bureau, hasKin, now }, asked, found }: BodyProps) {
  const { seen, coverage } = found
  const who = whoOf(view.lang, bureau)
  const years = bureau.years ?? seen.held.map(({ year }) => year)
  if (seen.reports.length === 0)
    return (
      <NoReports
        lang={view.lang}
        bureaus={[{ years }]}
        all={hrefIn(view, `/b/${bureau.id}`, { figure: asked.figures.join() })}
      />
    )
  return (
    <>
      <Controls
        view={view}
        who={who}
        asked={asked}
        years={view.release ? years : now.years}
        hasKin={hasKin}
      />
      <Blocks
        view={view}
        who={who}
        seen={seen}
        asked={asked}
        options={lineOptions(view.lang, bureau.id, asked, found)}
      />
      <Peers view={view} who={who} seen={seen} medians={found.medians} />
      <Reports view={view} who={who} seen={seen} missing={coverage.missing} />
      <AddBureau view={view} who={who} />
    </>
  )
}
