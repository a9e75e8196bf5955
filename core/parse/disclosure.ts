import {
  type DisclosureBlock,
  type DisclosureFigureId,
  disclosure,
} from '#core/catalog/disclosure.ts'
import { type FigureId, figure } from '#core/catalog/index.ts'
import { type Axis, type Edition, editions } from '#core/catalog/table.ts'
import type { Cell } from '../reading.ts'
import { align, byNumber } from './columns.ts'
import { type Header, blockHeader, isClause, isHeader } from './disclosure-header.ts'
import { type Entry, entries } from './entries.ts'
import { type Label, isNear, isSame, label } from './normal.ts'
import { type Row, type Slot, isOrphan } from './rows.ts'
import {
  type Table,
  absent,
  conflict,
  figureCell,
  lost,
  put,
  refused,
  unreadCells,
} from './table.ts'

/** A row of part 二 as one edition has it. */
export interface Place {
  readonly edition: Edition
  readonly block: DisclosureBlock
  readonly figures: readonly DisclosureFigureId[]
}

/** A row of part 二 in both editions: 规范性文件 and 行政规范性文件 are the same row. */
interface FormRow {
  readonly names: readonly Label[]
  readonly places: Place[]
}

const officialNames = (axis: Axis): Label[] => [axis.zh, ...(axis.aka ?? [])].map(label)

const formRows: FormRow[] = []
for (const edition of editions) {
  for (const block of disclosure.blocks[edition]) {
    for (const row of block.rows) {
      const names = officialNames(row)
      const place = { edition, block, figures: row.figures }
      const known = formRows.find((other) =>
        other.names.some(({ key }) => names.some((name) => name.key === key)),
      )
      if (known) known.places.push(place)
      else formRows.push({ names, places: [place] })
    }
  }
}

export function disclosureRow(text: string): FormRow | undefined {
  if (text.length > 60) return undefined
  const printed = label(text)
  const like = (test: typeof isSame): FormRow[] =>
    formRows.filter(({ names }) => names.some((name) => test(printed, name)))
  const [same] = like(isSame)
  if (same) return same
  const near = like(isNear)
  return near.length === 1 ? near[0] : undefined
}

const reasons = {
  lost: '表二的数字与行对不上（可能有重复的行被删去或空格丢失）：请使用原网页（labels and numbers of table 二 do not match, repeated lines may have been dropped: use the original page）',
  header:
    '表二的表头不能识别，不知道各列是什么：请核对后录入（the header of table 二 cannot be read: type it in）',
  mixed:
    '表二混用 2019 与 2021 两种格式：请核对原文（table 二 mixes the forms of 2019 and 2021: check the original）',
  count: '该行的单元格数与表头不符（the row does not fit the header）',
  unread:
    '表二没有一格能确定：请核对后录入（no cell of table 二 can be read for certain: type it in）',
} as const

/** A row with the columns that the header above it names. */
interface Headed {
  readonly entry: Entry<FormRow>
  /** Undefined: no header, or one that cannot be read. */
  readonly header: Header | undefined
  /** A header that was lost, not one that says something else. */
  readonly isBare: boolean
}

/** Part 二 from the rows that belong to it. `atEnd`: nothing follows them in the document. */
export function readDisclosure(rows: readonly Row[], atEnd: boolean): Table | 'twins' {
  const { list, twins } = entries(rows, disclosureRow)
  if (twins) return 'twins'
  if (list.length === 0) return absent
  const headed = withoutCut(withoutStray(withHeaders(list)), atEnd)
  if (headed.length === 0) return absent
  if (isLost(headed)) return lost(reasons.lost)
  if (headed.every(({ header }) => header === undefined)) {
    return headed.some(({ entry }) => entry.cells.length > 0) ? refused(reasons.header) : absent
  }
  return assemble(headed)
}

function withHeaders(list: readonly Entry<FormRow>[]): Headed[] {
  let above: Row[] = []
  return list.map((entry) => {
    // Rows of words go on with a header only until the first row under it.
    let collecting = false
    for (const row of entry.before) {
      const begins = isHeader(row, entry.id.places)
      if (isClause(row) || (begins && !collecting)) {
        above = [row]
        collecting = true
      } else if (collecting && row.cells.every(({ shape }) => shape !== 'value')) above.push(row)
    }
    const header = blockHeader(above, entry.id.places)
    return { entry, header: header === 'none' ? undefined : header, isBare: header === 'none' }
  })
}

/** A label outside the table, as in a sentence or a menu, has no header above it or no cells; the row of the table has. */
const withoutStray = (list: readonly Headed[]): readonly Headed[] =>
  list.filter(
    ({ entry, header }) =>
      (header !== undefined && entry.flow !== 'none') ||
      !list.some((o) => o.header && o.entry.id === entry.id && o.entry.flow !== 'none'),
  )

function withoutCut(list: readonly Headed[], atEnd: boolean): readonly Headed[] {
  const last = list[list.length - 1]
  if (!atEnd || !last) return list
  const count = last.header?.columns.length ?? Infinity
  return last.entry.cells.length < count ? list.slice(0, -1) : list
}

/** Values one to a line that are not as many as the columns: which belongs where cannot be told. */
function isLost(list: readonly Headed[]): boolean {
  const flows = new Set(list.map(({ entry }) => entry.flow))
  if (!flows.has('stream') && (flows.has('row') || flows.has('line'))) return false
  return list.some(({ entry: { flow, cells, before }, header }) => {
    if (flow === 'none' || before.some(isOrphan)) return true
    return flow === 'stream' && header !== undefined && !fits(cells, header.columns.length)
  })
}

const fits = (cells: readonly Slot[], count: number): boolean =>
  byNumber(cells, count) !== undefined

function assemble(list: readonly Headed[]): Table {
  const strong = new Set(list.flatMap(({ header }) => (header?.telling ? [header.edition] : [])))
  if (strong.size > 1) return refused(reasons.mixed)
  const any = list.flatMap(({ header }) => header?.edition ?? [])
  const [edition = any[0] ?? null] = strong
  const cells = new Map<FigureId, Cell>()
  // Lines of values may stand above or below their labels, unless each label has found its own.
  const adrift = list.some(({ entry: e }) => e.flow === 'none' || e.before.some(isOrphan))
  for (const headed of list) {
    const isAdrift = adrift && headed.entry.flow === 'line'
    if (!put(cells, readRow(isAdrift ? { ...headed, header: undefined } : headed, edition))) {
      return conflict
    }
  }
  if ([...cells.values()].every(({ state }) => state === 'unread')) return refused(reasons.unread)
  return { kind: 'read', edition, cells }
}

function readRow({ entry, header, isBare }: Headed, edition: Edition | null): [FigureId, Cell][] {
  const place = entry.id.places.find((p) => p.edition === (header?.edition ?? edition))
  if (!place) return []
  if (!header) return (isBare ? onlyCell(entry, place) : undefined) ?? allUnread(entry, place)
  const slots = align(entry, header.inGrid(entry.row.grid), header.columns.length)
  const ids = header.columns.map((at) => (at === undefined ? undefined : place.figures[at]))
  if (!slots) {
    return unreadCells(
      ids.filter((id) => id !== undefined),
      entry.cells,
      reasons.count,
    )
  }
  return ids.flatMap((id, i): [FigureId, Cell][] => {
    const slot = slots[i]
    return id === undefined || slot === undefined ? [] : [[id, figureCell(id, slot)]]
  })
}

const allUnread = (entry: Entry<FormRow>, { figures }: Place): [FigureId, Cell][] =>
  unreadCells(figures, entry.cells, reasons.header)

/** A row without header whose form has a single column of counts, and that has a single cell: no doubt which it is. */
function onlyCell({ flow, cells }: Entry<FormRow>, place: Place): [FigureId, Cell][] | undefined {
  const [id, ...others] = place.figures
  const [slot] = byNumber(cells, 1) ?? []
  if (id === undefined || others.length > 0 || !slot || flow !== 'row') return undefined
  return figure(id).kind === 'count' ? [[id, figureCell(id, slot)]] : undefined
}
