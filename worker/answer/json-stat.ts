import type { Label } from '#core/catalog/table.ts'
import type { Told } from './meta.ts'

/** What a dataset is made of. */
export interface Cube extends Told {
  readonly label: Label
  readonly dimensions: readonly Dimension[]
  /** Those that are held; made when they are read. */
  readonly cells: Iterable<CubeCell>
}

/** An axis of a cube: a JSON-stat dimension. */
export interface Dimension {
  readonly id: string
  readonly label: string
  readonly role: 'time' | 'geo' | 'metric'
  readonly categories: readonly Category[]
}

export interface Category {
  readonly id: string
  readonly label: string
  readonly unit?: { readonly label: string; readonly decimals: number }
}

/** A cell, by one category of each dimension, in their order. */
export interface CubeCell {
  readonly at: readonly (string | number)[]
  readonly value: number | null
  /** In a word: why there is no number, or what is to be known of it; null for a plain one. */
  readonly status: string | null
}

/** Nothing is held that would have it. */
const notHeld = 'not_held'

/**
 * The part of a JSON-stat 2.0 dataset that holds the figures: dimensions, values in row-major order (the last dimension
 * varies fastest), and the status of each that is not a plain number. A cell that is not given is not held.
 */
export function cubeJson({ dimensions, cells }: Pick<Cube, 'dimensions' | 'cells'>) {
  const size = dimensions.map(({ categories }) => categories.length)
  const count = size.reduce((product, own) => product * own, 1)
  const value = Array.from({ length: count }, (): number | null => null)
  const status = Array.from({ length: count }, (): string | null => notHeld)
  const place = placeIn(dimensions)
  for (const cell of cells) {
    const i = place(cell.at)
    value[i] = cell.value
    status[i] = cell.status
  }
  return {
    id: dimensions.map(({ id }) => id),
    size,
    role: Object.fromEntries(dimensions.map(({ role, id }) => [role, [id]])),
    dimension: Object.fromEntries(dimensions.map((one) => [one.id, dimensionJson(one)])),
    value,
    // Keys of an object keep their order: those of numbers go up.
    status: Object.fromEntries(status.flatMap((word, i) => (word === null ? [] : [[i, word]]))),
  }
}

/** Where a cell stands among the values. */
function placeIn(dimensions: readonly Dimension[]): (at: CubeCell['at']) => number {
  const indexes = dimensions.map(
    ({ categories }) => new Map(categories.map(({ id }, i) => [id, i])),
  )
  return (at) =>
    indexes.reduce((place, index, nth) => {
      const own = index.get(String(at[nth]))
      if (own === undefined) throw new TypeError(`No category ${at[nth]} in a cube`)
      return place * index.size + own
    }, 0)
}

const dimensionJson = ({ label, categories }: Dimension) => ({
  label,
  category: {
    index: categories.map(({ id }) => id),
    label: Object.fromEntries(categories.map((one) => [one.id, one.label])),
    ...(categories.some(({ unit }) => unit)
      ? {
          unit: Object.fromEntries(
            categories.flatMap(({ id, unit }) => (unit ? [[id, unit]] : [])),
          ),
        }
      : {}),
  },
})
