import type { Label } from '#core/catalog/table.ts'

/** Words of the pages of the country and of an area. */
export const areaWords = {} as const satisfies Record<string, Label>
