import { isFigureId } from '#core/catalog/index.ts'
import { coverageText, scopeText, toldSum } from '#core/text/told-area.ts'
import { exact, percent } from '#core/text/number.ts'
import { type Lang, inLang, listOf } from '#core/text/lang.ts'
import { toldRate } from '#core/text/told-figure.ts'
import { t } from '#core/text/words.ts'
import { Block, type Files } from './block.tsx'
import { type AreaValue, measureName } from './figure-answer.ts'
import { type MeasureId, placeQuery, stateOf } from './figure-asked.ts'
import { type FigureShown, partsSpec, spreadRows, spreadSpec, trendSpec } from './figure-specs.ts'
import { AreaTable, SpreadTable } from './figure-tables.tsx'
import { Tiles, outsideProvinces, shortName } from './tiles.tsx'
import { type Query, type View, hrefIn } from './view.ts'

export type Shown = FigureShown & { readonly view: View }

/** What is held of the area in the year, and of whom nothing is. */
export function Coverage({ view, lang, asked, answer }: Shown) {
  const { year, trend, parts, provinces } = answer
  const own = trend.find((one) => one.year === year)
  const { held = 0, expected = null, missing = null } = own ?? {}
  const absent =
    asked.division === null && parts.length > 0
      ? provinces.filter(
          ({ code }) => !outsideProvinces.has(code) && !parts.some((part) => part.code === code),
        )
      : []
  const names = listOf(
    lang,
    absent.map((place) => shortName(lang, place)),
  )
  return (
    <p class="soft small">
      {t(lang, 'areas_held', {
        year,
        scope: scopeText(lang, asked),
        coverage: coverageText(lang, { received: held, expected, missing }),
      })}
      {names === '' ? '' : t(lang, 'areas_missing', { names })}{' '}
      <a
        href={hrefIn({ ...view, lang: 'zh' }, '/api/v1/coverage.csv', {
          ...placeQuery(asked),
          year,
        })}
      >
        {t(lang, 'missing_list')}
      </a>
    </p>
  )
}

const filesOf = ({ measure, asked, answer }: Shown, by: 'area' | 'inside'): Files => {
  const year = by === 'inside' ? answer.year : undefined
  const query: Query = { ...stateOf(asked), by, year }
  const chart = by === 'inside' ? 'areas' : 'trend'
  return { path: `/f/${measure}`, query, svg: { ...query, by: undefined, chart } }
}

/** Where the sums come from. */
const Sources = ({ view, lang, measure, asked, answer }: Shown) => {
  const plain = { ...view, lang: 'zh' } as const
  return (
    <div class="small">
      <p>{t(lang, 'sums_source')}</p>
      <p>
        <a href={hrefIn(plain, '/api/v1/reports', { ...placeQuery(asked), year: answer.year })}>
          {t(lang, 'reports_api')}
        </a>{' '}
        <a href={hrefIn(plain, '/api/v1/totals', { figure: measure, ...stateOf(asked) })}>
          {t(lang, 'sums_api')}
        </a>
      </p>
    </div>
  )
}

/** Where an area inside leads: to the same of it. */
const leadTo =
  ({ view, measure, asked }: Shown) =>
  (code: string): string =>
    hrefIn(view, `/f/${measure}`, {
      ...stateOf(asked),
      view: asked.shown === 'list' ? 'list' : undefined,
      collection: undefined,
      division: code,
    })

/** The provinces of the country, unless they are wanted as bars only. */
export const ProvinceTiles = (props: Shown) =>
  props.asked.division === null && props.asked.shown === 'map' && props.answer.parts.length > 0 ? (
    <>
      <Tiles
        lang={props.lang}
        provinces={props.answer.provinces}
        values={props.answer.parts}
        to={leadTo(props)}
      />
      <p class="soft small">{t(props.lang, 'tiles_legend')}</p>
    </>
  ) : (
    <></>
  )

/** The areas inside as bars, with a table of them. */
export const Areas = (props: Shown) => (
  <Block
    view={props.view}
    id="areas"
    spec={partsSpec(props)}
    table={
      <AreaTable
        lang={props.lang}
        measure={props.measure}
        rows={props.answer.parts}
        by="area"
        to={leadTo(props)}
      />
    }
    sources={<Sources {...props} />}
    files={filesOf(props, 'inside')}
  />
)

/** What the newest year says; of a rate with what it is made of. */
export function trendTold({ lang, measure, answer }: FigureShown): string {
  if (isFigureId(measure))
    return toldSum(
      lang,
      answer.sums.filter(({ year }) => year <= answer.year),
    )
  const newest = answer.trend.findLast(({ year }) => year <= answer.year)
  return toldRate(lang, measureName(lang, measure), newest && rateOf(lang, newest))
}

const rateOf = (lang: Lang, { rate, reason, ...own }: AreaValue) => ({
  ...own,
  numerator: rate?.numerator ?? null,
  denominator: rate?.denominator ?? null,
  interval: rate?.interval ?? null,
  tooFew: rate?.tooFew ?? false,
  reason: reason ? inLang(lang, reason) : '',
})

export const Trend = (props: Shown) =>
  props.answer.trend.length === 0 ? (
    <></>
  ) : (
    <Block
      view={props.view}
      id="trend"
      spec={trendSpec(props)}
      told={trendTold(props)}
      table={
        <AreaTable
          lang={props.lang}
          measure={props.measure}
          rows={props.answer.trend.toReversed()}
          by="year"
        />
      }
      sources={<Sources {...props} />}
      files={filesOf(props, 'area')}
    />
  )

/** How the bureaus of the country are spread; nothing of a smaller area. */
export function Spread(props: Shown) {
  const { view, lang, measure, answer, asked } = props
  const [all] = answer.spreads
  if (!all) return <></>
  const spec = spreadSpec(props)
  if (!spec) return <p class="soft">{all.reason ? inLang(lang, all.reason) : t(lang, 'no_sum')}</p>
  return (
    <Block
      view={view}
      id="spread"
      spec={spec}
      told={spreadTold(lang, measure, spreadRows(answer)[0])}
      table={<SpreadTable {...props} />}
      sources={<Sources {...props} />}
      files={{
        path: '/api/v1/spread',
        json: '/api/v1/spread',
        query: {
          figure: measure,
          year: answer.year,
          ...placeQuery(asked),
          scope: asked.scope === 'own' ? undefined : asked.scope,
        },
        svg: null,
      }}
    />
  )
}

function spreadTold(
  lang: Lang,
  measure: MeasureId,
  all: FigureShown['answer']['spreads'][number] | undefined,
): string {
  if (!all || all.level !== null || all.percentiles === null) return ''
  const isCount = isFigureId(measure)
  // A bound that is surely not exceeded.
  const { high } = all.percentiles.p50
  return t(lang, isCount ? 'spread_told' : 'spread_rates', {
    n: exact(all.n ?? 0),
    zeros: exact(all.zeros ?? 0),
    median: isCount ? exact(high) : percent(high),
  })
}
