import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Package } from 'datapackage'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import Papa from 'papaparse'
import SHACLValidator from 'rdf-validate-shacl'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { verify } from '../../cli/verify.ts'

// The first release of the samples, as `npm start` makes it, through the eyes of the standards’ own tools.

const server = inject('baseURL')
const folder = mkdtempSync(join(tmpdir(), 'niantu-set-'))
afterAll(() => rmSync(folder, { recursive: true }))

// oxlint-disable-next-line typescript/no-explicit-any -- asserted at once, by value
type Answer = any

const json = async (path: string): Promise<Answer> => (await fetch(`${server}${path}`)).json()

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let base = ''
let files: { path: string; bytes: number; sha256: string }[] = []

/** The whole set, downloaded; tables unpacked under the same name without .gz, as the package names them here. */
beforeAll(async () => {
  const { releases } = await json('/api/v1/releases')
  const manifest = await json(`/api/v1/releases/${releases.at(-1).name}/manifest.json`)
  base = manifest.base
  files = manifest.files
  for (const { path } of files) {
    // oxlint-disable-next-line no-await-in-loop -- one server, one file after the other
    const bytes = Buffer.from(await (await fetch(`${server}${base}${path}`)).arrayBuffer())
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
    if (path.endsWith('.gz')) writeFileSync(join(folder, path.slice(0, -3)), gunzipSync(bytes))
  }
}, 60_000)

/** Contexts come from here, and from nowhere else. */
const documentLoader = async (address: string) => {
  if (address !== 'https://schema.org') throw new Error(`${address} is asked for`)
  const document = { '@context': { '@vocab': 'https://schema.org/' } }
  return { document, documentUrl: address }
}

const shapes = new Store(
  new Parser().parse(readFileSync(join(import.meta.dirname, 'dcat-ap.ttl'), 'utf8')),
)

async function complaints(document: object): Promise<string[]> {
  const options = { format: 'application/n-quads', documentLoader } as const
  const quads = await jsonld.toRDF(document, options)
  if (typeof quads !== 'string') throw new TypeError('N-Quads are a text')
  const data = new Store(new Parser().parse(quads))
  const { results } = await new SHACLValidator(shapes).validate(data)
  return results.map(({ path }) => path?.value.replace(/.*[/#]/, '') ?? '')
}

test('the catalogue holds what DCAT-AP demands', async () => {
  const catalogue = await json('/api/v1/catalogue.jsonld')
  expect(await complaints(catalogue)).toEqual([])
})

test.for([
  // what is left out of the catalogue, and what is missed then
  ['dct:title', 'title'],
  ['dct:description', 'description'],
  ['dct:publisher', 'publisher'],
  ['dcat:dataset', 'dataset'],
  ['dcat:service', 'service'],
] as const)('without %s it would not', async ([left, missed]) => {
  const { [left]: _, ...rest } = await json('/api/v1/catalogue.jsonld')
  expect(await complaints(rest)).toContain(missed)
})

test('the data set is one of schema.org, with a download for every part', async () => {
  const [dataset] = await jsonld.expand(await json('/api/v1/dataset.jsonld'), { documentLoader })
  expect(dataset).toMatchObject({ '@type': ['https://schema.org/Dataset'] })
  const must = [
    'name',
    'description',
    'license',
    'creator',
    'version',
    'keywords',
    'temporalCoverage',
  ]
  expect(must.filter((name) => !dataset?.[`https://schema.org/${name}`])).toEqual([])
  const parts: Answer = dataset?.['https://schema.org/distribution']
  const addresses = parts.map((part: Answer) => part['https://schema.org/contentUrl'][0]['@value'])
  for (const address of addresses)
    // oxlint-disable-next-line no-await-in-loop
    expect((await fetch(address)).status).toBe(200)
})

/** The package of the downloaded set, whose tables are unpacked. */
async function unpacked(): Promise<Package> {
  const text = readFileSync(join(folder, 'datapackage.json'), 'utf8')
  const descriptor: Answer = JSON.parse(text.replaceAll('.csv.gz"', '.csv"'))
  return Package.load(descriptor, { basePath: folder })
}

test('the data package is one by its profile', async () => {
  const address = await Package.load(await json('/api/v1/datapackage.json'))
  expect([address.valid, address.errors]).toEqual([true, []])
  const { valid, errors, resources } = await unpacked()
  expect([valid, errors]).toEqual([true, []])
  const tables = files.filter(({ path }) => /\.csv(?:\.gz)?$/.test(path))
  expect(resources.length).toBe(tables.length)
})

test(
  'every table is as its schema says, and refers to what is there',
  { timeout: 60_000 },
  async () => {
    const { resources } = await unpacked()
    const known = new Map(files.map((file) => [file.path.replace(/\.gz$/, ''), file]))
    for (const resource of resources) {
      const { path, bytes, hash } = resource.descriptor
      const file = known.get(path)
      expect([bytes, hash]).toEqual([file?.bytes, `sha256:${file?.sha256}`])
      // oxlint-disable-next-line no-await-in-loop -- casts every cell, checks keys
      const rows = await resource.read({ keyed: true })
      expect(rows.length).toBeGreaterThan(0)
      expect(resource.headers).toEqual(resource.schema.fieldNames)
      // oxlint-disable-next-line no-await-in-loop
      expect(await resource.checkRelations()).toBe(true)
    }
  },
)

test('the figures of the files are those of the API', async () => {
  const { resources } = await unpacked()
  const name = /\/data\/(.*)\//.exec(base)?.[1] ?? ''
  const address = `/api/v1/reports/410307-0001/2024?v=${name}`
  const { figures } = await json(address)
  const rows: Answer[] = []
  for (const table of ['disclosure', 'requests', 'reviews']) {
    const resource = resources.find((one) => one.name === `2024-410000-${table}`)
    // oxlint-disable-next-line no-await-in-loop
    rows.push(...((await resource?.read({ keyed: true })) ?? []))
  }
  const own = rows.filter(({ bureau }) => bureau === '410307-0001')
  expect(
    Object.fromEntries(own.map(({ figure, value, state }) => [figure, { value, state }])),
  ).toEqual(
    Object.fromEntries(
      Object.entries<Answer>(figures).map(([id, { value, state }]) => [id, { value, state }]),
    ),
  )
})

const datatypes: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^(?:-?\d+)?$/,
  number: /^(?:-?\d+(?:\.\d+)?)?$/,
  date: /^(?:\d{4}-\d\d-\d\d)?$/,
  dateTime: /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)?$/,
}

test('CSVW names every table, its columns in their order, and what each cell is', () => {
  const group: Answer = JSON.parse(readFileSync(join(folder, 'csv-metadata.json'), 'utf8'))
  const tables = files.filter(({ path }) => /\.csv(?:\.gz)?$/.test(path))
  expect(group.tables.map(({ url }: Answer) => url)).toEqual(tables.map(({ path }) => path))
  for (const { url, tableSchema } of group.tables) {
    const schema: Answer = JSON.parse(readFileSync(join(folder, tableSchema), 'utf8'))
    const [header, ...rows] = Papa.parse<string[]>(
      readFileSync(join(folder, url.replace(/\.gz$/, '')), 'utf8').trimEnd(),
    ).data
    expect(schema.columns.map(({ name }: Answer) => name)).toEqual(header)
    const wrong = rows.flatMap((cells) =>
      cells.filter((cell, i) => !datatypes[schema.columns[i].datatype]?.test(cell)),
    )
    expect([url, wrong]).toEqual([url, []])
    const keys = rows.map((cells) =>
      schema.primaryKey.map((name: string) => cells[header?.indexOf(name) ?? -1]).join('\t'),
    )
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('the checksums hold, for what is served and for what was taken home', async () => {
  const said: string[] = []
  const output = {
    out: (line: string) => void said.push(line),
    err: (line: string) => void said.push(line),
  }
  expect(await verify([`${server}${base}`], output)).toBe(0)
  expect(await verify([folder], output)).toBe(0)
  const listed = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')
  expect(listed).toEqual(
    files.flatMap(({ path, sha256: hash }) => (path === 'SHA256SUMS' ? [] : [`${hash}  ${path}`])),
  )
  for (const { path, sha256: hash } of files)
    expect(sha256(readFileSync(join(folder, path)))).toBe(hash)
})
