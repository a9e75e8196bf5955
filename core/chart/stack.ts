import type { ChartHead } from './head.ts'
import type { Tone } from './hue.ts'

/** Bars over the years, each made of parts that add up to a printed total. */
export interface StackSpec extends ChartHead {
  readonly kind: 'stack'
  /** Numbers as they are, or each as a share of the printed total of its year. */
  readonly mode: 'count' | 'share'
  /** Every year of the range, also those without a report. */
  readonly years: readonly number[]
  readonly layers: readonly Layer[]
  /** The printed total, one per year; null where there is none. */
  readonly totals: readonly (number | null)[]
  /** Why a year has no bar, in words. A share has none where the total is 0, missing or in dispute. */
  readonly gaps: Readonly<Record<number, string>>
  /** Years of which a layer has no number: the bar shows the others only, and says so. */
  readonly partial: Readonly<Record<number, string>>
  /** Years whose layers do not make their total, with the word for that. */
  readonly disputed: Readonly<Record<number, string>>
  /** Years from which another edition of the form is in use, with the note to print there. */
  readonly breaks: Readonly<Record<number, string>>
  /** Years of which only an excerpt is held. */
  readonly excerpts: readonly number[]
}

/** One part of every bar, from below to above in the order given. */
export interface Layer {
  readonly name: string
  readonly tone: Tone
  /** One per year; null is no number, never zero. */
  readonly values: readonly (number | null)[]
}
