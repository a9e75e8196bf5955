import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { type Answer, get, getJson, number, post, prepare, publish } from './collection.ts'
import { htmlOf, rowsOf, sectionOf } from './page-text.ts'
import { noting, rowsRead, scans } from './noted.ts'
import { cut } from './varied.ts'

const [one, other, area, madeUp] = ['410307-0001', '410307-0002', '321300-0001', '000100-0001']
const long = Array.from({ length: 8 }, (_, i) => `410307-01${i}0`)
const nothing = '320106-0001'

const own = { level: 'county', sector: 'other', scope: 'own', kind: 'bureau', aliases: [] }

/** A name of 40 characters. */
const longName = (i: number): string => `偃师区${'某某管理委员会'.repeat(5)}第${i}`

const blank = { state: 'blank', raw: '' }
const whole = { disclosure: '2021', requests: '2021' }
const shares = (granted: number, all: number) => ({
  'outcome_granted.total': number(granted),
  'outcome_partial.total': number(0),
  'outcome_total.total': number(all),
})

let release: string

beforeAll(async () => {
  await prepare()
  await post('/bureaus', {
    bureaus: long.map((id, i) => ({ ...own, id, division: '410307', name: longName(i) })),
  })
  const reports = [
    {
      year: 2021,
      tables: { disclosure: '2019' },
      cells: { licences_decided: number(10), services_decided: number(1) },
    },
    { year: 2022, tables: whole, cells: { licences_decided: number(0), ...shares(90, 100) } },
    { year: 2024, tables: whole, cells: { licences_decided: number(45), ...shares(17, 20) } },
    {
      year: 2022,
      bureau: { id: other },
      tables: whole,
      cells: { licences_decided: number(7), ...shares(10, 100) },
    },
    { year: 2024, bureau: { id: other }, cells: { licences_decided: blank } },
    { year: 2024, bureau: { id: area }, cells: { licences_decided: number(100_000_000) } },
    { year: 2024, bureau: { id: madeUp }, cells: { licences_decided: number(5) } },
    ...long.map((id, i) => ({
      year: 2024,
      bureau: { id },
      cells: { licences_decided: number(10 ** i), fees_collected_wan: number(i + 0.25) },
    })),
  ]
  for (const report of reports)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publish(report, '照原文公布')
  release = await cut()
}, 60_000)

const page = async (query: string): Promise<string> => (await get(`/compare?${query}`)).text()

/** Text of the page without its tags. */
const text = async (query: string): Promise<string> =>
  (await page(query)).replaceAll(/<script.*?<\/script>|<svg.*?<\/svg>|<[^>]+>/gs, ' ')

/** What the pictures of the page show, as the script has it. */
const specs = (html: string): Answer[] =>
  [...html.matchAll(/<script type="application\/json">(?<json>.*?)<\/script>/gs)].map(
    ({ groups }) => JSON.parse(groups?.['json'] ?? ''),
  )

const tabled = (html: string): number[] =>
  [...html.matchAll(/<data value="(?<value>[^"]+)"/g)]
    .map(({ groups }) => Number(groups?.['value']))
    .toSorted((a, b) => a - b)

const plotted = (html: string): number[] =>
  specs(html)
    .flatMap(({ lines }) => lines.flatMap(({ values }: Answer) => values))
    .filter((value) => value !== null)
    .toSorted((a, b) => a - b)

const answered = async (query: string): Promise<number[]> => {
  const { series } = await getJson(`/compare.json?${query}`)
  return series
    .flatMap(({ points }: Answer) => points.map(({ value }: Answer) => value))
    .filter((value: number | null) => value !== null)
    .toSorted((a: number, b: number) => a - b)
}

test.for([
  `bureaus=${one},${other}`,
  `bureaus=${one},${other}&from=2022&to=2023`,
  `bureaus=${other},${area},${one}&facet=bureau`,
  `bureaus=${long.join()}&scale=log`,
  `bureaus=${long.join()}&figure=fees_collected_wan,licences_decided`,
])('%s: what is drawn, what is in the table and what the API has are one', async (query) => {
  const html = await page(query)
  expect(tabled(html)).toEqual(await answered(query))
  expect(plotted(html)).toEqual(tabled(html))
})

test('each number leads to its cell', async () => {
  expect(await page(`bureaus=${one},${other}`)).toContain(
    `<a href="/b/${one}/2024?cell=licences_decided#cell"><data value="45">45</data></a>`,
  )
})

test('a rate has its parts and its interval', async () => {
  const words = await text(`bureaus=${one},${other}&figure=disclosure_rate`)
  expect(words).toContain('90 ÷ 100 (82.6%–94.5%)')
  expect(words).toContain('17 ÷ 20')
  expect(words).toContain('件数过少')
  expect(words).toContain('2022年公开率，偃师区甲局最高（90.0%），偃师区乙局最低（10.0%）')
})

const linesOf = (html: string): string[] =>
  specs(html)[0]
    .lines.map(({ name, values }: Answer) => `${name} ${values}`)
    .toSorted()

test('the order of bureaus changes no number', async () => {
  const [a, b] = [await page(`bureaus=${one},${other}`), await page(`bureaus=${other},${one}`)]
  expect(tabled(a)).toEqual(tabled(b))
  expect(linesOf(a)).toEqual(linesOf(b))
})

// What the page says before anyone compares.
test.for([
  [
    `bureaus=${one},${other}`,
    '2022年行政许可处理决定数量，偃师区乙局最多（7件），偃师区甲局最少（0件）。',
  ],
  [`bureaus=${one},${other}`, '2021–2024年应有报告8份，收录5份。'],
  [`bureaus=${one},${other}`, '未收录：偃师区甲局 2023；偃师区乙局 2021、2023。'],
  [`bureaus=${long.join()}&from=2023`, '未收录：各机关 2023。'],
  [`bureaus=${one},${area}`, '口径不同，不能直接比高低'],
  [`bureaus=${one},${madeUp}`, '与真实机关不能相比'],
  [`bureaus=${madeUp}`, '只用于试看'],
  [`bureaus=${one}&figure=services_decided`, '只有一版表式有这些项'],
  [`bureaus=${one},999999-0001`, '没有这些机关：999999-0001'],
  [`bureaus=${one}&figure=nonsense,procurement_amount`, 'nonsense, procurement_amount'],
  [`bureaus=${one}&mode=share`, '占比只用于分母明确的比率'],
  [`bureaus=${one}&scale=big&axis=no&with=luck`, '已略去：scale, axis, with'],
  [`bureaus=${one}&from=2024&to=2021`, '年份范围无效'],
  [`bureaus=${one},${other}&mode=index`, '2022年为0的没有指数'],
  [`bureaus=${one},${long[0]}&mode=index`, '指数，2024年=100'],
  [`bureaus=${area},${other}&mode=index&from=2024`, '指数'],
  [`bureaus=${nothing}`, '还没有已发布的报告'],
  [`bureaus=${one}&from=2010&to=2011`, '收录年份：2021–2022, 2024'],
  ['', '还没有选择机关'],
  [`bureaus=${one},${area}&with=median`, '没有共同的中位数'],
] as const)('%s says %s', async ([query, words]) => {
  expect(await text(query)).toContain(words)
})

test('neither unlike scopes nor made-up bureaus are called more or less', async () => {
  for (const query of [`bureaus=${one},${area}`, `bureaus=${one},${madeUp}`])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await text(query)).not.toMatch(/最多（|最少（/)
})

test('the median of the peers stands beside them', async () => {
  const html = await page(`bureaus=${long.slice(0, 2).join()}&with=median`)
  // Nine bureaus of the county state a number: 45 and the powers of ten.
  const [spec] = specs(html)
  expect(spec.reference).toEqual({ name: '同级同系统中位数（全国）', values: [1000] })
  expect(html).toMatch(/<data value="1000">1,000<\/data>\s*<small[^>]*>n=9</)
})

test('a bureau among them: its own number, the spread of the newest year, how many they are', async () => {
  const [, licences] = rowsOf(sectionOf(await htmlOf(`/b/${long[0]}?with=median`), 'peers'))
  // 1, 10, 45, 100, … 10,000,000.
  expect(licences).toEqual([
    '行政许可处理决定数量',
    '1',
    '8.2',
    '45',
    '1,000',
    '100,000',
    '2,800,000',
    '9',
  ])
})

test('an index: every line is 100 in the year that all have', async () => {
  const html = await page(`bureaus=${one},${other}&mode=index&from=2022`)
  expect(specs(html)[0].lines.map(({ values }: Answer) => values)).toEqual([
    [null, null, null],
    [100, null, null],
  ])
})

/** The ends of the axes of the pictures. */
async function axes(query: string): Promise<readonly string[]> {
  const html = await page(`bureaus=${long.join()}&facet=bureau&${query}`)
  const ends = html.match(/(?<= data-area="[^"]+ )[\d.]+ \d+(?=")/g) ?? []
  expect(ends).toHaveLength(8)
  return [...new Set(ends)]
}

test('small multiples share one axis unless each is to have its own', async () => {
  expect(await axes('')).toEqual(['0 10000000'])
  expect(await axes('scale=log')).toEqual(['1 10000000'])
  expect(await axes('axis=own')).toHaveLength(8)
})

test('bureaus are added and removed by links that keep the state', async () => {
  const html = await page(`bureaus=${one},${other}&figure=penalties_decided&scale=log&q=宿迁`)
  const state = 'figure=penalties_decided&amp;scale=log'
  expect(html).toContain(`/compare?bureaus=${one},${other},${area}&amp;${state}`)
  expect(html).toContain(`/compare?bureaus=${other}&amp;${state}`)
})

test('figures of a form, one by one as a browser sends them', async () => {
  const html = await page(`bureaus=${one}&figure=licences_decided&figure=disclosure_rate`)
  expect(html.match(/(?<=<h2 id="[^"]+-h">)[^，<]+/g)).toEqual(['行政许可处理决定数量', '公开率'])
})

test('a page of a release keeps its names and numbers', async () => {
  const before = specs(await page(`bureaus=${one}&v=${release}`))
  await post('/bureaus', { bureaus: [{ ...own, id: one, division: '410307', name: '偃师区新局' }] })
  expect(specs(await page(`bureaus=${one}&v=${release}`))).toEqual(before)
  expect(await text(`bureaus=${one}&v=${release}`)).toContain('偃师区甲局')
  expect(await text(`bureaus=${one}&v=${release}&q=宿迁`)).toContain('选定后再显示')
})

const svg = async (query: string): Promise<string> => (await get(`/compare.svg?${query}`)).text()

test('the picture has the same state; what it cannot have is refused', async () => {
  const query = `bureaus=${long.slice(0, 2).join()}&figure=licences_decided,disclosure_rate`
  expect(await svg(`${query}&facet=bureau&with=median&lang=en`)).toContain('Median of peers')
  expect(await svg(`${query}&mode=index`)).toContain('指数，2024年=100')
  expect(await svg(`bureaus=${nothing}`)).toContain('鼓楼区甲局：未收录')
  for (const bad of ['mode=share', 'mode=cube', 'facet=year', 'figure=procurement_amount'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await get(`/compare.svg?bureaus=${one}&${bad}`)).status).toBe(400)
  expect((await get('/compare.svg?bureaus=999999-0001')).status).toBe(404)
})

test('five statements at most, few rows, no scan; 30 kB', async () => {
  const all = `bureaus=${long.join()}`
  const figures = 'figure=licences_decided,disclosure_rate,fees_collected_wan,norms_made'
  for (const query of [
    `${all}&${figures}&with=median&facet=bureau`,
    `${all}&${figures}&with=median&q=宿迁`,
    `${all}&v=${release}&with=median`,
    `${all}&v=${release}&q=宿迁`,
  ]) {
    const { DB, statements } = noting()
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each noted
    const response = await app.request(`/compare?${query}`, {}, { ...env, DB })
    expect(statements.length).toBeLessThanOrEqual(5)
    // oxlint-disable-next-line no-await-in-loop
    expect(await rowsRead(statements)).toBeLessThan(2000)
    // oxlint-disable-next-line no-await-in-loop
    expect(await scans(statements)).toEqual([])
    // oxlint-disable-next-line no-await-in-loop
    const packed = response.body?.pipeThrough(new CompressionStream('gzip'))
    // oxlint-disable-next-line no-await-in-loop
    expect((await new Response(packed).arrayBuffer()).byteLength).toBeLessThan(30_000)
  }
})

test('while sums are behind no median is told', async () => {
  await env.DB.prepare('UPDATE report SET counted = 0, spread = 0').run()
  const query = `bureaus=${long.slice(0, 2).join()}&with=median`
  expect(await text(query)).toContain('正在整理，数字稍后可用')
  expect(specs(await page(query))[0].reference).toBeUndefined()
  expect((await get(`/compare.svg?${query}`)).status).toBe(503)
  expect(specs(await page(`${query}&v=${release}`))[0].reference).toBeDefined()
})
