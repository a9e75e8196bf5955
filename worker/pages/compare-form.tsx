import type { FigureId } from '#core/catalog/index.ts'
import { dashes, nthHue } from '#core/chart/hue.ts'
import { figureName } from '#core/text/figure-name.ts'
import { t } from '#core/text/words.ts'
import type { BureauEntry } from '../db/bureaus.ts'
import { type Comparison, maxBureaus } from './comparison.ts'
import { type Found, mostFound } from './found.ts'
import { Search } from './search.tsx'
import { type View, href } from './view.ts'
import { Badges, Name } from './words.tsx'

/** Figures that are often compared; any other id works in the address as well. */
const offered: readonly FigureId[] = [
  'licences_decided',
  'penalties_decided',
  'coercion_decided',
  'fees_collected_wan',
  'norms_made',
  'norms_valid',
  'requests_new.total',
  'requests_carried_in.total',
  'outcome_granted.total',
  'outcome_partial.total',
  'outcome_total.total',
  'requests_carried_out.total',
  'review_total',
  'review_corrected',
  'suit_direct_total',
  'suit_after_review_total',
]

interface Props {
  readonly view: View
  readonly comparison: Comparison
  readonly q: string
  readonly found: Found
}

/** Everything that can be chosen, by plain forms and links. */
export function Choose({ view: { lang }, comparison, q, found }: Props) {
  const { figure: id, bureaus, years } = comparison
  const ids = bureaus.map((bureau) => bureau.id)
  const address = (list: readonly string[]) =>
    href(lang, '/compare', { bureaus: list.join(','), figure: id, from: years.from, to: years.to })
  return (
    <section class="aside">
      {bureaus.length === 0 ? (
        ''
      ) : (
        <>
          <h2>{t(lang, 'compare_chosen')}</h2>
          <Picks
            lang={lang}
            bureaus={bureaus}
            word="compare_remove"
            to={(bureau) => address(ids.filter((other) => other !== bureau.id))}
          />
        </>
      )}
      <h2>{t(lang, 'compare_choose')}</h2>
      {ids.length >= maxBureaus ? (
        <p>{t(lang, 'compare_full')}</p>
      ) : (
        <Search lang={lang} q={q} action="/compare" keep={{ bureaus: ids.join(','), figure: id }} />
      )}
      {q === '' ? (
        ''
      ) : (
        <>
          <h3>{t(lang, 'compare_found', { q })}</h3>
          {found.bureaus.length === 0 && (
            <p>{t(lang, found.more ? 'none_so_far' : 'nothing_matches')}</p>
          )}
          <Picks
            lang={lang}
            bureaus={found.bureaus}
            word="compare_add"
            to={(bureau) => address([...ids, bureau.id])}
          />
          {found.more && found.bureaus.length > 0 && (
            <p class="soft small">{t(lang, 'compare_more', { shown: mostFound })}</p>
          )}
        </>
      )}
      <FigureForm view={{ lang }} comparison={comparison} />
    </section>
  )
}

interface PicksProps {
  readonly lang: View['lang']
  readonly bureaus: readonly BureauEntry[]
  readonly word: 'compare_add' | 'compare_remove'
  readonly to: (bureau: BureauEntry) => string
}

/** Bureaus with what can be done with each; those in the chart with the colour of their line. */
const Picks = ({ lang, bureaus, word, to }: PicksProps) => (
  <ul class="plain pick">
    {bureaus.map((bureau, i) => (
      <li>
        {word === 'compare_remove' && <Key nth={bureaus.length > 1 ? i : undefined} />}
        <span class="grow">
          <a href={href(lang, `/b/${bureau.id}`)}>
            <Name lang={lang} of={bureau} />
          </a>
          <Badges lang={lang} of={bureau} />
        </span>
        <a href={to(bureau)}>
          {t(lang, word)}
          <span class="vh">
            {' '}
            <Name lang={lang} of={bureau} />
          </span>
        </a>
      </li>
    ))}
  </ul>
)

/** The line's number, colour and dashes, as in the chart. */
const Key = ({ nth }: { nth: number | undefined }) =>
  nth === undefined ? (
    <></>
  ) : (
    <span class={`key h-${nthHue(nth)}`}>
      {nth + 1}{' '}
      <svg width="28" height="4" aria-hidden="true">
        <path d="M0 2h28" stroke="currentColor" stroke-width="3" stroke-dasharray={dashes[nth]} />
      </svg>
    </span>
  )

function FigureForm({
  view: { lang },
  comparison: { figure: id, bureaus },
}: {
  view: Pick<View, 'lang'>
  comparison: Comparison
}) {
  const options = offered.includes(id) ? offered : [id, ...offered]
  return (
    <form class="search" action="/compare">
      <label for="figure">{t(lang, 'compare_figure')}</label>
      <select id="figure" name="figure">
        {options.map((option) => (
          <option value={option} selected={option === id}>
            {figureName(lang, option)}
          </option>
        ))}
      </select>
      <input type="hidden" name="bureaus" value={bureaus.map((bureau) => bureau.id).join(',')} />
      {lang === 'en' && <input type="hidden" name="lang" value="en" />}
      <button>{t(lang, 'compare_show')}</button>
    </form>
  )
}
