import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { get, post, prepare, publish } from './collection.ts'

beforeAll(async () => {
  await prepare()
  await publish()
})

const bookmarkOf = (response: Response): string => response.headers.get('x-d1-bookmark') ?? ''

test('an answer of the API has a bookmark, and the next request may show it', async () => {
  const bookmark = bookmarkOf(await get('/api/v1/releases'))
  expect(bookmark).toMatch(/^[0-9a-f-]{59}$/)
  const next = await get('/api/v1/releases', { 'x-d1-bookmark': bookmark })
  expect(next.status).toBe(200)
  expect(bookmarkOf(next) >= bookmark).toBe(true)
})

test('who has written can read it at once, by the bookmark of the answer', async () => {
  const bookmark = bookmarkOf(await post('/releases', {}))
  const response = await get('/api/v1/releases', { 'x-d1-bookmark': bookmark })
  expect(await response.json()).toMatchObject({ releases: [{ data_version: 1 }] })
})

test.for([
  ['nothing', ''],
  ['a letter', 'x'],
  ['SQL', "'; DROP TABLE report"],
  ['a long one', '0'.repeat(5000)],
] as const)('what is no bookmark is not looked at: %s', async ([, shown]) => {
  expect((await get('/api/v1/releases', { 'x-d1-bookmark': shown })).status).toBe(200)
})

test.for([
  // method, path, status, what may be done instead
  ['POST', '/api/v1/figures', 405, 'GET, HEAD, OPTIONS'],
  ['DELETE', '/b/410307-0001', 405, 'GET, HEAD, OPTIONS'],
  ['PUT', '/', 405, 'GET, HEAD, OPTIONS'],
  ['OPTIONS', '/api/v1/figures', 204, null],
  ['HEAD', '/api/v1/figures', 200, null],
] as const)('%s %s is %i', async ([method, path, status, allow]) => {
  const response = await app.request(path, { method }, env)
  expect([response.status, response.headers.get('allow')]).toEqual([status, allow])
})
