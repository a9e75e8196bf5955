import type { Context } from 'hono'
import { figureName } from '#core/text/figure-name.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { nearFigures } from '#core/text/near-figures.ts'
import { t } from '#core/text/words.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import { asset } from '../answer/asset.ts'
import { isMadeUp } from '../db/outline.ts'
import type { Env } from '../env.ts'
import { isFigureId } from '#core/catalog/index.ts'
import { errorPage } from './error.tsx'
import {
  Areas,
  Coverage,
  ProvinceTiles,
  type Shown,
  Spread,
  Trend,
  trendTold,
} from './figure-blocks.tsx'
import { Ask, Picks } from './figure-form.tsx'
import { FigureFacts } from './figure-facts.tsx'
import { measureName, selectFigure } from './figure-answer.ts'
import { type FigureAsked, figureAsked, isMeasure } from './figure-asked.ts'
import { type FigureShown, placeText } from './figure-specs.ts'
import { page } from './layout.tsx'
import { type View, creditOf, hrefIn, isBehind, viewOf } from './view.ts'

/** One figure of the form, or one rate: what it is, and what the bureaus of an area state of it. */
export async function figurePage(c: Context<Env>): Promise<Response> {
  const view = await viewOf(c)
  const { lang } = view
  const id = c.req.param('figure') ?? ''
  if (!isMeasure(id)) return noFigure(c, view, id)
  const asked = figureAsked(c)
  const [notes, answer] = await Promise.all([
    asset(c, `notes.${lang}`),
    isBehind(view) ? null : selectFigure(c.var.db, id, asked, view.release),
  ])
  if (answer === undefined)
    return errorPage(c, 404, t(lang, 'no_such_division', { code: asked.division ?? '' }))
  const shown = answer && { lang, measure: id, asked, answer, credit: creditOf(view) }
  const told = toldOf(lang, shown)
  const title = measureName(lang, id)
  return page(
    c,
    view,
    { title, description: told, crumbs: crumbsOf(lang) },
    <>
      <h1>{title}</h1>
      <Notices view={view} asked={asked} />
      <p class="sentence">{told}</p>
      <FigureFacts view={view} measure={id} note={notes[id]} />
      {shown && <Numbers view={view} {...shown} />}
    </>,
  )
}

const crumbsOf = (lang: Lang): readonly (readonly [path: string, name: string])[] => [
  ['/', t(lang, 'home')],
  ['/f', t(lang, 'figures_title')],
]

/** The page in a sentence: of which place, and its newest number. */
function toldOf(lang: Lang, shown: FigureShown | null): string {
  if (!shown) return t(lang, 'counts_behind')
  const place = placeText(lang, shown)
  const told = trendTold(shown)
  const end = /[。.]$/.test(told) ? '' : lang === 'zh' ? '。' : '.'
  return `${place}${lang === 'zh' ? '：' : ': '}${told}${end}`
}

const Notices = ({ view: { lang }, asked }: { view: View; asked: FigureAsked }) => (
  <>
    {isMadeUp(asked.division) && <p class="notice">{t(lang, 'made_up_intro')}</p>}
    {asked.leftOut.length > 0 ? (
      <p class="notice">{t(lang, 'asked_left_out', { names: asked.leftOut.join(', ') })}</p>
    ) : (
      ''
    )}
  </>
)

function Numbers(shown: Shown) {
  const { view, lang, measure } = shown
  const refused = isFigureId(measure) ? mayAdd(measure) : null
  return (
    <>
      <h2>{t(lang, 'by_area', { place: placeText(lang, shown) })}</h2>
      <Picks {...shown} />
      <Ask {...shown} />
      <Coverage {...shown} />
      {refused === null ? (
        <>
          <ProvinceTiles {...shown} />
          <Charts {...shown} />
        </>
      ) : (
        <p class="empty">
          {t(lang, 'not_added', { reason: inLang(lang, refused) })}{' '}
          <a href={hrefIn(view, '/compare', { figure: measure })}>{t(lang, 'compare_instead')}</a>
        </p>
      )}
    </>
  )
}

/** The areas beside what concerns them all. */
const Charts = (shown: Shown) =>
  shown.answer.parts.length === 0 ? (
    <>
      <p class="soft">{t(shown.lang, 'no_parts')}</p>
      <div class="pair">
        <Trend {...shown} />
        <Spread {...shown} />
      </div>
    </>
  ) : (
    <div class="pair">
      <Areas {...shown} />
      <div>
        <Trend {...shown} />
        <Spread {...shown} />
      </div>
    </div>
  )

/** No such figure: those whose name or id is like it. */
function noFigure(c: Context<Env>, view: View, id: string): Response | Promise<Response> {
  const { lang } = view
  const title = t(lang, 'no_figure', { id: id.slice(0, 60) })
  const near = nearFigures(id)
  return page(
    c,
    view,
    {
      title,
      description: title,
      status: 404,
      unlisted: true,
      crumbs: crumbsOf(lang),
    },
    <>
      <h1>{title}</h1>
      {near.length > 0 && (
        <>
          <p>{t(lang, 'near_figures')}</p>
          <ul>
            {near.map((one) => (
              <li>
                <a href={hrefIn(view, `/f/${one}`)}>{figureName(lang, one)}</a> <code>{one}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={hrefIn(view, '/f')}>{t(lang, 'all_figures')}</a>
      </p>
    </>,
  )
}
