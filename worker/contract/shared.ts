import * as v from 'valibot'
import { tableIds } from '#core/catalog/table.ts'
import { levels, scopes } from '#core/roster/bureau.ts'
import { states } from '#core/reading.ts'

const text = v.string()
const orNull = <S extends v.GenericSchema>(schema: S) => v.nullable(schema)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2999))

/** A text in both languages. */
export const Label = v.strictObject({ zh: text, en: text })

/** Which reports an answer is made of. */
export const Coverage = v.strictObject({
  expected: orNull(count),
  received: count,
  missing_count: orNull(count),
})

/** What every answer says of itself. */
export const Meta = v.strictObject({
  licence: v.pipe(text, v.minLength(1)),
  source: v.pipe(text, v.minLength(1)),
  data_version: count,
  release: orNull(text),
  updated: orNull(v.pipe(text, v.isoTimestamp())),
  coverage: orNull(Coverage),
  n_missing: count,
})

/** RFC 9457. */
export const Problem = v.strictObject({
  type: text,
  title: text,
  status: v.pipe(v.number(), v.integer()),
  detail: v.pipe(text, v.minLength(1)),
  errors: v.array(v.strictObject({ code: text, path: text, message: text })),
})

export const Division = v.strictObject({ code: text, name: text, name_en: orNull(text) })

/** An area; the country has no code. */
export const Place = v.strictObject({ code: orNull(text), name: text, name_en: orNull(text) })

/** A bureau as far as a list needs it. */
export const BureauName = v.strictObject({ id: text, name: text, name_en: orNull(text) })

const bureau = {
  id: text,
  name: text,
  name_en: orNull(text),
  division: Division,
  level: v.picklist(levels),
  sector: text,
  scope: v.picklist(scopes),
  kind: text,
  made_up: v.boolean(),
}

/** A bureau, and the years that are published; those are not told of a release. */
export const Bureau = v.strictObject({ ...bureau, years: v.optional(v.array(year)) })

/** A bureau of a list, with what it is chosen by. */
export const ListedBureau = v.strictObject({
  id: text,
  name: text,
  name_en: orNull(text),
  division: Place,
  level: v.picklist(levels),
  sector: text,
  scope: v.picklist(scopes),
})

const figureEntry = {
  id: text,
  table: v.picklist(tableIds),
  zh: text,
  en: text,
  kind: text,
  editions: v.array(v.picklist(['2019', '2021'])),
  unit: v.strictObject({ id: text, zh: text, en: text }),
} as const

/** A figure of the form. */
export const FigureEntry = v.strictObject(figureEntry)

const edition = orNull(v.picklist(['2019', '2021', 'any']))

/** Which form each table of a report follows; a table that it does not contain is not named. */
export const Tables = v.strictObject({
  disclosure: v.optional(edition),
  requests: v.optional(edition),
  reviews: v.optional(edition),
})

/** A figure or a rate. */
export const MeasureEntry = v.strictObject({
  id: text,
  zh: text,
  en: text,
  unit: orNull(Label),
  formula: orNull(Label),
})

export const Interval = v.strictObject({ low: v.number(), high: v.number() })

/** What a rate is made of; null where it is a figure. */
export const rate = {
  formula: orNull(text),
  numerator: orNull(v.number()),
  denominator: orNull(v.number()),
  interval: orNull(Interval),
  too_few: orNull(v.boolean()),
} as const

/** Something that happened to bureaus, by which document. */
export const Event = v.strictObject({
  id: count,
  kind: text,
  zh: text,
  en: text,
  on: text,
  document: text,
  from: v.array(BureauName),
  to: v.array(BureauName),
})

export const State = v.picklist(states)

/** A cell as printed. */
export const Printed = v.strictObject({
  value: orNull(v.number()),
  state: State,
  raw: v.optional(text),
})

/** A figure or a rule by its names. */
export const Named = v.strictObject({ id: text, zh: text, en: text })

const language = v.array(v.strictObject({ '@value': text, '@language': v.picklist(['zh', 'en']) }))

/** What a CSV file means (CSV on the Web). */
export const Csvw = v.strictObject({
  '@context': v.array(v.union([text, v.strictObject({ '@language': text })])),
  '@type': v.literal('Table'),
  url: text,
  'dc:license': v.strictObject({ '@id': text }),
  'dc:rights': text,
  'dc:source': text,
  'dc:modified': v.optional(v.strictObject({ '@value': text, '@type': text })),
  'schema:version': text,
  dialect: v.strictObject({
    encoding: text,
    header: v.boolean(),
    lineTerminators: v.array(text),
  }),
  tableSchema: v.strictObject({
    null: text,
    columns: v.array(
      v.strictObject({
        name: text,
        titles: v.strictObject({ und: text, zh: text, en: text }),
        'dc:description': language,
        datatype: text,
      }),
    ),
    primaryKey: v.optional(text),
  }),
  notes: v.array(v.strictObject({ 'rdfs:comment': language })),
})

/** What is referred to by name in the document. */
export const components = {
  Label,
  Coverage,
  Meta,
  Problem,
  Division,
  Place,
  BureauName,
  Bureau,
  ListedBureau,
  Named,
  FigureEntry,
  MeasureEntry,
  Tables,
  Interval,
  Event,
  State,
  Printed,
  Csvw,
}

export { count, figureEntry, edition, orNull, text, year }
