import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { sha256 } from '#worker/auth/token.ts'
import { connect } from '#worker/db/client.ts'
import { cutRelease } from '#worker/db/releases.ts'
import { type Answer, get, number, post, prepare, publish, store } from './collection.ts'

const cut = async (): Promise<string> => (await cutRelease(connect(env.DB), new Date()))?.name ?? ''

const bytesOf = (text: string): ArrayBuffer =>
  Uint8Array.from(new TextEncoder().encode(text)).buffer

interface File {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

const fileOf = async (path: string, text: string): Promise<File> => ({
  path,
  bytes: bytesOf(text).byteLength,
  sha256: await sha256(text),
})

const bearer = { authorization: 'Bearer nt_test' }

interface Sent {
  readonly other?: string
  readonly length?: boolean
  readonly bindings?: object
}

/** Sends a file as `niantu release` does; `other` is sent in place of what is told. */
async function send(
  release: string,
  [path, text]: readonly [path: string, text: string],
  { other = text, length = true, bindings = env }: Sent = {},
): Promise<Response> {
  const body = bytesOf(other)
  return app.request(
    `/api/v1/admin/releases/${release}/files/${path}?sha256=${await sha256(text)}`,
    {
      method: 'PUT',
      headers: { ...bearer, ...(length ? { 'content-length': String(body.byteLength) } : {}) },
      body,
    },
    bindings,
  )
}

const finish = (release: string, files: readonly File[]): Promise<Response> =>
  post(`/releases/${release}/files`, { files })

const there = async (release: string, bindings: object = env): Promise<Response> =>
  app.request(`/api/v1/admin/releases/${release}/files`, { headers: bearer }, bindings)

const set = [
  ['2024/410000/disclosure.csv.gz', '\u001f\u008b packed'],
  ['bureaus.csv', 'bureau,name\r\n410307-0001,偃师区甲局\r\n'],
  ['README.md', '# 年图'],
  ['SHA256SUMS', 'aaaa  README.md\n'],
  ['csv-metadata.json', '{}'],
  [
    'datapackage.json',
    `{\n  "name": "niantu",\n  "licenses": [\n    {\n      "path": "LICENCE.txt"\n    }\n  ],\n  "resources": [\n${Array.from({ length: 300 }, (_, i) => `    { "name": "n${i}",\n      "path": "2024/410000/${i}.csv.gz",\n      "schema": "schemas/observations.json"\n    }`).join(',\n')}\n  ]\n}\n`,
  ],
] as const

const files = (): Promise<File[]> => Promise.all(set.map(([path, text]) => fileOf(path, text)))

let first = ''
let made = ''

/** Sends the files of a set and finishes it. */
async function make(release: string): Promise<void> {
  for (const one of set)
    // oxlint-disable-next-line no-await-in-loop
    await send(release, one)
  const response = await finish(release, await files())
  if (response.status !== 201) throw new Error(await response.text())
}

/** Two releases; the second one has its files. */
beforeAll(async () => {
  await prepare()
  await publish()
  first = await cut()
  await publish({ year: 2023 })
  made = await cut()
  await make(made)
})

test.for([
  // path, type
  ['2024/410000/disclosure.csv.gz', 'application/gzip'],
  ['bureaus.csv', 'text/csv; charset=utf-8; header=present'],
  ['README.md', 'text/markdown; charset=utf-8'],
  ['SHA256SUMS', 'text/plain; charset=utf-8'],
  ['csv-metadata.json', 'application/csvm+json'],
  ['datapackage.json', 'application/json'],
] as const)('%s comes as it was made, as %s', async ([path, type]) => {
  const text = new Map<string, string>(set).get(path) ?? ''
  const response = await get(`/data/${made}/${path}`)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': type,
    'content-length': String(bytesOf(text).byteLength),
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    etag: `"${await sha256(text)}"`,
  })
  expect(response.headers.has('content-encoding')).toBe(false)
  expect(await response.text()).toBe(text)
})

const named = (text: string): string => text.replace('MADE', made).replace('FIRST', first)

test.for([
  // what the page of downloads is asked for, what it links to
  ['/data', `/data/MADE/README.md`],
  ['/data', `/data/MADE/2024/410000/disclosure.csv.gz`],
  ['/data', '/api/v1/releases/MADE/manifest.json'],
  ['/data?v=MADE&lang=en', `/data/MADE/SHA256SUMS`],
  ['/data?v=FIRST', '/data?v=MADE'],
] as const)('%s leads to %s', async ([path, to]) => {
  const response = await get(named(path))
  expect([response.status, response.headers.has('etag')]).toEqual([200, false])
  expect(await response.text()).toContain(`href="${named(to)}"`)
})

test('a file is not sent again to who has it, nor to who asks for its head', async () => {
  const etag = `"${await sha256('# 年图')}"`
  const again = await get(`/data/${made}/README.md`, { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const head = await app.request(`/data/${made}/README.md`, { method: 'HEAD' }, env)
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
})

test('the manifest names every file of the set with its hash, and is one of them', async () => {
  const response = await get(`/api/v1/releases/${made}/manifest.json`)
  const text = await response.text()
  expect(JSON.parse(text)).toEqual({
    meta: {
      licence: expect.any(String),
      source: expect.any(String),
      data_version: 2,
      release: made,
      updated: expect.any(String),
      coverage: null,
      n_missing: 0,
    },
    base: `/data/${made}/`,
    files: await files(),
  })
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await (await get(`/data/${made}/manifest.json`)).text()).toBe(text)
})

test.for([
  // path, a part of the reason
  [(): string => `/data/${made}/nothing.csv`, 'no such file in it'],
  [(): string => `/data/${first}/README.md`, 'files of this release were not made'],
  [(): string => `/api/v1/releases/${first}/manifest.json`, 'files of this release were not made'],
  [(): string => '/data/2001.1.0/README.md', 'no such release'],
  [(): string => '/api/v1/releases/2001.1.0/manifest.json', 'no such release'],
] as const)('what is not there says why (%#)', async ([path, why]) => {
  const response = await get(path())
  const problem: Answer = await response.json()
  expect([response.status, problem.detail]).toEqual([404, expect.stringContaining(why)])
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a finished set takes the same again, and nothing else', async () => {
  expect((await send(made, ['README.md', '# 年图'])).status).toBe(200)
  expect((await send(made, ['README.md', '# other'])).status).toBe(409)
  expect((await send(made, ['new.csv', 'a'])).status).toBe(409)
  expect((await finish(made, await files())).status).toBe(200)
  expect((await finish(made, (await files()).slice(1))).status).toBe(409)
  expect(await (await get(`/data/${made}/README.md`)).text()).toBe('# 年图')
})

test('nothing is public before the set is finished; until then other bytes take the place of old ones', async () => {
  await publish({ year: 2022 })
  const release = await cut()
  await send(release, ['README.md', 'first'])
  await send(release, ['left.csv', 'of an earlier attempt'])
  expect((await get(`/data/${release}/README.md`)).status).toBe(404)
  expect(await (await there(release)).json()).toEqual({
    finished: false,
    files: [await fileOf('README.md', 'first'), await fileOf('left.csv', 'of an earlier attempt')],
  })
  await send(release, ['README.md', 'second'])
  const wanted = [await fileOf('README.md', 'second')]
  const early = await finish(release, [...wanted, await fileOf('bureaus.csv', 'b')])
  const problem: Answer = await early.json()
  expect([early.status, problem.errors[0].path]).toEqual([422, 'bureaus.csv'])
  expect((await finish(release, [await fileOf('README.md', 'first')])).status).toBe(422)
  expect((await finish(release, wanted)).status).toBe(201)
  expect(await (await there(release)).json()).toEqual({ finished: true, files: wanted })
  expect((await get(`/data/${release}/left.csv`)).status).toBe(404)
})

test.for([
  // what is sent, status
  [{ other: 'not that' }, 422],
  [{ length: false }, 411],
  [{ bindings: { ...env, FILES: undefined } }, 501],
] as const)('a file with %j is refused', async ([options, status]) => {
  const response = await send(first, ['README.md', 'right'], options)
  expect([response.status, await (await there(first)).json()]).toEqual([
    status,
    { finished: false, files: [] },
  ])
})

test.for([
  // path of a file, status
  ['manifest.json', 422],
  ['..%2Fsecret', 400],
  ['.hidden', 400],
  ['a/b/c/d/e', 400],
] as const)('%s is no file of a set', async ([path, status]) => {
  expect((await send(first, [path, 'a'])).status).toBe(status)
})

test('a server without a place for files, or without the release, says so', async () => {
  const none = { ...env, FILES: undefined }
  const problem: Answer = await (await there(made, none)).json()
  expect([problem.status, problem.detail]).toEqual([501, expect.stringContaining('--out FOLDER')])
  expect((await there('2001.1.0')).status).toBe(404)
  expect((await app.request(`/data/${made}/README.md`, {}, none)).status).toBe(404)
  expect((await app.request('/api/v1/datapackage.json', {}, none)).status).toBe(404)
})

test('the data package of the newest set has absolute addresses, whatever a portion of it ends with', async () => {
  // The tenth release of a year comes after its ninth.
  let newest = ''
  for (let n = 0; n < 9; n++) {
    // oxlint-disable-next-line no-await-in-loop
    await publish({ year: 2021, cells: { licences_decided: number(1000 + n) } })
    // oxlint-disable-next-line no-await-in-loop
    newest = await cut()
  }
  await make(newest)
  const bindings = { ...env, PUBLIC_ORIGIN: 'https://niantu.example.cn/' }
  const ask = async (headers = {}) => app.request('/api/v1/datapackage.json', { headers }, bindings)
  const response = await ask()
  const base = `https://niantu.example.cn/data/${newest}/`
  const { licenses, resources }: Answer = await response.json()
  expect([licenses[0].path, resources.length]).toEqual([`${base}LICENCE.txt`, 300])
  expect(resources.at(-1)).toEqual({
    name: 'n299',
    path: `${base}2024/410000/299.csv.gz`,
    schema: `${base}schemas/observations.json`,
  })
  const etag = response.headers.get('etag') ?? ''
  expect((await ask({ 'if-none-match': etag })).status).toBe(304)
})

test('files keep their bytes when a report is withdrawn, and the release names it', async () => {
  const reason = '原机关更正了报告中的数字'
  const id = await store({ year: 2016 })
  await post(`/revisions/${id}/publish`, {})
  const release = await cut()
  await make(release)
  await post(`/revisions/${id}/withdraw`, { reason })
  expect(await (await get(`/data/${release}/README.md`)).text()).toBe('# 年图')
  const { withdrawn }: Answer = await (await get(`/api/v1/releases/${release}`)).json()
  expect(withdrawn).toMatchObject([{ bureau: '410307-0001', year: 2016, reason }])
})
