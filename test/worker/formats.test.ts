import { env } from 'cloudflare:test'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { csvResponse } from '#worker/answer/csv.ts'
import { withDatabase } from '#worker/database.ts'
import type { Env } from '#worker/env.ts'
import { get, getJson } from './collection.ts'
import { area, bureau, csvRows, cut, goOn, other, tablePaths, varied } from './varied.ts'

let release: string
beforeAll(async () => {
  await varied()
  release = await cut()
})

const question = (query: string): string => (query === '' ? '' : `?${query}`)

test.for(tablePaths)(
  '%s.csv?%s is an RFC 4180 file that says what it is',
  async ([path, query]) => {
    const response = await get(`${path}.csv${question(query)}`)
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'content-disposition': expect.stringMatching(/^attachment; filename="[\w-]+\.csv"$/),
      'content-type': 'text/csv; charset=utf-8; header=present',
      'cross-origin-resource-policy': 'cross-origin',
      etag: expect.any(String),
      'x-data-version': '7',
      'x-missing': expect.stringMatching(/^\d+$/),
      'x-source': '/docs',
    })
    expect(response.headers.get('link')).toContain('</about#licence>; rel="license"')
    expect(response.headers.get('link')).toContain(
      `<${path}.csv-metadata.json${encodeURI(question(query))}>; rel="describedby"; type="application/csvm+json"`,
    )
    expect(text).toMatch(/^[a-z\d_]+(?:,[a-z\d_]+)*\r\n/)
    expect(text.endsWith('\r\n')).toBe(true)
    // A line feed stands alone only within quotes.
    expect(text.replaceAll(/"[^"]*"/g, '').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const [head = [], ...rows] = await csvRows(`${path}.csv${question(query)}`)
    expect(rows.filter((row) => row.length !== head.length)).toEqual([])
  },
)

test('an answer without rows still has its header', async () => {
  expect(await csvRows(`/b/${bureau}.csv?from=2010&to=2011`)).toHaveLength(1)
})

test('a text that a spreadsheet would take for a formula has an apostrophe in front, nothing else has', async () => {
  const [head = [], ...rows] = await csvRows(`/b/${bureau}/2021.csv`)
  const cells = (column: string) =>
    new Map(rows.map((row) => [row[head.indexOf('figure')], row[head.indexOf(column)]]))
  expect(cells('raw').get('penalties_decided')).toBe(`'=详见"附件",另见说明`)
  expect(cells('state').get('penalties_decided')).toBe('text')
  expect(cells('value').get('fees_collected_wan')).toBe('59237.2449')
  expect(cells('value').get('licences_decided')).toBe('0')
})

test('numbers below zero stay numbers, and texts that only look harmless are kept', async () => {
  const app = new Hono<Env>().use(withDatabase).get('/', (c) =>
    csvResponse(c, 'x', {
      columns: ['value', 'raw'],
      rows: ['-1', '+1', '@x', '\tx', '\rx', '=x', ' =x', '0', '，', 'a,b'].map((raw) => ({
        value: -1.5,
        raw,
      })),
    }),
  )
  const text = await (await app.request('/', {}, env)).text()
  expect(text).toBe(
    "value,raw\r\n-1.5,'-1\r\n-1.5,'+1\r\n-1.5,'@x\r\n-1.5,'\tx\r\n-1.5,\"'\rx\"\r\n-1.5,'=x\r\n-1.5, =x\r\n-1.5,0\r\n-1.5,，\r\n-1.5,\"a,b\"\r\n",
  )
})

test('rows are made no faster than the file is read', async () => {
  let made = 0
  function* rows() {
    for (; made < 1_000_000; made++) yield { value: made }
  }
  const app = new Hono<Env>()
    .use(withDatabase)
    .get('/', (c) => csvResponse(c, 'x', { columns: ['value'], rows: rows() }))
  const body = (await app.request('/', {}, env)).body?.getReader()
  for (const _ of [1, 2, 3])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await body?.read())?.value?.byteLength).toBeGreaterThan(0)
  await body?.cancel()
  expect(made).toBeLessThan(10_000)
})

test('?bom=1 puts a byte order mark in front', async () => {
  const [plain, marked] = await Promise.all(
    ['', '?bom=1'].map(async (query) => (await get(`/b/${bureau}.csv${query}`)).bytes()),
  )
  expect([...(marked ?? [])]).toEqual([0xef, 0xbb, 0xbf, ...(plain ?? [])])
})

test.for([
  // the file of a view, the answer of the API that it is
  [
    `/b/${bureau}.json`,
    `/series?bureau=${bureau}&figure=licences_decided,penalties_decided,requests_new.total`,
  ],
  [
    `/b/${bureau}.csv?from=2021&figure=completion_rate`,
    `/series.csv?bureau=${bureau}&figure=completion_rate&from=2021`,
  ],
  [`/b/${bureau}/2021.json`, `/reports/${bureau}/2021`],
  [
    `/compare.json?bureaus=${bureau},${other}`,
    `/series?bureau=${bureau},${other}&figure=licences_decided`,
  ],
  [
    `/compare.csv?bureaus=${other},${bureau}&figure=penalties_decided&to=2023`,
    `/series.csv?bureau=${other},${bureau}&figure=penalties_decided&to=2023`,
  ],
] as const)('%s is %s', async ([view, api]) => {
  const [file, answer] = await Promise.all([get(view), get(`/api/v1${api}`)])
  expect(file.status).toBe(200)
  expect(file.headers.get('content-type')).toBe(answer.headers.get('content-type'))
  expect(await file.text()).toBe(await answer.text())
})

test.for([
  ['/b/410307-0099.csv', 404],
  ['/b/410307-0099.svg', 404],
  ['/b/x.json', 400],
  [`/b/${bureau}.svg?figure=nothing`, 400],
  [`/b/${bureau}.svg?figure=procurement_amount`, 400],
  [`/b/${bureau}.csv?from=2024&to=2020`, 400],
  [`/b/${bureau}.csv?v=2001.1.0`, 404],
  [`/b/${bureau}.csv-metadata.json?v=2001.1.0`, 404],
  [`/b/${bureau}/2001.xlsx`, 404],
  ['/compare.csv', 400],
  [`/compare.svg?bureaus=${bureau}&mode=share`, 400],
] as const)('%s is a problem: %i', async ([path, status]) => {
  const response = await get(path)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})

test.for([`/b/${bureau}.pdf`, `/b/${bureau}/2021.pdf`, '/compare.txt', '/api/v1/series.ods'])(
  '%s is not there',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)

test.for([
  // path, texts in the picture
  [
    `/b/${bureau}.svg`,
    ['行政许可处理决定数量', '收录报告 4 / 5 份', '数据版本 7', '未收录', `/b/${bureau}<`],
  ],
  [
    `/b/${bureau}.svg?lang=en&figure=licences_decided&from=2023`,
    ['Licensing decisions', 'Reports in the collection: 2 / 2', 'data version 7'],
  ],
  [`/b/${bureau}.svg?from=2010&to=2011`, ['所选年份的报告均未收录']],
  [
    `/compare.svg?bureaus=${bureau},${other},${area}`,
    ['宿迁市人民政府', '各机关政府信息公开工作年度报告'],
  ],
  ['/b/000100-0001.svg', ['虚构示例']],
] as const)('%s is a picture that needs nothing beside it', async ([path, texts]) => {
  const response = await get(path)
  const svg = await response.text()
  expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'")
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720" height="\d+"/)
  expect(svg).toMatch(/<title id="title">[^<]+<\/title><desc id="desc">[^<]+<\/desc>/)
  expect(svg).not.toMatch(
    /<script|<style| style=|href=|url\(|@import|<image|<foreignObject| on\w+=/,
  )
  for (const text of texts) expect(svg).toContain(text)
})

const read = (path: string) => get(path).then((response) => response.bytes())

test('what is frozen stays byte for byte the same, and says where the newest is', async () => {
  const paths = [
    `/b/${bureau}.csv?v=${release}`,
    `/b/${bureau}.json?v=${release}`,
    `/b/${bureau}.svg?v=${release}`,
    `/b/${bureau}.xlsx?v=${release}&from=2021`,
    `/b/${bureau}/2024.csv?v=${release}`,
    `/compare.svg?v=${release}&bureaus=${bureau},${other}`,
    `/api/v1/cube.json-stat?v=${release}&bureau=${bureau},${other}`,
    `/api/v1/cube.json-stat?v=${release}`,
  ]
  const before = await Promise.all(paths.map(read))
  const live = await (await get(`/b/${bureau}.csv`)).text()
  await goOn()
  expect(await Promise.all(paths.map(read))).toEqual(before)
  expect(await (await get(`/b/${bureau}.csv`)).text()).not.toBe(live)
  const { headers } = await get(`/b/${bureau}.csv?from=2021&v=${release}&bom=1`)
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(headers.get('x-release')).toBe(release)
  expect(headers.get('x-data-version')).toBe('7')
  expect(headers.get('content-disposition')).toContain(`${bureau}-${release}.csv`)
  expect(headers.get('link')).toContain(`</b/${bureau}.csv?from=2021&bom=1>; rel="latest-version"`)
})

test('the dictionary is served whole, as every answer with what it is', async () => {
  const { meta, columns } = await getJson('/api/v1/columns.json')
  expect(meta).toMatchObject({ licence: expect.any(String), release: null })
  expect(columns.find(({ id }: { id: string }) => id === 'value')).toEqual({
    id: 'value',
    zh: '数值',
    en: 'Value',
    datatype: 'number',
    about: { zh: expect.any(String), en: expect.any(String) },
  })
})
