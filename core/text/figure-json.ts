import type { Figure } from '#core/catalog/index.ts'
import { unitLabels } from '#core/catalog/table.ts'

/** A figure in the API's spelling. */
export const figureJson = ({ id, table, zh, en, unit, kind, editions }: Figure) => ({
  id,
  table,
  zh,
  en,
  kind,
  editions,
  unit: { id: unit, ...unitLabels[unit] },
})
