import { formLabels } from '#core/catalog/form-labels.ts'
import { type Figure, type FigureId, figure as figureOf, figures } from '#core/catalog/index.ts'
import type { TableId } from '#core/catalog/table.ts'
import type { Place, Places, Tables } from '#core/reading.ts'
import { packNumbers, unpackNumbers } from './pack-numbers.ts'
import { reportFigures } from './published.ts'

/** How a printed label differs from the form's: `cut` characters from `start` on give way to `text`. */
type Edit = readonly [start: number, cut: number, text: string]

/**
 * Columns over the figures that have a place: those of the form in its order, then `more`. A column that says nothing is
 * left out. `none`: 1 for a figure of the form that has no place. `row` and `column`: number of the edit that makes the
 * printed label, 0 where it is the form's own. `box`: x, y, width and height in tenths of a point; a width of -1 where
 * there is none.
 */
interface PackedPlaces {
  readonly none?: string
  readonly more?: readonly FigureId[]
  readonly line?: string
  readonly page?: string
  readonly box?: readonly string[]
  readonly row?: string
  readonly column?: string
  readonly edits?: readonly Edit[]
}

/** How many columns a row of each table has; part 四 is a single row. */
const widths: Readonly<Record<TableId, number>> = { disclosure: 3, requests: 7, reviews: 1 }

/**
 * The places of a revision's cells as one JSON text; null where there are none. Some 150 bytes for a web page, 1 kB for a
 * PDF. Boxes are kept to a tenth of a point. What is stored leans on the form's labels and its order: those of an edition
 * never change (a test holds them).
 */
export function packPlaces(places: Places, tables: Tables): string | null {
  const form = reportFigures(tables)
  const more = figures.filter((figure) => places[figure.id] && !form.includes(figure))
  const placed = [...form, ...more].flatMap((figure) => {
    const place = places[figure.id]
    return place ? [{ table: figure.table, place, own: labelsOf(figure, tables) }] : []
  })
  if (placed.length === 0) return null
  const across = placed.map(({ table }) => widths[table])
  const column = (numberOf: (place: Place) => number) =>
    packNumbers(
      placed.map(({ place }) => numberOf(place)),
      across,
    )
  const edits = new Map<string, number>()
  const labels = (name: 'row' | 'column') =>
    packNumbers(
      placed.map(({ place, own }) => editNumber(edits, own[name], place[name])),
      across,
    )
  const packed: Record<keyof PackedPlaces, unknown> = {
    none: packNumbers(
      form.map(({ id }) => Number(places[id] === undefined)),
      form.map(() => 1),
    ),
    more: more.map(({ id }) => id),
    line: column(({ line = 0 }) => line),
    page: column(({ page = 0 }) => page),
    box: placed.some(({ place }) => place.box)
      ? noBox.map((none, i) => column(({ box = noBox }) => Math.round((box[i] ?? none) * 10)))
      : [],
    row: labels('row'),
    column: labels('column'),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by editNumber
    edits: [...edits.keys()].map((edit) => JSON.parse(edit) as Edit),
  }
  const said = Object.entries(packed).filter(([, value]) => value !== '' && !isEmpty(value))
  return JSON.stringify(Object.fromEntries(said))
}

/** The reverse of packPlaces, for the same tables. The text comes from our own database and is not checked again. */
export function unpackPlaces(json: string | null, tables: Tables): Places {
  if (json === null) return {}
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by packPlaces
  const packed = JSON.parse(json) as PackedPlaces
  const form = reportFigures(tables)
  const none = unpackNumbers(
    packed.none ?? '',
    form.map(() => 1),
  )
  const placed = [...form.filter((_, i) => none[i] === 0), ...(packed.more ?? []).map(figureOf)]
  const across = placed.map(({ table }) => widths[table])
  const column = (text = '') => unpackNumbers(text, across)
  const lines = column(packed.line)
  const pages = column(packed.page)
  const boxes = packed.box?.map(column)
  const rows = column(packed.row)
  const columns = column(packed.column)
  const entries = placed.map((figure, i): [FigureId, Place] => {
    const own = labelsOf(figure, tables)
    return [
      figure.id,
      {
        row: edited(own.row, packed.edits?.[(rows[i] ?? 0) - 1]),
        column: edited(own.column, packed.edits?.[(columns[i] ?? 0) - 1]),
        ...(lines[i] ? { line: lines[i] } : {}),
        ...(pages[i] ? { page: pages[i] } : {}),
        ...boxAt(boxes, i),
      },
    ]
  })
  return Object.fromEntries(entries)
}

const noBox = [0, 0, -0.1, 0] as const

function boxAt(boxes: readonly (readonly number[])[] | undefined, i: number): Pick<Place, 'box'> {
  const [x = 0, y = 0, width = -1, height = 0] = boxes?.map((column) => column[i] ?? 0) ?? []
  return width < 0 ? {} : { box: [x / 10, y / 10, width / 10, height / 10] }
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const labelsOf = ({ id, table }: Figure, tables: Tables) => formLabels(id, tables[table] ?? null)

/** Number of the edit that makes the printed label of the form's; the same edit serves many labels. */
function editNumber(edits: Map<string, number>, form: string, printed: string): number {
  if (form === printed) return 0
  let start = 0
  while (start < form.length && form[start] === printed[start]) start++
  let end = 0
  const most = Math.min(form.length, printed.length) - start
  while (end < most && form.at(-1 - end) === printed.at(-1 - end)) end++
  const edit: Edit = [start, form.length - start - end, printed.slice(start, printed.length - end)]
  const key = JSON.stringify(edit)
  const number = edits.get(key) ?? edits.size + 1
  edits.set(key, number)
  return number
}

const edited = (form: string, edit: Edit | undefined): string =>
  edit ? form.slice(0, edit[0]) + edit[2] + form.slice(edit[0] + edit[1]) : form
