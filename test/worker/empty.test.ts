import { expect, test } from 'vitest'
import { type Answer, get, getJson, prepare, publish } from './collection.ts'
import { cut } from './varied.ts'

const one = 'figure=licences_decided'

/** Every list of the API as it is asked for at first. */
const lists = [
  `/api/v1/totals?${one}`,
  `/api/v1/totals?${one},disclosure_rate&by=inside&division=410000`,
  `/api/v1/ranking?${one}`,
  `/api/v1/spread?${one}`,
  `/api/v1/spread?${one}&division=410000&sector=education`,
  '/api/v1/coverage',
  '/api/v1/bureaus',
  '/api/v1/reports',
  '/api/v1/findings',
  '/api/v1/restatements',
  '/api/v1/changes',
  '/api/v1/releases',
]

const others = [
  '/api/v1/figures',
  '/api/v1/crosswalk',
  '/api/v1/glossary.json',
  '/api/v1/columns.json',
  '/api/v1/openapi.json',
  '/api/v1/catalogue.jsonld',
  '/api/v1/dataset.jsonld',
  '/api/v1/cube.json-stat',
  '/api/v1/cube.json-stat?by=inside',
]

/** Names and sizes of the lists in an answer. */
const sizes = (answer: Answer) =>
  Object.fromEntries(
    Object.entries(answer).flatMap(([name, value]) =>
      Array.isArray(value) && name !== 'figures' ? [[name, value.length]] : [],
    ),
  )

const csvLines = async (path: string): Promise<number> => {
  const response = await get(path.replace(/(?=\?|$)/, '.csv'))
  expect([path, response.status]).toEqual([path, 200])
  return (await response.text()).trimEnd().split('\r\n').length
}

test.for(others)('%s answers where there is nothing yet', async (path) => {
  expect((await get(path)).status).toBe(200)
})

test.for(lists)('%s is empty where there is nothing yet', async (path) => {
  const response = await get(path)
  expect(response.status).toBe(200)
  const answer: Answer = await response.json()
  expect(Object.values(sizes(answer)).filter((size) => size > 0)).toEqual([])
  expect(answer.meta).toMatchObject({ data_version: 0, release: null, updated: null })
})

test('its files have a header, and say why there is nothing', async () => {
  for (const path of lists) {
    const rows = path.includes('/spread') ? 6 : path.includes('/coverage') ? 2 : 1
    // oxlint-disable-next-line no-await-in-loop
    expect([path, await csvLines(path)]).toEqual([path, rows])
  }
})

test('a file of who is missing says where nobody knows', async () => {
  const text = await (await get('/api/v1/coverage.csv?year=2024')).text()
  expect(text.split('\r\n')[1]).toBe('2024,,,,,,,,没有此地区当年的完整名录，不知道谁应报告,d0')
})

test('what is made-up alone makes no real number', async () => {
  await prepare()
  await publish({ bureau: { id: '000100-0001' } })
  const name = await cut()
  for (const path of lists.slice(0, 8).filter((list) => !/bureaus/.test(list)))
    for (const v of ['', `v=${name}`]) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await getJson(`${path}${path.includes('?') ? '&' : '?'}${v}`)
      expect([path, answer.meta.coverage?.received ?? 0]).toEqual([path, 0])
      for (const size of Object.values(sizes(answer))) expect([path, size]).toEqual([path, 0])
    }
  const { entries } = await getJson(`/api/v1/totals?${one}&collection=made-up`)
  expect(entries).toMatchObject([{ value: 45, held: 1, division: { name: '虚构示例' } }])
})
