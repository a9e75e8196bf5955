import { applyD1Migrations, env, reset } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figure as figureOf, figures, isFigureId } from '#core/catalog/index.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import { connect } from '#worker/db/client.ts'
import { bureau } from '#worker/db/schema.ts'
import { groupOf, totalKeys } from '#worker/db/group.ts'
import { type Answer, draft, post, prepare } from './collection.ts'

/** Bureaus of one county, of its city, of a municipality, an area and a made-up one. */
const bureaus = ['410307-0001', '410307-0002', '320106-0001', '321300-0001', '000100-0001']
const cell = fc.oneof(
  fc.constant({ state: 'number', value: 0, raw: '0' }),
  fc.nat(900).map((value) => ({ state: 'number', value, raw: String(value) })),
  fc.constant({ state: 'blank', raw: '' }),
)
const fee = fc.oneof(
  fc.nat(99_999).map((n) => ({ state: 'number', value: n / 10_000, raw: String(n / 10_000) })),
  fc.constant({ state: 'na', raw: '/' }),
)

const report = fc.record({
  op: fc.constant('publish' as const),
  bureau: fc.constantFrom(...bureaus),
  year: fc.constantFrom(2023, 2024),
  tables: fc.constantFrom(
    { disclosure: '2021' },
    { disclosure: '2021', requests: '2019' },
    { disclosure: '2019', requests: null, reviews: 'any' },
  ),
  cells: fc.record(
    {
      licences_decided: cell,
      norms_valid: cell,
      fees_collected_wan: fee,
      'requests_new.total': cell,
      review_total: cell,
    },
    { requiredKeys: ['licences_decided'] },
  ),
})

const step = fc.oneof(
  { weight: 6, arbitrary: report },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('withdraw' as const), pick: fc.nat() }) },
  { weight: 2, arbitrary: fc.constant({ op: 'release' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function run(one: Step): Promise<void> {
  if (one.op === 'release') return void (await post('/releases', {}))
  if (one.op === 'withdraw') {
    const { results } = await all("SELECT id FROM revision WHERE state = 'published' ORDER BY id")
    const id = results[one.pick % Math.max(1, results.length)]?.['id']
    if (typeof id === 'number')
      await post(`/revisions/${id}/withdraw`, { reason: '报告被原机关撤回，等待重新发布' })
    return
  }
  const { tables } = one
  const cells = Object.fromEntries(
    Object.entries(one.cells).filter(([id]) => isFigureId(id) && figureOf(id).table in tables),
  )
  const stored = await post(
    '/revisions',
    draft({ bureau: { id: one.bureau }, year: one.year, tables, cells }),
  )
  const { revision }: Answer = await stored.json()
  if (revision.state !== 'draft') return
  const published = await post(`/revisions/${revision.id}/publish`, {
    accepted: '照原文刊载',
    reason: '原机关更正了报告中的数字',
  })
  expect(published.status).toBe(200)
}

const all = (query: string, ...values: unknown[]) =>
  env.DB.prepare(query)
    .bind(...values)
    .all()

/** Everything that is derived from what is public, as of now or as of a release. */
async function derived(seq?: number) {
  const when =
    seq === undefined ? 'until IS NULL' : `since <= ${seq} AND (until IS NULL OR until > ${seq})`
  const rows = async (columns: string, table: string) =>
    (await all(`SELECT ${columns} FROM ${table} WHERE ${when}`)).results
      .map((row) => JSON.stringify(row))
      .toSorted()
  const key = 'year, scope, depth, level, sector, division'
  return {
    figure: await rows('bureau, figure, year, value, state', 'figure'),
    group: await rows('bureau, figure, year, value, state', 'figure_group'),
    total: await rows(`figure, ${key}, sum, unassessable`, 'total'),
    received: await rows(
      `${key}, reports, disclosure_2019, disclosure_2021, requests_2019, requests_unknown, reviews`,
      'received',
    ),
  }
}

function never(message: string): never {
  throw new Error(message)
}

/** The sums, reckoned anew from the live figures and the roster. */
async function recomputed() {
  const places = await connect(env.DB).select().from(bureau)
  const keysOf = new Map(
    places.map((row) => [row.key, { group: groupOf(row), keys: totalKeys(groupOf(row)) }]),
  )
  const sums = new Map<string, { sum: number; unassessable: number; where: object }>()
  for (const row of (await all('SELECT * FROM figure WHERE until IS NULL')).results) {
    const entry = figures.find(({ key }) => key === row['figure'])
    if (entry === undefined || mayAdd(entry.id) !== null) continue
    const { group, keys } = keysOf.get(Number(row['bureau'])) ?? never('no such bureau')
    const unit = entry.id === 'fees_collected_wan' ? 1_000_000 : 1
    for (const [depth, level, sector, division] of keys) {
      const where = {
        figure: row['figure'],
        year: row['year'],
        scope: group.scope,
        depth,
        level,
        sector,
        division,
      }
      const at = JSON.stringify(where)
      const before = sums.get(at) ?? { sum: 0, unassessable: 0, where }
      sums.set(at, {
        where,
        sum: before.sum + Math.round(Number(row['value'] ?? 0) * unit),
        unassessable: before.unassessable + Number(row['state'] !== null),
      })
    }
  }
  return [...sums.values()]
    .filter(({ sum, unassessable }) => sum !== 0 || unassessable !== 0)
    .map(({ where, sum, unassessable }) => JSON.stringify({ ...where, sum, unassessable }))
    .toSorted()
}

test('after any publishing, amending, withdrawing and releasing, sums equal a recomputation', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      await reset()
      await applyD1Migrations(env.DB, env.MIGRATIONS)
      await prepare()
      const releases = new Map<number, Awaited<ReturnType<typeof derived>>>()
      for (const one of steps) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        await run(one)
        // oxlint-disable-next-line no-await-in-loop
        const seq = (await all('SELECT max(seq) AS seq FROM release')).results[0]?.['seq']
        // oxlint-disable-next-line no-await-in-loop
        if (typeof seq === 'number' && !releases.has(seq)) releases.set(seq, await derived())
      }
      const now = await derived()
      expect(now.total).toEqual(await recomputed())
      expect(now.group).toEqual(now.figure)
      const held = await all('SELECT count(*) AS n FROM report WHERE published IS NOT NULL')
      const counted = await all(
        'SELECT sum(reports) AS n FROM received WHERE depth = 0 AND level = 0 AND until IS NULL',
      )
      expect(counted.results[0]?.['n'] ?? 0).toBe(held.results[0]?.['n'])
      for (const [seq, then] of releases)
        // oxlint-disable-next-line no-await-in-loop
        expect(await derived(seq)).toEqual(then)
    }),
    { numRuns: 25 },
  )
}, 120_000)
