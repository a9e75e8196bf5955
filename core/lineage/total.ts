import type { FigureId } from '#core/catalog/index.ts'
import { type Addability, addUp } from '#core/indicator/addition.ts'
import type { Observation } from '#core/indicator/observation.ts'
import type { Lineage } from './lineage.ts'
import { predecessors } from './series.ts'

/** What to read for a total over several bureaus in a year. */
export interface LinkedTotal {
  /** Every bureau once, however many of those asked for came from it. */
  readonly bureaus: readonly string[]
  /** Those asked for whose share of that year cannot be told, since they came out of a split. */
  readonly undivided: readonly string[]
}

export function linkedTotal(line: Lineage, bureaus: readonly string[], year: number): LinkedTotal {
  const parts = bureaus.map((bureau) => ({ bureau, own: predecessors(line, bureau, year) }))
  return {
    bureaus: [...new Set(parts.flatMap(({ own }) => own ?? []))],
    undivided: parts.flatMap(({ bureau, own }) => (own === null ? [bureau] : [])),
  }
}

/** One bureau's figure as part of a linked one. */
export interface Part extends Observation {
  readonly bureau: string
}

/** A linked figure with the list of what it is made of. */
export interface LinkedFigure {
  readonly value: number | null
  readonly parts: readonly Part[]
  /** Why the parts may not be added up. */
  readonly reason: Addability
}

/** The sum of the predecessors' figures. A single one stays what it is; of several, each must state a number. */
export function linkedFigure(id: FigureId, parts: readonly Part[]): LinkedFigure {
  const [only] = parts.length === 1 ? parts : []
  if (only) return { value: only.value, parts, reason: null }
  const { value, missing, reason } = addUp(id, parts)
  return { value: missing === 0 ? value : null, parts, reason }
}
