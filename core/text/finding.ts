import type { Check } from '#core/check/check.ts'
import type { FigureId } from '#core/catalog/index.ts'
import { type Applicant, applicants, requestRows } from '#core/catalog/requests.ts'
import { reviewGroups } from '#core/catalog/reviews.ts'
import { type Cells, valueOf } from '#core/reading.ts'
import { type Lang, inLang } from './lang.ts'
import { exact } from './number.ts'
import { t } from './words.ts'

/** A sum that does not hold, in words that a citizen understands: both sides and the difference. */
export function failureText(lang: Lang, check: Check, cells: Cells): string {
  const { left, right, leftSum, rightSum } = check
  const gap = exact(Math.abs(leftSum - rightSum))
  const sides = { left: exact(leftSum), right: exact(rightSum), gap }
  const [sum] = right
  if (check.id === 'T3-ROW') return t(lang, 'fail_row', { row: rowOf(lang, sum), ...sides })
  if (check.id === 'T3-COL')
    return t(lang, 'fail_column', { column: columnOf(lang, sum), ...sides })
  if (check.id === 'T4-SUM') return t(lang, 'fail_results', { group: groupOf(lang, sum), ...sides })

  const [a = '', b = '', c = '', d = ''] = [...left, ...right].map((id) =>
    exact(valueOf(cells, id) ?? 0),
  )
  const where =
    columnId(sum) === 'total' ? '' : t(lang, 'in_column', { column: columnOf(lang, sum) })
  return where + t(lang, 'fail_identity', { a, b, c, d, gap })
}

const isApplicant = (id: string | undefined): id is Applicant =>
  id !== undefined && id in applicants

const columnId = (id: FigureId | undefined): Applicant | undefined => {
  const column = id?.split('.')[1]
  return isApplicant(column) ? column : undefined
}

const columnOf = (lang: Lang, id: FigureId | undefined): string => {
  const column = columnId(id)
  return column ? inLang(lang, applicants[column]) : ''
}

function rowOf(lang: Lang, id: FigureId | undefined): string {
  const row = Object.entries(requestRows).find(([key]) => id?.startsWith(`${key}.`))
  return row ? inLang(lang, row[1]) : ''
}

function groupOf(lang: Lang, id: FigureId | undefined): string {
  const group = Object.entries(reviewGroups).find(([key]) => id === `${key}_total`)
  return group ? inLang(lang, group[1]) : ''
}
