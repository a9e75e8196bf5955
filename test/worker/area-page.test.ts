import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { connect } from '#worker/db/client.ts'
import { declareRoster } from '#worker/db/rosters.ts'
import { type Answer, get, getJson, number, prepare, publish } from './collection.ts'
import { type HeldReport, type Stated, hold } from './held.ts'
import { allPages } from './pages.ts'
import { htmlOf, numbersOf, rowsOf, sectionOf, textOf } from './page-text.ts'
import { csvRows, cut } from './varied.ts'

const db = connect(env.DB)

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

const licences = (n: number | 'blank', own: Partial<HeldReport> = {}): HeldReport => ({
  ...own,
  stated: { licences_decided: n },
})

/** A year's own and whole-area reports in two provinces and the made-up city. */
const mixed: readonly HeldReport[] = [
  licences(3, { year: 2022 }),
  licences(4, { year: 2023 }),
  licences('blank', { year: 2023 }),
  licences(5, { year: 2023, division: '410303' }),
  licences(70, { year: 2023, division: '410100', level: 'prefecture' }),
  licences(1000, { year: 2023, scope: 'area', sector: 'government' }),
  licences(2000, { year: 2023, scope: 'area', sector: 'government', division: '410303' }),
  licences(9000, {
    year: 2023,
    scope: 'area',
    sector: 'government',
    division: '410300',
    level: 'prefecture',
  }),
  licences(600, { year: 2023, division: '320106' }),
  licences(50_000, { year: 2023, division: '000101' }),
]

const ofYear = (entries: readonly Answer[]) =>
  Object.fromEntries(entries.map(({ year, value }: Answer) => [String(year), value]))

// page, the same of the API, what is plotted for each year
test.for([
  ['/d/410000', 'division=410000', { 2022: 3, 2023: 79 }],
  ['/d/410300', 'division=410300', { 2022: 3, 2023: 9 }],
  ['/d/410307', 'division=410307', { 2022: 3, 2023: 4 }],
  ['/d/410307?from=2023', 'division=410307&from=2023', { 2023: 4 }],
  ['/d/000101', 'division=000101', { 2023: 50_000 }],
  ['/d/000000', 'collection=made-up', { 2023: 50_000 }],
  ['/d/410000?scope=area&level=county', 'division=410000&scope=area&level=county', { 2023: 3000 }],
  ['/d/410300?scope=area&level=county', 'division=410300&scope=area&level=county', { 2023: 3000 }],
  [
    '/d/410300?scope=area&level=prefecture',
    'division=410300&scope=area&level=prefecture',
    { 2023: 9000 },
  ],
] as const)('%s has the sums of the API: %s', async ([path, query, sums]) => {
  await hold(mixed)
  const html = await htmlOf(path)
  const block = sectionOf(html, 'licences')
  const told = Object.entries(numbersOf(block)).map(([year, [value]]) => [year, value])
  const pages = await allPages(`/api/v1/totals?figure=licences_decided&${query}`)
  expect(Object.fromEntries(told)).toEqual(ofYear(pages.flatMap(({ entries }) => entries)))
  expect(Object.fromEntries(told)).toEqual(sums)
  const [, spec = '{}'] = /<script type="application\/json">(.*?)<\/script>/s.exec(block) ?? []
  const { years, lines }: Answer = JSON.parse(spec)
  expect(
    Object.fromEntries(years.map((year: number, i: number) => [year, lines[0].values[i]])),
  ).toEqual(sums)
})

test('whose reports are added up is said in words, in the picture, in the files', async () => {
  await hold(mixed)
  for (const [query, said] of [
    ['', '只计各机关自己的报告'],
    ['?scope=area&level=county', '只计县级政府的全区域汇总'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop
    const html = await htmlOf(`/d/410000${query}`)
    expect(textOf(html)).toContain(said)
    expect(sectionOf(html, 'licences')).toContain(`>${said}</text>`)
    // oxlint-disable-next-line no-await-in-loop
    expect(await (await get(`/d/410000.svg${query}`)).text()).toContain(said)
    // oxlint-disable-next-line no-await-in-loop
    const [header = [], row = []] = await csvRows(
      `/d/410000.csv${query || '?'}&figure=licences_decided&from=2023`,
    )
    expect(row[header.indexOf('scope')]).toBe(query === '' ? 'own' : 'area')
  }
})

// What is asked wrongly, what is said
test.for([
  ['scope=area', '全区域汇总要同时选一个层级'],
  ['scope=both', 'own, area'],
  ['level=city', 'prefecture'],
  ['mode=pie', 'share, count'],
  ['from=24', '年份范围无效'],
])('?%s is left out, and said', async ([query, said]) => {
  await hold(mixed)
  expect(textOf(await htmlOf(`/d/410000?${query}`))).toContain(said)
})

test('a code that nobody has is not found, and the page helps', async () => {
  for (const code of ['990099', 'luoyang', '41']) {
    // oxlint-disable-next-line no-await-in-loop
    const response = await get(`/d/${code}`)
    // oxlint-disable-next-line no-await-in-loop
    const html = await response.text()
    expect([response.status, html.includes('role="search"'), html.includes(code)]).toEqual([
      404,
      true,
      true,
    ])
  }
})

test('a code of the past leads to the one that came after it', async () => {
  const html = await htmlOf('/d/410381')
  expect(textOf(html)).toContain('这个行政区划代码自2021年起不再使用')
  expect(html).toContain('href="/d/410307"')
})

test('the areas around it lead up to the country', async () => {
  const html = await htmlOf('/d/410307')
  const [, crumbs = ''] = /<ol class="crumbs">(.*?)<\/ol>/s.exec(html) ?? []
  expect([...crumbs.matchAll(/<a href="([^"]+)">([^<]+)/g)].map(([, ...link]) => link)).toEqual([
    ['/', '首页'],
    ['/d/410000', '河南省'],
    ['/d/410300', '洛阳市'],
  ])
})

test('of an area of which nothing is held, that is said, and no number', async () => {
  await hold(mixed)
  const html = await htmlOf('/d/110000')
  expect(textOf(html)).toContain('还没有收录北京市任何机关的报告')
  expect(html).not.toContain('<data')
  expect(html).toContain('href="/d/110101"')
})

test('areas inside are those of the API, and those of which nothing is held are named', async () => {
  await hold(mixed)
  const section = sectionOf(await htmlOf('/d/410000'), 'areas')
  const numbers = Object.entries(numbersOf(section)).map(([name, [value]]) => [name, value])
  const { entries } = await getJson(
    '/api/v1/totals?figure=licences_decided&division=410000&by=inside&year=2023',
  )
  expect(numbers).toEqual(entries.map(({ division, value }: Answer) => [division.name, value]))
  expect(numbers).toEqual([
    ['郑州市', 70],
    ['洛阳市', 9],
  ])
  expect(textOf(section)).toContain('2022–2023年没有收录各机关自己的报告的地区： 开封市')
})

const both = async (year: number, n: number): Promise<void> => {
  for (const id of ['410307-0001', '410307-0002'])
    // oxlint-disable-next-line no-await-in-loop
    await publish({ bureau: { id }, year, cells: { licences_decided: number(n) } })
}

test('a change is told only where both sums are of as many reports and leave nothing out', async () => {
  await prepare()
  await db.batch(declareRoster(db, { division: '410307', from: 2020 }, 1))
  await both(2022, 50)
  await both(2023, 60)
  expect(textOf(await htmlOf('/d/410307'))).toContain('比2022年增加20件（20.0%）')
  await publish({ year: 2024, cells: { licences_decided: number(70) } })
  const html = textOf(await htmlOf('/d/410307'))
  expect(html).toContain('2023年120件（2份报告）。报告份数不同，不能直接比较')
  expect(html).not.toContain('比2023年')
})

test('who has not reported is named, as the API has it', async () => {
  await prepare()
  await db.batch(declareRoster(db, { division: '410307', from: 2020 }, 1))
  await publish({ year: 2024 })
  const section = sectionOf(await htmlOf('/d/410307'), 'coverage')
  const { coverage } = await getJson('/api/v1/coverage?division=410307&year=2024')
  expect(textOf(section)).toContain(
    `2024年：${coverage.expected}个应报告机关中收录${coverage.reported}个`,
  )
  const links = [...section.matchAll(/href="\/b\/([^"]+)"/g)].map(([, id]) => id)
  expect(links).toEqual(coverage.missing.map(({ id }: Answer) => id))
  expect(links).toEqual(['410307-0002'])
})

test('without a roster nobody knows how many there should be', async () => {
  await hold(mixed)
  expect(textOf(sectionOf(await htmlOf('/d/410307'), 'coverage'))).toContain(
    '2023年：收录3份；没有完整名录，不知道应有多少',
  )
})

const requests: Stated = {
  'requests_new.total': 10,
  'outcome_granted.total': 4,
  'outcome_partial.total': 1,
  'outcome_denied_state_secret.total': 2,
  'outcome_total.total': 7,
}

test('outcomes are shares where every report states every part, else numbers', async () => {
  await hold([
    { year: 2023, stated: requests },
    { year: 2023, stated: requests },
    { year: 2024, stated: { ...requests, 'outcome_partial.total': 'blank' } },
  ])
  const block = sectionOf(await htmlOf('/d/410307'), 'outcomes')
  const table = rowsOf(block)
  expect(table.slice(1)).toEqual([
    ['2024', '≥ 至少 4', '没有数字', '≥ 至少 2', '≥ 至少 0', '≥ 至少 0', '≥ 至少 0', '≥ 至少 7'],
    [
      '2023',
      '≥ 至少 8 57.1%',
      '≥ 至少 2 14.3%',
      '≥ 至少 4 28.6%',
      '≥ 至少 0 0.0%',
      '≥ 至少 0 0.0%',
      '≥ 至少 0 0.0%',
      '≥ 至少 14',
    ],
  ])
  const { entries } = await getJson('/api/v1/totals?figure=denied_share&division=410307&year=2023')
  expect(entries).toMatchObject([{ value: 4 / 14, numerator: 4, denominator: 14 }])
  expect(block).toContain('有报告缺此项')
})

test('a page of a release stays as it was, and names nobody', async () => {
  await prepare()
  await db.batch(declareRoster(db, { division: '410307', from: 2020 }, 1))
  await publish()
  const name = await cut()
  const before = sectionOf(await htmlOf(`/d/410307?v=${name}`), 'licences')
  await publish({ cells: { licences_decided: number(46) } })
  await publish({ bureau: { id: '410307-0002' } })
  const html = await htmlOf(`/d/410307?v=${name}`)
  expect(numbersOf(sectionOf(html, 'licences'))).toEqual({ 2024: [45] })
  expect(numbersOf(sectionOf(html, 'licences'))).toEqual(numbersOf(before))
  expect(html).not.toContain('410307-0002')
  expect(textOf(html)).toContain('2个应报告机关中收录1个')
})

test('the files have the rows of the API', async () => {
  await hold(mixed)
  const figure = 'licences_decided,penalties_decided,requests_new.total'
  for (const [path, query] of [
    ['/d/410000', 'division=410000'],
    ['/d/000101', 'division=000101'],
    ['/d/410300', 'division=410300&scope=area&level=county'],
  ] as const) {
    const asked = query.replace(/^division=\d+&?/, '')
    // oxlint-disable-next-line no-await-in-loop
    const [own, api] = await Promise.all([
      getJson(`${path}.json?figure=${figure}&${asked}`),
      getJson(`/api/v1/totals?figure=${figure}&${query}`),
    ])
    expect(own.entries).toEqual(api.entries)
    // oxlint-disable-next-line no-await-in-loop
    const rows = await csvRows(`${path}.csv?figure=${figure}&${asked}`)
    expect(rows).toHaveLength(api.entries.length + 1)
  }
  expect((await get('/d/410000.json?scope=area')).status).toBe(400)
  expect((await get('/d/990099.svg')).status).toBe(404)
  const { entries } = await getJson('/d/410000.json?by=inside&figure=licences_decided')
  expect(entries.length).toBe(3)
})
