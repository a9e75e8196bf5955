import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isFigureId } from '#core/catalog/index.ts'
import { editions } from '#core/catalog/table.ts'
import { readBulk } from '#core/parse/bulk.ts'
import { readDocument } from '#core/parse/index.ts'
import { readDoc } from '#core/read/index.ts'
import { bulkHeader } from '#core/text/bulk.ts'
import { readingSchema } from '#core/text/exchange-schema.ts'
import { templateCsv } from '#core/text/template.ts'
import { record } from '../../../cli/record.ts'
import { fixtures } from '../parse/gold.ts'
import { violations } from './json-schema.ts'

const schema = readingSchema()
const file = (name: string): Buffer => readFileSync(`schema/${name}`)
const of = (name: 'line' | 'reading', value: unknown): string[] =>
  // What JSON does not keep is not part of it either.
  violations(schema, { $ref: `#/$defs/${name}` }, JSON.parse(JSON.stringify(value)))

test('schema/ is what the catalogue says now (npm run -s niantu -- schema)', () => {
  expect(JSON.parse(file('reading.schema.json').toString())).toEqual(schema)
  for (const edition of editions)
    expect(file(`${edition}.csv`).toString()).toBe(templateCsv(edition))
})

test.for(editions.flatMap((edition) => [`${edition}.csv`, `${edition}.xlsx`]))(
  'the template %s is a sheet of all figures, none of them unknown',
  async (name) => {
    const doc = await readDoc(file(name), name)
    expect('refused' in doc ? doc : readBulk(doc)).toEqual({ records: [], warnings: [] })
    const [grid] = 'refused' in doc ? [] : doc.blocks.filter(({ kind }) => kind === 'grid')
    const header = grid?.kind === 'grid' ? grid.rows[0]?.map(({ text }) => text) : undefined
    expect(header).toEqual(bulkHeader(name.startsWith('2019') ? '2019' : '2021'))
  },
)

test.for(editions)('the schema of %s has the figures of its template, and no others', (edition) => {
  const { $defs } = JSON.parse(JSON.stringify(readingSchema(edition)))
  expect($defs.figure.enum).toEqual(bulkHeader(edition).filter(isFigureId))
  expect($defs.reading.properties.tables.properties.disclosure).toEqual({ enum: [edition, null] })
})

test.for(fixtures.map((fixture) => [fixture.name, fixture] as const))(
  'the reading of %s and its line follow the schema',
  async ([, { bytes, name }]) => {
    const document = await readDocument(bytes, name)
    expect(of('line', record(name, document, true))).toEqual([])
    const reading = 'kind' in document && document.kind === 'report' ? document.reading : undefined
    expect(reading ? of('reading', reading) : []).toEqual([])
  },
)

test('a sheet of many reports follows it too', async () => {
  const csv = `${bulkHeader('2021').slice(0, 12).join(',')}\n甲局,,410307,2023,2021,,0,,/,1,2,?3`
  const document = await readDocument(new TextEncoder().encode(csv), 'a.csv')
  const line = record('a.csv', document, false)
  expect(line).toMatchObject({ records: [{ bureau: '甲局', figures: { regulations_made: 0 } }] })
  expect(of('line', line)).toEqual([])
})

test.for<[string, Readonly<Record<string, unknown>>]>([
  ['a figure that the form does not have', { figures: { licences: 1 } }],
  ['a number as text', { figures: { licences_decided: '1' } }],
  ['a state nobody knows', { states: { licences_decided: 'zero' } }],
  ['a year in words', { year: '2023' }],
  ['something else', { more: 1 }],
])('%s breaks it', ([, change]) => {
  const line = record('a', { refused: 'no' }, false)
  expect(of('line', line)).toEqual([])
  expect(of('line', { ...line, ...change })).not.toEqual([])
})
