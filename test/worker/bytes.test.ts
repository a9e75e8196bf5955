import { beforeAll, expect, test } from 'vitest'
import { get, post, prepare } from './collection.ts'
import { publishYears } from './long-lived.ts'

/** `gzip -6` of a body, in bytes: CompressionStream uses zlib's default level, which is 6. */
async function gzipped(response: Response): Promise<number> {
  const stream = response.body?.pipeThrough(new CompressionStream('gzip'))
  return (await new Response(stream).arrayBuffer()).byteLength
}

beforeAll(async () => {
  await prepare()
  await publishYears('410307-0001', 2008, 2027)
  await publishYears('321300-0001', 2016, 2025)
  // Permanent addresses name a release.
  await post('/releases', {})
}, 60_000)

test.for([
  // bureau, years, most bytes
  ['321300-0001', 10, 13_000],
  ['410307-0001', 20, 14_600],
] as const)(
  '/b/%s with every chart of %i years is at most %i bytes on the wire',
  async ([bureau, , most]) => {
    for (const query of ['', '?lang=en', '?mode=share']) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await get(`/b/${bureau}${query}`)
      expect(response.status).toBe(200)
      // oxlint-disable-next-line no-await-in-loop
      expect([query, await gzipped(response)]).toEqual([query, expect.toSatisfy((n) => n <= most)])
    }
  },
)
