import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { connect } from '#worker/db/client.ts'
import { selectFigureView } from '#worker/db/figure-view.ts'
import { selectCountrySpread } from '#worker/db/spreads.ts'
import { selectTotals } from '#worker/db/totals.ts'
import { type Answer, get, getJson, number, prepare, publish } from './collection.ts'
import { type HeldReport, type Stated, hold } from './held.ts'
import { noting, rowsRead, scans } from './noted.ts'
import { cut } from './varied.ts'

const db = connect(env.DB)

/** For the tests at the end, which hold something else. */
async function empty(): Promise<void> {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
}

beforeAll(country)

const stating = (
  values: readonly NonNullable<Stated['licences_decided']>[],
  other: Partial<HeldReport> = {},
): HeldReport[] => values.map((value) => ({ ...other, stated: { licences_decided: value } }))

/** Of two provinces and a made-up place, of two years, of both scopes. */
async function country(): Promise<void> {
  await hold(stating([0, 1, 2, 3, 4, 5, 6, 'blank']))
  await hold(stating([100, 200], { division: '320106', level: 'township', sector: 'township' }), {
    first: 21,
  })
  await hold(stating([7, 8], { year: 2023 }), { first: 31 })
  await hold(stating([1000], { scope: 'area', sector: 'government' }), { first: 41 })
  await hold(stating([99_999], { division: '000100' }), { first: 51 })
}

/** Text of the page without its tags. */
const text = async (path: string): Promise<string> =>
  (await (await get(path)).text()).replaceAll(/<script.*?<\/script>|<svg.*?<\/svg>|<[^>]+>/gs, ' ')

/** Every number of the page's tables, as the page means it. */
async function numbers(path: string): Promise<number[]> {
  const html = await (await get(path)).text()
  return [...html.matchAll(/<data value="(?<value>[^"]+)"/g)].map(({ groups }) =>
    Number(groups?.['value']),
  )
}

test('what is read at once is what other answers are made of', async () => {
  const query = {
    measure: 'licences_decided',
    division: null,
    years: [2023, 2024],
    year: 2024,
    scope: 'own',
  } as const
  const view = await selectFigureView(db, query)
  const totals = { ...query, figures: ['licences_decided'] } as const
  expect(view.own).toEqual(await selectTotals(db, { ...totals, areas: { of: null } }))
  expect(view.inside).toEqual(
    await selectTotals(db, { ...totals, years: [2024], areas: { inside: null } }),
  )
  const [all, ...levels] = view.spreads
  const spread = { measure: 'licences_decided', year: 2024, scope: 'own' } as const
  expect(all).toEqual({ level: null, ...(await selectCountrySpread(db, spread)) })
  for (const { level, ...own } of levels)
    // oxlint-disable-next-line no-await-in-loop -- one D1
    expect(own).toEqual(await selectCountrySpread(db, { ...spread, level: level ?? undefined }))
})

test('the page has the sums of the API, of real bureaus only', async () => {
  const inside = await getJson('/f/licences_decided.json?year=2024')
  expect(inside.entries.map(({ value }: Answer) => value)).toEqual([300, 21])
  const own = await getJson('/f/licences_decided.json?by=area')
  expect(own.entries.map(({ value }: Answer) => value)).toEqual([15, 321])
  const page = await numbers('/f/licences_decided')
  expect(page).toEqual([300, 21, 321, 15])
  const words = await text('/f/licences_decided')
  expect(words).toContain('全国：2024年行政许可决定合计至少321件')
  expect(words).toContain('没有收录该年报告的：北京、天津、')
  expect(words).not.toContain('99,999')
})

// Where, and the numbers of the tables: areas inside in the year, then the area year by year.
test.for([
  ['?collection=made-up', [99_999, 99_999]],
  ['?division=410000', [21, 21, 15]],
  ['?division=410000&year=2023', [15, 21, 15]],
  ['?division=410307', [21, 15]],
  ['?scope=area', [1000, 1000]],
  ['?scope=area&level=prefecture', []],
  ['?level=township', [300]],
  ['?level=township&sector=township', [300, 300]],
  ['?level=township&sector=education', []],
  ['?view=list', [300, 21, 321, 15]],
] as const)('%s', async ([query, values]) => {
  expect(await numbers(`/f/licences_decided${query}`)).toEqual(values)
})

test.for([
  ['?level=township', '全国（乡镇街道）'],
  ['?level=township&sector=township&lang=en', 'The whole country (Township, Townships)'],
  ['?scope=area&level=county', '只计县级政府的全区域汇总'],
] as const)('page and picture of %s say of whom: %s', async ([query, whom]) => {
  expect(await text(`/f/licences_decided${query}`)).toContain(whom)
  expect(await (await get(`/f/licences_decided.svg${query}`)).text()).toContain(whom)
})

// What is not understood, or not kept, is left out and said.
test.for([
  ['?year=soon&scope=all', 'scope, year'],
  ['?division=41&view=globe', 'division, view'],
  ['?division=410307&level=county&sector=health', 'level, sector'],
  ['?collection=dreams', 'collection'],
] as const)('%s: %s', async ([query, names]) => {
  expect(await text(`/f/licences_decided${query}`)).toContain(`这些条件不能用，已略去：${names}`)
})

test('what may not be added up is explained instead', async () => {
  const words = await text('/f/norms_valid')
  expect(words).toContain('不作合计：现行有效是某一时点的数')
  expect(words).toContain('第二十条第（一）项')
  expect(await numbers('/f/norms_valid')).toEqual([])
  expect((await getJson('/f/norms_valid.json')).entries[0]).toMatchObject({
    value: null,
    state: 'not_added',
  })
  expect(await (await get('/f/norms_valid.svg')).text()).toContain('现行有效是某一时点的数')
})

test('an unknown figure is not found, and those like it are named', async () => {
  const response = await get('/f/licence_decided')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('href="/f/licences_decided"')
  expect((await get('/f/licences_decided?division=999999')).status).toBe(404)
  expect((await get('/f/licence_decided.json')).status).toBe(400)
  expect((await get('/f/licences_decided.svg?division=999999')).status).toBe(404)
  expect((await get('/f/licences_decided.json?scope=area')).status).toBe(400)
})

test('every figure and rate has a page, named in the list of them', async () => {
  const html = await (await get('/f')).text()
  const { figures, indicators } = await getJson('/api/v1/figures')
  for (const { id } of [...figures, ...indicators]) expect(html).toContain(`href="/f/${id}"`)
})

test('five statements at most, few rows, no scan; 30 kB', async () => {
  const rate = '/f/other_share?division=410000'
  for (const path of ['/f/licences_decided', rate, '/f/licences_decided?level=county', '/f']) {
    const { DB, statements } = noting()
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each noted
    const response = await app.request(path, {}, { ...env, DB })
    expect(statements.length).toBeLessThanOrEqual(5)
    // oxlint-disable-next-line no-await-in-loop
    expect(await rowsRead(statements)).toBeLessThan(1000)
    // oxlint-disable-next-line no-await-in-loop
    expect(await scans(statements)).toEqual([])
    // oxlint-disable-next-line no-await-in-loop
    const packed = response.body?.pipeThrough(new CompressionStream('gzip'))
    // oxlint-disable-next-line no-await-in-loop
    expect((await new Response(packed).arrayBuffer()).byteLength).toBeLessThan(30_000)
  }
})

test('a rate of the country and its provinces, with its spread', async () => {
  await empty()
  await hold(
    [30, 31, 32, 33, 34, 35, 36, 37].map((n) => ({
      stated: { 'requests_new.total': 40, 'requests_new.natural_person': n },
    })),
  )
  const measure = 'natural_person_share'
  const query = { measure, division: null, years: [2024], year: 2024, scope: 'own' } as const
  const { spreads } = await selectFigureView(db, query)
  expect(spreads[0]).toEqual({
    level: null,
    ...(await selectCountrySpread(db, { measure, year: 2024, scope: 'own' })),
  })
  const { entries } = await getJson(`/f/${measure}.json?year=2024`)
  expect(entries.map(({ value }: Answer) => value)).toEqual([268 / 320])
  expect(await numbers(`/f/${measure}`)).toEqual([268 / 320, 268 / 320])
  const few = '件数过少'
  expect(await text(`/f/${measure}?view=list`)).not.toContain(`${few}，`)
  await hold(
    [{ division: '320106', stated: { 'requests_new.total': 2, 'requests_new.natural_person': 2 } }],
    { first: 21 },
  )
  expect(await text(`/f/${measure}`)).toMatch(new RegExp(`江苏\\s+${few}`))
  expect(await text(`/f/${measure}?division=320000`)).toContain(`${few}，不宜与他处或他年相比`)
})

test.for([
  ['licences_decided', 'zh'],
  ['outcome_other_misc.total', 'en'],
  ['review_total', 'zh'],
  ['procurement_amount', 'en'],
  ['dispute_rate', 'zh'],
] as const)('%s with nothing held, in %s', async ([id, lang]) => {
  await empty()
  const response = await get(`/f/${id}?lang=${lang}`)
  expect(response.status).toBe(200)
  expect(await response.text()).not.toMatch(/NaN|undefined|null/)
})

test('a page of a release keeps its numbers', async () => {
  await empty()
  await prepare()
  await publish()
  const release = await cut()
  await publish({ cells: { licences_decided: number(46) } })
  expect(await numbers(`/f/licences_decided?v=${release}`)).toEqual([45, 45])
  expect(await numbers('/f/licences_decided')).toEqual([46, 46])
})

test('while sums are behind none is told', async () => {
  await empty()
  await prepare()
  await publish()
  await env.DB.prepare('UPDATE report SET counted = 0, spread = 0').run()
  expect(await text('/f/licences_decided')).toContain('正在整理')
  expect(await numbers('/f/licences_decided')).toEqual([])
  expect((await get('/f/licences_decided.svg')).status).toBe(503)
})
