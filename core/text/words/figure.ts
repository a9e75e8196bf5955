import type { Label } from '#core/catalog/table.ts'

/** Words of the page of one figure, and of comparing. */
export const figureWords = {} as const satisfies Record<string, Label>
