import type { FigureId } from '#core/catalog/index.ts'
import type { Cell, Cells } from '../reading.ts'
import { exactSum } from './exact.ts'

/** A cell on one side of a rule, with its sign. */
export interface Term {
  readonly id: FigureId
  readonly cell: Cell | undefined
  readonly minus: boolean
}

export const term = (cells: Cells, id: FigureId): Term => ({ id, cell: cells[id], minus: false })
export const minus = (cells: Cells, id: FigureId): Term => ({ id, cell: cells[id], minus: true })

/**
 * `pass`, `fail`; `pass_if_blank_is_zero`: some cell is blank or not applicable, and the printed sum agrees if it
 * counts as 0; `not_assessable`: a cell is missing and the sum cannot be judged.
 */
export type Outcome = 'pass' | 'fail' | 'pass_if_blank_is_zero' | 'not_assessable'

export interface Judgement {
  readonly outcome: Outcome
  /** Sums of the numbers there are. */
  readonly leftSum: number
  readonly rightSum: number
  readonly missing: readonly FigureId[]
}

export type Holds = (left: number, right: number) => boolean

export const equal: Holds = (left, right) => left === right

/** Whether the two sides agree, as far as the cells allow. */
export function judge(
  left: readonly Term[],
  right: readonly Term[],
  holds: Holds = equal,
): Judgement {
  const missing = [...left, ...right].filter(({ cell }) => numberIn(cell) === undefined)
  const [leftSum, rightSum] = [sum(left), sum(right)]
  const result = { leftSum, rightSum, missing: unique(missing.map(({ id }) => id)) }
  const agrees = holds(leftSum, rightSum)
  if (missing.length === 0) return { ...result, outcome: agrees ? 'pass' : 'fail' }
  // Nothing is a sum of blanks: both sides need a printed number, and only blanks may be missing.
  const stated = [left, right].every((side) =>
    side.some(({ cell }) => numberIn(cell) !== undefined),
  )
  const onlyBlanks = missing.every(({ cell }) => cell?.state === 'blank' || cell?.state === 'na')
  const readable = stated && onlyBlanks && agrees
  return { ...result, outcome: readable ? 'pass_if_blank_is_zero' : 'not_assessable' }
}

function numberIn(cell: Cell | undefined): number | undefined {
  return cell?.state === 'number' && Number.isFinite(cell.value) ? cell.value : undefined
}

const sum = (terms: readonly Term[]): number =>
  exactSum(
    terms.map(({ cell, minus: taken }) => {
      const value = numberIn(cell) ?? 0
      return taken ? -value : value
    }),
  )

export const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]
