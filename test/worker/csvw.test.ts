import { beforeAll, expect, test } from 'vitest'
import { type Datatype, columns } from '#core/text/columns.ts'
import { type Answer, get } from './collection.ts'
import { csvRows, tablePaths, varied } from './varied.ts'

beforeAll(varied)

/** What a cell of each datatype may be, where it is not empty. */
const shapes: Readonly<Record<Datatype, RegExp>> = {
  string: /^[^]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  dateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/,
}

const question = (query: string): string => (query === '' ? '' : `?${query}`)

/** Address and answer of the metadata of a table. */
async function metadata([path, query]: readonly [string, string]): Promise<
  readonly [string, Answer]
> {
  const address = `http://localhost${path}.csv-metadata.json${question(query)}`
  const response = await get(address)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/csvm+json')
  return [address, await response.json()]
}

test.for(tablePaths)(
  '%s.csv-metadata.json?%s says what every cell of the file is',
  async (table) => {
    const [address, { url, tableSchema }] = await metadata(table)
    const csv = new URL(url, address)
    expect(`${csv.pathname}${csv.search}`).toBe(`${table[0]}.csv${encodeURI(question(table[1]))}`)

    const [head = [], ...rows] = await csvRows(csv.pathname + csv.search)
    const described: readonly { readonly name: string; readonly datatype: Datatype }[] =
      tableSchema.columns
    expect(described.map(({ name }) => name)).toEqual(head)
    const broken = described.flatMap(({ name, datatype }, i) =>
      rows
        .map((row) => row[i] ?? '')
        .filter((cell) => cell !== '' && !shapes[datatype].test(cell))
        .map((cell) => [name, datatype, cell]),
    )
    expect(broken).toEqual([])
    const key = head.indexOf(tableSchema.primaryKey)
    const keys = key === -1 ? [] : rows.map((row) => row[key])
    expect(keys).not.toContain('')
    expect(new Set(keys).size).toBe(keys.length)
  },
)

test.for(tablePaths)(
  '%s.csv-metadata.json?%s takes its words from the dictionary',
  async (table) => {
    const [, { tableSchema }] = await metadata(table)
    const known: Readonly<
      Record<
        string,
        { zh: string; en: string; datatype: string; about: { zh: string; en: string } }
      >
    > = columns
    for (const { name, titles, datatype, 'dc:description': about } of tableSchema.columns) {
      const column = known[name]
      expect({ titles, datatype, about }).toEqual({
        titles: { und: name, zh: column?.zh, en: column?.en },
        datatype: column?.datatype,
        about: [
          { '@value': column?.about.zh, '@language': 'zh' },
          { '@value': column?.about.en, '@language': 'en' },
        ],
      })
    }
  },
)

test('licence, source, date and version are said', async () => {
  const [, document] = await metadata(['/api/v1/bureaus', ''])
  expect(document).toMatchObject({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    '@type': 'Table',
    'dc:license': { '@id': 'http://localhost/about#licence' },
    'dc:rights': expect.any(String),
    'dc:source': expect.any(String),
    'dc:modified': { '@value': expect.stringMatching(shapes.dateTime), '@type': 'xsd:dateTime' },
    'schema:version': 'd7',
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: { null: '' },
    notes: [expect.any(Object)],
  })
})
