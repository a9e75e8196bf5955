import { createScheduledController, env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '#worker/db/client.ts'
import { cutRelease, selectReleases } from '#worker/db/releases.ts'
import worker from '#worker/index.ts'
import { type Answer, number, post, prepare, publish } from './collection.ts'

const db = connect(env.DB)
beforeAll(prepare)

const names = async () => (await selectReleases(db, 10)).map(({ name }) => name)

const tick = () =>
  worker.scheduled(
    createScheduledController({ scheduledTime: new Date('2027-06-01T18:30:00Z') }),
    env,
  )

/** As a version left it that had no sums. */
async function uncount(year: number): Promise<void> {
  const tables = ['total', 'received', 'holding', 'figure_group', 'histogram', 'finding']
  await env.DB.batch([
    ...tables.map((table) => env.DB.prepare(`DELETE FROM ${table} WHERE year = ${year}`)),
    env.DB.prepare(`UPDATE report SET counted = 0, spread = 0 WHERE year = ${year}`),
  ])
}

/** As a version left it that had sums, but no histograms. */
async function unspread(year: number): Promise<void> {
  const tables = ['histogram', 'finding']
  await env.DB.batch([
    ...tables.map((table) => env.DB.prepare(`DELETE FROM ${table} WHERE year = ${year}`)),
    env.DB.prepare(`UPDATE report SET spread = 0 WHERE year = ${year}`),
  ])
}

/** Everything that is kept of a year. */
const kept = async (year: number) => {
  const tables = ['total', 'received', 'holding', 'figure', 'figure_group', 'histogram', 'finding']
  const results = await env.DB.batch(
    tables.map((table) => env.DB.prepare(`SELECT * FROM ${table} WHERE year = ${year}`)),
  )
  return results.map((result) => result.results)
}

const country = async (query: string) =>
  (await env.DB.prepare(`${query} AND depth = 0 AND level = 0 AND until IS NULL`).all()).results

test('nothing published, nothing to release', async () => {
  expect(await cutRelease(db, new Date('2026-01-05T00:00:00Z'))).toBeUndefined()
})

test('a release is named by the year in China and its number in that year', async () => {
  await publish()
  // Still the last day of 2025 in London, the first of 2026 in China.
  const first = await cutRelease(db, new Date('2025-12-31T18:30:00Z'))
  expect(first).toMatchObject({ seq: 1, name: '2026.1.0', dataVersion: 1 })
  expect(await cutRelease(db, new Date('2026-01-02T00:00:00Z'))).toBeUndefined()
  await publish({ year: 2023 })
  await cutRelease(db, new Date('2026-05-01T00:00:00Z'))
  await publish({ year: 2022 })
  await cutRelease(db, new Date('2027-05-01T00:00:00Z'))
  expect(await names()).toEqual(['2027.1.0', '2026.2.0', '2026.1.0'])
})

test('the clock cuts one where something changed, and so does a command', async () => {
  await tick()
  expect(await names()).toHaveLength(3)
  await publish({ year: 2021 })
  await tick()
  expect((await names())[0]).toBe('2027.2.0')
  const answer: Answer = await (await post('/releases', {})).json()
  expect(answer).toMatchObject({ cut: false, release: { name: '2027.2.0' } })
})

test.for([
  { what: 'sums', year: 2020, forget: uncount },
  { what: 'histograms', year: 2017, forget: unspread },
])('reports from before the $what were there are brought in', async ({ year, forget }) => {
  await publish({ year, cells: { licences_decided: number(7) }, tables: { disclosure: '2019' } })
  const before = await kept(year)
  await forget(year)
  expect(await (await post('/maintenance', {})).json()).toEqual({ reports: 1, done: false })
  expect(await (await post('/maintenance', {})).json()).toEqual({ reports: 0, done: true })
  expect(await kept(year)).toEqual(before)
})

test('a report from before the sums were there is counted once, also when it is amended first', async () => {
  await publish({ year: 2019, cells: { licences_decided: number(7) } })
  await uncount(2019)
  await publish({ year: 2019, cells: { licences_decided: number(9) } })
  expect(
    await country('SELECT sum, unassessable FROM total WHERE year = 2019 AND figure = 7'),
  ).toEqual([{ sum: 9, unassessable: 0 }])
  expect(await country('SELECT reports FROM received WHERE year = 2019')).toEqual([{ reports: 1 }])
  const bins = 'SELECT sum(n) AS n FROM histogram WHERE year = 2019 AND measure = 7 AND level = 0'
  expect(await env.DB.prepare(bins).first('n')).toBe(1)
})

test('bringing reports in while they are amended leaves the amended figures', async () => {
  await publish({ year: 2018, cells: { licences_decided: number(7) } })
  await uncount(2018)
  await Promise.all([
    post('/maintenance', {}),
    publish({ year: 2018, cells: { licences_decided: number(9) } }),
    post('/maintenance', {}),
  ])
  const value = await env.DB.prepare(
    'SELECT value FROM figure WHERE year = 2018 AND figure = 7 AND until IS NULL',
  ).first('value')
  const sum = await env.DB.prepare(
    'SELECT sum FROM total WHERE year = 2018 AND figure = 7 AND depth = 0 AND level = 0 AND until IS NULL',
  ).first('sum')
  expect([value, sum]).toEqual([9, 9])
})
