import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { connect } from '#worker/db/client.ts'
import { declareRoster } from '#worker/db/rosters.ts'
import { ask, askJson, pages } from './area-routes.ts'
import { type Answer, post, prepare, publish } from './collection.ts'
import { noting, rowsRead } from './noted.ts'
import { bureau, collect } from './placed.ts'

const db = connect(env.DB)

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

/** Declares a roster whole, as a change of the roster does. */
const declare = (division: string | null, from: number) =>
  db.batch(declareRoster(db, { division, from }, 1))

test('nothing need be asked: the country in the newest year', async () => {
  await prepare()
  await publish()
  await publish({ year: 2023 })
  await publish({ bureau: { id: '000100-0001' }, year: 2025 })
  const { meta, query, coverage, year, division, next_cursor } = await askJson('/coverage')
  expect(query).toEqual({
    year: 2024,
    division: { code: null, name: '全国', name_en: 'The whole country' },
    collection: 'real',
    level: null,
    sector: null,
    scope: null,
  })
  expect(coverage).toEqual({
    expected: null,
    received: 1,
    reported: null,
    unlisted: null,
    missing_count: null,
    missing: null,
    reason: { zh: expect.stringContaining('名录'), en: expect.any(String) },
  })
  expect([meta.coverage, year, division, next_cursor]).toEqual([
    { expected: null, received: 1, missing_count: null },
    2024,
    null,
    null,
  ])
})

test('says who is missing, where a roster tells', async () => {
  await prepare()
  await declare('410307', 2020)
  await publish()
  const { meta, coverage, division } = await askJson('/coverage?division=410307')
  expect(coverage).toEqual({
    expected: 2,
    received: 1,
    reported: 1,
    unlisted: 0,
    missing_count: 1,
    missing: [
      {
        id: '410307-0002',
        name: '偃师区乙局',
        name_en: 'Bureau B',
        division: '410307',
        level: 'county',
        sector: 'other',
        scope: 'own',
      },
    ],
    reason: null,
  })
  expect([meta.coverage, division]).toEqual([
    { expected: 2, received: 1, missing_count: 1 },
    { code: '410307', name: '偃师区', name_en: null },
  ])
})

test('the made-up country has a roster of its own', async () => {
  await prepare()
  await declare('000000', 2020)
  await publish({ bureau: { id: '000100-0001' } })
  const { query, coverage } = await askJson('/coverage?collection=made-up')
  expect([query.division, query.year, coverage.expected, coverage.missing]).toEqual([
    { code: '000000', name: '虚构示例', name_en: 'Made-up example' },
    2024,
    1,
    [],
  ])
})

test('as of a release there are counts, and no names', async () => {
  await prepare()
  await declare('410307', 2020)
  await publish()
  const path = '/coverage?division=410307'
  const live = await askJson(path)
  const { release }: Answer = await (await post('/releases', {})).json()
  const frozen = () => ask(`${path}&v=${release.name}`).then((response) => response.text())
  const first = await frozen()
  expect(JSON.parse(first)).toEqual({
    ...live,
    meta: { ...live.meta, release: release.name, updated: release.at },
    coverage: {
      ...live.coverage,
      missing: null,
      reason: { zh: expect.stringContaining('不带 v'), en: expect.any(String) },
    },
  })
  await publish({ bureau: { id: '410307-0002' } })
  await publish({ bureau: { id: '410307-0002' }, year: 2025 })
  await env.DB.prepare("UPDATE division SET name = '新区' WHERE code = '410307'").run()
  expect(await frozen()).toBe(first)
})

test('pages are together the whole, and so are those of the file', async () => {
  await collect(
    Array.from({ length: 1203 }, (_, i) => ({ ...bureau, years: i % 3 === 0 ? [2024] : [] })),
  )
  await env.DB.prepare('UPDATE report SET spread = 1').run()
  await declare('410307', 2020)
  const all = await pages('/coverage?division=410307')
  const ids = all.flatMap(({ coverage }) => coverage.missing.map(({ id }: Answer) => id))
  expect([all.length, ids.length, new Set(ids).size]).toEqual([3, 802, 802])
  const files = await pages('/table/coverage?division=410307')
  expect(files.flatMap(({ rows }) => rows.map((row: Answer) => row.bureau))).toEqual(ids)
  expect(files[0].rows[0]).toEqual({
    year: 2024,
    bureau: '410307-0002',
    name: '410307-0002',
    name_en: null,
    division: '410307',
    level: 'county',
    sector: 'education',
    scope: 'own',
    version: 'd0',
  })
  expect(files[0].coverage).toEqual({ expected: 1203, received: 401, missing_count: 802 })
  const { DB, statements } = noting()
  await ask('/coverage?division=410307', DB)
  expect([statements.length, (await rowsRead(statements)) <= 2000]).toEqual([5, true])
})
