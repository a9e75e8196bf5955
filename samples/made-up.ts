import {
  type FigureId,
  applicantIds,
  figures as catalogue,
  formFigures,
  requestRowIds,
} from '#core/catalog/index.ts'
import { type FormReport, type Printed, formHtml } from './form.ts'
import { type Numbers, madeUpFigures, madeUpYears } from './made-up-figures.ts'
import { type RosterRow, madeUpBureaus } from './made-up-roster.ts'
import { type Special, specialsOf } from './made-up-specials.ts'

/** A report of a bureau that does not exist, to be brought in like any other. */
export interface MadeUpReport {
  readonly bureau: string
  readonly year: number
  readonly html: string
  readonly excerpt: boolean
  /** Why it is to be published although its sums do not hold; null where no reason is given. */
  readonly accept: string | null
}

/** The bureaus of the made-up city. Its division codes begin with 00: outside GB/T 2260. */
export const madeUpRoster = (): RosterRow[] => madeUpBureaus.map(({ row }) => row)

/** Their reports for 2019 to 2024, the same at every call; a few are missing, cut off or wrong on purpose. */
export function madeUpReports(): MadeUpReport[] {
  const figures = madeUpFigures()
  return madeUpBureaus.flatMap(({ row }) =>
    madeUpYears.flatMap((year, index) => {
      const specials = specialsOf(row.id, year)
      const right = figures.get(row.id)?.[index]
      return right && !specials.some(({ missing }) => missing)
        ? [report(row, year, right, specials)]
        : []
    }),
  )
}

const notice = '虚构示例：本页由程序生成，机构和数字均为虚构，不对应任何真实的行政机关。'

function report(
  { id, name }: RosterRow,
  year: number,
  right: Numbers,
  specials: readonly Special[],
): MadeUpReport {
  const tables = specials.find((special) => special.tables)?.tables ?? usualTables(year)
  const stated = specials.reduce(misstate, right)
  return {
    bureau: id,
    year,
    html: formHtml({
      bureau: name,
      year,
      tables,
      cells: cells(tables, stated, specials),
      narrative: [notice],
    }),
    excerpt: specials.some((special) => special.excerpt),
    accept: specials.find((special) => special.accept)?.accept ?? null,
  }
}

const usualTables = (year: number): FormReport['tables'] => {
  const edition = year < 2021 ? '2019' : '2021'
  return { disclosure: edition, requests: edition, reviews: 'any' }
}

function misstate(right: Numbers, { plus = {}, forgetful }: Special): Numbers {
  const stated = { ...right }
  for (const { id } of catalogue) stated[id] += plus[id] ?? 0
  if (!forgetful) return stated
  for (const column of applicantIds) {
    stated[`requests_new.${column}`] += stated[`requests_carried_in.${column}`]
    stated[`requests_carried_in.${column}`] = 0
  }
  return stated
}

/** The cells that the tables hold, as the bureau prints them. */
function cells(
  tables: FormReport['tables'],
  numbers: Numbers,
  specials: readonly Special[],
): Printed {
  const until = specials.find((special) => special.until)?.until
  const cutOff = until ? requestRowIds.slice(requestRowIds.indexOf(until) + 1) : []
  const held = [
    ...(tables.disclosure ? formFigures('disclosure', tables.disclosure) : []),
    ...(tables.requests === undefined ? [] : formFigures('requests', tables.requests)),
    ...(tables.reviews ? formFigures('reviews', 'any') : []),
  ].filter(({ id }) => !cutOff.some((row) => id.startsWith(`${row}.`)))
  return Object.fromEntries(
    held.map(({ id }) => [
      id,
      specials.reduce((text, { print }) => print?.(text, id) ?? text, plain(id)),
    ]),
  )

  function plain(id: FigureId): string {
    const unit = id === 'procurement_amount' && numbers[id] > 0 ? '元' : ''
    return `${numbers[id]}${unit}`
  }
}
