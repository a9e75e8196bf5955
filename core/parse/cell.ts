import type { Kind, Unit } from '#core/catalog/table.ts'
import type { Cell } from '../reading.ts'
import { fold } from './normal.ts'

/** What a figure may be; from the catalogue. */
interface Expected {
  readonly kind: Kind
  readonly unit: Unit
}

/** Longest text of a cell that is kept. */
export const maxRaw = 200
/** What most cells hold; any figure may. */
const plain = /^(?:0|[1-9]\d{0,8})$/
const na = /^(?:[/\\|]{1,3}|[-—–―─－﹣]{1,4}|无|无\.|无。)$/
const number = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([^\s\d().,]{0,2})\s*(?:\((.*)\))?$/s
const itemUnits = ['', '件', '项', '次', '个', '条', '宗', '起', '份', '例', '部']
const units: Readonly<Record<Unit, readonly string[]>> = {
  item: itemUnits,
  project: itemUnits,
  wan: ['', '万元'],
  printed: ['', '元', '万元', '亿元'],
}
/** Remarks that leave the number before them alone: of which, including, its unit. */
const remark = /^(?:其中|含|包括|包含|内含|均为|件$|项$|元$|万元$|次$)[^万亿]*$/

/** One printed cell with its state. Numbers that are not certain become `unread` with the reason. */
export function readCell(text: string, expected: Expected): Cell {
  if (plain.test(text)) return { state: 'number', value: Number(text), raw: text }
  const raw = text.trim().slice(0, maxRaw)
  const folded = fold(text).replace(/[−﹣]/g, '-').trim()
  if (folded === '') return { state: 'blank', raw }
  if (na.test(folded)) return { state: 'na', raw }
  const found = number.exec(folded)
  if (found) return readNumber(found, raw, expected)
  if (isSentence(folded)) return { state: 'text', raw }
  return unread(raw, '不是确定的数字（not a number for certain）')
}

function readNumber(found: RegExpExecArray, raw: string, expected: Expected): Cell {
  const [, sign = '', whole = '', decimals = '', suffix = '', note] = found
  const value = Number(`${sign}${whole.replaceAll(',', '')}${decimals}`)
  const printed = { sign, whole, decimals, unit: suffix, note: note?.trim(), value }
  const problem = problems.find(({ is }) => is(printed, expected))
  return problem
    ? unread(raw, problem.reason)
    : { state: 'number', value: value === 0 ? 0 : value, raw }
}

interface Printed {
  readonly sign: string
  readonly whole: string
  readonly decimals: string
  readonly unit: string
  readonly note: string | undefined
  readonly value: number
}

/** What makes a printed number doubtful; the first that holds is the reason. */
const problems: readonly {
  readonly is: (printed: Printed, expected: Expected) => boolean
  readonly reason: string
}[] = [
  { is: ({ whole }) => /^0\d/.test(whole), reason: '数字可能连在一起（digits run together）' },
  {
    is: ({ decimals }, { kind }) => kind !== 'amount' && decimals !== '',
    reason: '件数有小数（decimals in a count）',
  },
  {
    is: ({ sign }, { kind }) => kind !== 'signed' && sign !== '',
    reason: '不应有正负号（a sign where none belongs）',
  },
  {
    is: ({ unit, value }, expected) =>
      !units[expected.unit].includes(unit) && !(value === 0 && unit === '元'),
    reason: '单位不符（a unit that does not belong here）',
  },
  {
    is: ({ note }, { unit }) => note !== undefined && !isHarmless(note, unit),
    reason: '数字后的说明不明确（an unclear remark after the number）',
  },
  {
    is: ({ value }) => !Number.isSafeInteger(Math.trunc(value)),
    reason: '数字过大（the number is too large）',
  },
]

function isHarmless(note: string, unit: Unit): boolean {
  if (unit === 'wan') return note === '万元'
  return remark.test(note) && (unit === 'printed' || !note.includes('元'))
}

/** Words, not a number in disguise: no digits at all, or so many words that the digits are part of them. */
function isSentence(text: string): boolean {
  const words = text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (/[\d０-９①-⑳⑴-⒇oOlI]/.test(text)) return words >= 12
  return words >= 2 && !/^[一二两三四五六七八九十百千万零〇]+.?$/.test(text)
}

export const unread = (raw: string, reason: string): Cell => ({
  state: 'unread',
  raw: raw.trim().slice(0, maxRaw),
  reason,
})

/**
 * What a cell is by its looks, before anyone knows which figure it belongs to: a `value` is something that stands where
 * numbers stand; everything else is `words`.
 */
export type Shape = 'blank' | 'value' | 'words'

const valueLike = /^[约近超共]?[+-]?\d[\d,. ]*(?:万|亿)?\p{Script=Han}{0,2}(?:\(.*\))?$/su
const disguised = /^(?:[oOlI]|[①-⑳]+|[〇零]|\ufffc)$/
/** Struck out, or with something raised or lowered behind it. */
const marked = /^~~|^\d[\d,.]*[~^_]/
const valueLikes = [na, valueLike, disguised, marked]
const numberedLabel = /^\d{1,2}[.、]\s*\p{Script=Han}/u
const date = /^\d+\s*[年月日度]/

export function shape(text: string): Shape {
  if (plain.test(text)) return 'value'
  if (text.length > 200) return text.trim() === '' ? 'blank' : 'words'
  const folded = fold(text).replace(/[−﹣]/g, '-').trim()
  if (folded === '') return 'blank'
  if (folded.length > 60 || numberedLabel.test(folded) || date.test(folded)) return 'words'
  return valueLikes.some((pattern) => pattern.test(folded)) ? 'value' : 'words'
}
