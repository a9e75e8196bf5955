import { expect, test } from 'vitest'
import { readingSchema } from '#core/text/exchange-schema.ts'
import { get } from './collection.ts'

test.for(['2019', '2021'] as const)('the exchange format of %s', async (edition) => {
  const response = await get(`/schema/${edition}.json`)
  expect(response.headers.get('content-type')).toBe('application/schema+json')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(await response.json()).toEqual(readingSchema(edition))
})

test.for(['2019', '2021'] as const)('the empty sheets of %s', async (edition) => {
  const csv = await get(`/schema/${edition}.csv`)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(await csv.text()).toMatch(/^bureau,division,division_code,year,.*\bregulations_made,/)
  const xlsx = await get(`/schema/${edition}.xlsx`)
  expect(xlsx.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
  expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(
    new TextEncoder().encode('PK'),
  )
})

test('who has it already is not sent it again', async () => {
  const etag = (await get('/schema/2021.json')).headers.get('etag') ?? ''
  expect((await get('/schema/2021.json', { 'if-none-match': etag })).status).toBe(304)
})

test.for(['2016.json', '2021', '2021.pdf', '2021.json.bak', 'reading.schema.json'])(
  '/schema/%s is 404 and says which there are',
  async (file) => {
    const response = await get(`/schema/${file}`)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await response.json()).toMatchObject({
      status: 404,
      detail: expect.stringContaining('2019、2021'),
    })
  },
)
