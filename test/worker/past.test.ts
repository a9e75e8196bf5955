import { applyD1Migrations, env, reset } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { sha256 } from '#worker/auth/token.ts'
import { selectBureau, selectBureausById, selectBureausByKey } from '#worker/db/bureaus.ts'
import { connect } from '#worker/db/client.ts'
import { selectRateTrend } from '#worker/db/rates.ts'
import { type Release, cutRelease, selectReleases } from '#worker/db/releases.ts'
import { selectTrend } from '#worker/db/series.ts'
import { type Answer, number, post, prepare, publish, store } from './collection.ts'

const db = connect(env.DB)
const reason = '原机关更正了报告中的数字'
const ids = ['410307-0001', '410307-0002'] as const

beforeAll(prepare)

/** A roster's line: 偃师区甲局, unless told otherwise. */
const line = (other: object = {}) => ({
  id: ids[0],
  division: '410307',
  name: '偃师区甲局',
  level: 'county',
  sector: 'other',
  scope: 'own',
  kind: 'bureau',
  aliases: [],
  ...other,
})

const send = async (path: string, body: unknown): Promise<Answer> => {
  const response = await post(path, body)
  expect(response.status).toBeLessThan(500)
  return response.json()
}

const cut = () => cutRelease(db, new Date())

/** What a report says: sums that hold, one that does not, tables of both forms. */
const contents = [
  { tables: { disclosure: '2021' }, cells: { licences_decided: number(45) } },
  {
    tables: { disclosure: '2019', requests: '2021' },
    cells: {
      licences_decided: { state: 'na', raw: '/' },
      'requests_new.natural_person': number(4),
      'requests_new.total': number(40),
    },
  },
  {
    tables: { disclosure: '2021', reviews: 'any' },
    cells: {
      review_upheld: number(1),
      review_corrected: number(0),
      review_other: number(0),
      review_pending: number(0),
      review_total: number(3),
    },
  },
] as const

const events = [
  { kind: 'created', on: '2022-03-01', document: '某编办〔2022〕1号', from: [], to: [ids[1]] },
  {
    kind: 'renamed',
    on: '2023-03-01',
    document: '某政发〔2023〕1号',
    from: [ids[0]],
    to: [ids[1]],
  },
  { kind: 'abolished', on: '2023-03-01', document: '某政发〔2023〕2号', from: [ids[0]], to: [] },
]

/** What may happen, as requests; those that make no sense at the moment are refused, and nothing happens. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({
        id: fc.constantFrom(...ids),
        name: fc.constantFrom('甲局', '乙局', '丙局'),
        nameEn: fc.constantFrom(null, 'Bureau A', 'Bureau B'),
        division: fc.constantFrom('410307', '410300', '410307Z01'),
        sector: fc.constantFrom('other', 'education'),
        level: fc.constantFrom('county', 'prefecture'),
        scope: fc.constantFrom('own', 'area'),
      })
      .map((own) => ({ kind: 'roster' as const, body: { bureaus: [line(own)] } })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      id: fc.constantFrom(...ids),
      year: fc.constantFrom(2021, 2022, 2023),
      content: fc.constantFrom(...contents),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...events).map((event) => ({ kind: 'lineage' as const, event })),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat() }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'release' as const }) },
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const anyOf = async (query: string, which: number): Promise<number | undefined> => {
  const { results } = await env.DB.prepare(query).all<{ id: number }>()
  return results[which % results.length]?.id
}

async function take(one: Step): Promise<void> {
  if (one.kind === 'roster') await send('/bureaus', one.body)
  if (one.kind === 'lineage') await send('/lineage', { events: [one.event] })
  if (one.kind === 'publish') {
    const id = await store({ bureau: { id: one.id }, year: one.year, ...one.content })
    await send(`/revisions/${id}/publish`, { reason, accepted: '原文如此' })
  }
  if (one.kind === 'withdraw') {
    const id = await anyOf("SELECT id FROM revision WHERE state = 'published'", one.which)
    if (id !== undefined) await send(`/revisions/${id}/withdraw`, { reason })
  }
  if (one.kind === 'undo') {
    const id = await anyOf('SELECT id FROM lineage_event', one.which)
    if (id !== undefined) await send(`/lineage/${id}/remove`, { reason })
  }
}

/** Bureaus, trends and rates, now or as of a release. */
async function told(release?: Release) {
  const found = await selectBureausById(db, ids, release)
  // Years are told of what is public now only.
  const bureaus = found.map((own) => ({ ...own, years: [] }))
  const asked = { bureaus, release, to: 2023 }
  return {
    bureaus,
    byKey: (await selectBureausByKey(db, [2, 1], release)).get(2)?.name,
    trend: await selectTrend(db, {
      ...asked,
      figures: ['licences_decided', 'requests_new.total', 'review_total'],
    }),
    rates: await selectRateTrend(db, {
      ...asked,
      indicators: ['natural_person_share', 'dispute_rate'],
    }),
  }
}

test(
  'every release tells for ever what was true when it was cut',
  { timeout: 60_000 },
  async () => {
    const zone = { id: '410307Z01-0001', division: '410307Z01', divisionName: '甲片区' }
    await send('/bureaus', { bureaus: [line(zone)] })
    await publish()
    const releases = new Map<Release, Awaited<ReturnType<typeof told>>>()
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 12 }),
      async (steps) => {
        for (const one of [...steps, { kind: 'release' as const }]) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await take(one)
          // oxlint-disable-next-line no-await-in-loop
          const release = one.kind === 'release' ? await cut() : undefined
          // oxlint-disable-next-line no-await-in-loop
          if (release) releases.set(release, await told())
        }
        // oxlint-disable-next-line no-await-in-loop
        for (const [release, then] of releases) expect(await told(release)).toEqual(then)
      },
    )
    await fc.assert(property, { numRuns: 10 })
    const pasts = await env.DB.prepare('SELECT count(*) AS n FROM bureau_past').first<Answer>()
    expect(pasts.n).toBeGreaterThan(5)
  },
)

test('a division that is given its English name later has none in earlier releases', async () => {
  const zone = { id: '410307Z01-0001', division: '410307Z01', divisionName: '甲片区' }
  const release = await cut()
  await send('/bureaus', { bureaus: [line({ ...zone, divisionNameEn: 'Zone A' })] })
  const nameEn = async (of?: Release) => (await selectBureau(db, zone.id, of))?.division.nameEn
  const [newest] = await selectReleases(db, 1)
  expect(await nameEn(release ?? newest)).toBe(null)
  expect(await nameEn()).toBe('Zone A')
})

test('what a release before these tables says of bureaus is what it says now', async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS.slice(0, 8))
  await env.DB.prepare("INSERT INTO token (name, hash, created_at) VALUES ('test', ?, '')")
    .bind(await sha256('nt_test'))
    .run()
  await send('/bureaus', { bureaus: [line(), line({ id: ids[1], name: '偃师区乙局' })] })
  await publish()
  await send('/lineage', { events: [events[0]] })
  const release = await cut()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  const names = async () =>
    (await selectBureausById(db, ids, release)).map(({ name, tenure }) => [name, tenure])
  const then = [
    ['偃师区甲局', { begins: null, ended: null, succeeded: false }],
    // Its lineage may be younger than the release.
    ['偃师区乙局', null],
  ]
  expect(await names()).toEqual(then)
  await send('/bureaus', { bureaus: ids.map((id) => line({ id, name: `新${id}` })) })
  await send('/lineage', { events: [events[1]] })
  expect(await names()).toEqual(then)
})
