import type { Assessment } from '#core/check/assessment.ts'
import { type YearReading, continuityFindings } from '#core/check/continuity.ts'
import { documentFindings } from '#core/check/document.ts'
import { type Report, formFindings } from '#core/check/form.ts'
import { claims } from './claims.ts'
import { feeFindings } from './fee.ts'
import { proseFindings } from './prose.ts'
import { parts, period } from './section.ts'

/** A report with all that is known of it. */
export interface Examined extends Report {
  readonly scope: YearReading['scope']
  /** The text of the whole document; null where there is none, or only an excerpt, or the figures alone. */
  readonly text: string | null
  /** Years that the titles name. */
  readonly titleYears: readonly number[]
  readonly publishedOn: string | null
  readonly due: string | null
}

/** Last year's report of the bureau; after a merger, one of each predecessor. `text` as above. */
export type Earlier = YearReading & { readonly text: string | null }

/** Every rule that the report alone and with those of last year can be held against. Areas: `hierarchyFindings`. */
export const examine = (report: Examined, previous: readonly Earlier[]): Assessment[] => [
  ...formFindings(report),
  ...(report.year === null ? [] : continuityFindings({ ...report, year: report.year }, previous)),
  ...(report.text === null ? documentOnly(report) : written(report, report.text, previous)),
]

const documentOnly = (report: Examined): Assessment[] =>
  documentFindings({ ...report, period: null, parts: {} })

function written(report: Examined, text: string, previous: readonly Earlier[]): Assessment[] {
  const told = claims(text, report.year)
  const own = parts(text)
  // What is said of the year before, and how, is only comparable where one bureau said it.
  const before =
    previous.length === 1 ? previous.find(({ year }) => year + 1 === report.year) : undefined
  return [
    ...proseFindings(told, report, before),
    ...feeFindings(own.六 ?? null, told, report.cells),
    ...documentFindings(
      { ...report, period: period(text), parts: own },
      before?.text ? parts(before.text) : undefined,
    ),
  ]
}
