import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { connect } from '#worker/db/client.ts'
import { cutRelease } from '#worker/db/releases.ts'
import {
  type Answer,
  draft,
  get,
  getJson,
  number,
  post,
  prepare,
  publish,
  store,
} from './collection.ts'
import { noting, rowsRead, scans } from './noted.ts'

const db = connect(env.DB)
const reason = '原机关更正了报告中的数字'
const path = '/api/v1/reports'

const cut = async (): Promise<string> => (await cutRelease(db, new Date()))?.name ?? ''

const register = async (bureaus: readonly object[]): Promise<void> => {
  const own = { level: 'county', sector: 'other', scope: 'own', kind: 'bureau', aliases: [] }
  const response = await post('/bureaus', { bureaus: bureaus.map((one) => ({ ...own, ...one })) })
  if (!response.ok) throw new Error(await response.text())
}

/** All pages of a list, following its links. */
async function* pages(first: string): AsyncGenerator<Answer> {
  const asked = new Set<string>()
  for (let next: string | undefined = first; next !== undefined;) {
    if (asked.has(next)) throw new Error(`${next} leads to itself`)
    asked.add(next)
    // oxlint-disable-next-line no-await-in-loop
    const response = await get(next)
    // oxlint-disable-next-line no-await-in-loop
    const answer: Answer = await response.json()
    if (!response.ok) throw new Error(JSON.stringify(answer))
    yield answer
    next = /<(.*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
  }
}

const idOf = ({ bureau, year }: Answer): string => `${bureau.id}/${year}`

async function listed(query: string): Promise<string[]> {
  const all: string[] = []
  for await (const { reports } of pages(`${path}?${query}`)) all.push(...reports.map(idOf))
  return all
}

beforeAll(async () => {
  await prepare()
  await publish({ year: 2023, source: 'https://www.yanshi.gov.cn/2023.html' })
  await publish({ year: 2024, cells: { licences_decided: { state: 'na', raw: '/' } } })
  await publish({ bureau: { id: '320106-0001' }, year: 2024 })
  await publish({ bureau: { id: '000100-0001' }, year: 2024 })
  await store({ bureau: { id: '410307-0002' }, year: 2024 })
})

test('a report comes with all that it says, and with where it is from', async () => {
  const {
    meta,
    reports,
    next_cursor: next,
  } = await getJson(`${path}?division=410000&year=2024&limit=100`)
  const [{ figures, ...report }] = reports
  expect([reports.length, next]).toEqual([1, null])
  expect(report).toEqual({
    bureau: {
      id: '410307-0001',
      name: '偃师区甲局',
      name_en: null,
      division: { code: '410307', name: '偃师区', name_en: null },
      level: 'county',
      sector: 'other',
      scope: 'own',
      kind: 'bureau',
      made_up: false,
      years: [2023, 2024],
    },
    year: 2024,
    revision: 1,
    published_in: 2,
    published_at: expect.any(String),
    excerpt: false,
    accepted: null,
    source: { address: null, file_sha256: 'a'.repeat(64), published_on: null },
    tables: { disclosure: '2021' },
    aside: false,
    disputed: [],
  })
  expect(figures.licences_decided).toEqual({ value: null, state: 'na', raw: '/' })
  expect(figures.penalties_decided).toEqual({ value: null, state: 'absent' })
  expect(meta).toMatchObject({
    release: null,
    coverage: { expected: null, received: 1, missing_count: null },
    n_missing: Object.keys(figures).length,
  })
})

test('the file has a row for each figure of each report, and goes on where the list does', async () => {
  const query = 'limit=2&collection=real'
  const answer = await get(`${path}.csv?${query}`)
  const [head, ...rows] = (await answer.text()).trimEnd().split('\r\n')
  expect(head).toMatch(/^id,bureau,name,.*,version,source$/)
  const { reports, next_cursor: next } = await getJson(`${path}?${query}`)
  expect(rows.map((row) => row.split(',')[0])).toEqual(
    reports.flatMap((one: Answer) =>
      Object.keys(one.figures).map((figure) => `${one.bureau.id}/${one.year}/${figure}`),
    ),
  )
  expect(answer.headers.get('link')).toContain(`cursor=${next}`)
  // Whoever has the file alone sees that it is not all.
  expect(answer.headers.get('content-disposition')).toContain('"reports-part.csv"')
  const last = await get(`${path}.csv?${query}&cursor=${next}`)
  expect(last.headers.get('content-disposition')).toContain('"reports-part.csv"')
  const all = await get(`${path}.csv`)
  expect(all.headers.get('content-disposition')).toContain('"reports.csv"')
})

test('a figure that a broken sum is about is named', async () => {
  const cells = Object.fromEntries(
    ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => [
      `review_${result}`,
      number(result === 'total' ? 0 : 1),
    ]),
  )
  await publish({ bureau: { id: '321300-0001' }, tables: { reviews: 'any' }, cells }, '照原文刊载')
  const { reports } = await getJson(`${path}?division=321300`)
  expect(reports[0].disputed.toSorted()).toEqual(Object.keys(cells).toSorted())
})

test.for([
  // query, reports in their order
  ['', ['320106-0001/2024', '321300-0001/2024', '410307-0001/2023', '410307-0001/2024']],
  ['year=2023', ['410307-0001/2023']],
  ['collection=made-up', ['000100-0001/2024']],
  ['division=000100', ['000100-0001/2024']],
  ['division=320106', ['320106-0001/2024']],
  ['division=110000', []],
  ['year=2008', []],
] as const)('?%s lists what is public, whatever fits on a page', async ([query, ids]) => {
  expect(await listed(query)).toEqual(ids)
  expect(await listed(`${query}&limit=1`)).toEqual(ids)
})

test.for([
  // query, status
  ['v=2001.1.0', 404],
  ['division=999999', 404],
  ['year=24', 400],
  ['limit=101', 400],
  ['limit=0', 400],
  ['cursor=x', 400],
  ['cursor=410307.410307-0001.2024', 200],
  ['cursor=000000.000000-0000.0000', 200],
  ['nothing=1', 200],
] as const)('?%s is %i', async ([query, status]) => {
  expect((await get(`${path}?${query}`)).status).toBe(status)
})

/** Something changes before each release. */
let once = 1000

const four = ['410307-0001', '410307-0002', '320106-0001', '321300-0001'] as const

interface Step {
  readonly kind: 'publish' | 'withdraw' | 'rename' | 'move'
  readonly bureau: (typeof four)[number]
  readonly year: number
  readonly licences: number
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('publish', 'publish', 'withdraw', 'rename', 'move'),
  bureau: fc.constantFrom(...four),
  year: fc.constantFrom(2021, 2022, 2023, 2024),
  licences: fc.nat(99),
})

async function take({ kind, bureau, year, licences }: Step): Promise<void> {
  if (kind === 'rename' || kind === 'move') {
    const division = kind === 'move' ? (licences % 2 ? '410304' : '110101') : bureau.slice(0, 6)
    return register([{ id: bureau, division, name: `第${licences}局` }])
  }
  if (kind === 'withdraw') {
    const id = await env.DB.prepare(
      'SELECT r.published FROM report r JOIN bureau b ON b.key = r.bureau WHERE b.id = ? AND r.year = ?',
    )
      .bind(bureau, year)
      .first<number>('published')
    if (id !== null) await post(`/revisions/${id}/withdraw`, { reason })
    return
  }
  const id = await store({
    bureau: { id: bureau },
    year,
    cells: { licences_decided: number(licences) },
  })
  await post(`/revisions/${id}/publish`, { reason })
}

/** All pages of a release, province by province, while steps are taken between them; one report after the other. */
async function pagesOf(release: string, steps: readonly Step[]): Promise<string[]> {
  const waiting = [...steps]
  const reports: string[] = []
  for (const division of ['110000', '320000', '410000', '000000'])
    for await (const page of pages(`${path}?v=${release}&division=${division}&limit=2`)) {
      reports.push(...page.reports.map((one: Answer) => JSON.stringify(one)))
      const next = waiting.shift()
      if (next) await take(next)
    }
  for (const rest of waiting)
    // oxlint-disable-next-line no-await-in-loop
    await take(rest)
  return reports
}

test(
  'the provinces hold every report of a release once, whatever happens meanwhile',
  { timeout: 60_000 },
  async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 2, maxLength: 6 }),
      fc.array(step, { minLength: 6, maxLength: 10 }),
      async (before, meanwhile) => {
        for (const one of before)
          // oxlint-disable-next-line no-await-in-loop
          await take(one)
        await publish({ year: 2020, cells: { licences_decided: number(++once) } })
        const name = await cut()
        const held = [...(await listed('')), ...(await listed('collection=made-up'))]
        const first = await pagesOf(name, meanwhile)
        expect(first.map((text) => idOf(JSON.parse(text))).toSorted()).toEqual(held.toSorted())
        expect(await pagesOf(name, [])).toEqual(first)
      },
    )
    await fc.assert(property, { numRuns: 8 })
  },
)

test('a frozen page keeps its bytes when a bureau moves away; the live one does not have it any more', async () => {
  await register([{ id: '410307-0002', division: '410307', name: '偃师区乙局' }])
  await publish({ bureau: { id: '410307-0002' }, year: 2022 })
  const name = await cut()
  const frozen = `${path}?v=${name}&division=410000`
  const response = await get(frozen)
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const text = await response.text()
  await register([{ id: '410307-0002', division: '120101', name: '和平区乙局' }])
  expect(await (await get(frozen)).text()).toBe(text)
  expect(await listed('division=410000&year=2022')).not.toContain('410307-0002/2022')
  expect(await listed('division=120101&year=2022')).toEqual(['410307-0002/2022'])
})

test('of a release, smaller areas than a province are refused: ids do not tell them', async () => {
  const name = (await getJson('/api/v1/releases')).releases[0].name
  expect((await get(`${path}?v=${name}&division=410307`)).status).toBe(400)
  expect((await get(`${path}?v=${name}&division=410000`)).status).toBe(200)
})

test(
  'a full page takes 5 statements and 2,000 rows, and reads no table from end to end',
  { timeout: 60_000 },
  async () => {
    const ids = Array.from({ length: 110 }, (_, i) => `130102-${1000 + i}`)
    await register(ids.map((id, i) => ({ id, division: '130102', name: `长安区第${i}局` })))
    const { batch }: Answer = await (await post('/batches', { name: '各局' })).json()
    for (const year of [2022, 2023])
      for (let at = 0; at < ids.length; at += 50) {
        const reports = ids.slice(at, at + 50).map((id) => draft({ bureau: { id }, year }))
        // oxlint-disable-next-line no-await-in-loop
        expect((await post(`/batches/${batch}/reports`, { reports, publish: true })).status).toBe(
          200,
        )
      }
    const name = await cut()
    const { DB, statements } = noting()
    for (const query of [
      'year=2023&division=130000',
      `v=${name}&year=2023&division=130000`,
      `v=${name}&division=130000&cursor=130102.130102-1050.2022`,
      'division=130102',
    ]) {
      const before = statements.length
      // oxlint-disable-next-line no-await-in-loop
      const response = await app.request(`${path}?${query}`, {}, { ...env, DB })
      // oxlint-disable-next-line no-await-in-loop
      const { reports }: Answer = await response.json()
      const own = statements.slice(before)
      // oxlint-disable-next-line no-await-in-loop
      const rows = await rowsRead(own)
      expect([query, reports.length, own.length <= 5, rows <= 2000, rows]).toEqual([
        query,
        100,
        true,
        true,
        rows,
      ])
      // oxlint-disable-next-line no-await-in-loop
      expect(await scans(own.filter((one) => /FROM bureau LEFT/.test(one.query)))).toEqual([])
    }
  },
)
