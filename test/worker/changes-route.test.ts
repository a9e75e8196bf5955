import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { type Answer, get, getJson, number, post, prepare, publish } from './collection.ts'
import { allPages } from './pages.ts'

const reason = '原机关更正了报告中的数字'
const path = '/api/v1/changes'

beforeAll(async () => {
  await prepare()
  await publish({ year: 2023 })
  await publish({ bureau: { id: '410307-0002' } })
  await publish({ year: 2023, cells: { licences_decided: number(46) } })
  await publish({
    year: 2023,
    cells: { licences_decided: number(46) },
    file: { name: 'b.html', sha256: 'b'.repeat(64) },
  })
  const { id } =
    (await env.DB.prepare(
      'SELECT r.published AS id FROM report r JOIN bureau b ON b.key = r.bureau WHERE b.id = ?',
    )
      .bind('410307-0002')
      .first<{ id: number }>()) ?? {}
  await post(`/revisions/${id}/withdraw`, { reason })
  // A day each, at noon in UTC.
  await env.DB.prepare(
    "UPDATE publication SET at = printf('2026-01-%02dT12:00:00.000Z', version)",
  ).run()
})

const list = (query: string): Promise<Answer> => getJson(`${path}?${query}`)
const versions = ({ changes }: Answer): number[] =>
  changes.map(({ data_version: version }: Answer) => version)

const at = (day: number): string => `2026-01-0${day}T12:00:00.000Z`

test('everything that changed what is public, the newest first', async () => {
  const answer = await list('')
  const [first, second] = [
    { id: '410307-0001', name: '偃师区甲局', name_en: null },
    { id: '410307-0002', name: '偃师区乙局', name_en: 'Bureau B' },
  ]
  expect(answer.query).toEqual({ since: null, order: 'newest_first' })
  expect(answer.next_cursor).toBeNull()
  expect(answer.changes).toEqual([
    {
      data_version: 5,
      at: at(5),
      action: 'withdraw',
      bureau: second,
      year: 2024,
      revision: 1,
      reason,
    },
    {
      data_version: 4,
      at: at(4),
      action: 'replace',
      bureau: first,
      year: 2023,
      revision: 3,
      reason: null,
    },
    { data_version: 3, at: at(3), action: 'amend', bureau: first, year: 2023, revision: 2, reason },
    {
      data_version: 2,
      at: at(2),
      action: 'publish',
      bureau: second,
      year: 2024,
      revision: 1,
      reason: null,
    },
    {
      data_version: 1,
      at: at(1),
      action: 'publish',
      bureau: first,
      year: 2023,
      revision: 1,
      reason: null,
    },
  ])
})

test.for([
  // since, the data version that it is, changes from there on
  ['0', 0, [1, 2, 3, 4, 5]],
  ['3', 3, [4, 5]],
  ['5', 5, []],
  ['99', 99, []],
  ['2025-12-31', 0, [1, 2, 3, 4, 5]],
  ['2026-01-03', 2, [3, 4, 5]],
  ['2026-01-03T12:00:00Z', 2, [3, 4, 5]],
  ['2026-01-03T12:00:00.001Z', 3, [4, 5]],
  ['2026-01-03T20:00:00%2B08:00', 2, [3, 4, 5]],
  ['2026-01-03T20:01%2B08:00', 3, [4, 5]],
  ['2027-01-01', 5, []],
] as const)('since %s is after data version %i: %j', async ([since, start, changes]) => {
  const answer = await list(`since=${since}`)
  expect(answer.query).toEqual({ since: start, order: 'oldest_first' })
  expect(versions(answer)).toEqual(changes)
})

test.for([
  // query, all changes in their order
  ['limit=2', [5, 4, 3, 2, 1]],
  ['limit=5', [5, 4, 3, 2, 1]],
  ['limit=1&since=2', [3, 4, 5]],
  ['limit=2&since=2026-01-02', [2, 3, 4, 5]],
] as const)('all pages of ?%s are %j', async ([query, all]) => {
  const pages = await allPages(`${path}?${query}`)
  expect(pages.flatMap(versions)).toEqual(all)
})

test('the file has the same rows', async () => {
  const text = await (await get(`${path}.csv?limit=1`)).text()
  expect(text.trimEnd().split('\r\n')).toEqual([
    'change,at,action,bureau,name,made_up,year,revision,reason',
    `5,2026-01-05T12:00:00.000Z,withdraw,410307-0002,偃师区乙局,,2024,1,${reason}`,
  ])
})

test.for([
  'since=yesterday',
  'since=2026-13-01',
  'since=2026-01-03T12:00:00',
  'cursor=x',
  'v=2026.1.0',
])('?%s is 400', async (query) => {
  expect((await get(`${path}?${query}`)).status).toBe(400)
})

test('a ledger with gaps is as long as it is', async () => {
  await env.DB.prepare(
    `INSERT INTO publication (version, report, revision, action, at)
      SELECT 1000 + value * 7, report, revision, 'publish', printf('2026-02-01T%02d:%02d:00.000Z', value / 60, value % 60)
      FROM json_each('[${Array.from({ length: 600 }, (_, i) => i).join()}]'), (SELECT report, revision FROM publication WHERE version = 1)`,
  ).run()
  const { query } = await list('since=2026-02-01T05:00:00Z')
  expect(query.since).toBe(1000 + 299 * 7)
  const pages = await allPages(`${path}?limit=500`)
  expect(pages.flatMap(versions)).toEqual([
    ...Array.from({ length: 600 }, (_, i) => 1000 + (599 - i) * 7),
    5,
    4,
    3,
    2,
    1,
  ])
})
