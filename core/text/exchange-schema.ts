import { figures, formFigures } from '#core/catalog/index.ts'
import { type Edition, type TableId, editions, tableIds } from '#core/catalog/table.ts'
import { states } from '#core/reading.ts'

type Schema = Readonly<Record<string, unknown>>

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const orNull = (type: string): Schema => ({ type: [type, 'null'] })
const text: Schema = { type: 'string' }
const count: Schema = { type: 'integer', minimum: 1 }
const list = (items: Schema): Schema => ({ type: 'array', items })

/** An object with these members and no others; those whose name ends in `?` may be missing. */
function object(members: Readonly<Record<string, Schema>>, description?: string): Schema {
  const entries = Object.entries(members)
  return {
    ...(description === undefined ? {} : { description }),
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, schema]) => [name.replace('?', ''), schema]),
    ),
    required: entries.flatMap(([name]) => (name.endsWith('?') ? [] : [name])),
    additionalProperties: false,
  }
}

/** Something for some of the figures. */
const byFigure = (schema: Schema, description: string): Schema => ({
  description,
  type: 'object',
  propertyNames: ref('figure'),
  additionalProperties: schema,
})

const byTable = (of: (id: TableId) => Schema): Schema =>
  object(Object.fromEntries(tableIds.map((id) => [`${id}?`, of(id)])))

/** The editions that tables may follow, and the figures that they then have. */
interface Form {
  readonly editions: readonly Edition[]
  readonly figures: readonly string[]
}

const bothForms: Form = { editions, figures: figures.map(({ id }) => id) }

const formOf = (edition: Edition): Form => ({
  editions: [edition],
  figures: tableIds.flatMap((table) => formFigures(table, edition).map(({ id }) => id)),
})

const edition = (form: Form, id: TableId): Schema =>
  id === 'reviews' ? { enum: ['any', null] } : { enum: [...form.editions, null] }

const identity = {
  bureau: orNull('string'),
  division: { anyOf: [ref('division'), { type: 'null' }] },
  year: orNull('integer'),
}

const content = (form: Form) => ({
  tables: byTable((id) => object({ edition: edition(form, id), refused: orNull('string') })),
  figures: byFigure(orNull('number'), 'The number of every cell; null where it has none.'),
  states: byFigure(
    { enum: states.filter((state) => state !== 'number' && state !== 'absent') },
    'The state of every cell without a number. A cell that the document does not contain is in neither list.',
  ),
  findings: list(ref('finding')),
})

/** What is the same whatever the form. */
const common = {
  division: object({ code: orNull('string'), name: orNull('string') }),
  finding: object({
    rule: text,
    severity: { enum: ['error', 'warning', 'notice'] },
    outcome: { enum: ['fail', 'pass_if_blank_is_zero', 'not_assessable', 'unread'] },
    left: list(ref('figure')),
    right: list(ref('figure')),
    leftSum: orNull('number'),
    rightSum: orNull('number'),
    missing: list(ref('figure')),
  }),
  place: object(
    {
      row: text,
      column: text,
      'line?': count,
      'page?': count,
      'box?': { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
    },
    'Where a figure was read. The box is x, y, width and height in points from the top left corner of the page.',
  ),
  cell: {
    anyOf: [
      object({ state: { const: 'number' }, value: { type: 'number' }, raw: text }),
      object({ state: { enum: ['blank', 'na', 'text'] }, raw: text }),
      object({ state: { const: 'unread' }, raw: text, reason: text }),
    ],
  },
}

const definitions = (form: Form) => ({
  figure: { description: 'A cell of the form, by its id.', enum: form.figures },
  ...common,
  record: object({ ...identity, ...content(form) }, 'One row of a sheet with many reports.'),
  line: object(
    {
      file: text,
      refused: orNull('string'),
      ...identity,
      ...content(form),
      'records?': list(ref('record')),
      'places?': byFigure(ref('place'), 'With --places.'),
    },
    'A line of `niantu read --json`.',
  ),
  reading: object(
    {
      identity: object({
        ...identity,
        publishedOn: { type: ['string', 'null'], pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
        source: orNull('string'),
      }),
      tables: byTable((id) => edition(form, id)),
      refusedTables: byTable(() => text),
      cells: byFigure(
        ref('cell'),
        'A cell that the document does not contain is missing, never 0.',
      ),
      'places?': byFigure(ref('place'), 'Readings that were stored long ago have none.'),
    },
    'A report as read: nothing derived, nothing guessed.',
  ),
})

/** JSON Schema (2020-12) of a line of `read --json` and of a reading; of one edition of the form, or of any. */
export const readingSchema = (only?: Edition): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: `政府信息公开工作年度报告的读数${only ? `（${only}版表式）` : ''} · Figures of an annual report on information disclosure${only ? `, form of ${only}` : ''}`,
  anyOf: [ref('line'), ref('reading')],
  $defs: definitions(only ? formOf(only) : bothForms),
})
