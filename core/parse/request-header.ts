import { applicantIds } from '#core/catalog/index.ts'
import { applicants } from '#core/catalog/requests.ts'
import type { Axis } from '#core/catalog/table.ts'
import { type Columns, widthOf } from './columns.ts'
import { label } from './normal.ts'
import { type Range, type Row, type Slot, pieces } from './rows.ts'

const names = applicantIds.map((id) => {
  const { zh, aka = [] }: Axis = applicants[id]
  return [zh, ...aka].map((name) => label(name).key)
})
const total = applicantIds.indexOf('total')

export interface RequestHeader {
  /** Columns of the kinds of applicants in the grid, some may be missing; undefined where it does not tell. */
  readonly columns: RequestColumns | undefined
  /** Why the table cannot be read: columns in another order, or each of them twice. */
  readonly problem: 'order' | 'twins' | undefined
}

export interface RequestColumns extends Columns {
  /** Which of the seven columns stands where. */
  readonly ranges: readonly (Range & { readonly at: number })[]
}

interface Named {
  readonly slot: Slot
  /** Which of the seven columns it names. */
  readonly at: number
  readonly grid: number | undefined
}

/** What header rows say about the columns of the grid below them. The order is checked wherever it can be seen. */
export function requestHeader(rows: readonly Row[], grid: number | undefined): RequestHeader {
  const lines = rows.map(namedIn)
  return {
    columns: columns(
      lines.flat().filter((name) => name.grid === grid),
      Math.max(0, ...rows.filter((row) => row.grid === grid).map(widthOf)),
    ),
    problem: problem(rows, lines),
  }
}

function problem(
  rows: readonly Row[],
  lines: readonly (readonly Named[])[],
): RequestHeader['problem'] {
  if (lines.some(isTwice)) return 'twins'
  return isInOrder(lines.flat()) && isTotalLast(rows) ? undefined : 'order'
}

const namedIn = ({ cells, grid }: Row): Named[] =>
  cells.flatMap((slot) => {
    if (slot.shape !== 'words' || slot.text.length > 60) return []
    const whole = column(slot.text)
    const found = whole < 0 ? pieces(slot.text).map(column) : [whole]
    return found.flatMap((at) => (at < 0 ? [] : [{ slot, at, grid }]))
  })

function column(text: string): number {
  const { key } = label(text)
  return names.findIndex((keys) => keys.includes(key))
}

const isTwice = (line: readonly Named[]): boolean => {
  const people = line.filter(({ at }) => at < total).map(({ at }) => at)
  return new Set(people).size < people.length
}

function isInOrder(list: readonly Named[]): boolean {
  const people = list.map(({ at }) => at).filter((at) => at < total)
  // A repeated header begins again with 自然人.
  return people.every((at, i) => i === 0 || at === 0 || at > (people[i - 1] ?? 0))
}

/** 总计 stands right of 自然人, in its row, or right of 申请人情况 in the row above it. */
function isTotalLast(rows: readonly Row[]): boolean {
  const lines = rows.map(({ cells }) => cells.map(({ text }) => label(text).key))
  if (!lines.some((keys) => keys.includes('自然人'))) return true
  let peopleSeen = false
  return lines.every((keys) => {
    const at = keys.indexOf('总计')
    const isLeft = (name: string): boolean => keys.includes(name) && keys.indexOf(name) < at
    const isRight = (name: string): boolean => keys.lastIndexOf(name) > at
    const seen = peopleSeen
    peopleSeen ||= keys.includes('自然人')
    if (at < 0) return true
    if (isRight('自然人') || isRight('申请人情况')) return false
    return seen || isLeft('自然人') || isLeft('申请人情况')
  })
}

/** In the order of the form, side by side, at least from 自然人 to 总计. */
function columns(list: readonly Named[], width: number): RequestColumns | undefined {
  const last = new Map(list.map(({ at, slot }) => [at, slot]))
  const found = names.flatMap((_, at) => {
    const slot = last.get(at)
    return slot ? [{ at, from: slot.from, to: slot.to }] : []
  })
  const isCertain = found.every(({ from }, i) => i === 0 || from >= (found[i - 1]?.to ?? 0))
  const isWhole = last.has(0) && last.has(total) && found.length > 3
  return isCertain && isWhole ? { ranges: found, width } : undefined
}
