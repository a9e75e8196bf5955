import type { TableId } from '#core/catalog/table.ts'
import type { Tables } from '#core/reading.ts'
import type { Lang } from '#core/text/lang.ts'
import { yearRange } from '#core/text/number.ts'
import { t } from '#core/text/words.ts'

/** A published report, as far as charts need to know it. */
export interface Held {
  readonly year: number
  readonly tables: Tables
  /** Only part of the report was at hand. */
  readonly excerpt: boolean
}

/** Every year from the first to the last. */
export function yearsOf(reports: readonly Held[]): number[] {
  const years = reports.map(({ year }) => year)
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i)
}

/** Who and when. */
export function subjectLine(
  lang: Lang,
  names: readonly string[],
  years: readonly number[],
): string {
  const who = names.join(lang === 'zh' ? '、' : '; ')
  if (years.length === 0) return who
  return lang === 'zh' ? `${who}，${yearRange(years)}年` : `${who}, ${yearRange(years)}`
}

/** Years from which a table follows another edition of the form than before, with the note to print there. */
export function breaksOf(
  lang: Lang,
  table: TableId,
  reports: readonly Held[],
): Record<number, string> {
  const editions = reports
    .toSorted((one, other) => one.year - other.year)
    .flatMap(({ year, tables }) => {
      const edition = tables[table]
      return edition === '2019' || edition === '2021' ? [{ year, edition }] : []
    })
  return Object.fromEntries(
    editions.flatMap(({ year, edition }, i): [number, string][] => {
      const before = editions[i - 1]
      return before && before.edition !== edition
        ? [[year, t(lang, 'form_break', { edition })]]
        : []
    }),
  )
}

/** Whether some report still follows the old form of a table when another already follows the new one. */
export function isFormMixed(table: TableId, reports: readonly Held[]): boolean {
  const years = (edition: '2019' | '2021'): number[] =>
    reports.filter(({ tables }) => tables[table] === edition).map(({ year }) => year)
  return Math.max(...years('2019')) >= Math.min(...years('2021'))
}

export const excerptsOf = (reports: readonly Held[]): number[] =>
  reports.filter(({ excerpt }) => excerpt).map(({ year }) => year)
