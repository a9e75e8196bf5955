import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { wilson } from '#core/indicator/wilson.ts'
import { ask, askJson, pages } from './area-routes.ts'
import { type Answer, number, post, prepare, publish } from './collection.ts'
import { type HeldReport, hold } from './held.ts'
import { noting, rowsRead } from './noted.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

/** A government's report on its county. */
const government = { sector: 'government', scope: 'area' } as const
const stating = (n: number | 'blank', own: Partial<HeldReport> = {}): HeldReport => ({
  ...own,
  stated: { licences_decided: n },
})

/** So many of the new requests are from natural persons. */
const people = (part: number, whole: number, own: Partial<HeldReport> = {}): HeldReport => ({
  ...own,
  stated: { 'requests_new.total': whole, 'requests_new.natural_person': part },
})

const both = ({ ranked, unranked }: Answer): unknown[] => [...ranked, ...unranked]

const lines = (list: Answer): unknown[] =>
  list.map(({ bureau, rank, value }: Answer) => [
    bureau.id,
    value,
    rank ? [rank.from, rank.to, rank.of] : null,
  ])

test('a figure is enough: county governments of the country in the newest year', async () => {
  await hold([
    stating(5, government),
    stating(9, { ...government, division: '320106' }),
    stating(5, { ...government, division: '110101' }),
    stating('blank', { ...government, division: '410308' }),
    stating(100, { ...government, division: '410300', level: 'prefecture' }),
    stating(100),
    stating(100, { ...government, division: '000100' }),
    stating(100, { ...government, year: 2023 }),
  ])
  const answer = await askJson('/ranking?figure=licences_decided')
  expect(answer).toMatchObject({
    query: {
      figure: 'licences_decided',
      year: 2024,
      division: { code: null, name: '全国' },
      collection: 'real',
      level: 'county',
      sector: 'government',
      scope: 'area',
    },
    group: {
      key: 'county.government.area',
      zh: '县级·政府（整个地区）',
      rule: { zh: '层级、系统、口径相同的机关；范围：全国' },
      size: 4,
    },
    direction: { id: 'none', zh: expect.stringContaining('不表示优劣') },
    reason: null,
    spread: { n: 3, percentiles: null, reason: { zh: expect.stringContaining('不足 8 份') } },
    ranked_count: 3,
    unranked_count: 1,
    next_cursor: null,
  })
  expect(lines(answer.ranked)).toEqual([
    ['320106-0002', 9, [1, 1, 3]],
    ['110101-0003', 5, [2, 3, 3]],
    ['410307-0001', 5, [2, 3, 3]],
  ])
  expect(answer.ranked[0]).toMatchObject({
    bureau: { id: '320106-0002', division: { code: '320106', name: '鼓楼区' }, made_up: false },
    state: 'number',
    interval: { low: 9, high: 9 },
    formula: null,
    too_few: null,
  })
  expect(answer.unranked).toMatchObject([
    {
      bureau: { id: '410308-0004' },
      value: null,
      state: 'blank',
      reason: { zh: expect.any(String) },
    },
  ])
  expect(answer.meta).toMatchObject({
    n_missing: 1,
    coverage: { expected: null, received: 4, missing_count: null },
  })
})

test('rates have a range of places; too few and not defined have none, and say why', async () => {
  await hold([people(10, 1000), people(500, 1000), people(520, 1000), people(9, 9), people(0, 0)])
  const { ranked, unranked, direction } = await askJson(
    '/ranking?figure=natural_person_share&year=2024&sector=education',
  )
  expect(lines(ranked)).toEqual([
    ['410307-0003', 0.52, [1, 2, 3]],
    ['410307-0002', 0.5, [1, 2, 3]],
    ['410307-0001', 0.01, [3, 3, 3]],
  ])
  expect(ranked[0]).toMatchObject({
    formula: 'natural_person_share',
    numerator: 520,
    denominator: 1000,
    interval: wilson(520, 1000),
    too_few: false,
  })
  expect(
    unranked.map(({ bureau, value, state, too_few, reason }: Answer) => [
      bureau.id,
      value,
      state,
      too_few,
      reason.zh,
    ]),
  ).toEqual([
    ['410307-0004', 1, 'number', true, '分母不足 30，太少，不排名次'],
    ['410307-0005', null, 'undefined', true, '分母为 0，比率无定义'],
  ])
  expect(direction.id).toBe('none')
})

// The search, the group that is meant.
test.for([
  ['sector=township&division=410000', 'township.township.own'],
  ['level=township&division=410000', 'township.township.own'],
  ['sector=education', 'county.education.own'],
  ['level=prefecture', 'prefecture.government.area'],
  ['level=all', 'all.government.area'],
  ['level=all&sector=education&scope=area', 'all.education.area'],
  ['level=county&sector=all&division=410307', 'county.all.own'],
  ['level=all&sector=all&collection=made-up', 'all.all.own'],
] as const)('%s is the group %s', async ([search, key]) => {
  const { group } = await askJson(`/ranking?figure=licences_decided&${search}`)
  expect(group.key).toBe(key)
})

test('a group may be all bureaus of an area', async () => {
  await hold([
    stating(1, { level: 'township', sector: 'township' }),
    stating(2, { sector: 'health' }),
    stating(3),
    stating(900, { division: '410308' }),
  ])
  const { ranked, group } = await askJson(
    '/ranking?figure=licences_decided&division=410307&level=all&sector=all',
  )
  expect(ranked.map(({ value }: Answer) => value)).toEqual([3, 2, 1])
  expect(group.rule.zh).toBe('口径相同的机关；范围：偃师区')
})

test('made-up bureaus are held against each other only', async () => {
  await hold([stating(1), stating(2, { division: '000100' }), stating(3, { division: '000200' })])
  const answers = await Promise.all(
    ['', '&collection=made-up', '&division=000100'].map((search) =>
      askJson(`/ranking?figure=licences_decided&sector=education${search}`),
    ),
  )
  expect(answers.map(({ ranked }) => ranked.map(({ value }: Answer) => value))).toEqual([
    [1],
    [3, 2],
    [2],
  ])
})

// What cannot be compared, and whether its spread can.
test.for([
  ['procurement_amount', null, 0],
  ['dispute_rate', 0.1, 9],
] as const)('%s is not ranked', async ([figure, median, n]) => {
  const stated = { procurement_amount: 7, review_total: 4, 'requests_new.total': 40 }
  const tables = figure === 'procurement_amount' ? { disclosure: '2019' as const } : undefined
  await hold(Array.from({ length: 9 }, () => ({ stated, ...(tables && { tables }) })))
  const { reason, spread, ranked, unranked } = await askJson(
    `/ranking?figure=${figure}&sector=education`,
  )
  expect([ranked, unranked.length, reason.zh]).toEqual([[], 9, expect.any(String)])
  expect([spread.n, spread.percentiles?.p50 ?? null]).toEqual([n, median])
  expect(unranked[0].reason).toEqual(reason)
})

test('pages of any length are together the whole: ranked first, then the others', async () => {
  await hold([
    ...Array.from({ length: 12 }, (_, i) => stating(i % 5)),
    ...Array.from({ length: 5 }, () => stating('blank')),
  ])
  const path = '/ranking?figure=licences_decided&sector=education'
  const [whole] = await pages(`${path}&limit=500`)
  expect([whole.ranked.length, whole.unranked.length]).toEqual([12, 5])
  expect(whole.spread.percentiles).toMatchObject({ p50: 1.5 })
  for (const limit of [1, 5, 12, 17]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const some = await pages(`${path}&limit=${limit}`)
    expect(some.flatMap(both)).toEqual(both(whole))
    expect(some.every(({ ranked_count: n }) => n === 12)).toBe(true)
  }
})

test('the file has the same lines', async () => {
  await hold([people(10, 1000), people(500, 1000), people(9, 9)])
  const path = 'ranking?figure=natural_person_share&sector=education'
  const [json, file] = await Promise.all([askJson(`/${path}`), askJson(`/table/${path}`)])
  expect(file.rows.map(({ bureau, value }: Answer) => [bureau, value])).toEqual(
    [...json.ranked, ...json.unranked].map(({ bureau, value }) => [bureau.id, value]),
  )
  expect(file.rows[0]).toEqual({
    id: '410307-0002/2024/natural_person_share',
    bureau: '410307-0002',
    name: '410307-0002',
    name_en: null,
    division: '410307',
    division_name: '偃师区',
    level: 'county',
    sector: 'education',
    scope: 'own',
    made_up: '',
    year: 2024,
    figure: 'natural_person_share',
    label: '自然人申请占比',
    label_en: 'Share of natural persons',
    unit: '',
    rank_from: 1,
    rank_to: 1,
    rank_of: 2,
    value: 0.5,
    state: 'number',
    reason: '',
    numerator: 500,
    denominator: 1000,
    ...wilson(500, 1000),
    version: 'd0',
  })
  expect(file.rows[2]).toMatchObject({ rank_from: null, reason: expect.stringContaining('太少') })
  expect(file.rows.every((row: object) => Object.keys(row).length === file.columns.length)).toBe(
    true,
  )
})

test('a frozen answer is what was live when the release was cut, names too', async () => {
  await prepare()
  await publish()
  await publish({ bureau: { id: '320106-0001' }, cells: { licences_decided: number(9) } })
  const path = '/ranking?figure=licences_decided&sector=other'
  const live = await askJson(path)
  expect(lines(live.ranked)).toEqual([
    ['410307-0001', 45, [1, 1, 2]],
    ['320106-0001', 9, [2, 2, 2]],
  ])
  const { release }: Answer = await (await post('/releases', {})).json()
  const frozen = () => ask(`${path}&v=${release.name}`).then((response) => response.text())
  const first = await frozen()
  expect(JSON.parse(first)).toEqual({
    ...live,
    meta: { ...live.meta, release: release.name, updated: release.at },
    ranked: live.ranked.map((line: Answer) => ({
      ...line,
      // Years that are held have no history.
      bureau: { ...line.bureau, years: undefined },
    })),
  })
  await publish({ cells: { licences_decided: number(1) } })
  await publish({ bureau: { id: '410307-0002' }, year: 2025 })
  await env.DB.prepare("UPDATE bureau SET name = '新名' WHERE id = '410307-0001'").run()
  await env.DB.prepare("UPDATE division SET name = '新区' WHERE code = '410307'").run()
  expect(await frozen()).toBe(first)
  expect((await askJson(`${path}&year=2024`)).ranked[1].bureau.name).toBe('新名')
})

test('five statements, and at most four rows for each bureau of the group', async () => {
  await hold(Array.from({ length: 60 }, (_, i) => people(i, 100)))
  await hold(
    Array.from({ length: 60 }, (_, i) => people(i, 100, { sector: 'health' })),
    { first: 101 },
  )
  for (const figure of ['requests_new.total', 'natural_person_share']) {
    const { DB, statements } = noting()
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each noted
    await ask(`/ranking?figure=${figure}&sector=education&limit=10`, DB)
    // oxlint-disable-next-line no-await-in-loop
    expect([statements.length, (await rowsRead(statements)) <= 4 * 60 + 100]).toEqual([5, true])
  }
})
