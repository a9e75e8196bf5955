import { type FigureId, figure } from '#core/catalog/index.ts'
import type { Lang } from './lang.ts'
import { exact } from './number.ts'
import { type Dated, type Told, asSentences, dated, newest, unitAfter } from './sentence.ts'
import { t } from './words.ts'

/** What a line shows, where its bureau is named already: the newest number, its change, and the range of all years. */
export function toldLine(lang: Lang, told: Told): string {
  const known = dated(told.subject)
  const parts = [...newest(lang, [told]), ...range(lang, told.figure, known)]
  return asSentences(lang, parts)
}

/** Two numbers are told already; of a number in dispute nobody knows whether it is the highest. */
function range(lang: Lang, id: FigureId, known: readonly Dated[]): string[] {
  const { unit } = figure(id)
  if (known.length < 3 || unit === 'printed' || known.some(({ disputed }) => disputed)) return []
  const values = known.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (low === high) return []
  const [first, last] = [known[0]?.year ?? 0, known.at(-1)?.year ?? 0]
  const end = (value: number) => ({
    amount: exact(value),
    unit: unitAfter(lang, unit),
    years: yearsOf(lang, known, value),
  })
  return [
    t(lang, 'told_range', {
      first,
      last,
      high: t(lang, 'told_high', end(high)),
      low: t(lang, 'told_low', end(low)),
    }),
  ]
}

/** `2019年`, `2019、2021年`, or the first of many. */
function yearsOf(lang: Lang, known: readonly Dated[], value: number): string {
  const [first = 0, second, ...more] = known.flatMap((one) =>
    one.value === value ? [one.year] : [],
  )
  if (second === undefined) return t(lang, 'year', { year: first })
  if (more.length > 0) return t(lang, 'told_years', { first, n: more.length + 2 })
  return t(lang, 'told_both_years', { first, second })
}
