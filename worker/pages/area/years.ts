import { yearsOf } from '#core/chart/years.ts'
import type { AreaSum } from '#core/text/told-area.ts'

/** A sum for every year from the first to the last: null where there is none. */
export const yearsSpan = (
  sums: readonly Pick<AreaSum, 'year' | 'sum'>[],
): readonly (number | null)[] =>
  yearsOf(sums.map(({ year }) => ({ year, tables: {}, excerpt: false }))).map(
    (year) => sums.find((sum) => sum.year === year)?.sum ?? null,
  )
