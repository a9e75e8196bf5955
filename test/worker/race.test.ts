import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { type Answer, draft, getJson, number, post, prepare, store } from './collection.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  await prepare()
})

const reason = '原机关更正了报告中的数字'
const publishing = (id: number) => post(`/revisions/${id}/publish`, { reason })
const count = (query: string) => env.DB.prepare(query).first<number>('n')

/** Sums, figures and ledger say the same of 偃师区甲局 2024. */
async function isConsistent(): Promise<void> {
  const series = await getJson('/api/v1/series?figure=licences_decided&bureau=410307-0001')
  const value = series.series[0].points[0]?.value ?? 0
  const sum = await count(
    'SELECT coalesce(max(sum), 0) AS n FROM total WHERE figure = 7 AND depth = 0 AND level = 0 AND until IS NULL',
  )
  expect(sum).toBe(value)
  expect(await count("SELECT count(*) AS n FROM revision WHERE state = 'published'")).toBe(1)
  expect(await count('SELECT count(*) AS n FROM holding WHERE until IS NULL')).toBe(1)
}

test('the same draft published twice at once is published once', async () => {
  const id = await store()
  const answers = await Promise.all([publishing(id), publishing(id), publishing(id)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  expect(await count('SELECT count(*) AS n FROM publication')).toBe(1)
  await isConsistent()
})

test('two drafts of one report published at once: nothing is lost, nothing is doubled', async () => {
  const first = await store()
  const second = await store({ cells: { licences_decided: number(46) } })
  const statuses = (await Promise.all([publishing(first), publishing(second)])).map((a) => a.status)
  expect(statuses).toContain(200)
  await isConsistent()
})

test('a release that is cut in the middle of publishing takes all of a report or nothing', async () => {
  const ids: number[] = []
  for (const year of [2019, 2020, 2021, 2022, 2023, 2024])
    // oxlint-disable-next-line no-await-in-loop
    ids.push(await store({ year }))
  await Promise.all(ids.flatMap((id) => [publishing(id), post('/releases', {})]))
  // One that met a release just being cut was refused whole, and can be published again.
  await Promise.all(ids.map(publishing))
  const { results } = await env.DB.prepare('SELECT seq FROM release').all<{ seq: number }>()
  for (const { seq } of results) {
    const asOf = `since <= ${seq} AND (until IS NULL OR until > ${seq})`
    // oxlint-disable-next-line no-await-in-loop
    const held = await count(`SELECT count(*) AS n FROM holding WHERE ${asOf}`)
    // oxlint-disable-next-line no-await-in-loop
    const figures = await count(`SELECT count(*) AS n FROM figure WHERE figure = 7 AND ${asOf}`)
    expect(figures).toBe(held)
  }
  expect(await count('SELECT count(*) AS n FROM holding WHERE until IS NULL')).toBe(6)
})

test('the same report brought in twice at once is stored once', async () => {
  const answers = await Promise.all([post('/revisions', draft()), post('/revisions', draft())])
  const bodies: Answer[] = await Promise.all(answers.map((answer) => answer.json()))
  expect(new Set(bodies.map(({ revision }) => revision.id)).size).toBe(1)
  expect(await count('SELECT count(*) AS n FROM revision')).toBe(1)
})

test('a bureau created twice at once is one bureau', async () => {
  const body = draft({ bureau: { name: '偃师区丙局' }, create: true })
  await Promise.all([post('/revisions', body), post('/revisions', body)])
  expect(await count("SELECT count(*) AS n FROM bureau WHERE name = '偃师区丙局'")).toBe(1)
})
