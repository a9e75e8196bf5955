import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { type Answer, draft, getJson, number, post, prepare, publish, store } from './collection.ts'
import { overtaken, postTo } from './overtaken.ts'
import { kept, recount } from './recount.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  await prepare()
})

const reason = '这一批导入有误，全部撤销'
const licences = (value: number, more: object = {}) =>
  draft({ cells: { licences_decided: number(value) }, reason, ...more })

async function bringIn(...reports: unknown[]): Promise<number> {
  const { batch }: Answer = await (await post('/batches', { name: '试点' })).json()
  const { results }: Answer = await (
    await post(`/batches/${batch}/reports`, { reports, publish: true })
  ).json()
  expect(results.map(({ kind }: Answer) => kind)).toEqual(reports.map(() => 'published'))
  return batch
}

async function undo(batch: number): Promise<void> {
  for (let n = 0; n < 5; n++) {
    const response = await post(`/batches/${batch}/undo`, { reason })
    const answer: Answer = await response.json()
    expect([response.status, answer]).toEqual([200, expect.anything()])
    if (answer.done) return
  }
  throw new Error('Not undone')
}

const drafts = () =>
  env.DB.prepare("SELECT count(*) AS n FROM revision WHERE state = 'draft'").first<number>('n')

async function points(): Promise<[number, number][]> {
  const trend = await getJson('/api/v1/series?figure=licences_decided&bureau=410307-0001')
  return trend.series[0].points.map((point: Answer) => [point.year, point.value])
}

const publicRevision = () =>
  env.DB.prepare("SELECT id FROM revision WHERE state = 'published'").first<number>('id')

test('a report that stands twice in a batch is gone when the batch is undone', async () => {
  const batch = await bringIn(licences(1), licences(2))
  await undo(batch)
  expect(await points()).toEqual([])
})

test('a report that stands twice in a batch is as before the batch when it is undone', async () => {
  await publish()
  const batch = await bringIn(licences(1), licences(2))
  await undo(batch)
  expect(await points()).toEqual([[2024, 45]])
})

test('nothing was public before the batch: what had been withdrawn does not come back', async () => {
  await publish()
  await publish({ cells: { licences_decided: number(46) } })
  await post(`/revisions/${await publicRevision()}/withdraw`, { reason })
  const batch = await bringIn(licences(47))
  await undo(batch)
  expect(await points()).toEqual([])
})

test('one of two batches is undone: the other one stays', async () => {
  const first = await bringIn(licences(1))
  const second = await bringIn(licences(2))
  await undo(first)
  expect(await points()).toEqual([[2024, 2]])
  await undo(second)
  expect(await points()).toEqual([])
})

test('what somebody publishes while a batch is undone stays', async () => {
  await publish()
  const batch = await bringIn(licences(46))
  const DB = overtaken('publication', () => publish({ cells: { licences_decided: number(50) } }))
  await postTo(DB, `/batches/${batch}/undo`, { reason })
  await undo(batch)
  expect(await points()).toEqual([[2024, 50]])
  expect(await kept()).toEqual(await recount())
  expect(await drafts()).toBe(0)
})

test('what was published over one report of a batch while another was undone stays', async () => {
  await publish()
  await publish({ year: 2023 })
  const batch = await bringIn(licences(46, { year: 2023 }), licences(46))
  const DB = overtaken('publication', () => publish({ cells: { licences_decided: number(50) } }))
  await postTo(DB, `/batches/${batch}/undo`, { reason })
  await undo(batch)
  expect(await points()).toEqual([
    [2023, 45],
    [2024, 50],
  ])
})

test('a batch of withdrawals overtaken by a release goes on', async () => {
  const batch = await bringIn(licences(1), licences(2, { year: 2023 }))
  const DB = overtaken('publication', () => post('/releases', {}))
  expect((await postTo(DB, `/batches/${batch}/undo`, { reason })).status).toBe(200)
  await undo(batch)
  expect(await points()).toEqual([])
})

test('two undo a batch at once: it is undone once, and no draft is left', async () => {
  await publish()
  const batch = await bringIn(licences(1), licences(2, { year: 2023 }), licences(3, { year: 2022 }))
  await Promise.all([1, 2].map(() => post(`/batches/${batch}/undo`, { reason })))
  await undo(batch)
  expect(await points()).toEqual([[2024, 45]])
  expect(await kept()).toEqual(await recount())
  expect(await drafts()).toBe(0)
})

test('what was undone can be brought in again', async () => {
  await undo(await bringIn(licences(1)))
  await bringIn(licences(1))
  expect(await points()).toEqual([[2024, 1]])
})

test('a draft that was undone can be brought in again', async () => {
  const { batch }: Answer = await (await post('/batches', { name: '试点' })).json()
  await post(`/batches/${batch}/reports`, { reports: [licences(1)], publish: false })
  await undo(batch)
  await bringIn(licences(1))
  expect(await points()).toEqual([[2024, 1]])
})

test('what was withdrawn and is brought in again is stored, and not said to be unchanged', async () => {
  await publish()
  await post(`/revisions/${await publicRevision()}/withdraw`, { reason })
  const { batch }: Answer = await (await post('/batches', { name: '试点' })).json()
  const response = await post(`/batches/${batch}/reports`, { reports: [draft()], publish: true })
  const { results }: Answer = await response.json()
  expect(results[0].kind).not.toBe('unchanged')
})

test('a draft waits while a newer one is undone, and can be published then', async () => {
  const waiting = await store({ cells: { licences_decided: number(7) } })
  const { batch }: Answer = await (await post('/batches', { name: '试点' })).json()
  await post(`/batches/${batch}/reports`, { reports: [licences(1)], publish: false })
  await undo(batch)
  expect((await post(`/revisions/${waiting}/publish`, {})).status).toBe(200)
})

test('a report that is added to a batch just being closed is refused', async () => {
  const { batch }: Answer = await (await post('/batches', { name: '试点' })).json()
  const DB = overtaken('revision', () => undo(batch))
  await postTo(DB, `/batches/${batch}/reports`, { reports: [licences(1)], publish: true })
  expect(await points()).toEqual([])
})
