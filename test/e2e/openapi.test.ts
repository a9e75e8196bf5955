import { strFromU8, unzipSync } from 'fflate'
import { expect, inject, test } from 'vitest'
import {
  type Described,
  type Json,
  described,
  isObject,
  object,
  valuesOf,
} from '../../bench/requests/described.ts'
import { judge } from '../../bench/requests/judge.ts'

// What a client learns of the API that has nothing but its document.

const server = inject('baseURL')
const document: Json = object(await (await fetch(`${server}/api/v1/openapi.json`)).json())
const operations = described(document)
const judged = judge(document)

/** The samples come without their source files. */
const isHere = ({ needs }: Described): boolean => needs !== 'source_files'

const examples = operations
  .filter(isHere)
  .flatMap((own) => own.examples.map((example) => [example, own] as const))

const isProbe = (path: string): boolean => /^\/(?:healthz|readyz)/.test(path)

async function ask(address: string, init: RequestInit = {}) {
  const response = await fetch(server + address, init)
  const body = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, body }
}

test.for(examples)('%s is as its schema says', async ([example, own]) => {
  const answer = await ask(example)
  expect([answer.status, judged(own, answer)]).toEqual([200, []])
})

test.for(operations.filter((own) => !isHere(own)).map((own) => [own.path, own] as const))(
  '%s says why it is not to be had here',
  async ([, own]) => {
    const answer = await ask(own.examples[0] ?? '')
    expect([answer.status, judged(own, answer)]).toEqual([404, []])
  },
)

const preflight = {
  method: 'OPTIONS',
  headers: {
    origin: 'https://example.com',
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'if-none-match',
  },
}

test.for(operations.filter(({ path }) => !isProbe(path)).map((own) => [own.path, own] as const))(
  '%s may be asked by a page of another site that shows its tag',
  async ([
    ,
    {
      examples: [example = ''],
    },
  ]) => {
    const { status, headers } = await ask(example, preflight)
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, '*'])
    expect(headers.get('access-control-allow-methods')).toContain('GET')
    expect(headers.get('access-control-allow-headers')).toContain('if-none-match')
  },
)

/** Made once: the files of a release, and of the form. */
const isMade = (path: string): boolean => /^\/(?:data|schema)\//.test(path)

test.for(examples.filter(([, { path }]) => isMade(path)))(
  '%s is not sent again to who has it',
  async ([example]) => {
    const first = await ask(example)
    const etag = first.headers.get('etag') ?? ''
    const again = await ask(example, { headers: { 'if-none-match': etag } })
    expect(etag).toMatch(/^"[^"]+"$/)
    expect([again.status, again.body.length, again.headers.get('etag')]).toEqual([304, 0, etag])
  },
)

/** What is in an answer; of a workbook its data, as its other sheet names the address. */
function content({ body, headers }: Awaited<ReturnType<typeof ask>>): string {
  const isWorkbook = headers.get('content-type')?.endsWith('.sheet') ?? false
  const bytes = isWorkbook ? unzipSync(body)['xl/worksheets/sheet1.xml'] : body
  return strFromU8(bytes ?? new Uint8Array()).replaceAll(/[?&]utm_source=x/g, '')
}

const withoutMeta = examples.filter(
  ([, { schema }]) => !isObject(schema?.['properties']) || !('meta' in schema['properties']),
)

test.for(withoutMeta)('%s ignores a parameter that it does not know', async ([example]) => {
  const mark = example.includes('?') ? '&' : '?'
  expect(content(await ask(`${example}${mark}utm_source=x`))).toBe(content(await ask(example)))
})

/** The editions of the form are no more than two: their files are there, or not. */
const places = operations
  .filter(({ path }) => !path.startsWith('/schema/'))
  .flatMap((own) =>
    own.parameters
      .filter((one) => one.in === 'path')
      .map(({ name }) => [own.path, name, own] as const),
  )

/** The first example of an operation with something else in place of a parameter. */
function elsewhere({ path, examples: [example = ''] }: Described, name: string): string {
  const form = path.replaceAll('.', String.raw`\.`).replaceAll(/\{(\w+)\}/g, '(?<$1>.+)')
  const values = new RegExp(`^${form}$`).exec(example.split('?')[0] ?? '')?.groups ?? {}
  return Object.entries({ ...values, [name]: '~' }).reduce(
    (text, [key, value]) => text.replace(`{${key}}`, value),
    path,
  )
}

test.for(places)('%s: what is no %s is named', async ([, name, own]) => {
  const answer = await ask(elsewhere(own, name))
  const { errors } = object(JSON.parse(strFromU8(answer.body)))
  expect([answer.status, judged(own, answer)]).toEqual([400, []])
  expect(errors).toEqual([{ code: 'invalid', path: name, message: expect.stringMatching(/\S/) }])
})

test('what is asked at once has its bound, and fifty of the longest ids are within it', async () => {
  const { Figure: figure } = object(object(document['components'])['schemas'])
  const ids = valuesOf(document, object(figure)) ?? []
  const longest = ids.toSorted((a, b) => b.length - a.length).slice(0, 50)
  const csv = `/api/v1/series.csv?figure=${longest.join(',')}&bureau=321300-0001&v=`
  const { releases } = object(JSON.parse(strFromU8((await ask('/api/v1/releases')).body)))
  const [newest] = Array.isArray(releases) ? releases : []
  expect((await ask(`${csv}${String(object(newest)['name'])}`)).status).toBe(200)
  const own = operations.find(({ path }) => path === '/api/v1/series.csv')
  for (const path of ['/api/v1/series.csv', '/b/321300-0001.csv', '/compare.json']) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await ask(`${path}?unknown=${'x'.repeat(5000)}`)
    expect([answer.status, own && judged(own, answer)]).toEqual([414, []])
  }
})

const paged = operations
  .filter(({ isPaged, type }) => isPaged && type === 'application/json')
  .map((own) => [own.path, own] as const)

/** Where a list goes on, by its header. */
const next = ({ headers }: { readonly headers: Headers }): string | undefined =>
  /<(?<to>[^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.groups?.['to']

test.for(paged)('%s leads from page to page to its end', async ([, own]) => {
  const takesLimit = own.parameters.some(({ name }) => name === 'limit')
  for (const example of own.examples) {
    const address = new URL(example, server)
    if (takesLimit) address.searchParams.set('limit', '1')
    const seen = new Set<string>()
    for (let to: string | undefined = address.pathname + address.search; to;) {
      // oxlint-disable-next-line no-await-in-loop -- one page says where the next one begins
      const answer = await ask(to)
      expect([answer.status, judged(own, answer)]).toEqual([200, []])
      const text = strFromU8(answer.body)
      const cursor = object(JSON.parse(text))['next_cursor']
      expect(seen.has(text)).toBe(false)
      seen.add(text)
      to = seen.size < 5 ? next(answer) : undefined
      expect(cursor === null).toBe(next(answer) === undefined)
    }
  }
})

test('a list of all leads to more than one page', async () => {
  const first = await ask('/api/v1/bureaus?limit=20')
  expect(next(first)).toMatch(/^\/api\/v1\/bureaus\?limit=20&cursor=/)
})

/** Observations below a value: what has a state. The parts of a linked one are told with it. */
function observations(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(observations)
  if (!isObject(value)) return []
  const { parts: _, ...own } = value
  const inner = Object.values(own).flatMap(observations)
  return 'state' in value && 'value' in value ? [value, ...inner] : inner
}

const ofFigures = new Set([
  '/api/v1/series',
  '/api/v1/totals',
  '/api/v1/ranking',
  '/api/v1/reports',
  '/b/{bureau}.json',
  '/b/{bureau}/{year}.json',
  '/compare.json',
])

/** A report with cells of every kind, and one of them that has no number. */
const poor = '310000-0001/2019'
const { figures: cells } = object(await (await fetch(`${server}/api/v1/reports/${poor}`)).json())
const [without = ''] = Object.entries(object(cells)).flatMap(([id, cell]) =>
  object(cell)['value'] === null ? id : [],
)

test.for([
  `/api/v1/reports/${poor}`,
  `/api/v1/reports/${poor}/revisions/1`,
  `/api/v1/observations/${poor}/${without}/source`,
  `/b/${poor}.json`,
  ...examples.filter(([, { path }]) => ofFigures.has(path)).map(([example]) => example),
])('%s counts what has no number', async (address) => {
  const { meta, ...own } = object(JSON.parse(strFromU8((await ask(address)).body)))
  const missing = observations(own).filter(({ value }) => value === null)
  expect([address, object(meta)['n_missing']]).toEqual([address, missing.length])
})

test.for(
  examples
    .filter(([example, own]) => example === own.examples[0])
    .map(([, { path, samples }]) => [path, samples] as const),
)('%s may be asked with curl, and told in four languages', async ([, samples]) => {
  expect(samples.map(({ lang }) => lang)).toEqual(['Shell', 'JavaScript', 'Python', 'R'])
  const shell = samples[0]?.source ?? ''
  const address = /^curl (?:-O )?'(?<address>[\x21-\x7E]+)'$/.exec(shell)?.groups?.['address'] ?? ''
  expect(address.startsWith(`${server}/`)).toBe(true)
  const response = await fetch(address)
  await response.arrayBuffer()
  expect(response.status).toBe(200)
  for (const { source } of samples) expect(source).toContain(`'${address}'`)
})
