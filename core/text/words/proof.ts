import type { Label } from '#core/catalog/table.ts'

/** Words of a cell, of its place in the source, and of the proof of a sum. */
export const proofWords = {} as const satisfies Record<string, Label>
