import type { Cells, Tables } from '#core/reading.ts'
import { samples } from '../../../samples/real.ts'
import { cellsOf } from './cells.ts'

/** A real report as keyed by hand: a file of samples/real. */
export function sample(file: string): { readonly cells: Cells; readonly tables: Tables } {
  const found = samples[file]
  if (!found) throw new Error(`No such sample: ${file}`)
  const numbers = Object.entries(found.figures).map(([id, value]) => [id, value ?? '·'])
  return { cells: cellsOf(Object.fromEntries(numbers)), tables: found.tables }
}
