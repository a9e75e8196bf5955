import { figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import { gapWord } from '#core/chart/spec.ts'
import { figuresOf } from '#core/indicator/indicators.ts'
import { rateGaps } from '#core/indicator/rate.ts'
import type { State } from '#core/reading.ts'
import { exact, percent } from '#core/text/number.ts'
import { inLang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import type { BureauAsOf } from '../db/bureaus.ts'
import type { RatePoint } from '../db/rates.ts'
import type { Plotted } from './compare-specs.ts'
import type { Comparison } from './comparison.ts'
import { signs } from './state.tsx'
import { type View, hrefIn, nameOf } from './view.ts'
import { Badge, Name } from './words.tsx'

interface Props {
  readonly view: View
  readonly comparison: Comparison
  readonly plotted: Plotted
}

/** Years down, bureaus across: every number that is drawn, the newest first, each with its proof. */
export function CompareTable({ view, comparison, plotted }: Props) {
  const { lang } = view
  const { bureaus } = comparison
  const { spec } = plotted
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={t(lang, 'table_by_year')}>
      <table class="years across">
        <caption>{t(lang, 'compare_caption', { figure: spec.heading, unit: spec.unit })}</caption>
        <thead>
          <tr>
            <th scope="col">{t(lang, 'report_year')}</th>
            {bureaus.map((bureau, i) => (
              <th scope="col" class="num" title={nameOf(lang, bureau)}>
                <span class="three">
                  {bureaus.length > 1 ? `${i + 1} ` : ''}
                  <Name lang={lang} of={bureau} />
                </span>
                {bureau.scope === 'area' && <Badge>{t(lang, 'scope_area')}</Badge>}
              </th>
            ))}
            {spec.reference && (
              <th scope="col" class="num">
                {spec.reference.name}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {spec.years.toReversed().map((year) => (
            <tr>
              <th scope="row">{year}</th>
              {bureaus.map((bureau, i) => (
                <Cell
                  view={view}
                  comparison={comparison}
                  plotted={plotted}
                  at={{ bureau, i, year }}
                />
              ))}
              {spec.reference && <MedianCell {...{ view, comparison, plotted }} year={year} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface At {
  readonly bureau: BureauAsOf
  /** Its place among the lines. */
  readonly i: number
  readonly year: number
}

type CellProps = Props & { readonly at: At }

const Cell = (props: CellProps) =>
  isFigureId(props.plotted.measure) ? <FigureCell {...props} /> : <RateCell {...props} />

/** Where the number stands in its report. */
const proofOf = (view: View, { bureau, year }: At, figure: string): string =>
  `${hrefIn(view, `/b/${bureau.id}/${year}`, { cell: figure })}#cell`

/** In an index what it is made of as well. */
function FigureCell(props: CellProps) {
  const { view, comparison, plotted, at } = props
  const { measure, spec, base } = plotted
  const line = comparison.trend.series.find(
    (series) => series.bureau === at.bureau.id && series.figure === measure,
  )
  const point = line?.points.find(({ year }) => year === at.year)
  if (!point || point.value === null) return <Gap {...props} state={point?.state ?? 'absent'} />
  const drawn = spec.lines[at.i]?.values[spec.years.indexOf(at.year)] ?? null
  return (
    <td class="num">
      <Doubts view={view} comparison={comparison} at={at} disputed={point.disputed} />
      {base === null ? '' : <span class="share">{indexText(drawn)}</span>}{' '}
      <a href={proofOf(view, at, measure)}>
        <data value={String(point.value)}>{exact(point.value)}</data>
      </a>
    </td>
  )
}

/** Why there is no number. */
function Gap({ view, comparison, plotted: { measure }, at, state }: CellProps & { state: State }) {
  const sign = state === 'blank' || state === 'na' || state === 'unread' ? `${signs[state]} ` : ''
  const tables = reportOf(comparison, at)?.tables
  const word = isFigureId(measure) ? gapWord(figureOf(measure), state, tables) : 'unheld'
  return <td class="num off">{sign + t(view.lang, word)}</td>
}

const indexText = (value: number | null): string => (value === null ? '—' : value.toFixed(1))

const reportOf = ({ trend }: Comparison, { bureau, year }: At) =>
  trend.reports.find((head) => head.bureau === bureau.id && head.year === year)

/** Only an excerpt is held; a sum that the number is part of does not hold. */
function Doubts({
  view: { lang },
  comparison,
  at,
  disputed,
}: Omit<CellProps, 'plotted'> & { disputed: boolean }) {
  return (
    <>
      {reportOf(comparison, at)?.excerpt && (
        <>
          <Badge warn>{t(lang, 'excerpt')}</Badge>{' '}
        </>
      )}
      {disputed && (
        <span class="disputed">
          <span aria-hidden="true">≠</span>
          <span class="vh">{t(lang, 'sign_failed')}</span>
        </span>
      )}
    </>
  )
}

/** With what it is made of and where it may well lie, each part leading to its cell. */
function RateCell({ view, comparison, plotted, at }: CellProps) {
  const { lang } = view
  const { measure } = plotted
  if (isFigureId(measure)) return <></>
  const line = comparison.rates.find(
    (series) => series.bureau === at.bureau.id && series.indicator === measure,
  )
  const point = line?.points.find(({ year }) => year === at.year)
  if (!point) return <td class="num off">{t(lang, 'unheld')}</td>
  const [cell = measure] = figuresOf(measure)
  return (
    <td class={point.value === null ? 'num off' : 'num'}>
      <Doubts view={view} comparison={comparison} at={at} disputed={point.disputed} />
      <a href={proofOf(view, at, cell)}>
        {point.value === null ? (
          <span title={point.reason ? inLang(lang, rateGaps[point.reason]) : undefined}>
            {t(lang, 'rate_undefined')}
          </span>
        ) : (
          <data value={String(point.value)}>{percent(point.value)}</data>
        )}
      </a>
      <small class="made">{madeText(point)}</small>
      {point.tooFew && <small class="made">{t(lang, 'too_few')}</small>}
    </td>
  )
}

/** `17 ÷ 20，64.0%–94.8%`. */
function madeText({ numerator, denominator, interval }: RatePoint): string {
  const range = interval && ` (${percent(interval.low)}–${percent(interval.high)})`
  return `${numberOf(numerator)} ÷ ${numberOf(denominator)}${range ?? ''}`
}

const numberOf = (n: number | null): string => (n === null ? '—' : exact(n))

function MedianCell({ view: { lang }, comparison, plotted, year }: Props & { year: number }) {
  const { measure } = plotted
  const own = comparison.medians?.medians.find(
    (one) => one.measure === measure && one.year === year,
  )
  if (!own || own.value === null)
    return <td class="num off">{t(lang, 'too_few_peers', { n: own?.n ?? 0 })}</td>
  return (
    <td class="num">
      <data value={String(own.value)}>
        {isFigureId(measure) ? exact(own.value) : percent(own.value)}
      </data>
      <small class="made">n={own.n}</small>
    </td>
  )
}

/** What the sign means, below a table in which it stands. */
export const CompareNote = ({ view: { lang }, plotted: { spec } }: Omit<Props, 'comparison'>) =>
  spec.lines.some(({ disputed }) => Object.keys(disputed).length > 0) ? (
    <p class="soft small">{t(lang, 'disputed_note')}</p>
  ) : (
    <></>
  )
