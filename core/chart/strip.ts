import type { ChartHead } from './head.ts'
import type { Hue } from './hue.ts'

/** How a group of bureaus is spread, one row per figure or year, with the place of one bureau in it. */
export interface StripSpec extends ChartHead {
  readonly kind: 'strip'
  readonly rows: readonly StripRow[]
}

export interface StripRow {
  readonly name: string
  readonly hue: Hue
  /** How many bureaus the percentiles are of. */
  readonly n: number
  /** Null where the group is too small, with the reason in `gap`. */
  readonly percentiles: Percentiles | null
  /** The bureau's own number; null where it has none, or none is asked for. */
  readonly own: number | null
  readonly gap: string
}

export type Percentiles = Readonly<Record<'p10' | 'p25' | 'p50' | 'p75' | 'p90', number>>
