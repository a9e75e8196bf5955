import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { type Answer, get, post, prepare, publish } from './collection.ts'
import { noting, rowsRead } from './noted.ts'
import { allPages } from './pages.ts'
import { cut } from './varied.ts'

const path = '/api/v1/reports'

/** Bureaus without a report that a page passes over. */
const passedOver = 150

const register = async (bureaus: readonly object[]): Promise<void> => {
  const own = { level: 'county', sector: 'other', scope: 'own', kind: 'bureau', aliases: [] }
  const response = await post('/bureaus', { bureaus: bureaus.map((one) => ({ ...own, ...one })) })
  if (!response.ok) throw new Error(await response.text())
}

/** The reports of all pages of a list. */
const listed = async (query: string): Promise<string[]> =>
  (await allPages(`${path}?${query}`)).flatMap(({ reports }) =>
    reports.map(({ bureau, year }: Answer) => `${bureau.id}/${year}`),
  )

let release: string
beforeAll(async () => {
  await prepare()
  for (const id of ['320106-0001', '410307-0001', '410307-0002'])
    for (const year of [2022, 2023])
      // oxlint-disable-next-line no-await-in-loop
      await publish({ bureau: { id }, year })
  release = await cut()
})

test('a frozen page keeps its bytes when bureaus and reports come between its own', async () => {
  const addresses = ['limit=1', 'limit=2', 'limit=3&division=410000', ''].map(
    (query) => `${path}?v=${release}&${query}`,
  )
  const read = () => Promise.all(addresses.map(async (address) => (await get(address)).text()))
  const before = await read()
  await register(
    ['320106', '410307', '654301'].flatMap((division) =>
      Array.from({ length: 12 }, (_, i) => ({
        id: `${division}-00${i + 20}`,
        division,
        name: `第${i}局`,
      })),
    ),
  )
  await publish({ bureau: { id: '320106-0001' }, year: 2009 })
  await publish({ bureau: { id: '320106-0020' }, year: 2009 })
  const after = await read()
  expect(after.map((text, i) => text === before[i])).toEqual(addresses.map(() => true))
})

test('a page of a release looks at so many bureaus only; where it stops early, it is not kept for ever', async () => {
  await register(
    Array.from({ length: 400 }, (_, i) => ({
      id: `220102-${1000 + i}`,
      division: '220102',
      name: `南关区第${i}局`,
    })),
  )
  // The last bureau that a page looks at has a report; so has the one after it.
  const ids = [`220102-${1000 + passedOver}`, `220102-${1001 + passedOver}`]
  for (const id of ids)
    // oxlint-disable-next-line no-await-in-loop
    await publish({ bureau: { id } })
  expect(await listed('division=220000&limit=1')).toEqual(ids.map((id) => `${id}/2024`))
  const address = `${path}?v=${release}&limit=100&division=220000`
  const { DB, statements } = noting()
  await app.request(address, {}, { ...env, DB })
  expect((await rowsRead(statements)) <= 2000).toBe(true)
  const response = await get(address)
  expect(await response.json()).toMatchObject({ reports: [], next_cursor: expect.any(String) })
  expect(response.headers.get('cache-control')).toContain('max-age=60,')
  expect(await listed(`v=${release}&division=220000`)).toEqual([])
  expect((await listed(`v=${release}`)).toSorted()).toEqual(
    (await listed(`v=${release}&limit=3`)).toSorted(),
  )
})

test('a report that stands in another’s says so in the file too', async () => {
  await register([{ id: '410307-0003', division: '410307', name: '偃师区丙局' }])
  await publish({ bureau: { id: '410307-0003' }, year: 2024 })
  await publish({ year: 2024 })
  const merged = {
    kind: 'merged',
    on: '2023-06-01',
    document: '机构改革方案',
    from: ['410307-0003', '410307-0002'],
    to: ['410307-0001'],
  }
  expect((await post('/lineage', { events: [merged] })).status).toBeLessThan(300)
  const text = await (await get(`${path}.csv?division=410307&year=2024`)).text()
  const [head = '', ...rows] = text.trimEnd().split('\r\n')
  const at = head.split(',').indexOf('aside')
  const asides = new Map(rows.map((row) => [row.split(',')[1], row.split(',')[at]]))
  expect(Object.fromEntries(asides)).toEqual({ '410307-0001': '', '410307-0003': '不计入合计' })
})
