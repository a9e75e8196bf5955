import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'

// What deploying makes of Cloudflare's answers: wrangler talks to a server here in its place.

let answer: { status: number; body: object } = { status: 200, body: {} }
let asked: (readonly [request: string, body: unknown])[] = []
const server = createServer((request, response) => {
  void text(request).then((body) => {
    asked.push([`${request.method} ${request.url}`, JSON.parse(body || 'null')])
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer.body))
  })
})

async function cloudflare() {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  process.env['CLOUDFLARE_API_BASE_URL'] = `http://127.0.0.1:${port}`
  process.env['CLOUDFLARE_API_TOKEN'] = 'test'
  process.env['CLOUDFLARE_ACCOUNT_ID'] = 'account'
  // What wrangler is given of the environment is read once, when it is loaded.
  return import('../../cli/cloudflare.ts')
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

const refusal = (status: number, code: number, message: string) => ({
  status,
  body: { success: false, errors: [{ code, message }], messages: [], result: null },
})

const tracked = readFileSync('wrangler.toml', 'utf8')

test.for([
  // what Cloudflare answers, whether there is a bucket then
  [{ status: 200, body: { success: true, errors: [], messages: [], result: {} } }, true],
  [refusal(409, 10004, 'The bucket you tried to create already exists, and you own it.'), true],
  [refusal(403, 10042, 'Please enable R2 through the Cloudflare Dashboard.'), false],
] as const)('%j: is there a bucket? %j', { timeout: 30_000 }, async ([given, there]) => {
  const { createBucket } = await cloudflare()
  answer = given
  asked = []
  expect(await createBucket()).toBe(there)
  expect(asked).toEqual([
    ['POST /accounts/account/r2/buckets', expect.objectContaining({ name: 'niantu-files' })],
  ])
  expect(readFileSync('wrangler.toml', 'utf8')).toBe(tracked)
})

test('where nobody can tell, nothing is deployed', { timeout: 30_000 }, async () => {
  const { createBucket } = await cloudflare()
  answer = refusal(403, 10000, 'Authentication error')
  await expect(createBucket()).rejects.toThrow(/r2 bucket create[^]*Authentication error/)
})

const sections = (config: string) => config.match(/^\[.*\]$/gm)

test('the configuration of an account without R2 has everything but the bucket', async () => {
  const { deployedConfig } = await cloudflare()
  const id = '11111111-2222-3333-4444-555555555555'
  expect(deployedConfig(tracked, id, true)).toContain(`database_id = "${id}"`)
  expect(sections(deployedConfig(tracked, id, true))).toEqual(sections(tracked))
  const without = deployedConfig(tracked, id, false)
  expect(sections(without)).toEqual(sections(tracked)?.filter((name) => name !== '[[r2_buckets]]'))
  expect(without).not.toMatch(/"FILES"|niantu-files|\n\n\n/)
})
