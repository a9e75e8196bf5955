import { isFigureId } from '#core/catalog/index.ts'
import type { Interval } from '#core/indicator/wilson.ts'
import { exact, percent } from '#core/text/number.ts'
import { type Lang, inLang } from '#core/text/lang.ts'
import { type Word, t } from '#core/text/words.ts'
import { AtLeast } from './area/sum-table.tsx'
import { type AreaValue, unitOf } from './figure-answer.ts'
import type { MeasureId } from './figure-asked.ts'
import { type FigureShown, gapOf, levelWord, spreadRows } from './figure-specs.ts'
import { nameOf } from './view.ts'

interface Props {
  readonly lang: Lang
  readonly measure: MeasureId
  readonly rows: readonly AreaValue[]
  /** What a row is called: its area, else its year. */
  readonly by: 'area' | 'year'
  /** Where an area leads. */
  readonly to?: (code: string) => string
}

const ofSums: readonly Word[] = ['col_reports', 'col_silent', 'col_missing']
const ofRates: readonly Word[] = [
  'col_part',
  'col_whole',
  'col_interval',
  'col_reports',
  'col_missing',
]

/** Sums or rates with what they are made of and what they leave out. */
export function AreaTable({ lang, measure, rows, by, to }: Props) {
  const isSum = isFigureId(measure)
  const columns = isSum ? ofSums : ofRates
  return (
    <div class="scroll">
      <table class="years">
        <thead>
          <tr>
            <th scope="col">{t(lang, by === 'area' ? 'col_division' : 'report_year')}</th>
            <th scope="col" class="num">
              {isSum ? t(lang, 'col_sum', { unit: unitOf(lang, measure) }) : t(lang, 'col_rate')}
            </th>
            {columns.map((word) => (
              <th scope="col" class="num">
                {t(lang, word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                {by === 'year' ? row.year : <Place lang={lang} row={row} to={to} />}
              </th>
              <ValueCell lang={lang} row={row} />
              {isSum ? <SumCells lang={lang} row={row} /> : <RateCells lang={lang} row={row} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Place({ lang, row, to }: { lang: Lang; row: AreaValue; to: Props['to'] }) {
  const name = nameOf(lang, row.name)
  return row.code === null || !to ? <>{name}</> : <a href={to(row.code)}>{name}</a>
}

function ValueCell({ lang, row }: { lang: Lang; row: AreaValue }) {
  if (row.value === null)
    return (
      <td class="num off" title={row.reason ? inLang(lang, row.reason) : undefined}>
        {gapOf(lang, row)}
      </td>
    )
  return (
    <td class="num">
      {row.atLeast && <AtLeast lang={lang} />}
      <data value={String(row.value)}>{row.rate ? percent(row.value) : exact(row.value)}</data>
      {row.rate?.tooFew && <small class="made">{t(lang, 'too_few')}</small>}
    </td>
  )
}

const Num = ({ lang, of }: { lang: Lang; of: number | null }) => (
  <td class="num">{of === null ? t(lang, 'not_known') : exact(of)}</td>
)

const SumCells = ({ lang, row }: { lang: Lang; row: AreaValue }) => (
  <>
    <Num lang={lang} of={row.held} />
    <Num lang={lang} of={row.held - row.reports + row.unassessable} />
    <Num lang={lang} of={row.missing} />
  </>
)

const RateCells = ({ lang, row }: { lang: Lang; row: AreaValue }) => (
  <>
    <Num lang={lang} of={row.rate?.numerator ?? null} />
    <Num lang={lang} of={row.rate?.denominator ?? null} />
    <td class="num">{row.rate?.interval ? rangeText(row.rate.interval, percent) : ''}</td>
    <Num lang={lang} of={row.reports} />
    <Num lang={lang} of={row.missing} />
  </>
)

/** `1–1.2`, or the one number where both ends are it. */
export const rangeText = ({ low, high }: Interval, told: (value: number) => string): string =>
  low === high ? told(low) : `${told(low)}–${told(high)}`

const percents = ['p10', 'p25', 'p50', 'p75', 'p90'] as const

/** The percentiles of each level, as far as they are known. */
export function SpreadTable({ lang, measure, answer }: FigureShown) {
  const told = isFigureId(measure) ? exact : percent
  return (
    <div class="scroll">
      <table class="years">
        <thead>
          <tr>
            <th scope="col">{t(lang, 'ask_level')}</th>
            <th scope="col" class="num">
              {t(lang, 'col_n')}
            </th>
            <th scope="col" class="num">
              {t(lang, 'col_zeros')}
            </th>
            {percents.map((percentile) => (
              <th scope="col" class="num">
                {percentile.toUpperCase()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spreadRows(answer).map(({ level, n, zeros, percentiles, reason }) => (
            <tr>
              <th scope="row">{levelWord(lang, level)}</th>
              <Num lang={lang} of={n} />
              <Num lang={lang} of={zeros} />
              {percentiles ? (
                percents.map((one) => <td class="num">{rangeText(percentiles[one], told)}</td>)
              ) : (
                <td class="off" colspan={percents.length}>
                  {reason && inLang(lang, reason)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
