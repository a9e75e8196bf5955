import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { IndicatorId } from '#core/indicator/indicators.ts'
import { app } from '#worker/app.ts'
import { sha256 } from '#worker/auth/token.ts'
import { peerKey, spanOf } from '#worker/db/areas.ts'
import { selectPendingChange } from '#worker/db/changes.ts'
import { connect } from '#worker/db/client.ts'
import { selectAreaRates, selectRateTrend } from '#worker/db/rates.ts'
import { selectCountrySpread, selectGroupSpread } from '#worker/db/spreads.ts'
import { selectTotals } from '#worker/db/totals.ts'
import { type Answer, draft, number, prepare } from './collection.ts'
import { type Statement, noting, scans } from './noted.ts'
import { publicRequests, routes } from './public-routes.ts'

const { DB, statements } = noting()
const bindings = { ...env, DB, PUBLISH_FILES: '1' }

/** The statements of each route, as they were asked. */
const asked = new Map<string, Statement[]>()

/** Asks a route, by its pattern, for what is at the path; notes the statements. */
async function ask(route: string, path: string, init: RequestInit = {}): Promise<Response> {
  const before = statements.length
  const [method = ''] = route.split(' ')
  const response = await app.request(path, { method, ...init }, bindings)
  asked.set(route, [...(asked.get(route) ?? []), ...statements.slice(before)])
  return response
}

/** Writes as an administrator does; the answer. */
async function write(route: string, path: string, body: unknown): Promise<Answer> {
  const headers = { authorization: 'Bearer nt_test', 'content-type': 'application/json' }
  const init = route.startsWith('GET') ? {} : { body: JSON.stringify(body) }
  const [method, pattern] = route.split(' ')
  const response = await ask(`${method} /api/v1/admin${pattern}`, `/api/v1/admin${path}`, {
    headers,
    ...init,
  })
  const answer: Answer = await response.json()
  if (!response.ok) throw new Error(`${route}: ${JSON.stringify(answer)}`)
  return answer
}

const reason = '原机关更正了报告中的数字'
type Draft = Parameters<typeof draft>[0]

const store = async (other: Draft = {}): Promise<number> =>
  (await write('POST /revisions', '/revisions', draft(other))).revision.id
const publish = async (other: Draft = {}, accepted: string | null = null): Promise<number> => {
  const id = await store(other)
  await write('POST /revisions/:id/publish', `/revisions/${id}/publish`, { accepted, reason })
  return id
}

const release = () => write('POST /releases', '/releases', undefined)

const broken = {
  tables: { reviews: 'any' },
  cells: Object.fromEntries(
    ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => [
      `review_${result}`,
      number(result === 'total' ? 0 : 1),
    ]),
  ),
}

const requests = (carriedIn: number, carriedOut: number) => ({
  tables: { disclosure: '2021', requests: '2021' },
  cells: {
    licences_decided: number(carriedIn + 40),
    'requests_carried_in.total': number(carriedIn),
    'requests_carried_out.total': number(carriedOut),
  },
})

const bureau = {
  id: '410307-0003',
  division: '410307',
  name: '偃师区丙局',
  level: 'county',
  sector: 'health',
  scope: 'own',
  kind: 'bureau',
  aliases: ['偃师区丙委'],
}

const register = (entry: object): Promise<Answer> =>
  write('POST /bureaus', '/bureaus', { bureaus: [entry] })

/** New, renamed, moved while it has reports; created by a report. */
async function changeRoster(): Promise<void> {
  await register(bureau)
  await publish({ bureau: { id: bureau.id }, year: 2023 })
  await register({ ...bureau, name: '瀍河区丙局', division: '410304', sector: 'education' })
  await store({ bureau: { name: '偃师区新局', site: '410307' }, create: true, year: 2020 })
}

/** Every way that figures become public, change and go, before a release and after one. */
async function changeReports(): Promise<void> {
  for (const year of [2022, 2023, 2024])
    // oxlint-disable-next-line no-await-in-loop -- one year after the other
    await publish({ ...requests(2, 3), year }, '照原文刊载')
  await publish({ bureau: { id: '410307-0002' } })
  await publish({ bureau: { id: '000100-0001' } })
  await release()
  await publish({ ...requests(3, 3), year: 2024 }, '照原文刊载')
  await publish(
    { ...requests(3, 3), year: 2024, file: { name: 'b', sha256: 'b'.repeat(64) } },
    '照原文刊载',
  )
  await publish({ ...broken, year: 2021 }, '照原文刊载')
  const gone = await publish({ year: 2019 })
  await release()
  await write('POST /revisions/:id/withdraw', `/revisions/${gone}/withdraw`, { reason })
}

async function reviewDraft(): Promise<void> {
  const id = await store({ ...broken, year: 2018 })
  await write('GET /revisions', '/revisions', undefined)
  const { findings } = await write('GET /revisions/:id', `/revisions/${id}`, undefined)
  const verdict = { fingerprint: findings[0].fingerprint, verdict: 'accepted', reason }
  await write('GET /revisions/:id/diff', `/revisions/${id}/diff`, undefined)
  await write('POST /revisions/:id/verdicts', `/revisions/${id}/verdicts`, verdict)
}

async function bringInBatch(): Promise<void> {
  const { batch } = await write('POST /batches', '/batches', { name: '试点' })
  const reports = [2014, 2015, 2016].map((year) => draft({ year }))
  await write('POST /batches/:id/reports', `/batches/${batch}/reports`, { reports, publish: true })
  const undo = () => write('POST /batches/:id/undo', `/batches/${batch}/undo`, { reason })
  // oxlint-disable-next-line no-await-in-loop -- until nothing is left
  while (!(await undo()).done);
}

/** Public requests that were answered with something else than what they ask for. */
const failed: string[] = []

async function askPublic(): Promise<void> {
  for (const [route, paths] of Object.entries(publicRequests))
    for (const path of paths) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { status } = await ask(route, path)
      if (status !== 200) failed.push(`${path} ${status}`)
    }
}

async function tellLineage(): Promise<void> {
  const event = {
    kind: 'merged',
    on: '2024-03-01',
    document: '某政发〔2024〕1号',
    from: ['410307-0001', '410307-0002'],
    to: ['410307-0003'],
  }
  const { events } = await write('POST /lineage', '/lineage', { events: [event] })
  const id = events[0].id
  await askPublic()
  await write('POST /lineage/:id/remove', `/lineage/${id}/remove`, { reason })
}

async function keepFile(): Promise<void> {
  const id = await store({ year: 2017 })
  await write('POST /files/missing', '/files/missing', { hashes: ['c'.repeat(64)] })
  const headers = { authorization: 'Bearer nt_test' }
  const path = `/api/v1/admin/revisions/${id}/file`
  await ask('PUT /api/v1/admin/revisions/:id/file', path, { headers, body: 'another file' })
}

/** The files of a whole set: a readme, and what tools look for. */
async function makeSet(): Promise<void> {
  const path = '/api/v1/admin/releases/:release/files'
  const { releases }: Answer = await (await app.request('/api/v1/releases', {}, env)).json()
  const name = releases.at(-1).name
  const files = []
  for (const [file, body] of [
    ['README.md', '年图'],
    ['datapackage.json', '{"resources":[]}'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const hash = await sha256(body)
    const bytes = new TextEncoder().encode(body).length
    const headers = { authorization: 'Bearer nt_test', 'content-length': String(bytes) }
    const address = `/api/v1/admin/releases/${name}/files/${file}?sha256=${hash}`
    // oxlint-disable-next-line no-await-in-loop
    await ask(`PUT ${path}/:path{.+}`, address, { headers, body })
    files.push({ path: file, bytes, sha256: hash })
  }
  await write('POST /releases/:release/files', `/releases/${name}/files`, { files })
  await write('GET /releases/:release/files', `/releases/${name}/files`, undefined)
}

/** What an upgrade leaves to be done. */
async function maintain(): Promise<void> {
  await env.DB.prepare('UPDATE report SET spread = 0').run()
  await write('POST /maintenance', '/maintenance', undefined)
}

const indicators: readonly IndicatorId[] = ['disclosure_rate', 'refused_share']

/** Queries that no route asks yet. */
async function query(): Promise<void> {
  const db = connect(DB)
  const group = {
    scope: 0,
    ...peerKey({ level: 'county', sector: 'other' }),
    from: 0,
    to: 99_999_999,
  }
  const area = { scope: 0, ...peerKey({}), ...spanOf({ depth: 2, division: 41_030_000 }) }
  const totals = { figures: ['licences_decided'], years: [2023, 2024], scope: 'own' } as const
  for (const peers of [group, area])
    for (const measure of ['licences_decided', ...indicators] as const)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await selectGroupSpread(db, peers, { measure, year: 2024 })
  await selectCountrySpread(db, {
    measure: 'licences_decided',
    year: 2024,
    scope: 'own',
    release: 1,
  })
  await selectTotals(db, { ...totals, areas: { inside: null }, release: 1 })
  await selectTotals(db, {
    ...totals,
    areas: { inside: '410300' },
    level: 'county',
    sector: 'other',
  })
  await selectAreaRates(db, { ...totals, areas: { of: '410307' }, indicators })
  await selectRateTrend(db, { bureaus: [{ id: bureau.id, key: 1 }], indicators })
  await selectPendingChange(db, 1)
}

beforeAll(async () => {
  await prepare()
  await changeRoster()
  await changeReports()
  await reviewDraft()
  await bringInBatch()
  await keepFile()
  await makeSet()
  await maintain()
  await tellLineage()
  await query()
}, 60_000)

test('every route is asked, and answers', () => {
  expect(failed).toEqual([
    '/assets/nothing.js 404',
    '/f/nothing 404',
    '/b/410307-0001/2001 404',
    '/embed/nothing 404',
    '/data.json 302',
    '/api/v1/reports/410307-0001/2024/file 404',
  ])
  const silent = [
    'GET /assets/*',
    'GET /data.json',
    'GET /data/:release/:path{.+}',
    'GET /healthz',
    'GET /schema/:file',
  ]
  expect([...asked.keys()].toSorted()).toEqual(routes.toSorted())
  expect(
    [...asked].flatMap(([route, own]) => (own.length === 0 ? [route] : [])).toSorted(),
  ).toEqual(silent)
})

test.for([
  ['SELECT value FROM json_each(?)', 0],
  ['SELECT id FROM report WHERE bureau = ?', 0],
  ['SELECT r.id FROM (SELECT ?) x JOIN report AS r ON r.disclosure IS NULL', 1],
  ['SELECT count(*) FROM bureau_name WHERE name > ? || kind', 1],
  ['WITH report_of AS (SELECT ? AS a) SELECT a FROM report_of', 0],
  ['INSERT INTO "gram_count" (gram, n) SELECT name, ? FROM division_name', 1],
  [`INSERT INTO "division" (code, name) VALUES (?, '市')`, 0],
] as const)('%s reads %i table from end to end', async ([text, count]) => {
  expect(await scans([{ query: text, params: ['1'] }])).toHaveLength(count)
})

/** Every statement once. */
const distinct = (): Statement[] => [
  ...new Map(statements.map((statement) => [statement.query, statement])).values(),
]

test('no statement reads a table from end to end', async () => {
  expect(await scans(distinct())).toEqual([])
})

test('no statement compares by pattern, or binds more than D1 allows', () => {
  const all = distinct()
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter(({ query: text }) => /\b(?:LIKE|GLOB|REGEXP)\b/i.test(text))).toEqual([])
  expect(all.filter(({ params }) => params.length > 100)).toEqual([])
})

test.for(Object.entries(publicRequests))('%s asks at most 5 statements', async ([route, paths]) => {
  const counts = []
  for (const path of paths) {
    const before = statements.length
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await ask(route, path)
    counts.push([path, statements.length - before])
  }
  expect(counts.filter(([, count]) => Number(count) > 5)).toEqual([])
})
