import { formLabels } from '#core/catalog/form-labels.ts'
import { type FigureId, figure as figureOf } from '#core/catalog/index.ts'
import type { Cells, Places, Tables } from '#core/reading.ts'
import { packPlaces } from '#worker/db/pack-places.ts'

/** Where the cells of a made report stand: a cell to a line, as in the source of most web pages. */
export function madePlaces(cells: Cells, tables: Tables): Places {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object typed by them
  const ids = Object.keys(cells) as FigureId[]
  return Object.fromEntries(
    ids.map((id, i) => [
      id,
      { ...formLabels(id, tables[figureOf(id).table] ?? null), line: 120 + 3 * i },
    ]),
  )
}

const packed = new Map<string, string | null>()

/** The same, as stored; reports of the same cells have them in the same places. */
export function packedPlaces(cells: Cells, tables: Tables): string | null {
  const at = `${JSON.stringify(tables)} ${Object.keys(cells).length}`
  const known = packed.get(at)
  if (known !== undefined) return known
  const own = packPlaces(madePlaces(cells, tables), tables)
  packed.set(at, own)
  return own
}
