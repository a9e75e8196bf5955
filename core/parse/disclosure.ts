import {
  type DisclosureBlock,
  type DisclosureFigureId,
  disclosure,
} from '#core/catalog/disclosure.ts'
import { type FigureId, figure } from '#core/catalog/index.ts'
import { type Axis, type Edition, editions } from '#core/catalog/table.ts'
import { align, byNumber, filled, isComplete, sole } from './columns.ts'
import { type Column, type Header, blockHeader, isClause, isHeader } from './disclosure-header.ts'
import { type Entry, entries } from './entries.ts'
import { type Label, isNear, isSame, label } from './normal.ts'
import { type Row, isOrphan } from './rows.ts'
import {
  type Found,
  type Sought,
  type Table,
  absent,
  conflict,
  foundCell,
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
  twice:
    '表二的同一行以 2019 与 2021 两种格式各出现一次：请只保留一份（a row of table 二 stands there in the form of 2019 and in that of 2021: keep one）',
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
  /** A header that lost a column. */
  readonly isShort: boolean
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
  const short = new Set<readonly Row[]>()
  const headed = list.map((entry) => {
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
    const own = header === 'none' ? undefined : header
    if (exceeds(entry, own)) short.add(above)
    return { entry, header: own, isBare: header === 'none', above }
  })
  return headed.map((own) => ({ ...own, isShort: short.has(own.above) }))
}

/** A row with more numbers than its header has columns shows that the header lacks one, for the other rows too. */
const exceeds = ({ cells }: Entry<FormRow>, header: Header | undefined): boolean =>
  filled(cells).length > (header?.columns.length ?? Infinity) &&
  cells.every(({ shape }) => shape !== 'words')

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
    return flow === 'stream' && header !== undefined && !isComplete(cells, header.columns.length)
  })
}

function assemble(list: readonly Headed[]): Table {
  if (isTwice(list)) return refused(reasons.twice)
  const strong = list.flatMap(({ header }) => (header?.telling ? [header.edition] : []))
  const edition = mostOf(strong) ?? list.flatMap(({ header }) => header?.edition ?? [])[0] ?? null
  const isMixed = new Set(strong).size > 1
  const cells = new Map<FigureId, Found>()
  // Lines of values may stand above or below their labels, unless each label has found its own.
  const adrift = list.some(({ entry: e }) => e.flow === 'none' || e.before.some(isOrphan))
  for (const headed of list) {
    const header = isDoubtful(headed, adrift) ? undefined : headed.header
    const isBare = headed.isBare && !isMixed
    if (!put(cells, readRow({ ...headed, header, isBare }, edition))) return conflict
  }
  if ([...cells.values()].every(({ cell }) => cell.state === 'unread')) {
    return refused(reasons.unread)
  }
  return { kind: 'read', edition, cells }
}

const isDoubtful = ({ entry, isShort }: Headed, adrift: boolean): boolean =>
  isShort || (adrift && entry.flow === 'line')

/** A table may mix both forms, but each row stands in one of them: else there are two tables, perhaps of two years. */
const isTwice = (list: readonly Headed[]): boolean =>
  list.some(({ entry, header }) =>
    list.some(
      (other) =>
        other.entry.id === entry.id &&
        other.header?.telling &&
        header?.telling &&
        other.header.edition !== header.edition,
    ),
  )

/** The edition that most headers prove, the newer one where they are as many. */
const mostOf = (list: readonly Edition[]): Edition | undefined =>
  editions
    .filter((edition) => list.includes(edition))
    .toSorted((a, b) => countOf(list, b) - countOf(list, a) || b.localeCompare(a))[0]

const countOf = (list: readonly Edition[], edition: Edition): number =>
  list.filter((one) => one === edition).length

function readRow({ entry, header, isBare }: Headed, edition: Edition | null): [FigureId, Found][] {
  if (!header) {
    const place = entry.id.places.find((p) => p.edition === edition)
    if (!place) return []
    return (isBare ? onlyCell(entry, place) : undefined) ?? allUnread(entry, place)
  }
  const inGrid = entry.flow === 'row' ? header.inGrid(entry.row.grid) : undefined
  const slots =
    align(entry, inGrid, header.columns.length) ??
    (!inGrid && isSingle(entry, header) ? sole(entry.cells) : undefined)
  const list = header.columns.map((column) => sought(entry, column))
  if (!slots) {
    return unreadCells(
      list.filter((one) => one !== undefined),
      entry.cells,
      reasons.count,
    )
  }
  return list.flatMap((one, i): [FigureId, Found][] => {
    const slot = slots[i]
    return one === undefined || slot === undefined ? [] : [foundCell(one, slot)]
  })
}

/** The form has a single column here, not only what is left of its header. */
const isSingle = ({ id: { places } }: Entry<FormRow>, { columns: [only, ...others] }: Header) =>
  others.length === 0 && places.some((p) => p.edition === only?.edition && p.figures.length === 1)

/** The figure that a row has in a column. */
function sought({ id: { places }, label: row }: Entry<FormRow>, column: Column | undefined) {
  const place = places.find(({ edition }) => edition === column?.edition)
  const id = column && place?.figures[column.at]
  return id && { id, row, column: column.name }
}

/** The figures of a row with the names that its form has for them. */
const inForm = ({ label: row }: Entry<FormRow>, { figures, block }: Place): Sought[] =>
  figures.map((id, i) => ({ id, row, column: block.columns[i]?.zh ?? '' }))

const allUnread = (entry: Entry<FormRow>, place: Place): [FigureId, Found][] =>
  unreadCells(inForm(entry, place), entry.cells, reasons.header)

/** A row without header whose form has a single column of counts, and that has a single cell: no doubt which it is. */
function onlyCell(entry: Entry<FormRow>, place: Place): [FigureId, Found][] | undefined {
  const [only, ...others] = inForm(entry, place)
  const [slot] = byNumber(entry.cells, 1) ?? []
  if (only === undefined || others.length > 0 || !slot || entry.flow !== 'row') return undefined
  return figure(only.id).kind === 'count' ? [foundCell(only, slot)] : undefined
}
