import type { FigureId } from '#core/catalog/index.ts'
import type { State } from '#core/reading.ts'

/** A figure of a report: its number, or null with the state that says why there is none. */
export interface Observation {
  readonly value: number | null
  readonly state: State
}

/** What one report says of each figure. */
export type Observations = (id: FigureId) => Observation
