import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { type Answer, get, getJson, number, prepare, publish } from './collection.ts'
import { publicRequests, routes } from './public-routes.ts'

beforeAll(async () => {
  await prepare()
  await publish({ source: 'https://www.yanshi.gov.cn/a.html' })
  await publish({ year: 2022, cells: { licences_decided: number(12) } })
  await publish({ bureau: { id: '000100-0001' } })
})

test('the catalogue is served whole', async () => {
  const { figures, meta } = await getJson('/api/v1/figures')
  expect(figures).toHaveLength(224)
  expect(meta).toMatchObject({ data_version: 3, licence: expect.any(String) })
})

test.for([
  // search, ids found
  ['q=偃师', ['410307-0001', '410307-0002']],
  ['q=偃师 乙局', ['410307-0002']],
  ['q=甲委', ['410307-0001']],
  ['q=bureau b', ['410307-0002']],
  ['q=没有', []],
  ['division=410000', ['410307-0001', '410307-0002']],
  ['division=320000', ['320106-0001', '321300-0001']],
  ['sector=other&limit=2', ['000100-0001', '320106-0001']],
  ['limit=2&after=320106-0001', ['321300-0001', '410307-0001']],
] as const)('bureaus?%s finds %j', async ([query, ids]) => {
  const { bureaus } = await getJson(`/api/v1/bureaus?${encodeURI(query)}`)
  expect(bureaus.map((bureau: Answer) => bureau.id)).toEqual(ids)
})

test('a list goes on where its link says', async () => {
  const response = await get('/api/v1/bureaus?limit=2')
  expect(response.headers.get('link')).toBe(
    '</api/v1/bureaus?limit=2&cursor=320106-0001>; rel="next"',
  )
  expect((await get('/api/v1/bureaus?limit=5')).headers.has('link')).toBe(false)
})

test('a bureau comes with its names and the years held', async () => {
  const { bureau } = await getJson('/api/v1/bureaus/410307-0001')
  expect(bureau).toMatchObject({
    name: '偃师区甲局',
    scope: 'own',
    made_up: false,
    years: [2022, 2024],
  })
  expect(bureau.names.map((name: Answer) => name.name)).toEqual(['偃师区甲局', '偃师区甲委'])
})

test('a report says where it is from', async () => {
  expect(await getJson('/api/v1/reports/410307-0001/2024')).toMatchObject({
    year: 2024,
    revision: 1,
    excerpt: false,
    accepted: null,
    source: { address: 'https://www.yanshi.gov.cn/a.html', file_sha256: 'a'.repeat(64) },
  })
})

test('a series has a point per report, and none for a year that is not held', async () => {
  const { series } = await getJson(
    '/api/v1/series?figure=licences_decided&bureau=410307-0001,410307-0002',
  )
  expect(series).toEqual([
    {
      bureau: '410307-0001',
      figure: 'licences_decided',
      points: [
        { year: 2022, value: 12, state: 'number', disputed: false },
        { year: 2024, value: 45, state: 'number', disputed: false },
      ],
    },
    { bureau: '410307-0002', figure: 'licences_decided', points: [] },
  ])
})

test('a range leaves the other years out', async () => {
  const { series } = await getJson(
    '/api/v1/series?figure=licences_decided&bureau=410307-0001&from=2023&to=2025',
  )
  expect(series[0].points.map((point: Answer) => point.year)).toEqual([2024])
})

test('the CSV has the same rows', async () => {
  const response = await get(
    '/api/v1/series.csv?figure=licences_decided,penalties_decided&bureau=410307-0001,000100-0001',
  )
  expect(response.headers.get('content-type')).toContain('text/csv')
  const [head, ...rows] = (await response.text()).trim().split('\r\n')
  expect(head).toBe(
    'id,bureau,name,division,scope,made_up,year,figure,label,unit,value,state,reason,numerator,denominator,low,high,check,edition,break,excerpt,aside,lineage,parts,version',
  )
  expect(
    rows.map((row) => row.split(',').filter((_, i) => [1, 5, 6, 7, 10, 11].includes(i))),
  ).toEqual([
    ['410307-0001', '', '2022', 'licences_decided', '12', 'number'],
    ['410307-0001', '', '2024', 'licences_decided', '45', 'number'],
    ['410307-0001', '', '2022', 'penalties_decided', '', 'absent'],
    ['410307-0001', '', '2024', 'penalties_decided', '', 'absent'],
    ['000100-0001', '虚构示例', '2024', 'licences_decided', '45', 'number'],
    ['000100-0001', '虚构示例', '2024', 'penalties_decided', '', 'absent'],
  ])
})

test('?bom=1 puts a byte order mark in front, for Excel', async () => {
  const bytes = await (await get('/b/410307-0001.csv?bom=1')).arrayBuffer()
  expect([...new Uint8Array(bytes).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test.for([
  // path, status, a part of the reason
  ['/api/v1/nothing', 404, 'no such route'],
  ['/api/v1/bureaus/410307-0099', 404, '410307-0099'],
  ['/api/v1/bureaus/x', 400, 'invalid parameter'],
  ['/api/v1/bureaus?limit=0', 400, 'invalid parameter'],
  ['/api/v1/reports/410307-0001/2023', 404, '未收录'],
  ['/api/v1/reports/410307-0001/23', 400, 'invalid parameter'],
  ['/api/v1/series?bureau=410307-0001', 400, 'invalid parameter'],
  ['/api/v1/series?figure=licences&bureau=410307-0001', 400, 'invalid parameter'],
  ['/api/v1/series?figure=licences_decided&bureau=410307-0099', 404, '410307-0099'],
  [
    '/api/v1/series?figure=licences_decided&bureau=410307-0001&from=2025&to=2020',
    400,
    'invalid parameter',
  ],
] as const)('%s is %i', async ([path, status, reason]) => {
  const response = await get(path)
  const problem: Answer = await response.json()
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(problem).toMatchObject({ type: 'about:blank', status, title: expect.any(String) })
  expect(problem.detail).toContain(reason)
  expect(response.status).toBe(status)
})

test.for([
  '/api/v1/figures',
  '/api/v1/bureaus',
  '/api/v1/series?figure=licences_decided&bureau=410307-0001',
  '/',
  '/b/410307-0001',
  '/b/410307-0001/2024',
  '/compare?bureaus=410307-0001',
  '/embed/b/410307-0001',
])('%s is not sent again to who has it', async (path) => {
  const first = await get(path)
  const etag = first.headers.get('etag') ?? ''
  expect(first.status).toBe(200)
  expect(first.headers.get('cache-control')).toContain('max-age=60')
  expect(etag).toMatch(/^".+"$/)
  const second = await get(path, { 'if-none-match': etag })
  expect(second.status).toBe(304)
  expect(await second.text()).toBe('')
})

test('a tag is good for its own address only', async () => {
  const etag = (await get('/b/410307-0001')).headers.get('etag') ?? ''
  expect((await get('/b/410307-9999', { 'if-none-match': etag })).status).toBe(404)
  expect((await get('/b/410307-0001?lang=en', { 'if-none-match': etag })).status).toBe(200)
})

test('a publish changes the tag', async () => {
  const before = (await get('/b/410307-0001')).headers.get('etag')
  await publish({ year: 2023 })
  expect((await get('/b/410307-0001')).headers.get('etag')).not.toBe(before)
})

test('anyone may read the API from anywhere, nobody may write from a page', async () => {
  const origin = { origin: 'https://example.com' }
  expect((await get('/api/v1/figures', origin)).headers.get('access-control-allow-origin')).toBe(
    '*',
  )
  const admin = await get('/api/v1/admin/revisions', origin)
  expect(admin.headers.get('access-control-allow-origin')).toBeNull()
})

/** Every route that writes. A route that is neither here nor among those of the public has no business being there. */
const writing = [
  'POST /api/v1/admin/bureaus',
  'GET /api/v1/admin/revisions',
  'POST /api/v1/admin/revisions',
  'PUT /api/v1/admin/revisions/:id/file',
  'POST /api/v1/admin/files/missing',
  'GET /api/v1/admin/revisions/:id',
  'GET /api/v1/admin/revisions/:id/diff',
  'POST /api/v1/admin/revisions/:id/publish',
  'POST /api/v1/admin/revisions/:id/verdicts',
  'POST /api/v1/admin/revisions/:id/withdraw',
  'POST /api/v1/admin/lineage',
  'POST /api/v1/admin/lineage/:id/remove',
  'POST /api/v1/admin/maintenance',
  'POST /api/v1/admin/releases',
  'POST /api/v1/admin/batches',
  'POST /api/v1/admin/batches/:id/reports',
  'POST /api/v1/admin/batches/:id/undo',
  'GET /api/v1/admin/releases/:release/files',
  'POST /api/v1/admin/releases/:release/files',
  'PUT /api/v1/admin/releases/:release/files/:path{.+}',
]

test('every route is known: the public may ask it, or it needs a token', () => {
  expect(routes.toSorted()).toEqual([...Object.keys(publicRequests), ...writing].toSorted())
})

test.for(writing.map((route) => [route] as const))(
  '%s answers nothing without a token',
  async ([route]) => {
    const [method = '', path = ''] = route.split(' ')
    const response = await app.request(
      path.replace(':id', '1').replace(':release', '2026.1.0').replace(':path{.+}', 'a.csv'),
      { method },
      env,
    )
    expect(response.status).toBe(401)
  },
)

test('what writes is nobody’s to frame, to keep or to read from elsewhere', async () => {
  for (const path of ['/api/v1/admin/revisions', '/api/v1/admin/nothing']) {
    // oxlint-disable-next-line no-await-in-loop
    const { headers } = await get(path, { origin: 'https://example.com' })
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('a slash too many leads to the page', async () => {
  const response = await get('/b/410307-0001/')
  expect(response.status).toBe(301)
  expect(new URL(response.headers.get('location') ?? '').pathname).toBe('/b/410307-0001')
})

test.for(['/', '/b/410307-0001', '/api/v1/figures', '/nothing', '/embed/b/410307-0001'])(
  '%s says what a browser may do with it',
  async (path) => {
    const { headers } = await get(path)
    const csp = headers.get('content-security-policy') ?? ''
    const embed = path.startsWith('/embed')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.has('set-cookie')).toBe(false)
    expect(headers.get('x-frame-options')).toBe(embed ? null : 'SAMEORIGIN')
    expect(csp).toMatch(
      embed
        ? /^default-src 'none'; img-src data:; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors \*$/
        : /^default-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'$/,
    )
  },
)
