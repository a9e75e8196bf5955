import { styleText } from 'node:util'
import { type FigureId, tables as form } from '#core/catalog/index.ts'
import { tableIds } from '#core/catalog/table.ts'
import type { Assessment } from '#core/check/assessment.ts'
import type { Severity } from '#core/check/finding.ts'
import { ruleBook } from '#core/check/rule-book.ts'
import type { Place } from '#core/reading.ts'
import { figureName } from '#core/text/figure-name.ts'
import { type Lang, inLang, listOf } from '#core/text/lang.ts'
import { exact } from '#core/text/number.ts'
import type { Checked, Subject } from './check-subject.ts'

const severities: Readonly<
  Record<Severity, { zh: string; en: string; colour: 'red' | 'yellow' | 'gray' }>
> = {
  error: { zh: '错误', en: 'error', colour: 'red' },
  warning: { zh: '警告', en: 'warning', colour: 'yellow' },
  notice: { zh: '提示', en: 'notice', colour: 'gray' },
}

const outcomes: Readonly<Record<Assessment['outcome'], { zh: string; en: string }>> = {
  pass: { zh: '相符', en: 'holds' },
  fail: { zh: '不符', en: 'does not hold' },
  pass_if_blank_is_zero: { zh: '空白作0则相符', en: 'holds if blanks are 0' },
  not_assessable: { zh: '无法核对', en: 'cannot be judged' },
  unread: { zh: '未能确认', en: 'not certain' },
}

/** A head line and a line per finding; in colour where standard output is a terminal and NO_COLOR is not set. */
export const reportLines = (lang: Lang, { subject, findings }: Checked): string[] => [
  styleText('bold', headLine(lang, subject)),
  ...tableIds.flatMap((id) => {
    const reason = subject.refusedTables[id]
    return reason ? [`  ${mark(lang, 'error')} ${form[id].part} ${reason}`] : []
  }),
  ...findings.map((finding) => `  ${findingLine(lang, finding, subject)}`),
]

export const refusalLine = (lang: Lang, file: string, reason: string): string =>
  `${file}  ${styleText('red', lang === 'zh' ? '拒收' : 'refused')} ${reason}`

const mark = (lang: Lang, severity: Severity): string =>
  styleText(severities[severity].colour, inLang(lang, severities[severity]))

function headLine(lang: Lang, { file, bureau, report }: Subject): string {
  const editions = tableIds.flatMap((id) => {
    const edition = report.tables[id]
    if (edition === undefined) return []
    return [`${form[id].part}${edition === 'any' ? '' : `:${edition ?? '?'}`}`]
  })
  const unknown = lang === 'zh' ? '机关不明' : 'bureau unknown'
  return `${file}  ${bureau ?? unknown} ${report.year ?? '????'}  ${editions.join(' ')}`
}

function findingLine(lang: Lang, finding: Assessment, subject: Subject): string {
  const { rule, severity, outcome, missing, statement, detail } = finding
  const parts = [
    `${inLang(lang, ruleBook[rule])}${lang === 'zh' ? '：' : ': '}${inLang(lang, outcomes[outcome])}`,
    sides(lang, finding),
    missing.length > 0
      ? `${lang === 'zh' ? '没有数字' : 'without a number'}: ${names(lang, missing)}`
      : '',
    detail ?? '',
    statement ? `“${statement.sentence.slice(0, 80)}”` : '',
    where(lang, placeOf(finding, subject)),
  ]
  return `${mark(lang, severity)} ${rule} ${parts.filter((part) => part !== '').join(' · ')}`
}

/** More figures than this on a side are counted, not named. */
const most = 3

function sides(
  lang: Lang,
  { outcome, left, right, leftSum, rightSum, difference, basis }: Assessment,
): string {
  if (outcome === 'not_assessable') return ''
  if (leftSum === null && rightSum === null) return names(lang, left)
  const last = basis === 'previous' ? (lang === 'zh' ? '上年' : 'last year ') : ''
  const both = [side(lang, left, leftSum), side(lang, right, rightSum, last)]
  const gap = difference === null || difference === 0 ? '' : ` (${signed(difference)})`
  return both.filter((one) => one !== '').join(' | ') + gap
}

const side = (lang: Lang, ids: readonly FigureId[], sum: number | null, before = ''): string =>
  sum === null ? '' : `${before}${names(lang, ids)} = ${exact(sum)}`

const signed = (value: number): string => (value > 0 ? `+${exact(value)}` : exact(value))

function names(lang: Lang, ids: readonly FigureId[]): string {
  const some = ids.slice(0, most).map((id) => figureName(lang, id))
  const more = ids.length - some.length
  const rest = lang === 'zh' ? `等${ids.length}格` : ` and ${more} more`
  return listOf(lang, some) + (more > 0 ? rest : '')
}

/** Where the finding can be looked up: at the sum, which stands right, or at the cell itself. */
export function placeOf(
  { left, right, missing }: Assessment,
  { places }: Subject,
): Place | undefined {
  const ids = missing.length > 0 ? missing : right.length === 1 ? right : left
  return ids.flatMap((id) => places[id] ?? [])[0]
}

function where(lang: Lang, place: Place | undefined): string {
  const { page, line } = place ?? {}
  if (page !== undefined) return lang === 'zh' ? `第${page}页` : `page ${page}`
  if (line !== undefined) return lang === 'zh' ? `第${line}行` : `line ${line}`
  return ''
}
