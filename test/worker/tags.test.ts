import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { get, prepare, publish } from './collection.ts'
import { cut } from './varied.ts'

let release: string
beforeAll(async () => {
  await prepare()
  await publish()
  release = await cut()
})

const tagOf = async (path: string): Promise<string> => (await get(path)).headers.get('etag') ?? ''
const series = '/api/v1/series?figure=licences_decided&bureau=410307-0001'

test('what is frozen is not sent again, and is not asked of the database', async () => {
  const path = `${series}&v=${release}`
  const etag = await tagOf(path)
  expect(etag).toMatch(/\.frozen"$/)
  for (const held of [etag, `W/${etag}`, `"x", ${etag}`])
    // oxlint-disable-next-line no-await-in-loop
    expect((await get(path, { 'if-none-match': held })).status).toBe(304)
})

test('nobody makes up a tag that keeps a live answer for ever', async () => {
  const hash = /\.(\w+)"$/.exec(await tagOf(series))?.[1]
  for (const name of [release, '2001.1.0', 'x']) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await get(series, { 'if-none-match': `"${name}.${hash}.frozen"` })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=60, stale-while-revalidate=60',
    ])
  }
})

test.for([
  // a setting of the deployment that stands in answers
  { DATA_LICENCE: '另一许可' },
  { PUBLIC_ORIGIN: 'https://niantu.example' },
])('%j changes what an answer says, and its tag', async (setting) => {
  const tags = await Promise.all(
    [series, `${series}&v=${release}`].map(async (path) => {
      const answer = await app.request(path, {}, { ...env, ...setting })
      return [await tagOf(path), answer.headers.get('etag')]
    }),
  )
  for (const [one, other] of tags) expect(one).not.toBe(other)
})

test.for(['a"b', 'a$&b', "a'b", 'a`b'])(
  'the host %s stands in no text, whatever a caller says',
  async (host) => {
    for (const path of ['/api/v1/openapi.json', '/docs', '/api/v1/catalogue.jsonld', series]) {
      // oxlint-disable-next-line no-await-in-loop
      const { status } = await app.request(`http://${host}${path}`, {}, env)
      expect([path, status]).toEqual([path, 400])
    }
  },
)
