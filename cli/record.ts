import { findings } from '#core/check/finding.ts'
import { type TableId, tableIds } from '#core/catalog/table.ts'
import type { Document } from '#core/parse/index.ts'
import type { Cells, Reading, Refusal, Tables } from '#core/reading.ts'

/** The line of `read --json` for one file: figures and states of every cell that it contains. */
export function record(
  file: string,
  document: Document | Refusal,
  withPlaces: boolean,
): Readonly<Record<string, unknown>> {
  const empty = { bureau: null, division: null, year: null, tables: {}, figures: {}, states: {} }
  if ('refused' in document) return { file, refused: document.refused, ...empty, findings: [] }
  if (document.kind === 'bulk') {
    const records = document.records.map(({ bureau, division, year, tables, cells }) => ({
      bureau,
      division,
      year,
      ...content(tables, {}, cells),
    }))
    return { file, refused: null, ...empty, findings: [], records }
  }
  const { identity, tables, refusedTables, cells, places = {} } = document.reading
  return {
    file,
    refused: null,
    bureau: identity.bureau,
    division: identity.division,
    year: identity.year,
    ...content(tables, refusedTables, cells),
    ...(withPlaces ? { places } : {}),
  }
}

function content(tables: Tables, refusedTables: Reading['refusedTables'], cells: Cells) {
  const contained = tableIds.filter((id) => tables[id] !== undefined || refusedTables[id])
  const entries = Object.entries(cells)
  const table = (id: TableId) => ({
    edition: tables[id] ?? null,
    refused: refusedTables[id] ?? null,
  })
  return {
    tables: Object.fromEntries(contained.map((id) => [id, table(id)])),
    figures: Object.fromEntries(
      entries.map(([id, cell]) => [id, cell.state === 'number' ? cell.value : null]),
    ),
    states: Object.fromEntries(
      entries.flatMap(([id, cell]) => (cell.state === 'number' ? [] : [[id, cell.state]])),
    ),
    findings: findings(cells, tables),
  }
}
