import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { get, getJson, prepare } from './collection.ts'
import { happen, idOf, newPlace, report, seriesOf, told } from './lineage-places.ts'

beforeAll(prepare)

test('parts are named, with what each states, and what is missing is said in words', async () => {
  const place = await newPlace('a b c')
  await report(place, 'a2018=1 b2018=2 a2019=4')
  await happen(place, '2020-03-01 merged a+b→c')
  const { series, lineage } = await seriesOf(place, 'c', '&lineage=linked')
  const part = (letter: string, value: number) => ({
    bureau: idOf(place, letter),
    value,
    state: 'number',
  })
  expect(lineage).toBe('linked')
  expect(series).toEqual([
    {
      bureau: idOf(place, 'c'),
      figure: 'licences_decided',
      points: [
        {
          year: 2018,
          value: 3,
          state: 'number',
          disputed: false,
          parts: [part('a', 1), part('b', 2)],
          reason: null,
        },
        {
          year: 2019,
          value: null,
          state: 'not_held',
          disputed: false,
          parts: [part('a', 4), { bureau: idOf(place, 'b'), value: null, state: 'not_held' }],
          reason: {
            zh: '有前身机关该年的报告未收录',
            en: 'The report of a predecessor is not in this collection',
          },
        },
      ],
    },
  ])
})

test('a whole area is never added to a bureau', async () => {
  const place = await newPlace('a b+ c')
  await report(place, 'a2018=1 b2018=2 c2020=4')
  await happen(place, '2020-03-01 merged a+b→c')
  expect(told(await seriesOf(place, 'c', '&lineage=linked'))).toBe(
    'c: 2018 other_scope a+b, 2020 4 c',
  )
})

test('what may not be added up over bureaus is not over predecessors', async () => {
  const place = await newPlace('a b c')
  await report(place, 'a2018=1 b2018=2 c2020=4')
  await happen(place, '2020-03-01 merged a+b→c')
  const answer = await getJson(
    `/api/v1/series?figure=norms_valid&bureau=${idOf(place, 'c')}&lineage=linked`,
  )
  expect(told(answer)).toBe('c: 2018 not_addable a+b, 2020 7 c')
})

test('events mark both kinds of series, the linked one also with those of predecessors', async () => {
  const place = await newPlace('a b c')
  await happen(place, '2018-05-01 created →a; 2020-03-01 merged a+b→c')
  const named = (letter: string) => ({
    id: idOf(place, letter),
    name: `${place.county}${letter}局`,
    name_en: null,
  })
  const merged = {
    id: expect.any(Number),
    kind: 'merged',
    zh: '合并',
    en: 'Merged',
    on: '2020-03-01',
    document: '某政发〔2020〕1号',
    from: [named('a'), named('b')],
    to: [named('c')],
    marks: [idOf(place, 'c')],
  }
  expect((await seriesOf(place, 'c', '')).events).toEqual([merged])
  expect((await seriesOf(place, 'c', '&lineage=linked')).events).toMatchObject([
    { kind: 'created', to: [named('a')], marks: [idOf(place, 'c')] },
    merged,
  ])
  expect((await seriesOf(place, 'a c', '')).events).toMatchObject([
    { kind: 'created', marks: [idOf(place, 'a')] },
    { kind: 'merged', marks: [idOf(place, 'a'), idOf(place, 'c')] },
  ])
})

test('a bureau tells its lineage', async () => {
  const place = await newPlace('a b c d')
  await happen(place, '2018-05-01 renamed a→b; 2020-03-01 merged b+c→d')
  const { bureau } = await getJson(`/api/v1/bureaus/${idOf(place, 'b')}`)
  expect(bureau.lineage).toMatchObject({
    begins: 2018,
    ended: 2020,
    succeeded: true,
    predecessors: [{ id: idOf(place, 'a') }],
    successors: [{ id: idOf(place, 'd') }],
    events: [{ kind: 'renamed' }, { kind: 'merged' }],
  })
  expect((await getJson('/api/v1/bureaus/410307-0001')).bureau.lineage).toEqual({
    begins: null,
    ended: null,
    succeeded: false,
    predecessors: [],
    successors: [],
    events: [],
  })
})

/** A CSV's columns of these names, row by row. */
const columns = (csv: string, names: readonly string[]): string[] => {
  const [head = [], ...rows] = csv
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  return rows.map((row) => names.map((name) => row[head.indexOf(name)]).join(' '))
}

test('the CSV names the parts, what stands aside, and what happened when', async () => {
  const place = await newPlace('a b c')
  await report(place, 'a2018=1 b2018=2 a2020=9 c2021=4')
  await happen(place, '2020-03-01 merged a+b→c')
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => idOf(place, letter))
  const path = `/api/v1/series.csv?figure=licences_decided&bureau=${a},${c}`
  const mark = '2020-03-01 合并（某政发〔2020〕1号）'
  const linked = await (await get(`${path}&lineage=linked`)).text()
  expect(columns(linked, ['bureau', 'year', 'value', 'lineage', 'parts'])).toEqual([
    `${a} 2018 1 ${mark} ${a}`,
    `${c} 2018 3  ${a}+${b}`,
    `${c} 2021 4 ${mark} ${c}`,
  ])
  const separate = await (await get(path)).text()
  expect(columns(separate, ['bureau', 'year', 'value', 'aside', 'lineage'])).toEqual([
    `${a} 2018 1  `,
    `${a} 2020 9 不计入合计 ${mark}`,
    `${c} 2021 4  ${mark}`,
  ])
})

test('what lineage is followed is one of two', async () => {
  const response = await get(
    '/api/v1/series?figure=licences_decided&bureau=410307-0001&lineage=both',
  )
  expect(response.status).toBe(400)
})

test.for([
  '/api/v1/series?figure=licences_decided&lineage=linked&bureau=',
  '/api/v1/series.csv?figure=licences_decided&lineage=linked&bureau=',
  '/api/v1/bureaus/',
])('%s takes five statements at most', async (path) => {
  const place = await newPlace('a b c')
  await report(place, 'a2018=1 b2018=2')
  await happen(place, '2020-03-01 merged a+b→c')
  let statements = 0
  const counting = new Proxy(env.DB, {
    get: (target, name) => {
      statements += Number(name === 'prepare')
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const response = await app.request(`${path}${idOf(place, 'c')}`, {}, { ...env, DB: counting })
  expect(response.status).toBe(200)
  expect(statements).toBeLessThanOrEqual(5)
})
