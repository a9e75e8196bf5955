import type { Label } from '#core/catalog/table.ts'

/** Words around a chart: its tabs, what can be done with it, how to cite it. */
export const blockWords = {} as const satisfies Record<string, Label>
