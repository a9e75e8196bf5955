import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { app } from '#worker/app.ts'
import { type Answer, draft, number, post, prepare, publish, store } from './collection.ts'
import { noting, rowsRead } from './noted.ts'
import { publicRequests } from './public-routes.ts'

/** Bureaus of the same county and sector as the one that is asked for, by the numbers of their ids. */
async function register(from: number, count: number): Promise<void> {
  const bureaus = Array.from({ length: count }, (_, i) => ({
    id: `410307-${from + i}`,
    division: '410307',
    name: `偃师区第${from + i}局`,
    level: 'county',
    sector: 'other',
    scope: 'own',
    kind: 'bureau',
    aliases: [],
  }))
  expect((await post('/bureaus', { bureaus })).status).toBe(200)
}

/** Their reports on the same year. */
async function report(from: number, count: number): Promise<void> {
  const { batch }: Answer = await (await post('/batches', { name: '各局' })).json()
  const reports = Array.from({ length: count }, (_, i) =>
    draft({
      bureau: { id: `410307-${from + i}` },
      cells: { licences_decided: number(i), norms_valid: number(1) },
    }),
  )
  const response = await post(`/batches/${batch}/reports`, { reports, publish: true })
  const { results }: Answer = await response.json()
  expect(results.filter(({ kind }: Answer) => kind !== 'published')).toEqual([])
}

const paths = Object.values(publicRequests).flat()

/** Rows that each address reads. */
async function measure(): Promise<Map<string, number>> {
  const rows = new Map<string, number>()
  for (const path of paths) {
    const { DB, statements } = noting()
    // oxlint-disable-next-line no-await-in-loop -- one D1, one at a time
    await app.request(path, {}, { ...env, DB, PUBLISH_FILES: '1' })
    // oxlint-disable-next-line no-await-in-loop
    rows.set(path, await rowsRead(statements))
  }
  return rows
}

let before: ReadonlyMap<string, number> = new Map()
let after: ReadonlyMap<string, number> = new Map()

beforeAll(async () => {
  await prepare()
  await register(1001, 200)
  for (const year of [2022, 2023, 2024])
    // oxlint-disable-next-line no-await-in-loop -- one year after the other
    await publish({ year })
  await publish({ bureau: { id: '000100-0001' } })
  await post('/releases', {})
  await publish({ cells: { licences_decided: number(46) } })
  await report(1001, 50)
  await post('/releases', {})
  before = await measure()
  await register(1201, 400)
  await report(1201, 50)
  await report(1251, 50)
  after = await measure()
}, 120_000)

/** What a page of bureaus, an index or the depth of a table may differ by. */
const allowance = 20

/** Reports of the county and sector that is compared, and bureaus that a page looks at. */
const group = 152
/** Names and places of the bureaus of a page. */
const names = 3 * 100

/** What a whole group is needed for, and what looks at a page of the bureaus of an area. */
const needsGroup = (path: string): boolean =>
  /\/(?:ranking|spread)\.?|\/totals.*sector=|\/restatements.*division=|with=median/.test(path)

test.for(paths.filter(needsGroup))(
  '%s reads at most four rows for each of its group, and a page',
  (path) => {
    expect(after.get(path)).toBeLessThanOrEqual(4 * group + names)
  },
)

/** What tells how bureaus are spread: its counts have the more steps the more is held, within limits. */
const hasSteps = (path: string): boolean => path.startsWith('/f/')

test.for(paths.filter(hasSteps))('%s reads little at all', (path) => {
  expect(after.get(path)).toBeLessThanOrEqual(2000)
})

test.for(paths.filter((path) => !needsGroup(path) && !hasSteps(path)))(
  '%s reads no more where more is held, and little at all',
  (path) => {
    const [few, many] = [before.get(path) ?? 0, after.get(path) ?? 0]
    expect(many - few).toBeLessThanOrEqual(allowance)
    expect(many).toBeLessThanOrEqual(2000)
  },
)

const yearsOf = async (): Promise<unknown> => {
  const response = await app.request('/api/v1/bureaus/410307-0002', {}, env)
  const answer: Answer = await response.json()
  return answer.bureau.years
}

test('the years of a bureau are those of its public reports', async () => {
  const bureau = { id: '410307-0002' }
  expect(await yearsOf()).toEqual([])
  await publish({ bureau, year: 2024 })
  await publish({ bureau, year: 2020 })
  await publish({ bureau, year: 2020, cells: { licences_decided: number(1) } })
  expect(await yearsOf()).toEqual([2020, 2024])
  await store({ bureau, year: 2022 })
  expect(await yearsOf()).toEqual([2020, 2024])
  const published = await env.DB.prepare(
    'SELECT r.published FROM report r JOIN bureau b ON b.key = r.bureau WHERE b.id = ? AND r.year = 2024',
  )
    .bind(bureau.id)
    .first<number>('published')
  await post(`/revisions/${published}/withdraw`, { reason: '原机关撤回了这份报告' })
  expect(await yearsOf()).toEqual([2020])
})
