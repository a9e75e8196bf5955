import { type FigureId, isFigureId } from '#core/catalog/index.ts'
import { dashes, nthHue } from '#core/chart/hue.ts'
import type { IndicatorId } from '#core/indicator/indicators.ts'
import { type Word, t } from '#core/text/words.ts'
import type { Bureau } from '../db/bureaus.ts'
import {
  type CompareAsked,
  compareHref,
  mostBureaus,
  mostMeasures,
  stateOf,
} from './compare-asked.ts'
import type { Comparison } from './comparison.ts'
import { measureName } from './figure-answer.ts'
import type { MeasureId } from './figure-asked.ts'
import { mostFound } from './found.ts'
import { Search } from './search.tsx'
import { type Query, type View, hrefIn } from './view.ts'
import { Badges, Name } from './words.tsx'

/** Figures that are often compared; any other id works in the address as well. */
const offeredFigures: readonly FigureId[] = [
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
const offeredRates: readonly IndicatorId[] = [
  'disclosure_rate',
  'denied_share',
  'unable_share',
  'completion_rate',
  'carry_out_rate',
  'natural_person_share',
  'review_correction_rate',
]

interface Props {
  readonly view: View
  readonly comparison: Comparison
}

/** Everything that can be chosen, by plain forms and links. */
export function Choose({ view, comparison }: Props) {
  const { lang } = view
  const { asked, bureaus, found } = comparison
  const { q } = asked
  const ids = bureaus.map((bureau) => bureau.id)
  const address = (list: readonly string[]) => compareHref(view, asked, { bureaus: list.join(',') })
  return (
    <section class="aside">
      {bureaus.length === 0 ? (
        ''
      ) : (
        <>
          <h2>{t(lang, 'compare_chosen')}</h2>
          <Picks
            view={view}
            bureaus={bureaus}
            word="compare_remove"
            to={(bureau) => address(ids.filter((other) => other !== bureau.id))}
          />
        </>
      )}
      <h2>{t(lang, 'compare_choose')}</h2>
      {ids.length >= mostBureaus ? (
        <p>{t(lang, 'compare_full')}</p>
      ) : (
        <Search lang={lang} q={q} action="/compare" keep={keptOf(view, asked)} />
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
            view={view}
            bureaus={found.bureaus}
            word="compare_add"
            to={(bureau) => address([...ids, bureau.id])}
          />
          {found.more && found.bureaus.length > 0 && (
            <p class="soft small">{t(lang, 'compare_more', { shown: mostFound })}</p>
          )}
        </>
      )}
      <FigureForm view={view} comparison={comparison} />
    </section>
  )
}

/** The state as hidden fields; the language goes its own way. */
const keptOf = ({ release }: View, asked: CompareAsked, without: Query = {}) =>
  Object.fromEntries(
    Object.entries({ ...stateOf(asked), v: release?.name, ...without }).map(([name, value]) => [
      name,
      value?.toString(),
    ]),
  )

interface PicksProps {
  readonly view: View
  readonly bureaus: readonly Bureau[]
  readonly word: 'compare_add' | 'compare_remove'
  readonly to: (bureau: Bureau) => string
}

/** Bureaus with what can be done with each; those in the chart with the colour of their line. */
const Picks = ({ view, bureaus, word, to }: PicksProps) => (
  <ul class="plain pick">
    {bureaus.map((bureau, i) => (
      <li>
        {word === 'compare_remove' && <Key nth={bureaus.length > 1 ? i : undefined} />}
        <span class="grow">
          <a href={hrefIn(view, `/b/${bureau.id}`)}>
            <Name lang={view.lang} of={bureau} />
          </a>
          <Badges lang={view.lang} of={bureau} />
        </span>
        <a href={to(bureau)}>
          {t(view.lang, word)}
          <span class="vh">
            {' '}
            <Name lang={view.lang} of={bureau} />
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

/** Figures, rates and years. */
function FigureForm({ view, comparison }: Props) {
  const { lang } = view
  const { asked } = comparison
  const hidden = { ...keptOf(view, asked, { figure: undefined, from: undefined, to: undefined }) }
  const others = asked.measures.filter(
    (id) => !(isFigureId(id) ? offeredFigures.includes(id) : offeredRates.includes(id)),
  )
  return (
    <form action="/compare" class="choices">
      <Checks
        view={view}
        asked={asked}
        word="compare_figure"
        ids={[...others, ...offeredFigures]}
      />
      <Checks view={view} asked={asked} word="figures_rates" ids={offeredRates} />
      <p class="soft small">
        {t(lang, 'compare_most', { n: mostMeasures })}{' '}
        <a href={hrefIn(view, '/f')}>{t(lang, 'all_figures')}</a>
      </p>
      <YearInput view={view} name="from" value={asked.years.from} word="year_from" />
      <YearInput view={view} name="to" value={asked.years.to} word="year_to" />
      {Object.entries({ ...hidden, lang: lang === 'en' ? 'en' : undefined }).map(([name, value]) =>
        value ? <input type="hidden" name={name} value={value} /> : '',
      )}
      <button>{t(lang, 'compare_show')}</button>
    </form>
  )
}

const Checks = ({
  view: { lang },
  asked,
  word,
  ids,
}: {
  view: View
  asked: CompareAsked
  word: Word
  ids: readonly MeasureId[]
}) => (
  <fieldset>
    <legend>{t(lang, word)}</legend>
    {ids.map((id) => (
      <label>
        <input
          type="checkbox"
          name="figure"
          value={id}
          checked={asked.measures.includes(id) || undefined}
        />{' '}
        {measureName(lang, id)}
      </label>
    ))}
  </fieldset>
)

const YearInput = ({
  view: { lang },
  name,
  value,
  word,
}: {
  view: View
  name: string
  value: number | undefined
  word: Word
}) => (
  <label class="year">
    {t(lang, word)}
    <input type="number" name={name} min="2008" max="2100" value={value} />
  </label>
)
