import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '#worker/db/client.ts'
import { cutRelease, selectRelease } from '#worker/db/releases.ts'
import { selectReportsAsOf } from '#worker/db/reports.ts'
import { type Answer, get, getJson, number, post, prepare, publish, store } from './collection.ts'

const db = connect(env.DB)
const reason = '原机关更正了报告中的数字'

const post200 = async (path: string, body: unknown) => {
  const response = await post(path, body)
  if (!response.ok) throw new Error(await response.text())
}

/** Cuts a release and answers its name; empty where nothing changed. */
const cut = async () => (await cutRelease(db, new Date()))?.name ?? ''

/** Three releases, each with one report more. */
beforeAll(async () => {
  await prepare()
  for (const year of [2021, 2022, 2023]) {
    // oxlint-disable-next-line no-await-in-loop
    await publish({ year })
    // oxlint-disable-next-line no-await-in-loop
    await cut()
  }
})

test('releases are listed newest first, each with its place among the others', async () => {
  const { releases } = await getJson('/api/v1/releases')
  const names = releases.map(({ name }: Answer) => name)
  expect(names.length).toBeGreaterThan(2)
  const [newest, before] = releases
  const rest = await getJson(`/api/v1/releases?cursor=${newest.name}`)
  expect(rest.releases.map(({ name }: Answer) => name)).toEqual(names.slice(1))
  expect(await getJson(`/api/v1/releases/${newest.name}`)).toMatchObject({
    release: { ...newest, status: 'newest', before, superseded_by: null, newest },
  })
  expect(await getJson(`/api/v1/releases/${before.name}`)).toMatchObject({
    release: { ...before, status: 'superseded', superseded_by: newest, newest },
  })
  expect(await getJson(`/api/v1/releases/${names.at(-1)}`)).toMatchObject({
    release: { before: null },
  })
})

test('a new release is told to who has the list already', async () => {
  const { name } = (await getJson('/api/v1/releases')).releases[0]
  const paths = ['/api/v1/releases', `/api/v1/releases/${name}`]
  const held = await Promise.all(
    paths.map(async (path) => ({ path, etag: (await get(path)).headers.get('etag') ?? '' })),
  )
  const again = () =>
    Promise.all(
      held.map(async ({ path, etag }) => {
        return (await get(path, { 'if-none-match': etag })).status
      }),
    )
  expect(await again()).toEqual([304, 304])
  await publish({ year: 2019 })
  await cut()
  expect(await again()).toEqual([200, 200])
})

test('a sum that did not hold in a release still does not hold there', async () => {
  const parts = { review_upheld: number(1), review_corrected: number(0), review_other: number(0) }
  const bureau = { id: '321300-0001' }
  const of = (total: number) => ({
    bureau,
    tables: { reviews: 'any' } as const,
    cells: { ...parts, review_pending: number(0), review_total: number(total) },
  })
  const heads = async (name: string) => {
    const release = await selectRelease(db, name)
    const key = await env.DB.prepare('SELECT key FROM bureau WHERE id = ?')
      .bind(bureau.id)
      .first('key')
    const found =
      release && (await selectReportsAsOf(db, [Number(key)], { from: 2024, to: 2024 }, release))
    return found?.map(({ disputed, tables }) => ({ disputed, tables }))
  }
  await post200(`/revisions/${await store(of(3))}/publish`, { accepted: '原文如此' })
  const first = await cut()
  const broken = await heads(first)
  expect(broken).toEqual([{ disputed: expect.any(String), tables: { reviews: 'any' } }])
  await post200(`/revisions/${await store(of(1))}/publish`, { reason })
  const second = await cut()
  expect(await heads(first)).toEqual(broken)
  expect(await heads(second)).toEqual([{ disputed: null, tables: { reviews: 'any' } }])
})

const about = { bureau: { id: '320106-0001' }, cells: { licences_decided: number(7) } }

test('a frozen report stays byte for byte the same, and its release says what was withdrawn', async () => {
  const id = await store(about)
  await post200(`/revisions/${id}/publish`, {})
  const name = await cut()
  const path = `/api/v1/reports/320106-0001/2024?v=${name}`
  const first = await get(path)
  expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const text = await first.text()
  expect(JSON.parse(text)).toMatchObject({ meta: { release: name }, bureau: { id: '320106-0001' } })
  await post200(`/revisions/${id}/withdraw`, { reason })
  await post200('/bureaus', {
    bureaus: [
      {
        id: '320106-0001',
        division: '320106',
        name: '鼓楼区新名局',
        level: 'county',
        sector: 'other',
        scope: 'own',
        kind: 'bureau',
        aliases: [],
      },
    ],
  })
  expect(await (await get(path)).text()).toBe(text)
  expect((await get('/api/v1/reports/320106-0001/2024')).status).toBe(404)
  const { withdrawn } = await getJson(`/api/v1/releases/${name}`)
  expect(withdrawn).toEqual([
    { bureau: '320106-0001', year: 2024, revision: 1, reason, at: expect.any(String) },
  ])
  const again = await store({ ...about, cells: { licences_decided: number(8) } })
  await post200(`/revisions/${again}/publish`, { reason })
  expect((await getJson(`/api/v1/releases/${name}`)).withdrawn).toEqual([])
})

test.for([
  // path, status
  ['/releases/2020.1.0', 404],
  ['/releases/newest', 400],
  ['/releases?cursor=2020.1.0', 404],
  ['/releases/2020.1.0/changes', 404],
  ['/reports/410307-0001/2024?v=2020.1.0', 404],
  ['/reports/410307-0001/2024?v=x', 400],
] as const)('%s is %i', async ([path, status]) => {
  expect((await get(`/api/v1${path}`)).status).toBe(status)
})

test('changes are told from an earlier release to a later one only', async () => {
  const { releases } = await getJson('/api/v1/releases')
  const [newest, before] = releases.map(({ name }: Answer) => name)
  const response = await get(`/api/v1/releases/${before}/changes?from=${newest}`)
  expect(response.status).toBe(400)
  expect((await get(`/api/v1/releases/${newest}/changes?from=${newest}`)).status).toBe(400)
})
