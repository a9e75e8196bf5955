import { apartIn } from '#core/chart/area.ts'
import { sparkSvg } from '#core/chart/spark.ts'
import { yearsOf } from '#core/chart/years.ts'
import type { AreaSum } from '#core/text/told-area.ts'

/** A sum for every year from the first to the last: null where there is none. */
export const yearsSpan = (
  sums: readonly Pick<AreaSum, 'year' | 'sum'>[],
): readonly (number | null)[] =>
  yearsOf(sums.map(({ year }) => ({ year, tables: {}, excerpt: false }))).map(
    (year) => sums.find((sum) => sum.year === year)?.sum ?? null,
  )

/** The same as a tiny line, joined where a chart's is; empty where there is one year alone. */
export function sparkOf(sums: readonly AreaSum[]): string {
  if (sums.length < 2) return ''
  const years = yearsOf(sums.map(({ year }) => ({ year, tables: {}, excerpt: false })))
  return sparkSvg(yearsSpan(sums), apartIn(years, sums))
}
