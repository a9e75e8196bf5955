import type { Lang } from '#core/text/lang.ts'
import { t } from '#core/text/words.ts'
import { yearRuns } from './words.tsx'

interface Props {
  readonly lang: Lang
  readonly bureaus: readonly { readonly years: readonly number[] }[]
  /** The same without a range of years. */
  readonly all: string
}

/** In place of a chart: nothing is held of these bureaus, or nothing of the years asked for. */
export function NoReports({ lang, bureaus, all }: Props) {
  const years = heldYears(bureaus)
  if (years === '') return <p class="empty">{t(lang, 'no_reports_here')}</p>
  return (
    <p class="empty">
      {t(lang, 'none_in_range', { years })} <a href={all}>{t(lang, 'all_held_years')}</a>
    </p>
  )
}

/** Years of which a report of any of the bureaus is held; empty where there is none. */
export const heldYears = (bureaus: Props['bureaus']): string =>
  yearRuns([...new Set(bureaus.flatMap(({ years }) => years))].toSorted((a, b) => a - b))
