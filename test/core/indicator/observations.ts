import type { FigureId } from '#core/catalog/index.ts'
import type { Observation, Observations } from '#core/indicator/observation.ts'
import type { State } from '#core/reading.ts'

/** A number, a state without one, or nothing: the report does not contain the cell. */
export type Seen = number | Exclude<State, 'number'>

const observation = (seen: Seen): Observation =>
  typeof seen === 'number' ? { value: seen, state: 'number' } : { value: null, state: seen }

/** A report with these figures and no others. */
export const report =
  (figures: Readonly<Partial<Record<FigureId, Seen>>>): Observations =>
  (id) =>
    observation(figures[id] ?? 'absent')

export const observations = (seen: readonly Seen[]): Observation[] => seen.map(observation)
