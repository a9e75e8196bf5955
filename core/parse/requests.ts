import { type FigureId, applicantIds, requestRowIds } from '#core/catalog/index.ts'
import { type RequestRow, applicants, requestRows } from '#core/catalog/requests.ts'
import type { Edition, Label, TableEdition } from '#core/catalog/table.ts'
import { Offsets, align, byColumn, filled, isComplete, overlaps, widthOf } from './columns.ts'
import { type Entry, entries } from './entries.ts'
import { type RequestColumns, type RequestHeader, requestHeader } from './request-header.ts'
import { requestRow } from './request-row.ts'
import { type Range, type Row, type Slot, isOrphan } from './rows.ts'
import {
  type Found,
  type Table,
  absent,
  conflict,
  summedCells,
  lost,
  put,
  refused,
  unreadCells,
} from './table.ts'

const reasons = {
  order:
    '表三申请人各列的次序与规定格式不同：请核对后录入（the columns of table 三 are not in the order of the form: type them in）',
  lost: '表三的数字与行对不上（可能有重复的行被删去或空格丢失）：请使用原网页（labels and numbers of table 三 do not match, repeated lines may have been dropped: use the original page）',
  gap: '表三中间缺行或次序不符：请核对原文（rows of table 三 are missing or out of order: check the original）',
  count: '该行的单元格数不是七个（the row does not have seven cells）',
  unread:
    '表三没有一行能确定：请核对后录入（no row of table 三 can be read for certain: type it in）',
} as const

const width = applicantIds.length

type RequestEntry = Entry<RequestRow>

/** Part 三 from the rows that belong to it; `twins`: two reports side by side. `atEnd`: the document ends with them. */
export function readRequests(rows: readonly Row[], atEnd: boolean): Table | 'twins' {
  const { list: found, twins } = entries(rows, requestRow)
  const list = found.filter((entry) => !isBeside(entry, found))
  if (list.length === 0) return absent
  const headers = list.map(({ before, row }) => requestHeader(before, row.grid))
  if (twins || headers.some(({ problem }) => problem === 'twins')) return 'twins'
  if (headers.some(({ problem }) => problem === 'order')) return refused(reasons.order)
  const complete = atEnd ? withoutCut(list) : list
  if (isLost(complete)) return lost(reasons.lost)
  return assemble(complete, columnsByGrid(list, headers))
}

/**
 * Not a row of the table: a heading, or a figure quoted elsewhere, where the row itself stands too; a subtotal where （六）
 * has rows of its own.
 */
function isBeside({ id, cells }: RequestEntry, all: readonly RequestEntry[]): boolean {
  if (id === 'outcome_other' && all.some((other) => editionOfRow(other.id) === '2021')) return true
  return !isComplete(cells, width) && all.some((e) => e.id === id && isComplete(e.cells, width))
}

/** The last row of a document may be cut off. */
function withoutCut(list: readonly RequestEntry[]): readonly RequestEntry[] {
  const last = list[list.length - 1]
  return last && last.cells.length < width ? list.slice(0, -1) : list
}

/** Values one to a line, and not seven after each label: which of them belongs where cannot be told. */
function isLost(list: readonly RequestEntry[]): boolean {
  const streamed = list.some(({ flow }) => flow === 'stream')
  if (!streamed && list.some(({ flow }) => flow !== 'none')) return false
  return list.some(
    ({ flow, cells, before }) =>
      flow === 'none' || (flow === 'stream' && !isComplete(cells, width)) || before.some(isOrphan),
  )
}

type ColumnsByGrid = ReadonlyMap<number | undefined, RequestColumns>

/** The header's columns for each grid, unless some complete row of the grid cannot stand under it. */
function columnsByGrid(
  list: readonly RequestEntry[],
  headers: readonly RequestHeader[],
): ColumnsByGrid {
  const found = new Map<number | undefined, RequestColumns>()
  list.forEach(({ row: { grid } }, i) => {
    const columns = headers[i]?.columns
    if (columns && grid !== undefined) found.set(grid, columns)
  })
  for (const entry of list) {
    const { row, cells, flow } = entry
    const columns = found.get(row.grid)
    if (!columns || flow !== 'row' || filled(cells).length !== width) continue
    if (byColumn(entry, columns) === undefined && isElsewhere(entry, columns)) {
      found.delete(row.grid)
    }
  }
  return found
}

/** Wider than the header, or with fewer cells before its values; not with a column more or less. */
const isElsewhere = ({ row, cells }: RequestEntry, { ranges, width: own }: RequestColumns) =>
  widthOf(row) > own || (ranges.length === width && cells.length === width)

function assemble(list: readonly RequestEntry[], columns: ColumnsByGrid): Table {
  const cells = new Map<FigureId, Found>()
  // Lines of values may stand above or below their labels, unless each label has found its own.
  const adrift = list.some(({ flow, before }) => flow === 'none' || before.some(isOrphan))
  const offsets = new Offsets(list, width)
  for (const entry of list) {
    const slots =
      adrift && entry.flow === 'line'
        ? undefined
        : columnCells(entry, columns.get(entry.row.grid), offsets)
    if (!put(cells, readRow(entry, slots))) return conflict
  }
  const edition = editionOf(list)
  if (edition === undefined || !isUnbroken(list, edition)) return refused(reasons.gap)
  if ([...cells.values()].every(({ cell }) => cell.state === 'unread'))
    return refused(reasons.unread)
  return { kind: 'read', edition, cells }
}

/** The cells of the seven columns; undefined in place of a column that the table does not have. */
function columnCells(
  entry: RequestEntry,
  header: RequestColumns | undefined,
  offsets: Offsets,
): readonly (Slot | undefined)[] | undefined {
  const inGrid = entry.flow === 'row' ? header : undefined
  if (inGrid?.ranges.length === width) return byColumn(entry, inGrid)
  const slots = align(entry, undefined, width) ?? offsets.of(entry, width)
  if (!inGrid) return slots
  return slots ? seven(slots, inGrid) : fewer(entry, inGrid)
}

/** Seven cells under a header that names some of them, unless it names others than those. */
const seven = (slots: readonly Slot[], { ranges }: RequestColumns): readonly Slot[] | undefined =>
  ranges.every((range) => isAt(slots[range.at], range)) ? slots : undefined

function fewer(
  entry: RequestEntry,
  header: RequestColumns,
): readonly (Slot | undefined)[] | undefined {
  const { ranges } = header
  const some = align(entry, header, ranges.length)
  return some && applicantIds.map((_, i) => some[ranges.findIndex(({ at }) => at === i)])
}

const isAt = (slot: Slot | undefined, range: Range): boolean =>
  slot !== undefined && overlaps(slot, range)

function readRow(
  entry: RequestEntry,
  slots: readonly (Slot | undefined)[] | undefined,
): [FigureId, Found][] {
  const list = applicantIds.map((column) => ({
    id: `${entry.id}.${column}` as const,
    row: entry.label,
    column: applicants[column].zh,
  }))
  if (!slots) return unreadCells(list, entry.cells, reasons.count)
  return summedCells(list, slots, width - 1)
}

const editionOfRow = (id: RequestRow): Edition | undefined => {
  const row: Label & { edition?: Edition } = requestRows[id]
  return row.edition
}

/** By （六）: one row is 2019, three rows are 2021. Null where the table ends before it, undefined where it is both. */
function editionOf(list: readonly RequestEntry[]): TableEdition | undefined {
  const [edition = null, ...others] = new Set(list.flatMap(({ id }) => editionOfRow(id) ?? []))
  return others.length > 0 ? undefined : edition
}

/** Every row of the edition between the first and the last one read is there, in order; a table may stand there twice. */
function isUnbroken(list: readonly RequestEntry[], edition: TableEdition): boolean {
  const form = requestRowIds.filter((id) => (editionOfRow(id) ?? edition) === edition)
  const places = list.map(({ id }) => form.indexOf(id))
  return places.every((place, i) => i === 0 || place === 0 || place === (places[i - 1] ?? 0) + 1)
}
