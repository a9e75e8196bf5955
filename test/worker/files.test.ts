import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { sha256 } from '#worker/auth/token.ts'
import { fileKind } from '#worker/files/kind.ts'
import { type Answer, number, post, prepare, publish, store } from './collection.ts'

const bytesOf = (text: string): ArrayBuffer =>
  Uint8Array.from(new TextEncoder().encode(text)).buffer
const json = async (response: Response): Promise<Answer> => response.json()

/** Sends a file for a revision, to a server with these bindings. */
const send = (revision: number, body: ArrayBuffer, own: object = env): Promise<Response> =>
  Promise.resolve(
    app.request(
      `/api/v1/admin/revisions/${revision}/file`,
      { method: 'PUT', headers: { authorization: 'Bearer nt_test' }, body },
      own,
    ),
  )

const missing = async (hashes: readonly string[]): Promise<Answer> =>
  json(await post('/files/missing', { hashes }))

/** A revision of the year that was read from this text; not public. */
async function read(text: string, year: number): Promise<{ id: number; hash: string }> {
  const hash = await sha256(bytesOf(text))
  return { id: await store({ year, file: { name: 'a.html', sha256: hash } }), hash }
}

const page = '<!doctype html><script>alert(1)</script>'

beforeAll(async () => {
  await prepare()
  await publicFile(page, 2020)
})

test('a file is kept for the revision that names it, once or again', async () => {
  const { id, hash } = await read('<p>kept', 2010)
  expect(await missing([hash])).toEqual({ keeps_files: true, missing: [hash] })
  for (let time = 0; time < 2; time++) {
    // oxlint-disable-next-line no-await-in-loop -- once, then again
    const response = await send(id, bytesOf('<p>kept'))
    // oxlint-disable-next-line no-await-in-loop
    expect([response.status, await response.json()]).toEqual([
      200,
      { sha256: hash, bytes: 7, kind: 'html' },
    ])
  }
  expect(await missing(['0'.repeat(64), hash])).toEqual({
    keeps_files: true,
    missing: ['0'.repeat(64)],
  })
})

test('another file than the one that was read is not kept', async () => {
  const { id, hash } = await read('the one', 2011)
  const other = await sha256(bytesOf('another'))
  expect((await send(id, bytesOf('another'))).status).toBe(422)
  expect(await missing([hash, other])).toMatchObject({ missing: [hash, other] })
})

test('no file without a revision that names it', async () => {
  expect((await send(999_999, bytesOf(page))).status).toBe(404)
})

test('a file may be larger than anything else that is sent, but not than 25 MB', async () => {
  const large = 'x'.repeat(5 * 1024 * 1024)
  const { id } = await read(large, 2012)
  expect((await send(id, bytesOf(large))).status).toBe(200)
  expect((await send(id, new ArrayBuffer(25 * 1024 * 1024 + 1))).status).toBe(413)
})

test('more than a hundred hashes, or what is no hash, are not looked for', async () => {
  for (const hashes of [Array.from({ length: 101 }, () => '0'.repeat(64)), ['x'], [null]])
    // oxlint-disable-next-line no-await-in-loop
    expect((await post('/files/missing', { hashes })).status).toBe(422)
})

test('a server without a place for files says so', async () => {
  const none = { ...env, FILES: undefined }
  const headers = { authorization: 'Bearer nt_test', 'content-type': 'application/json' }
  const asked = await app.request(
    '/api/v1/admin/files/missing',
    { method: 'POST', headers, body: JSON.stringify({ hashes: ['0'.repeat(64)] }) },
    none,
  )
  expect(await asked.json()).toEqual({ keeps_files: false, missing: [] })
  const { id } = await read(page, 2013)
  const response = await send(id, bytesOf(page), none)
  expect([response.status, (await json(response)).detail]).toEqual([
    501,
    expect.stringContaining('keeps no source files'),
  ])
})

const open = { ...env, PUBLISH_FILES: '1' }

const fetchFile = (year: number, own: object = open, headers: Record<string, string> = {}) =>
  Promise.resolve(app.request(`/api/v1/reports/410307-0001/${year}/file`, { headers }, own))

/** A public report of the year with its file kept; answers the hash. */
async function publicFile(text: string, year: number): Promise<string> {
  const { id, hash } = await read(text, year)
  await send(id, bytesOf(text))
  await publish({ year, file: { name: 'a.html', sha256: hash } })
  return hash
}

test('a public file is given away as a download that no browser shows', async () => {
  const hash = await sha256(bytesOf(page))
  const response = await fetchFile(2020)
  expect(await response.text()).toBe(page)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html',
    'content-length': String(page.length),
    'content-disposition': 'attachment; filename="410307-0001-2020.html"',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=60, stale-while-revalidate=60',
    'access-control-allow-origin': '*',
    etag: `"${hash}"`,
  })
  expect((await fetchFile(2020, open, { 'if-none-match': `"${hash}"` })).status).toBe(304)
})

test.for([
  // what is set, why there is no file
  [{}, 'publishes the address and the SHA-256'],
  [{ PUBLISH_FILES: '' }, 'publishes the address and the SHA-256'],
  [{ PUBLISH_FILES: '0' }, 'publishes the address and the SHA-256'],
  [{ PUBLISH_FILES: '1', FILES: undefined }, 'is not kept here'],
] as const)('with %j the public gets no file, and is told why', async ([own, why]) => {
  const response = await fetchFile(2020, { ...env, ...own })
  const { status, detail } = await json(response)
  expect([status, detail]).toEqual([404, expect.stringContaining(why)])
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('what is a draft, replaced or withdrawn is not to be had', async () => {
  const { id } = await read('first', 2021)
  await send(id, bytesOf('first'))
  expect((await fetchFile(2021)).status).toBe(404)
  await publicFile('first', 2021)
  expect(await (await fetchFile(2021)).text()).toBe('first')

  const next = await store({
    year: 2021,
    file: { name: 'b.html', sha256: await sha256(bytesOf('second')) },
    cells: { licences_decided: number(46) },
  })
  await post(`/revisions/${next}/publish`, { reason: '原机关更正了报告中的数字' })
  expect((await json(await fetchFile(2021))).detail).toContain('is not kept here')
  await send(next, bytesOf('second'))
  expect(await (await fetchFile(2021)).text()).toBe('second')

  await post(`/revisions/${next}/withdraw`, { reason: '原机关撤回了这份年度报告' })
  const gone = await fetchFile(2021)
  expect([gone.status, (await json(gone)).detail]).toEqual([404, expect.stringContaining('未收录')])
})

const zip = (name: string): string => `PK\u0003\u0004...${name}...PK\u0005\u0006`

test.for([
  // content, kind
  ['%PDF-1.7', 'pdf'],
  [zip('word/document.xml'), 'docx'],
  [zip('xl/workbook.xml'), 'xlsx'],
  [zip('OFD.xml'), 'ofd'],
  [zip('readme.txt'), 'other'],
  ['<!DOCTYPE html><p>', 'html'],
  ['\uFEFF<HTML>', 'html'],
  ['2024年政府信息公开工作年度报告', 'txt'],
  ['{\\rtf1', 'other'],
  ['MZ\0\0', 'other'],
] as const)('%j is %s', ([content, kind]) => {
  expect(fileKind(new TextEncoder().encode(content))).toBe(kind)
})
