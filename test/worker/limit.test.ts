import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { app } from '#worker/app.ts'
import { perMinute } from '#worker/limit.ts'
import { type Answer, prepare } from './collection.ts'

beforeAll(prepare)
// A minute does not end in the middle of a test.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))

const { LIMITER: _, ...ownLimiter } = { LIMITER: undefined, ...env }

/** The answers that one address gets to so many requests at once. */
async function ask(
  address: string | null,
  times: number,
  bindings: object,
  path = '/api/v1/nothing',
) {
  const headers: Record<string, string> = address === null ? {} : { 'cf-connecting-ip': address }
  const answers = await Promise.all(
    Array.from({ length: times }, async () =>
      app.request(path, { method: 'HEAD', headers }, bindings),
    ),
  )
  return answers.map(({ status }) => status)
}

const refused = (statuses: readonly number[]): boolean => statuses.includes(429)

test.for([
  // who counts, bindings
  ['the platform', env],
  ['each process', ownLimiter],
] as const)('%s refuses an address that asks too much, and no other', async ([, bindings]) => {
  // The platform has a clock of its own: where its minute ends in between, twice as many are too many in one of the two.
  const statuses = await ask('192.0.2.1', perMinute * 2 + 1, bindings)
  expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(perMinute)
  expect(refused(statuses)).toBe(true)
  expect(refused(await ask('192.0.2.2', 1, bindings))).toBe(false)
})

test('files of views are as much work as answers of the API, and no way around it', async () => {
  await ask('192.0.2.5', perMinute, ownLimiter)
  const path = '/compare.csv?bureaus=410307-0099'
  expect(refused(await ask('192.0.2.5', 1, ownLimiter, path))).toBe(true)
})

test('who is refused is told when to come back', async () => {
  await ask('192.0.2.6', perMinute, ownLimiter)
  const headers = { 'cf-connecting-ip': '192.0.2.6' }
  const last = await app.request('/api/v1/nothing', { headers }, ownLimiter)
  expect(last.headers.get('content-type')).toContain('application/problem+json')
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  const { status, detail }: Answer = await last.json()
  expect({ status, detail }).toMatchObject({
    status: 429,
    detail: expect.stringContaining('datapackage'),
  })
})

test.for([
  // what, address, bindings, path
  ['an unknown address', null, ownLimiter, '/api/v1/nothing'],
  ['anybody with RATE_LIMIT=0', '192.0.2.3', { ...env, RATE_LIMIT: '0' }, '/api/v1/nothing'],
  ['a reader of pages', '192.0.2.4', ownLimiter, '/about'],
] as const)('nobody refuses %s', async ([, address, bindings, path]) => {
  expect(refused(await ask(address, perMinute + 1, bindings, path))).toBe(false)
})
