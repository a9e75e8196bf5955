import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { mayAdd } from '#core/indicator/addition.ts'
import { ask, askJson } from './area-routes.ts'
import { type Answer, number, post, prepare, publish } from './collection.ts'
import { type HeldReport, hold } from './held.ts'
import { noting } from './noted.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

const stating = (values: readonly (number | 'blank')[], own: Partial<HeldReport> = {}) =>
  values.map((value): HeldReport => ({ ...own, stated: { licences_decided: value } }))

const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
const exactly = (value: number) => ({ low: value, high: value })

test('a figure is enough: the country in the newest year, between what its percentiles lie', async () => {
  await hold(stating([0, 0, 1, 1, 1, 2, 2, 300]))
  await hold(stating([9, 9], { division: '000100' }), { first: 21 })
  await hold(stating([9], { year: 2023 }), { first: 31 })
  const answer = await askJson('/spread?figure=licences_decided')
  expect(answer).toMatchObject({
    query: {
      figure: 'licences_decided',
      year: 2024,
      division: { code: null },
      collection: 'real',
      level: 'all',
      sector: 'all',
      scope: 'own',
    },
    group: { key: 'all.all.own', size: 8 },
    exact: false,
    n: 8,
    zeros: 2,
    percentiles: { p10: exactly(0), p50: { low: 1, high: 1.2 }, p90: { low: 91.4 } },
    reason: null,
    bureau: null,
    value: null,
    position: null,
    meta: { n_missing: 0, coverage: { expected: null, received: 8, missing_count: null } },
  })
})

test('a group is read, and its percentiles are exact', async () => {
  await hold(stating(nine))
  await hold(stating([900], { division: '410308' }), { first: 21 })
  const answer = await askJson('/spread?figure=licences_decided&division=410307&sector=education')
  expect(answer).toMatchObject({
    query: { division: { code: '410307', name: '偃师区' }, level: 'county', sector: 'education' },
    group: { key: 'county.education.own', size: null },
    exact: true,
    n: 9,
    zeros: null,
    percentiles: { p25: exactly(2), p50: exactly(4), p90: { low: expect.closeTo(7.2, 9) } },
    // Below a province nothing is kept of single levels and sectors.
    meta: { coverage: null },
  })
})

test('a bureau stands among its peers', async () => {
  await hold(stating(nine))
  await hold(stating([900], { sector: 'health' }), { first: 21 })
  const answer = await askJson('/spread?figure=licences_decided&bureau=410307-0003')
  expect(answer).toMatchObject({
    group: {
      key: 'county.education.own',
      size: 9,
      rule: { zh: '层级、系统、口径相同的机关；范围：全国' },
    },
    bureau: { id: '410307-0003' },
    value: 2,
    position: { n: 9, smaller: 2, same: 1, larger: 6 },
  })
  const other = await askJson('/spread?figure=licences_decided&bureau=410307-0003&sector=health')
  expect([other.group.key, other.value, other.position]).toEqual(['county.health.own', null, null])
})

test('a made-up bureau stands among made-up ones', async () => {
  await hold([...stating(nine), ...stating([1, 2], { division: '000100' })])
  const { query, n } = await askJson('/spread?figure=licences_decided&bureau=000100-0010')
  expect([query.collection, query.division.code, n]).toEqual(['made-up', '000000', 2])
  const kept = await askJson('/spread?figure=licences_decided&collection=made-up')
  expect([kept.exact, kept.n]).toEqual([false, 2])
})

// Who is too few, what is not compared, and the reason.
test.for([
  ['', 'licences_decided', 7, expect.stringContaining('不足 8 份')],
  ['&sector=education', 'licences_decided', 7, expect.stringContaining('不足 8 份')],
  ['', 'norms_valid', null, mayAdd('norms_valid')?.zh],
  ['', 'dispute_rate', null, expect.stringContaining('不是同一总体')],
  ['&sector=education', 'procurement_amount', null, expect.stringContaining('单位')],
] as const)('%s of %s shows no percentiles', async ([search, figure, n, reason]) => {
  await hold(stating([1, 2, 3, 4, 5, 6, 7, 'blank']))
  const answer = await askJson(`/spread?figure=${figure}${search}`)
  expect([answer.n, answer.percentiles, answer.reason.zh, answer.meta.n_missing]).toEqual([
    n,
    null,
    reason,
    5,
  ])
})

test('the file has a row for each percentile', async () => {
  await hold(stating(nine))
  const file = await askJson('/table/spread?figure=licences_decided&sector=education')
  expect(file.rows.map(({ percentile, low, high }: Answer) => [percentile, low, high])).toEqual([
    ['p10', expect.closeTo(0.8, 9), expect.closeTo(0.8, 9)],
    ['p25', 2, 2],
    ['p50', 4, 4],
    ['p75', 6, 6],
    ['p90', expect.closeTo(7.2, 9), expect.closeTo(7.2, 9)],
  ])
  expect(file.rows[1]).toEqual({
    figure: 'licences_decided',
    label: expect.any(String),
    label_en: expect.any(String),
    unit: '件',
    year: 2024,
    division: '',
    division_name: '全国',
    level: 'county',
    sector: 'education',
    scope: 'own',
    made_up: '',
    percentile: 'p25',
    low: 2,
    high: 2,
    reports: 9,
    reason: '',
    version: 'd0',
  })
  expect(Object.keys(file.rows[0])).toHaveLength(file.columns.length)
})

test('a frozen answer is what was live when the release was cut', async () => {
  await prepare()
  await publish()
  const paths = ['', '&sector=other', '&bureau=410307-0001'].map(
    (search) => `/spread?figure=licences_decided${search}`,
  )
  const live = await Promise.all(paths.map(askJson))
  const { release }: Answer = await (await post('/releases', {})).json()
  const frozen = () =>
    Promise.all(
      paths.map((path) => ask(`${path}&v=${release.name}`).then((response) => response.text())),
    )
  const first = await frozen()
  expect(first.map((text) => JSON.parse(text))).toEqual(
    live.map((answer) => ({
      ...answer,
      meta: { ...answer.meta, release: release.name, updated: release.at },
      bureau: answer.bureau && { ...answer.bureau, years: undefined },
    })),
  )
  await publish({ cells: { licences_decided: number(1) } })
  await publish({ bureau: { id: '410307-0002' }, year: 2025 })
  await env.DB.prepare("UPDATE bureau SET name = '新名' WHERE id = '410307-0001'").run()
  expect(await frozen()).toEqual(first)
})

test('five statements at most', async () => {
  await hold(stating(nine))
  for (const search of ['', '&sector=education', '&bureau=410307-0003&division=410300']) {
    const { DB, statements } = noting()
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each noted
    expect((await ask(`/spread?figure=licences_decided${search}`, DB)).status).toBe(200)
    expect(statements.length).toBeLessThanOrEqual(5)
  }
})
