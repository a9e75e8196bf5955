import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { type Answer, draft, getJson, number, post, prepare, publish } from './collection.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  await prepare()
})

const json = async (response: Response): Promise<Answer> => response.json()

async function bringIn(reports: readonly unknown[], publishing = true): Promise<Answer> {
  const { batch } = await json(await post('/batches', { name: '试点' }))
  const answer = await json(
    await post(`/batches/${batch}/reports`, { reports, publish: publishing }),
  )
  return { batch, kinds: answer.results.map((result: Answer) => result.kind), ...answer }
}

const broken = {
  year: 2021,
  tables: { reviews: 'any' },
  cells: Object.fromEntries(
    ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => [
      `review_${result}`,
      number(result === 'total' ? 0 : 1),
    ]),
  ),
}

test('each report of a batch is judged by itself', async () => {
  const { kinds, results } = await bringIn([
    draft(),
    draft(),
    draft({ year: 1999 }),
    draft({ bureau: { name: '偃师区丁局' } }),
    draft(broken),
    draft({ ...broken, year: 2022, accepted: '照原文刊载' }),
    'nothing',
  ])
  expect(kinds).toEqual([
    'published',
    'unchanged',
    'refused',
    'refused',
    'held',
    'published',
    'refused',
  ])
  expect(results[2].errors[0]).toMatchObject({ path: 'year' })
  expect(results[3].errors[0]).toMatchObject({ code: 'unknown_bureau' })
  expect(results[4].errors[0]).toMatchObject({ code: 'T4-SUM' })
  expect((await getJson('/api/v1/bureaus/410307-0001')).bureau.years).toEqual([2022, 2024])
})

test('without publishing everything stays a draft', async () => {
  const { kinds } = await bringIn([draft(), draft()], false)
  expect(kinds).toEqual(['draft', 'unchanged'])
})

async function points(): Promise<[number, number][]> {
  const trend = await getJson('/api/v1/series?figure=licences_decided&bureau=410307-0001')
  return trend.series[0].points.map((point: Answer) => [point.year, point.value])
}

test('a batch is undone as a whole, and what was public before comes back', async () => {
  await publish()
  const { batch } = await bringIn([
    draft({ cells: { licences_decided: number(46) }, reason: '原机关更正了行政许可数量' }),
    draft({ year: 2023 }),
    draft(broken),
  ])
  expect(await points()).toEqual([
    [2023, 45],
    [2024, 46],
  ])
  const reason = '这一批导入有误，全部撤销'
  expect(await json(await post(`/batches/${batch}/undo`, { reason }))).toMatchObject({
    done: false,
  })
  expect(await json(await post(`/batches/${batch}/undo`, { reason }))).toMatchObject({ done: true })
  expect(await points()).toEqual([[2024, 45]])
  expect(
    await env.DB.prepare("SELECT count(*) AS n FROM revision WHERE state = 'draft'").first('n'),
  ).toBe(0)
  expect(await json(await post(`/batches/${batch}/undo`, { reason }))).toEqual({
    undone: 0,
    done: true,
  })
  expect((await post('/batches/9999/undo', { reason })).status).toBe(404)
  expect((await post(`/batches/${batch}/reports`, { reports: [draft()] })).status).toBe(404)
})
