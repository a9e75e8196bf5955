import type { Label } from '#core/catalog/table.ts'

/** Words of the pages of downloads and of what all this is. */
export const dataWords = {} as const satisfies Record<string, Label>
