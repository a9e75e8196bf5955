import type { ChartHead } from './head.ts'
import type { Tone } from './hue.ts'

/** Bars that lie: one per row, its name to the left; from zero, or from where another row ends (a flow). */
export interface BarsSpec extends ChartHead {
  readonly kind: 'bars'
  readonly rows: readonly BarRow[]
}

export interface BarRow {
  readonly name: string
  readonly tone: Tone
  /** Where the bar begins; 0 but for a flow. */
  readonly from: number
  /** Its length; null where there is no number. */
  readonly value: number | null
  /** Why there is no number, in words; empty where there is one. */
  readonly gap: string
  /** The word for a sum that does not hold; empty where none is concerned. */
  readonly disputed: string
  /** Set apart from the rows above it: a sum of them, or what is left. */
  readonly strong?: boolean
}
