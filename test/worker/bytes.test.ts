import { beforeAll, expect, test } from 'vitest'
import { type Figure, figures } from '#core/catalog/index.ts'
import { get, number, prepare, publish } from './collection.ts'

/** `gzip -6` of a body, in bytes: CompressionStream uses zlib's default level, which is 6. */
async function gzipped(response: Response): Promise<number> {
  const stream = response.body?.pipeThrough(new CompressionStream('gzip'))
  return (await new Response(stream).arrayBuffer()).byteLength
}

/** Figures of a large area: every year another number of up to seven digits, so that nothing compresses by repetition. */
const cells = (year: number, own: readonly Figure[]) =>
  Object.fromEntries(
    own.map(({ id, key }) => [id, number(((year * 7919 + key * 104_729) * 31) % 4_000_000)]),
  )

const ofEdition = (edition: '2019' | '2021') =>
  figures.filter((entry) => entry.editions.includes(edition))

beforeAll(async () => {
  await prepare()
  for (const [bureau, first, last] of [
    ['321300-0001', 2016, 2025],
    ['410307-0001', 2008, 2027],
  ] as const)
    for (let year = first; year <= last; year++) {
      const edition = year < 2021 ? '2019' : '2021'
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as the data version grows
      await publish(
        {
          bureau: { id: bureau },
          year,
          tables: { disclosure: edition, requests: edition, reviews: 'any' },
          cells: cells(year, ofEdition(edition)),
          source: `https://www.example.gov.cn/zwgk/zfxxgknb/${year + 1}01/t${year + 1}0126_1152059.html`,
        },
        '照原文刊载',
      )
    }
}, 60_000)

test.for([
  // bureau, years, most bytes
  ['321300-0001', 10, 10_000],
  ['410307-0001', 20, 14_600],
] as const)('/b/%s with %i years is at most %i bytes on the wire', async ([bureau, , most]) => {
  for (const query of ['', '?lang=en']) {
    // oxlint-disable-next-line no-await-in-loop
    const response = await get(`/b/${bureau}${query}`)
    expect(response.status).toBe(200)
    // oxlint-disable-next-line no-await-in-loop
    expect(await gzipped(response)).toBeLessThanOrEqual(most)
  }
})
