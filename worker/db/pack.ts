import {
  type Figure,
  type FigureId,
  figures,
  formFigures,
  isFigureId,
} from '#core/catalog/index.ts'
import { type TableId, tableIds } from '#core/catalog/table.ts'
import type { Cell, Cells, State, Tables } from '#core/reading.ts'

/**
 * A cell as stored: the number alone where its text is that number, else state or value with the text. Runs of the
 * commonest cells are one text: `z12` twelve zeros, `b3` three empty cells, `a2` two that the document does not contain.
 */
type Packed =
  | number
  | string
  | readonly [number | State, string]
  | readonly ['unread', string, string]

/**
 * The cells of a revision: those of each table's form in its order, then any others by id. The order is that of the
 * edition and never changes: a changed form is another edition.
 */
type PackedCells = Partial<Record<TableId, readonly Packed[]>> & {
  readonly more?: Readonly<Record<string, Packed>>
}

/** All cells of a revision as one JSON text: about 150 bytes for the usual report, most of whose cells are 0. */
export function packCells(cells: Cells, tables: Tables): string {
  const inForm = new Set<FigureId>()
  const packed: PackedCells = {}
  for (const { table, form } of forms(tables)) {
    packed[table] = packRuns(form.map(({ id }) => cells[id]))
    for (const { id } of form) inForm.add(id)
  }
  const more = figures.flatMap(({ id }): [string, Packed][] => {
    const cell = cells[id]
    return cell && !inForm.has(id) ? [[id, packCell(cell)]] : []
  })
  return JSON.stringify(more.length > 0 ? { ...packed, more: Object.fromEntries(more) } : packed)
}

/** The reverse of packCells, for the same tables. The text comes from our own database and is not checked again. */
export function unpackCells(json: string, tables: Tables): Cells {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by packCells
  const packed = JSON.parse(json) as PackedCells
  const inForm = forms(tables).flatMap(({ table, form }) => {
    const list = (packed[table] ?? []).flatMap(unpackRun)
    return form.flatMap(({ id }, i): [FigureId, Cell][] => {
      const cell = list[i]
      return cell ? [[id, cell]] : []
    })
  })
  const more = Object.entries(packed.more ?? {}).flatMap(([id, cell]): [FigureId, Cell][] => {
    const [only] = unpackRun(cell)
    return isFigureId(id) && only ? [[id, only]] : []
  })
  return Object.fromEntries([...inForm, ...more])
}

/** The forms that a reading's tables follow. */
const forms = (tables: Tables): { readonly table: TableId; readonly form: readonly Figure[] }[] =>
  tableIds.flatMap((table) => {
    const edition = tables[table]
    return edition === undefined ? [] : [{ table, form: formFigures(table, edition) }]
  })

/** What a cell is a run of; undefined for one that stands alone. */
function runOf(cell: Cell | undefined): 'a' | 'b' | 'z' | undefined {
  if (cell === undefined) return 'a'
  if (cell.state === 'blank') return cell.raw === '' ? 'b' : undefined
  return cell.state === 'number' && cell.raw === '0' ? 'z' : undefined
}

function packRuns(list: readonly (Cell | undefined)[]): Packed[] {
  const packed: Packed[] = []
  for (let at = 0; at < list.length;) {
    const cell = list[at]
    const kind = runOf(cell)
    const end =
      kind === undefined ? at + 1 : list.findIndex((next, i) => i > at && runOf(next) !== kind)
    const next = end === -1 ? list.length : end
    packed.push(kind === undefined && cell ? packCell(cell) : `${kind}${next - at}`)
    at = next
  }
  return packed
}

function packCell(cell: Cell): Packed {
  if (cell.state === 'unread') return ['unread', cell.raw, cell.reason]
  if (cell.state !== 'number') return [cell.state, cell.raw]
  return String(cell.value) === cell.raw ? cell.value : [cell.value, cell.raw]
}

const runs: Readonly<Record<string, Cell | undefined>> = {
  z: { state: 'number', value: 0, raw: '0' },
  b: { state: 'blank', raw: '' },
}

function unpackRun(packed: Packed): (Cell | undefined)[] {
  if (typeof packed === 'number') return [{ state: 'number', value: packed, raw: String(packed) }]
  if (typeof packed === 'string')
    return Array.from({ length: Number(packed.slice(1)) }, () => runs[packed.charAt(0)])
  const [head, raw, reason = ''] = packed
  if (typeof head === 'number') return [{ state: 'number', value: head, raw }]
  if (head === 'unread') return [{ state: head, raw, reason }]
  return [{ state: head === 'na' || head === 'text' ? head : 'blank', raw }]
}
