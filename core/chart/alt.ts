import { t } from '#core/text/words.ts'
import type { Line, LineSpec } from './spec.ts'

/** Everything that the picture shows, for those who do not see it: every value of every year, as plain digits. */
export function altText(spec: LineSpec): string {
  const lines = spec.lines.map((line) => {
    const values = spec.years.map((year, i) => valueText(spec, line, year, i))
    const name = spec.lines.length > 1 ? `${line.name}${spec.lang === 'zh' ? '：' : ': '}` : ''
    return name + values.join(spec.lang === 'zh' ? '，' : ', ')
  })
  const stop = spec.lang === 'zh' ? '。' : '. '
  return [...lines, ...spec.notes].join(stop) + stop.trimEnd()
}

function valueText(
  { lang, unit }: LineSpec,
  { values, gaps, disputed }: Line,
  year: number,
  i: number,
) {
  const value = values[i] ?? null
  const when = t(lang, 'year', { year })
  if (value === null) return lang === 'zh' ? `${when}${gaps[year]}` : `${when} ${gaps[year]}`
  const doubt = disputed[year]
  if (lang === 'zh') return `${when}${value}${unit}${doubt ? `（${doubt}）` : ''}`
  return `${when}: ${value}${doubt ? ` (${doubt})` : ''}`
}
