import type { Lang } from './lang.ts'

const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 })

/** Every digit, thousands separated: 1808595 → `1,808,595`. The same in both languages. */
export const exact = (value: number): string => digits.format(value).replace('-', '−')

/** Steps in which large numbers are named, largest first. */
const steps: Readonly<Record<Lang, readonly (readonly [size: number, word: string])[]>> = {
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'bn'],
    [1e6, 'M'],
    [1e4, 'k'],
  ],
}

/** Ticks of an axis that ends at `max`, all in one step: `0`, `50万`, `100万`; `0`, `500k`, `1M` is never mixed. */
export function axisNumber(lang: Lang, max: number): (value: number) => string {
  const [size, word] = steps[lang].find(([from]) => Math.abs(max) >= from) ?? [1, '']
  const scale = word === 'k' ? 1e3 : size
  return (value) => (value === 0 ? '0' : `${exact(Number((value / scale).toPrecision(12)))}${word}`)
}

/** A share in per cent with one decimal: 0.1302 → `13.0%`. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

const hour = 3_600_000

/** The day in Asia/Shanghai (UTC+8 all year), as ISO date. */
export const day = (utc: string): string =>
  new Date(
    Date.parse(utc.endsWith('Z') || utc.includes('+') ? utc : `${utc.replace(' ', 'T')}Z`) +
      8 * hour,
  )
    .toISOString()
    .slice(0, 10)

/** `2019–2024`, or the one year. */
export const yearRange = (years: readonly number[]): string => {
  const [first, last] = [years[0], years.at(-1)]
  return first === last ? String(first ?? '') : `${first}–${last}`
}
