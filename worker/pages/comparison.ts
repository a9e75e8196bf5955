import type { FigureId } from '#core/catalog/index.ts'
import type { BureauEntry } from '../db/bureaus.ts'
import type { Years } from './years.ts'

export const maxBureaus = 8

/** What is compared. */
export interface Comparison {
  readonly figure: FigureId
  readonly bureaus: readonly BureauEntry[]
  readonly years: Years
}
