import { applyD1Migrations, env, reset } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figure as figureOf, isFigureId } from '#core/catalog/index.ts'
import { type Answer, draft, post, prepare } from './collection.ts'
import { kept, recount } from './recount.ts'

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

/** A bureau moves to another place, level or sector, or another roster says so. */
const move = fc.record({
  op: fc.constant('move' as const),
  id: fc.constantFrom('410307-0001', '410307-0002', '320106-0001'),
  division: fc.constantFrom('410307', '410300', '110101'),
  level: fc.constantFrom('county', 'prefecture'),
  sector: fc.constantFrom('other', 'education'),
})

/** Two bureaus become one of them, or that is taken back. */
const merge = fc.record({
  op: fc.constant('merge' as const),
  to: fc.constantFrom('410307-0001', '410307-0002'),
  on: fc.constantFrom('2023-05-01', '2024-05-01', '2025-05-01'),
})

const step = fc.oneof(
  { weight: 2, arbitrary: move },
  { weight: 2, arbitrary: merge },
  { weight: 6, arbitrary: report },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('withdraw' as const), pick: fc.nat() }) },
  { weight: 2, arbitrary: fc.constant({ op: 'release' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Does it, and answers what must not have been refused. */
function run(one: Step): Promise<Response | undefined> {
  if (one.op === 'release') return post('/releases', {})
  if (one.op === 'move') return post('/bureaus', { bureaus: [rosterRow(one)] })
  if (one.op === 'merge') return mergeOrUndo(one)
  return one.op === 'withdraw' ? withdraw(one.pick) : publish(one)
}

const rosterRow = ({ id, division, level, sector }: Extract<Step, { op: 'move' }>) => ({
  id,
  division,
  level,
  sector,
  name: `${id}局`,
  scope: 'own',
  kind: 'bureau',
  aliases: [],
})

async function mergeOrUndo({ on, to }: Extract<Step, { op: 'merge' }>) {
  const known = (await all('SELECT id FROM lineage_event')).results[0]?.['id']
  if (typeof known === 'number') return post(`/lineage/${known}/remove`, { reason: '录入有误' })
  const from = ['410307-0001', '410307-0002']
  return post('/lineage', {
    events: [{ kind: 'merged', on, document: '机构改革方案', from, to: [to] }],
  })
}

async function withdraw(pick: number) {
  const { results } = await all("SELECT id FROM revision WHERE state = 'published' ORDER BY id")
  const id = results[pick % Math.max(1, results.length)]?.['id']
  return typeof id === 'number'
    ? post(`/revisions/${id}/withdraw`, { reason: '报告被原机关撤回，等待重新发布' })
    : undefined
}

async function publish(one: Extract<Step, { op: 'publish' }>) {
  const { tables, bureau: id, year } = one
  const cells = Object.fromEntries(
    Object.entries(one.cells).filter(
      ([name]) => isFigureId(name) && figureOf(name).table in tables,
    ),
  )
  const stored = await post('/revisions', draft({ bureau: { id }, year, tables, cells }))
  const { revision }: Answer = await stored.json()
  if (revision.state !== 'draft') return stored
  return post(`/revisions/${revision.id}/publish`, {
    accepted: '照原文刊载',
    reason: '原机关更正了报告中的数字',
  })
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

test('whatever is published, amended, withdrawn, moved, merged and released: what is kept equals a recomputation', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      await reset()
      await applyD1Migrations(env.DB, env.MIGRATIONS)
      await prepare()
      const releases = new Map<number, Awaited<ReturnType<typeof derived>>>()
      for (const one of steps) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        const response = await run(one)
        expect([undefined, 200, 201]).toContain(response?.status)
        // oxlint-disable-next-line no-await-in-loop
        const seq = (await all('SELECT max(seq) AS seq FROM release')).results[0]?.['seq']
        // oxlint-disable-next-line no-await-in-loop
        if (typeof seq === 'number' && !releases.has(seq)) releases.set(seq, await derived())
      }
      expect(await kept()).toEqual(await recount())
      for (const [seq, then] of releases)
        // oxlint-disable-next-line no-await-in-loop
        expect(await derived(seq)).toEqual(then)
    }),
    { numRuns: 25 },
  )
}, 120_000)
