import { applyD1Migrations, createScheduledController, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { connect } from '#worker/db/client.ts'
import { cutRelease, selectReleases } from '#worker/db/releases.ts'
import { selectCountrySpread } from '#worker/db/spreads.ts'
import worker from '#worker/index.ts'
import { type Answer, get, getJson, number, post, prepare, publish } from './collection.ts'
import { noting } from './noted.ts'
import { publicRequests } from './public-routes.ts'

// What is public stays whole, and says so, while an upgrade has left reports that are in no sum yet.

const db = connect(env.DB)

/** What the reports are brought into. */
const derived = ['total', 'received', 'holding', 'figure_group', 'histogram', 'finding'] as const

/** As a version left it that had no sums: two reports, of which one has been brought in since. */
async function fallBehind(): Promise<void> {
  await publish({ year: 2024 })
  await env.DB.batch([
    ...derived.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
    env.DB.prepare('UPDATE report SET counted = 0, spread = 0'),
  ])
  await publish({
    year: 2024,
    bureau: { id: '410307-0002' },
    cells: { licences_decided: number(5) },
  })
}

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  await prepare()
  await fallBehind()
})

const tick = (cron: string) =>
  worker.scheduled(
    createScheduledController({ cron, scheduledTime: new Date('2027-06-01T18:30:00Z') }),
    env,
  )

const releases = async () => (await selectReleases(db, 10)).map(({ name }) => name)

/** Reports and licences of the country, as a release has them. */
const heldIn = async (release: number): Promise<unknown[]> => {
  const own = `depth = 0 AND level = 0 AND year = 2024 AND since <= ${release}
    AND (until IS NULL OR until > ${release})`
  const [received, total] = await env.DB.batch<Answer>([
    env.DB.prepare(`SELECT reports FROM received WHERE ${own}`),
    env.DB.prepare(`SELECT sum FROM total WHERE figure = 7 AND ${own}`),
  ])
  return [received?.results, total?.results]
}

const all = [[{ reports: 2 }], [{ sum: 50 }]]

test('no release is cut, by nobody', async () => {
  expect(await cutRelease(db, new Date())).toBeUndefined()
  const response = await post('/releases', {})
  const { detail }: Answer = await response.json()
  expect([response.status, detail]).toEqual([409, expect.stringContaining('admin/maintenance')])
  expect(await releases()).toEqual([])
})

test('once all is brought in, a release may be cut, and is whole', async () => {
  await tick('*/10 * * * *')
  expect((await post('/releases', {})).status).toBe(201)
  expect(await heldIn(1)).toEqual(all)
})

// The event, and the releases after it.
test.for([
  ['30 18 * * *', ['2027.1.0']],
  ['*/10 * * * *', []],
] as const)('the clock brings in first, and then cuts what is whole: %s', async ([cron, names]) => {
  await tick(cron)
  expect([await releases(), await heldIn(1)]).toEqual([names, all])
})

test('coverage is not told, and comes back', async () => {
  const response = await get('/api/v1/coverage?year=2024')
  const problem: Answer = await response.json()
  expect([response.status, response.headers.get('retry-after'), problem.detail]).toEqual([
    503,
    '600',
    expect.stringContaining('come back later'),
  ])
  expect([
    response.headers.get('cache-control'),
    response.headers.get('content-type'),
    response.headers.get('etag'),
  ]).toEqual(['no-store', 'application/problem+json; charset=utf-8', null])
  await tick('*/10 * * * *')
  expect((await getJson('/api/v1/coverage?year=2024')).coverage.received).toBe(2)
})

test.for([
  ['zh', '正在整理，数字稍后可用'],
  ['en', 'Counts are being prepared; come back later'],
] as const)('in %s the home page has a sentence for its counts', async ([lang, sentence]) => {
  const path = `/?lang=${lang}`
  const first = await get(path)
  const html = await first.text()
  expect([html.includes('class="counts"'), html.includes(sentence)]).toEqual([false, true])
  await tick('*/10 * * * *')
  const etag = first.headers.get('etag') ?? ''
  const then = await (await get(path, { 'if-none-match': etag })).text()
  expect([then.includes('class="counts"'), then.includes(sentence)]).toEqual([true, false])
})

const spread = (release?: number) =>
  selectCountrySpread(db, { measure: 'licences_decided', year: 2024, scope: 'own', release })

// Whether the version that cut the release kept an audit log, and with it histograms.
test.for([
  [
    0,
    {
      n: null,
      zeros: null,
      percentiles: null,
      reason: { en: expect.stringContaining('No spread was kept') },
    },
  ],
  [7, { n: 1, zeros: 0, reason: { en: expect.stringContaining('Fewer than') } }],
] as const)(
  'of a release up to log entry %i, the spread is told as it was kept',
  async ([log, expected]) => {
    await env.DB.prepare(
      "INSERT INTO release (seq, name, data_version, at, log) VALUES (1, '2026.1.0', 1, '', ?)",
    )
      .bind(log)
      .run()
    expect(await spread(1)).toMatchObject(expected)
    expect(await spread()).toMatchObject({ n: null, zeros: null, percentiles: null })
  },
)

const fromDerived = new RegExp(
  String.raw`\b(?:FROM|JOIN) "?(${derived.join('|')}|restatement)\b`,
  'g',
)

/** Public routes that answer with what they find in those tables, and which. */
async function tellers(): Promise<string[]> {
  const { DB, statements } = noting()
  const found = new Set<string>()
  for (const [route, paths] of Object.entries(publicRequests))
    // What a release holds is whole.
    for (const path of paths.filter((one) => !/[?&]v=/.test(one))) {
      statements.length = 0
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { status } = await app.request(path, {}, { ...env, DB, PUBLISH_FILES: '1' })
      const texts = status === 503 ? [] : statements.map(({ query }) => query)
      for (const [, table] of texts.flatMap((text) => [...text.matchAll(fromDerived)]))
        found.add(`${route} ${table}`)
    }
  return [...found].toSorted()
}

test('no public route makes anything of what is not whole', async () => {
  const silent = [
    // Which years are held at all, as the span of the data; who has reported is told when it is known.
    'GET /api/v1/catalogue.jsonld received',
    'GET /api/v1/dataset.jsonld received',
    'GET /api/v1/reports received',
    'GET /api/v1/reports.csv received',
    'GET /api/v1/reports.xlsx received',
    // The page of a bureau marks what the next report says otherwise; where nobody looked yet, it marks nothing.
    'GET /b/:bureau restatement',
  ]
  expect(await tellers()).toEqual(silent.toSorted())
  await tick('*/10 * * * *')
  const whole = ['GET / received', 'GET /api/v1/coverage received']
  expect(await tellers()).toEqual(expect.arrayContaining([...whole, ...silent]))
})
