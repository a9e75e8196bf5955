import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { promised } from '#worker/contract/files.ts'
import type { Operation } from '#worker/contract/operation.ts'

const base = inject('baseURL')

const { releases } = await (await fetch(`${base}/api/v1/releases`)).json()
const release: string = releases[0].name

/** An address of the document as it is on this deployment. */
const addressOf = (example: string): string => base + example.replaceAll('RELEASE', release)

/** Every example of every route; those of source files need a deployment that gives them away. */
const examples = promised.flatMap((operation) =>
  operation.needs === 'source_files'
    ? []
    : operation.examples.map((example) => [example, operation] as const),
)

/** Whether an answer says of itself what meta says: documents about the API and its files have their own way. */
const hasMeta = ({ answer }: Operation): boolean =>
  typeof answer !== 'string' && Object.hasOwn(Object(Reflect.get(answer, 'entries')), 'meta')

const isFile = ({ answer, path }: Operation): boolean =>
  typeof answer === 'string' && /csv$|sheet$|svg/.test(answer) && !path.startsWith('/schema/')

const withMeta = examples.filter(([, operation]) => hasMeta(operation))

/** What has no meta: what describes the API, the data or the files, and the state of the server. */
const others = new Set(
  promised
    .filter((operation) => typeof operation.answer !== 'string' && !hasMeta(operation))
    .map(({ path }) => path)
    .filter((path) => !path.endsWith('.csv-metadata.json')),
)

test('every JSON answer of data says of itself what it is', () => {
  expect([...others].toSorted()).toEqual([
    '/api/v1/catalogue.jsonld',
    '/api/v1/cube.json-stat',
    '/api/v1/datapackage.json',
    '/api/v1/dataset.jsonld',
    '/api/v1/openapi.json',
    '/healthz',
    '/readyz',
    '/schema/{edition}.json',
  ])
})

test.for(withMeta)('%s: licence, source, version and what has no number', async ([example]) => {
  const { meta } = await (await fetch(addressOf(example))).json()
  expect(Object.keys(meta)).toEqual([
    'licence',
    'source',
    'data_version',
    'release',
    'updated',
    'coverage',
    'n_missing',
  ])
  expect(meta.release).toBe(
    /[?&]v=|\/changes$|manifest/.test(example) && example.includes('RELEASE') ? release : null,
  )
})

test.for(examples.filter(([, operation]) => isFile(operation)))(
  '%s says the same in its headers',
  async ([example, { answer }]) => {
    const { headers } = await fetch(addressOf(example))
    expect(headers.get('x-data-version')).toMatch(/^\d+$/)
    expect(headers.get('x-missing')).toMatch(/^\d+$/)
    expect(headers.get('x-source')).toBe('/docs')
    expect(headers.get('link')).toContain('</about#licence>; rel="license"')
    const described = headers.get('link')?.includes('rel="describedby"')
    expect(described).toBe(answer === 'text/csv')
    expect(headers.get('x-release')).toBe(/[?&]v=/.test(example) ? release : null)
  },
)

/** What nobody keeps: whether the server is there. What was made once has tags of its own, or none. */
const isAnswer = ([, { path }]: (typeof examples)[number]): boolean =>
  !/^\/(?:healthz|readyz|schema|data)/.test(path)

test.for(examples.filter(isAnswer))(
  '%s is open to all, and says how long it may be kept',
  async ([example]) => {
    const address = addressOf(example)
    const first = await fetch(address, { headers: { origin: 'https://example.com' } })
    await first.arrayBuffer()
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(first.headers.get('x-content-type-options')).toBe('nosniff')
    expect(first.headers.has('set-cookie')).toBe(false)
    expect(first.headers.get('content-security-policy')).toBeTruthy()
    expect(first.headers.get('cache-control')).toMatch(
      /[?&]v=/.test(example) ? /immutable/ : /max-age=(?:60|31536000)/,
    )
  },
)

/** Parameters of a query with a value that none of them takes. */
const wrong = promised
  .filter(({ table, path }) => table || !/\.(?:csv|xlsx|csv-metadata\.json)$/.test(path))
  .flatMap(({ query, examples: [example] }) =>
    Object.keys(query?.entries ?? {})
      .filter((name) => !['q', 'bom', 'lang'].includes(name))
      .map((name) => [example, name] as const),
  )

/** The same address with another value of a parameter. */
function withValue(example: string, name: string, value: string): string {
  const url = new URL(addressOf(example))
  url.searchParams.set(name, value)
  return url.href
}

test.for(wrong)('%s names %s where its value is wrong', async ([example, name]) => {
  const response = await fetch(withValue(example, name, '<no such value>'))
  const { errors, detail, ...problem } = await response.json()
  expect([response.status, problem.status]).toEqual([400, 400])
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(errors.map(({ path }: { path: string }) => path.split('.')[0])).toContain(name)
  for (const { message } of errors)
    // Both languages, and what is allowed.
    expect([message, /\p{Script=Han}|\d/u.test(message)]).toEqual([message, true])
  expect(detail).toMatch(/\p{Script=Han}/u)
})

interface Sampled {
  readonly get: {
    readonly 'x-codeSamples': readonly { readonly lang: string; readonly source: string }[]
    readonly 'x-needs'?: string
  }
}

const document: { readonly paths: Record<string, Sampled> } = await (
  await fetch(`${base}/api/v1/openapi.json`)
).json()

const samples = Object.entries(document.paths).flatMap(([path, { get }]) =>
  get['x-needs'] === 'source_files'
    ? []
    : [
        [
          path,
          get['x-codeSamples'].find(({ lang }) => lang === 'JavaScript')?.source ?? '',
        ] as const,
      ],
)

/** A module that runs every example in a scope of its own, and prints the paths of those that throw. */
const script = samples
  .map(
    ([path, source]) =>
      `try {\n${source}\n} catch (error) { console.log(${JSON.stringify(path)}, error) }`,
  )
  .join('\n')

test('every JavaScript example runs as it stands', async () => {
  expect(samples.filter(([, source]) => !source.includes(base))).toEqual([])
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    script,
  ])
  expect(stdout).toBe('')
})
