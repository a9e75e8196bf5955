import * as v from 'valibot'
import { type FigureId, figure } from './catalog/index.ts'
import { editions, tableIds } from './catalog/table.ts'
import { FigureIdSchema } from './catalog/schema.ts'
import { maxRaw as cutAt, readCell } from './parse/cell.ts'
import type { Cell, Cells, Place, Places, Tables } from './reading.ts'

/** Longest text of a cell that is kept. */
const longestRaw = 500

const Raw = v.pipe(v.string(), v.maxLength(longestRaw, `at most ${longestRaw} characters`))

const CellSchema: v.GenericSchema<unknown, Cell> = v.variant('state', [
  v.object({
    state: v.literal('number'),
    value: v.pipe(v.number(), v.finite('a finite number')),
    raw: Raw,
  }),
  v.object({ state: v.picklist(['blank', 'na', 'text']), raw: Raw }),
  v.object({ state: v.literal('unread'), raw: Raw, reason: Raw }),
])

/** No count of a bureau is larger; above 2^53 integers are not exact any more. */
const largest = 1e12
/** Nor a larger amount, in 10,000 yuan: sums of millionths stay exact below it. */
const largestAmount = 9e9

/** Whether a number can stand in this figure's cell at all. */
function isPossible(id: FigureId, value: number): boolean {
  const { kind } = figure(id)
  if (Math.abs(value) > (kind === 'amount' ? largestAmount : largest)) return false
  if (kind === 'signed') return Number.isInteger(value)
  return value >= 0 && (kind === 'amount' || Number.isInteger(value))
}

/**
 * Whether a cell says what its printed text says: the text is read again. An unread cell is taken as it is, and so is
 * one whose text was cut short.
 */
function agrees(id: FigureId, cell: Cell): boolean {
  if (cell.state === 'unread' || cell.raw.length >= cutAt) return true
  const again = readCell(cell.raw, figure(id))
  if (again.state !== cell.state) return false
  return cell.state !== 'number' || (again.state === 'number' && again.value === cell.value)
}

/** The cells of a reading, as they arrive from outside. */
export const CellsSchema: v.GenericSchema<unknown, Cells> = v.pipe(
  v.record(FigureIdSchema, CellSchema),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const cells: Cells = dataset.value
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys passed FigureIdSchema
    for (const id of Object.keys(cells) as FigureId[]) {
      const cell = cells[id]
      if (!cell) continue
      const message =
        cell.state === 'number' && !isPossible(id, cell.value)
          ? '不可能的数值（a number that this figure cannot have）'
          : agrees(id, cell)
            ? undefined
            : `与原文“${cell.raw}”不符（does not agree with its printed text）`
      if (message)
        addIssue({
          message,
          path: [{ type: 'object', origin: 'value', input: cells, key: id, value: cell }],
        })
    }
  }),
)

const edition = v.nullable(v.picklist(editions))

/** Which form each table follows; only the tables that the document contains. */
export const TablesSchema: v.GenericSchema<unknown, Tables> = v.pipe(
  v.object({
    disclosure: v.optional(edition),
    requests: v.optional(edition),
    reviews: v.optional(v.nullable(v.literal('any'))),
  }),
  // Leaves out what JSON cannot hold but TypeScript can: a key with the value undefined.
  v.transform((tables) =>
    Object.fromEntries(
      tableIds.flatMap((id) => (tables[id] === undefined ? [] : [[id, tables[id]]])),
    ),
  ),
)

const longestLabel = 200

const LabelText = v.pipe(
  v.string(),
  v.maxLength(longestLabel, `at most ${longestLabel} characters`),
)
const Ordinal = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000))

/** No page is larger: points, some 7 m. */
const widest = 20_000
const Position = v.pipe(v.number(), v.minValue(-widest), v.maxValue(widest))
const Length = v.pipe(v.number(), v.minValue(0), v.maxValue(widest))

const PlaceSchema: v.GenericSchema<unknown, Place> = v.object({
  row: LabelText,
  column: LabelText,
  line: v.exactOptional(Ordinal),
  page: v.exactOptional(Ordinal),
  box: v.exactOptional(v.strictTuple([Position, Position, Length, Length])),
})

/** Where each cell of a reading stands, as it arrives from outside. */
export const PlacesSchema: v.GenericSchema<unknown, Places> = v.record(FigureIdSchema, PlaceSchema)
