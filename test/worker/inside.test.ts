import { beforeAll, expect, test } from 'vitest'
import { type Answer, get, getJson, number, post, prepare, publish } from './collection.ts'
import { cut } from './varied.ts'

const own = { level: 'county', sector: 'other', scope: 'own', kind: 'bureau', aliases: [] }

const register = async (bureaus: readonly object[]): Promise<void> => {
  const response = await post('/bureaus', { bureaus: bureaus.map((one) => ({ ...own, ...one })) })
  if (!response.ok) throw new Error(await response.text())
}

/** A bureau in each kind of place that lies directly in a province or in a municipality. */
const places = [
  // division, its name where GB/T 2260 does not list it
  ['410300'],
  ['410307'],
  ['410300Z01', '洛阳某区'],
  ['419001'],
  ['419001Z01', '济源某区'],
  ['410000Z01', '省直管某区'],
  ['110105'],
  ['110105Z01', '朝阳某区'],
  ['110000Z01', '市直管某区'],
] as const

beforeAll(async () => {
  await prepare()
  await register(
    places.map(([division, divisionName]) => ({
      id: `${division}-0009`,
      division,
      divisionName,
      name: `某局${division}`,
    })),
  )
  for (const [division] of places)
    // oxlint-disable-next-line no-await-in-loop
    await publish({ bureau: { id: `${division}-0009` }, cells: { licences_decided: number(1) } })
})

const api = '/api/v1/totals?figure=licences_decided'

test.for([
  // area, sums of the areas directly in it
  ['410000', { 410300: 3, 419001: 2, '410000Z01': 1 }],
  ['110000', { 110105: 2, '110000Z01': 1 }],
  ['410300', { 410307: 1, '410300Z01': 1 }],
  ['419001', { '419001Z01': 1 }],
] as const)('what lies directly in %s, zones too', async ([division, sums]) => {
  for (const filter of ['', '&level=county&sector=other']) {
    // oxlint-disable-next-line no-await-in-loop
    const { entries } = await getJson(`${api}&by=inside&division=${division}${filter}`)
    const found = entries.map((one: Answer) => [one.division.code, one.value])
    expect(Object.fromEntries(found)).toEqual(sums)
  }
})

test('areas without a report have no entry, and nobody is told that all have reported', async () => {
  const response = await post('/bureaus', {
    bureaus: [{ ...own, id: '410308-0001', division: '410308', name: '孟津区甲局' }],
    whole: { division: '410000', from: 2020 },
  })
  expect(response.status).toBe(200)
  const { meta, entries } = await getJson(`${api}&by=inside&division=410300`)
  expect(entries.map((one: Answer) => one.missing_count)).toEqual([0, 2])
  expect(meta.coverage).toEqual({ expected: null, received: 2, missing_count: null })
})

test('a year without a report of the area has no entry, and is not told to be whole', async () => {
  await publish({ bureau: { id: '410300-0009' }, year: 2021 })
  const [all, one] = await Promise.all(
    ['from=2021', 'year=2024'].map((when) => getJson(`${api}&division=410307&${when}`)),
  )
  expect(all.query.years).toEqual([2021, 2024])
  expect(all.entries.map(({ year }: Answer) => year)).toEqual([2024])
  expect(all.meta.coverage).toEqual({ expected: null, received: 1, missing_count: null })
  expect(one.meta.coverage).toEqual({ expected: 3, received: 1, missing_count: 2 })
})

test('a frozen page ends where it did, however many areas there are by now', async () => {
  const figures = [
    'licences_decided,penalties_decided,coercion_decided,norms_made,norms_repealed,regulations_made',
    'regulations_repealed,requests_new.total,outcome_total.total,review_total,suit_direct_total',
  ].join()
  for (const year of [2019, 2020, 2021, 2022, 2023])
    // oxlint-disable-next-line no-await-in-loop
    await publish({ year })
  const name = await cut()
  const frozen = `/api/v1/totals?figure=${figures}&by=inside&division=410300&v=${name}&limit=500`
  const before = await (await get(frozen)).text()
  await register(
    Array.from({ length: 60 }, (_, i) => ({
      id: `410300Z${i + 20}-0001`,
      division: `410300Z${i + 20}`,
      divisionName: `洛阳第${i}区`,
      name: `某局第${i}`,
    })),
  )
  expect((await (await get(frozen)).text()) === before).toBe(true)
})
