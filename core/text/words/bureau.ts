import type { Label } from '#core/catalog/table.ts'

/** Words of the page of a bureau. */
export const bureauWords = {} as const satisfies Record<string, Label>
