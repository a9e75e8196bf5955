import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { type Answer, get, getJson, number, prepare, publish } from './collection.ts'
import { type HeldReport, hold } from './held.ts'
import { noting, rowsRead } from './noted.ts'
import { htmlOf, numbersOf, rowsOf, sectionOf, textOf } from './page-text.ts'
import { csvRows, cut } from './varied.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

const licences = (n: number, own: Partial<HeldReport> = {}): HeldReport => ({
  ...own,
  stated: { licences_decided: n },
})

const mixed: readonly HeldReport[] = [
  licences(3, { year: 2022 }),
  licences(4, { year: 2023 }),
  licences(600, { year: 2023, division: '320106' }),
  licences(7000, { year: 2023, scope: 'area', sector: 'government' }),
  licences(90_000, { year: 2023, division: '000101' }),
  licences(90_000, { year: 2024, division: '000101' }),
]

const home = (setting: object, path = '/'): Promise<Response> =>
  Promise.resolve(app.request(path, {}, { ...env, ...setting }))

test('sums and areas are those of the API; the made-up city is in none', async () => {
  await hold(mixed)
  const html = await htmlOf('/')
  const { entries } = await getJson('/api/v1/totals?figure=licences_decided')
  expect(numbersOf(sectionOf(html, 'licences'))).toEqual(
    Object.fromEntries(entries.map(({ year, value }: Answer) => [year, [value]])),
  )
  expect(entries.map(({ value }: Answer) => value)).toEqual([3, 604])
  const areas = sectionOf(html, 'areas')
  expect(rowsOf(areas).map(([name, newest, sum]) => [name, newest, sum])).toEqual([
    ['地区', '最新年份', '行政许可决定'],
    ['江苏省', '2023年 · 1份', '≥ 至少 600'],
    ['河南省', '2023年 · 1份', '≥ 至少 4'],
  ])
  expect(areas).toContain('<a href="/d/320000">')
  expect(areas).toContain('href="/d/110000"')
  expect(textOf(html)).toContain('只计各机关自己的报告')
  expect(html).not.toContain('90,000')
  expect(html).not.toContain('90000')
  expect(html).toContain('href="/d/000000"')
})

test('whole areas are added up apart, level by level', async () => {
  await hold(mixed)
  const html = await htmlOf('/?scope=area&level=county')
  expect(numbersOf(sectionOf(html, 'licences'))).toEqual({ 2023: [7000] })
  expect(textOf(html)).toContain('只计县级政府的全区域汇总')
})

test('nothing is held: what to do about it, and no number', async () => {
  const html = await htmlOf('/')
  expect(textOf(html)).toContain('npm run -s niantu -- import')
  expect(html).not.toContain('<data')
  expect(html).not.toContain('<figure')
})

test('what is made-up alone makes no number of the country', async () => {
  await hold([licences(9, { division: '000101' })])
  const html = await htmlOf('/')
  expect(html).not.toContain('<data')
  expect(html).toContain('href="/d/000000"')
})

test('HOME_DIVISION makes it the page of that area, and another answer', async () => {
  await hold(mixed)
  const set = { HOME_DIVISION: '410000' }
  const response = await home(set)
  const html = await response.text()
  expect(numbersOf(sectionOf(html, 'licences'))).toEqual({ 2022: [3], 2023: [4] })
  expect(html).toContain('href="/d/410000"')
  expect(response.headers.get('etag')).not.toBe((await get('/')).headers.get('etag'))
  const { entries }: Answer = await (await home(set, '/index.json?figure=licences_decided')).json()
  expect(entries.map(({ value }: Answer) => value)).toEqual([3, 4])
})

test('a HOME_DIVISION that is none is told, and the page is there', async () => {
  await hold(mixed)
  const response = await home({ HOME_DIVISION: '990099' })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('HOME_DIVISION=990099')
})

const names = async (path: string) => rowsOf(await htmlOf(path)).map(([name]) => name)

test('bureaus are found behind search, and all of them listed', async () => {
  await prepare()
  expect(await names('/?q=偃师 甲局')).toEqual(['机关', '偃师区甲局'])
  expect(await names('/?division=410307')).toEqual(['机关', '偃师区甲局', '偃师区乙局'])
  expect(await names('/?list=bureaus')).toHaveLength(5)
  expect(await names('/?collection=made-up')).toEqual(['机关', '虚构示例市甲局 虚构示例'])
})

test('the latest changes are real ones', async () => {
  await prepare()
  await publish({ year: 2023 })
  await publish({ year: 2023, cells: { licences_decided: number(46) } })
  await publish({ bureau: { id: '000100-0001' } })
  const [, list = ''] = /<ul class="plain newest">(.*?)<\/ul>/s.exec(await htmlOf('/')) ?? []
  const items = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) =>
    textOf(item).replace(/^\S+ /, ''),
  )
  expect(items).toEqual([
    '更正 偃师区甲局 2023年报告 原机关更正了报告中的数字',
    '新收录 偃师区甲局 2023年报告',
  ])
})

test('a release stays as it was, and has no list of changes', async () => {
  await prepare()
  await publish()
  const name = await cut()
  await publish({ cells: { licences_decided: number(46) } })
  const html = await htmlOf(`/?v=${name}`)
  expect(numbersOf(sectionOf(html, 'licences'))).toEqual({ 2024: [45] })
  expect(html).not.toContain('class="plain newest"')
})

test('the files have the rows of the API', async () => {
  await hold(mixed)
  const [own, api] = await Promise.all([
    getJson('/index.json?figure=licences_decided'),
    getJson('/api/v1/totals?figure=licences_decided'),
  ])
  expect(own.entries).toEqual(api.entries)
  expect(await csvRows('/index.csv?figure=licences_decided&by=inside')).toHaveLength(4)
  const svg = await (await get('/index.svg?chart=licences')).text()
  for (const said of ['604', '只计各机关自己的报告', '收录3份；没有完整名录'])
    expect(svg).toContain(said)
})

test('five statements, few rows', async () => {
  await hold(
    Array.from({ length: 100 }, (_, i) =>
      licences(i, {
        division: `${['11', '13', '32', '41', '44'][i % 5]}${i % 5 ? '0102' : '0101'}`,
        year: 2014 + (i % 11),
      }),
    ),
  )
  for (const path of ['/', '/?scope=area&level=county', '/?q=局']) {
    const { DB, statements } = noting()
    // oxlint-disable-next-line no-await-in-loop
    expect((await app.request(path, {}, { ...env, DB })).status).toBe(200)
    // oxlint-disable-next-line no-await-in-loop
    expect([path, statements.length <= 5, (await rowsRead(statements)) <= 1500]).toEqual([
      path,
      true,
      true,
    ])
  }
})
