import { applicants, requestRows } from '#core/catalog/requests.ts'
import { reviewGroups, reviewResults } from '#core/catalog/reviews.ts'
import type { Label } from '#core/catalog/table.ts'
import type { YearReading } from '#core/check/continuity.ts'
import type { Identity, IdentityRule, IdentityTerm } from '#core/check/identity.ts'
import type { Outcome } from '#core/check/judge.ts'
import type { Cell } from '#core/reading.ts'
import { figureName } from './figure-name.ts'
import { type Lang, inLang, listOf, reasonIn } from './lang.ts'
import { exact } from './number.ts'
import { type Word, t } from './words.ts'

/** What words about an identity need of the reports in it. */
export type Dated = Pick<YearReading, 'year' | 'cells'>

/** How an identity comes out, as a sign; never without words beside it. */
export const outcomeSigns: Readonly<Record<Outcome, string>> = {
  pass: '✓',
  fail: '✗',
  pass_if_blank_is_zero: '○',
  not_assessable: '—',
}

/** The same in a word or two. */
export const outcomeWords = {
  pass: 'checks_pass',
  fail: 'checks_fail',
  pass_if_blank_is_zero: 'checks_blank',
  not_assessable: 'checks_open',
} as const satisfies Record<Outcome, Word>

const labelIn = (lang: Lang, labels: Readonly<Record<string, Label>>, id: string): string => {
  const label = labels[id]
  return label ? inLang(lang, label) : ''
}

/** The row, column or block that an identity is about, as the form has it; a figure where it is about one of two years. */
export function aboutName(lang: Lang, { rule, about, left: [first] }: Identity<Dated>): string {
  if (rule === 'T3-ROW') return labelIn(lang, requestRows, about)
  if (rule === 'T4-SUM') return labelIn(lang, reviewGroups, about)
  if (rule === 'X-VALID' || rule === 'X-2019') return first ? figureName(lang, first.id) : ''
  return labelIn(lang, applicants, about)
}

const kinds: Readonly<Record<IdentityRule, Word>> = {
  'T3-ROW': 'of_row',
  'T3-COL': 'of_column',
  'T3-ID': 'of_column',
  'T4-SUM': 'of_block',
  'X-CARRY': 'of_column',
  'X-VALID': 'of_block',
  'X-2019': 'of_block',
}

/** Which sum it is: “自然人”一列. */
export const identityName = (lang: Lang, one: Identity<Dated>): string =>
  t(lang, kinds[one.rule], { name: aboutName(lang, one) })

/** A figure where the identity says the rest: its column in a row, its row in a column, and the year where there are two. */
export function termName(lang: Lang, rule: IdentityRule, { id, of }: IdentityTerm<Dated>): string {
  const [row = '', column = ''] = id.split('.')
  if (rule === 'T3-ROW') return labelIn(lang, applicants, column)
  if (rule === 'T3-COL' || rule === 'T3-ID') return labelIn(lang, requestRows, row)
  const result = Object.entries(reviewResults).find(([one]) => id.endsWith(`_${one}`))
  if (rule === 'T4-SUM') return result ? inLang(lang, result[1]) : ''
  return t(lang, 'figure_of_year', { figure: figureName(lang, id), year: of.year })
}

/** What stands in a cell, as short as an equation needs it; a sign where that is no number. */
export function cellSign(cell: Cell | undefined): string {
  if (cell?.state === 'number') return cell.value < 0 ? `(${exact(cell.value)})` : exact(cell.value)
  return cell ? { blank: '·', na: '／', unread: '?', text: '“…”' }[cell.state] : '—'
}

/** The equation with names, and with what is printed; both sides as they stand, whether they are equal or not. */
export function equation(lang: Lang, one: Identity<Dated>): { words: string; numbers: string } {
  const { rule, left, right, outcome } = one
  const side = (terms: typeof left, text: (term: (typeof left)[number]) => string): string =>
    terms.map((term, i) => `${i > 0 ? ` ${term.minus ? '−' : '+'} ` : ''}${text(term)}`).join('')
  const both = (sign: string, text: (term: (typeof left)[number]) => string): string =>
    `${side(left, text)} ${sign} ${side(right, text)}`
  return {
    words: both('=', (term) => termName(lang, rule, term)),
    numbers: both(equalSigns[outcome], ({ cell }) => cellSign(cell)),
  }
}

const equalSigns: Readonly<Record<Outcome, string>> = {
  pass: '=',
  fail: '≠',
  pass_if_blank_is_zero: '=',
  not_assessable: '?',
}

/** What a cell says, in words: its state, with what is printed where that is no number. */
export function stateText(lang: Lang, cell: Cell | undefined): string {
  if (!cell) return t(lang, 'legend_absent')
  if (cell.state === 'unread')
    return t(lang, 'sign_unread', { reason: reasonIn(lang, cell.reason) })
  if (cell.state === 'number') return t(lang, cell.value === 0 ? 'legend_zero' : 'state_number')
  if (cell.state === 'blank') return t(lang, 'legend_blank')
  return cell.state === 'na' ? t(lang, 'sign_na', { raw: cell.raw }) : t(lang, 'state_text')
}

/** How an identity comes out and why, in a sentence. */
export function resultText(lang: Lang, one: Identity<Dated>): string {
  const { outcome, leftSum, rightSum } = one
  const [left, right] = [exact(leftSum), exact(rightSum)]
  const gap = exact(Math.abs(leftSum - rightSum))
  if (outcome === 'pass') return t(lang, 'result_pass', { left })
  if (outcome === 'fail') return t(lang, 'result_fail', { left, right, gap })
  const names = listOf(
    lang,
    [...one.left, ...one.right]
      .filter(({ cell }) => cell?.state !== 'number')
      .map((term) => termName(lang, one.rule, term)),
  )
  if (outcome === 'pass_if_blank_is_zero') return t(lang, 'result_blank', { left, names })
  return t(lang, 'result_open', { names })
}
