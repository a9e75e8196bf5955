import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { mayAdd } from '#core/indicator/addition.ts'
import { rateGaps } from '#core/indicator/rate.ts'
import { wilson } from '#core/indicator/wilson.ts'
import { connect } from '#worker/db/client.ts'
import { declareRoster } from '#worker/db/rosters.ts'
import { ask, askJson, pages } from './area-routes.ts'
import { type Answer, number, post, prepare, publish } from './collection.ts'
import { type HeldReport, type Stated, hold } from './held.ts'
import { noting, rowsRead } from './noted.ts'

const db = connect(env.DB)

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

const licences = (n: number | 'blank', own: Partial<HeldReport> = {}): HeldReport => ({
  ...own,
  stated: { licences_decided: n },
})

const country = { code: null, name: '全国', name_en: 'The whole country' }

test('a figure is enough: the country, own reports, all years that are held', async () => {
  await hold([licences(3), licences(4), licences('blank'), licences(5, { year: 2022 })])
  await hold([licences(100, { scope: 'area' }), licences(900, { division: '000100' })], {
    first: 11,
  })
  const { meta, query, figures, entries, next_cursor } = await askJson(
    '/totals?figure=licences_decided',
  )
  expect(query).toEqual({
    figure: ['licences_decided'],
    division: country,
    collection: 'real',
    by: 'area',
    years: [2022, 2024],
    scope: 'own',
    level: null,
    sector: null,
  })
  expect(figures).toMatchObject([{ id: 'licences_decided', unit: { zh: '件' }, formula: null }])
  const figureOnly = {
    formula: null,
    numerator: null,
    denominator: null,
    interval: null,
    too_few: null,
  }
  const common = { figure: 'licences_decided', division: country, reason: null, ...figureOnly }
  expect(entries).toEqual([
    {
      ...common,
      year: 2022,
      value: 5,
      state: 'number',
      reports: 1,
      unassessable: 0,
      held: 1,
      missing_count: null,
      at_least: true,
    },
    {
      ...common,
      year: 2024,
      value: 7,
      state: 'number',
      reports: 3,
      unassessable: 1,
      held: 3,
      missing_count: null,
      at_least: true,
    },
  ])
  expect(next_cursor).toBe(null)
  expect(meta).toMatchObject({
    release: null,
    n_missing: 0,
    coverage: { expected: null, received: 4, missing_count: null },
  })
})

test('nothing is held: an empty list, and no number of missing', async () => {
  const { meta, entries } = await askJson('/totals?figure=licences_decided')
  expect([entries, meta.coverage]).toEqual([
    [],
    { expected: null, received: 0, missing_count: null },
  ])
})

test('what may not be added up, and a rate that has no value, are null with the reason', async () => {
  const requests: Stated = { 'requests_new.total': 40, 'requests_new.natural_person': 10 }
  await hold([{ stated: { norms_valid: 3, ...requests } }, { stated: requests }])
  const { entries, meta } = await askJson(
    '/totals?figure=norms_valid,natural_person_share,review_correction_rate&year=2024',
  )
  expect(
    entries.map(({ figure, value, state, reason }: Answer) => [figure, value, state, reason]),
  ).toEqual([
    ['norms_valid', null, 'not_added', mayAdd('norms_valid')],
    ['natural_person_share', 0.25, 'number', null],
    ['review_correction_rate', null, 'undefined', rateGaps.denominator_zero],
  ])
  expect(entries[1]).toMatchObject({
    formula: 'natural_person_share',
    numerator: 20,
    denominator: 80,
    interval: wilson(20, 80),
    too_few: false,
    reports: 2,
    held: 2,
    unassessable: null,
    at_least: null,
  })
  expect(meta.n_missing).toBe(2)
})

const inside = async (search: string) =>
  (await askJson(`/totals?figure=licences_decided&by=inside&${search}`)).entries.map(
    ({ division, value }: Answer) => [division.code, division.name, value],
  )

test('each area inside, by its name; zones too', async () => {
  await hold([
    licences(1, { division: '410307' }),
    licences(2, { division: '410307Z02' }),
    licences(3, { division: '410300', level: 'prefecture' }),
    licences(4, { division: '419001' }),
    licences(5, { division: '320106' }),
  ])
  expect(await inside('')).toEqual([
    ['320000', '江苏省', 5],
    ['410000', '河南省', 10],
  ])
  expect(await inside('division=410000')).toEqual([
    ['410300', '洛阳市', 6],
    ['419001', '济源市', 4],
  ])
  expect(await inside('division=410300')).toEqual([['410307', '偃师区', 3]])
  expect(await inside('division=410307')).toEqual([['410307Z02', '410307Z02', 2]])
  expect(await inside('division=410300&level=county&sector=education')).toEqual([
    ['410307', '偃师区', 3],
  ])
})

test('the made-up country stands apart, with its own name', async () => {
  await hold([licences(3), licences(9, { division: '000100', year: 2023 })])
  const { query, entries } = await askJson('/totals?figure=licences_decided&collection=made-up')
  expect([query.collection, query.years, entries.length]).toEqual(['made-up', [2023], 1])
  expect(entries[0]).toMatchObject({ division: { code: '000000', name: '虚构示例' }, value: 9 })
  const area = await askJson('/totals?figure=licences_decided&division=000100')
  expect([area.query.collection, area.entries[0].value]).toEqual(['made-up', 9])
})

test('where bureaus of the roster are missing, a sum is at least, and the answer counts them', async () => {
  await prepare()
  await db.batch(declareRoster(db, { division: '410307', from: 2020 }, 1))
  await publish()
  const { meta, entries } = await askJson('/totals?figure=licences_decided&division=410307')
  expect(entries).toMatchObject([{ value: 45, at_least: true, held: 1, missing_count: 1 }])
  expect(meta.coverage).toEqual({ expected: 2, received: 1, missing_count: 1 })
})

test('pages of any length are together the whole, in the same order', async () => {
  const places = ['410307', '320106', '110101', '500101', '230102']
  await hold(
    [2021, 2022, 2024].flatMap((year) =>
      places.map((division, i) => licences(i + 1, { division, year })),
    ),
  )
  const path = '/totals?figure=licences_decided,natural_person_share&by=inside'
  const [whole, ...none] = await pages(`${path}&limit=500`)
  expect([whole.entries.length, none]).toEqual([30, []])
  for (const limit of [1, 7, 30]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const some = await pages(`${path}&limit=${limit}`)
    expect(some.flatMap(({ entries }) => entries)).toEqual(whole.entries)
    expect(some.at(-1)?.next_cursor).toBe(null)
  }
})

test('more than a page may read is led on, year by year', async () => {
  await hold([2021, 2022, 2023, 2024].map((year) => licences(year, { year })))
  const rates = 'disclosure_rate,denied_share,unable_share,refused_share,other_share'
  const all = await pages(`/totals?figure=licences_decided,${rates}&by=inside&limit=500`)
  const sums = all.map(({ entries }) =>
    entries.flatMap(({ figure, value }: Answer) => (figure === 'licences_decided' ? [value] : [])),
  )
  expect([sums.length > 1, sums.flat()]).toEqual([true, [2021, 2022, 2023, 2024]])
})

test('the file has the same numbers, under the columns of every file', async () => {
  await hold([
    licences(3),
    licences('blank'),
    { year: 2023, stated: { 'requests_new.total': 40, 'requests_new.natural_person': 10 } },
  ])
  const path = 'totals?figure=licences_decided,natural_person_share&division=410307'
  const [{ entries }, file] = await Promise.all([askJson(`/${path}`), askJson(`/table/${path}`)])
  expect(file.rows.map(({ year, figure, value }: Answer) => [year, figure, value])).toEqual(
    entries.map(({ year, figure, value }: Answer) => [year, figure, value]),
  )
  expect(file.rows[1]).toEqual({
    year: 2023,
    division: '410307',
    division_name: '偃师区',
    figure: 'natural_person_share',
    label: '自然人申请占比',
    unit: '',
    label_en: 'Share of natural persons',
    value: 0.25,
    state: 'number',
    reason: '',
    at_least: '',
    numerator: 10,
    denominator: 40,
    ...wilson(10, 40),
    reports: 1,
    unassessable: null,
    held: 1,
    missing: null,
    scope: 'own',
    level: '',
    sector: '',
    made_up: '',
    version: 'd0',
  })
  expect(file.rows.every((row: object) => Object.keys(row).length === file.columns.length)).toBe(
    true,
  )
})

test('a frozen answer is what was live when the release was cut, whatever comes after', async () => {
  await prepare()
  await publish()
  await publish({ bureau: { id: '320106-0001' }, year: 2023 })
  const path = '/totals?figure=licences_decided,norms_valid&by=inside'
  const live = await askJson(path)
  const { release }: Answer = await (await post('/releases', {})).json()
  const frozen = () => ask(`${path}&v=${release.name}`).then((response) => response.text())
  const first = await frozen()
  expect(JSON.parse(first)).toEqual({
    ...live,
    meta: { ...live.meta, release: release.name, updated: release.at },
  })
  await publish({ cells: { licences_decided: number(46) } })
  await publish({ bureau: { id: '410307-0002' }, year: 2020 })
  await env.DB.prepare("UPDATE division SET name = '新名' WHERE code = '410000'").run()
  expect(await frozen()).toBe(first)
})

test('too much for one answer is refused with what to narrow', async () => {
  const response = await ask('/totals?figure=licences_decided&by=inside&level=county')
  const { errors }: Answer = await response.json()
  expect([response.status, errors]).toMatchObject([400, [{ code: 'too_much', path: 'figure' }]])
})

test('five statements and few rows', async () => {
  const places = ['410307', '410308', '320106', '110101', '410300']
  await hold(
    Array.from({ length: 60 }, (_, i) =>
      licences(i, { division: places[i % 5] ?? '', year: 2020 + (i % 4) }),
    ),
  )
  const figure = 'licences_decided,penalties_decided,natural_person_share'
  for (const search of ['', '&by=inside', '&by=inside&division=410000', '&division=410307']) {
    const { DB, statements } = noting()
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each noted
    expect((await ask(`/totals?figure=${figure}${search}`, DB)).status).toBe(200)
    // oxlint-disable-next-line no-await-in-loop
    expect([statements.length, (await rowsRead(statements)) <= 600]).toEqual([5, true])
  }
})
