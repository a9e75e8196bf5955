import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { sha256 } from '#worker/auth/token.ts'
import { connect } from '#worker/db/client.ts'
import { cutRelease } from '#worker/db/releases.ts'
import { type Answer, getJson, post, prepare, publish } from './collection.ts'
import { noting } from './noted.ts'

// What these descriptions must hold by DCAT-AP is checked in test/e2e/whole-set.test.ts, outside of workerd.

const both = ['/api/v1/catalogue.jsonld', '/api/v1/dataset.jsonld'] as const

const bindings = { ...env, PUBLIC_ORIGIN: 'https://niantu.example.cn/', DATA_LICENCE: '随意使用' }

const ask = async (path: string, headers = {}, own: object = bindings): Promise<Response> =>
  app.request(path, { headers }, own)

const json = async (path: string, own: object = bindings): Promise<Answer> =>
  (await ask(path, {}, own)).json()

/** Every address that a description names. */
const addresses = (value: unknown): string[] => {
  if (typeof value === 'string') return /^https?:/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addresses) : []
}

let release = ''

const text = '{}'

/** Makes a set of one file. */
async function make(): Promise<void> {
  const file = { path: 'bureaus.csv', bytes: text.length, sha256: await sha256(text) }
  await app.request(
    `/api/v1/admin/releases/${release}/files/${file.path}?sha256=${file.sha256}`,
    {
      method: 'PUT',
      headers: { authorization: 'Bearer nt_test', 'content-length': String(text.length) },
      body: text,
    },
    env,
  )
  await post(`/releases/${release}/files`, { files: [file] })
}

beforeAll(prepare)

test.for(both)('%s tells of an empty collection too', async (path) => {
  const response = await ask(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/ld+json',
  ])
  expect(await response.text()).not.toMatch(/temporal|odified|undefined/)
})

test('without files there is the API, with them every part of the newest set', async () => {
  await publish({ year: 2019 })
  await publish({ year: 2024 })
  release = (await cutRelease(connect(env.DB), new Date()))?.name ?? ''
  const before = await ask(both[0])
  const [{ 'dcat:dataset': early }, { distribution }] = [
    await before.json<Answer>(),
    await json(both[1]),
  ]
  expect([early['dcat:distribution'].length, distribution.length]).toEqual([1, 1])
  await make()
  const after = await json(both[0])
  const data = await json(both[1])
  expect(after['dcat:dataset']).toMatchObject({
    'dcat:version': release,
    'dct:temporal': {
      'dcat:startDate': { '@value': '2019-01-01' },
      'dcat:endDate': { '@value': '2024-12-31' },
    },
    'dct:license': { 'rdfs:label': '随意使用' },
  })
  expect(data).toMatchObject({ version: release, temporalCoverage: '2019/2024' })
  expect([after['dcat:dataset']['dcat:distribution'].length, data.distribution.length]).toEqual([
    7, 7,
  ])
  expect(data.distribution.map(({ contentUrl }: Answer) => contentUrl)).toContain(
    `https://niantu.example.cn/data/${release}/bureaus.csv`,
  )
  // The set changed nothing that other tags are made of.
  const tag = before.headers.get('etag') ?? ''
  expect((await ask(both[0], { 'if-none-match': tag })).status).toBe(200)
})

test.for(both)('%s is not sent again to who has it', async (path) => {
  const tag = (await ask(path)).headers.get('etag') ?? ''
  expect((await ask(path, { 'if-none-match': tag })).status).toBe(304)
})

test.for(both)('%s names this site only by its own address', async (path) => {
  const foreign =
    /^https?:\/\/(?:www\.w3\.org|purl\.org|xmlns\.com|schema\.org|www\.iana\.org|publications\.europa\.eu)/
  const own = addresses(await json(path)).filter((address) => !foreign.test(address))
  expect(own.length).toBeGreaterThan(5)
  expect(own.filter((address) => !address.startsWith('https://niantu.example.cn/'))).toEqual([])
  expect(
    addresses(await getJson(path)).some((address) => address.startsWith('http://localhost/')),
  ).toBe(true)
})

test.for([...both, '/api/v1/datapackage.json'])('%s asks at most 5 statements', async (path) => {
  const { DB, statements } = noting()
  await ask(path, {}, { ...bindings, DB })
  expect(statements.length).toBeLessThanOrEqual(5)
})
