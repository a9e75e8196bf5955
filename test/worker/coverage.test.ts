import { applyD1Migrations, env, reset } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { type Scope, levels } from '#core/roster/bureau.ts'
import type { Peers } from '#worker/db/areas.ts'
import { connect } from '#worker/db/client.ts'
import {
  type Coverage,
  type CoverageQuery,
  selectCoverage,
  selectMissing,
} from '#worker/db/coverage.ts'
import { type Area, areasOf } from '#worker/db/group.ts'
import { selectOutline } from '#worker/db/outline.ts'
import { declareRoster } from '#worker/db/rosters.ts'
import { post, prepare, publish } from './collection.ts'
import { type Placed, bureau, collect, idOf, isExpected, standsAside } from './placed.ts'

const db = connect(env.DB)
const empty = async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
}

beforeEach(empty)

/** Declares a roster whole, as a change of the roster does. */
const declare = (division: string | null, from: number | null, release = 1) =>
  db.batch(declareRoster(db, { division, from }, release))

const query: CoverageQuery = { year: 2024, division: null, scopes: ['own'] }
const covered = (own: Partial<CoverageQuery> = {}): Promise<Coverage> =>
  selectCoverage(db, { ...query, ...own })

const isKnown = async (own: Partial<CoverageQuery>) => (await covered(own)).roster !== null

/** The same counts as other answers tell them. */
async function outlined({ year, division, scopes, level, sector }: CoverageQuery) {
  const { depth, division: number } = smallest(division)
  const areas = [{ depth, from: number, to: number }]
  const kept = { scopes, peers: { level, sector }, areas }
  return (await selectOutline(db, { division, kept })).coverage?.(year)
}

/** Names of all pages. */
async function missing(own: Partial<CoverageQuery> = {}): Promise<string[]> {
  const names: string[] = []
  let cursor: string | null = null
  do {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const page = await selectMissing(db, { ...query, ...own }, cursor)
    names.push(...page.bureaus.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== null)
  return names
}

const counts = ({ received, roster }: Coverage) =>
  roster && [roster.expected, roster.reported, roster.missing, roster.unlisted, received]

test('without a roster that is whole nobody is expected, and nobody is missing', async () => {
  await collect([{ ...bureau, years: [2024] }, bureau])
  expect(await covered()).toEqual({ received: 1, roster: null })
  await declare('410300', 2020)
  expect(await covered()).toEqual({ received: 1, roster: null })
  expect(await covered({ division: '410307', year: 2019 })).toEqual({ received: 0, roster: null })
  expect(counts(await covered({ division: '410307' }))).toEqual([2, 1, 1, 0, 1])
})

// What a bureau of the roster is, and who is expected, has reported, is missing, unlisted, held in 2024.
test.for<readonly [string, Partial<Placed>, readonly number[]]>([
  ['has reported', { years: [2024] }, [1, 1, 0, 0, 1]],
  ['has not', { years: [2023] }, [1, 0, 1, 0, 0]],
  ['is in no roster, but has reported', { rostered: false, years: [2024] }, [0, 0, 0, 1, 1]],
  ['is in no roster', { rostered: false }, [0, 0, 0, 0, 0]],
  ['begins in this year', { begins: 2024 }, [1, 0, 1, 0, 0]],
  ['begins later', { begins: 2025 }, [0, 0, 0, 0, 0]],
  ['begins later, and its report stands aside', { begins: 2025, years: [2024] }, [0, 0, 0, 0, 0]],
  ['was merged into another', { ended: 2024, succeeded: true }, [0, 0, 0, 0, 0]],
  [
    'was merged, and its report stands aside',
    { ended: 2024, succeeded: true, years: [2024] },
    [0, 0, 0, 0, 0],
  ],
  ['is merged next year', { ended: 2025, succeeded: true }, [1, 0, 1, 0, 0]],
  ['was abolished', { ended: 2024 }, [0, 0, 0, 0, 0]],
  ['was abolished, and has still reported', { ended: 2024, years: [2024] }, [0, 0, 0, 1, 1]],
  ['came and went', { begins: 2024, ended: 2024 }, [0, 0, 0, 0, 0]],
])('a bureau that %s', async ([, own, expected]) => {
  await declare(null, 2008)
  await collect([{ ...bureau, ...own }])
  expect(counts(await covered())).toEqual(expected)
  expect(await missing()).toEqual(expected[2] === 1 ? ['410307-0001'] : [])
})

test('a declaration holds for the areas inside, from its year on, as of its release, until it is taken back', async () => {
  await collect([bureau, { ...bureau, division: '110101' }, { ...bureau, division: '000100' }])
  await declare('410000', 2020, 1)
  await declare('410000', 2022, 2)
  await declare('410000', 2022, 3)
  await declare('410000', null, 4)
  expect(
    await Promise.all([
      ...[1, 2, 3, 4].map((release) => isKnown({ division: '410307', year: 2021, release })),
      ...[1, 2, 3, 4].map((release) => isKnown({ division: '410300', year: 2022, release })),
      isKnown({ division: '410307' }),
      isKnown({ division: '110101', release: 2 }),
      isKnown({ release: 2 }),
    ]),
  ).toEqual([true, false, false, false, true, true, true, false, false, false, false])
  const { results } = await env.DB.prepare(
    'SELECT since, until, from_year FROM roster ORDER BY since',
  ).all()
  expect(results).toEqual([
    { since: 1, until: 2, from_year: 2020 },
    { since: 2, until: 4, from_year: 2022 },
  ])
})

test('the real country says nothing of the made-up one, nor the other way round', async () => {
  await collect([bureau, { ...bureau, division: '000100' }])
  await declare(null, 2020)
  expect([await covered({ division: '000100' }), await covered({ division: '000000' })]).toEqual([
    { received: 0, roster: null },
    { received: 0, roster: null },
  ])
  expect([counts(await covered()), await missing()]).toEqual([[1, 0, 1, 0, 0], ['410307-0001']])
  await declare(null, null)
  await declare('000000', 2020)
  expect([(await covered()).roster, counts(await covered({ division: '000100' }))]).toEqual([
    null,
    [1, 0, 1, 0, 0],
  ])
  expect(await missing({ division: '000100' })).toEqual(['000100-0002'])
})

const year = fc.constantFrom(2022, 2023, 2024)
const placed = fc
  .record<Placed>({
    division: fc.constantFrom(
      '410307',
      '410307Z02',
      '410300',
      '410300Z01',
      '419001',
      '410000',
      '110101',
      '000100',
    ),
    level: fc.constantFrom(...levels),
    sector: fc.constantFrom('culture_tourism', 'education'),
    scope: fc.constantFrom('own', 'area'),
    rostered: fc.boolean(),
    begins: fc.option(year),
    ended: fc.option(year),
    succeeded: fc.boolean(),
    years: fc.uniqueArray(year),
  })
  // A lineage lets nothing end before it begins.
  .filter(({ begins, ended }) => (begins ?? 0) <= (ended ?? 9999))

const areas = [null, '410307', '410307Z02', '410300', '419001', '410000', '110000', '000100']
const peers = fc.oneof(
  fc.constant({}),
  fc.record<Peers>({ level: fc.constantFrom(...levels) }),
  fc.record<Peers>({ sector: fc.constant('education') }),
  fc.record<Peers>({ level: fc.constantFrom(...levels), sector: fc.constant('education') }),
)

const smallest = (code: string | null): Area =>
  (code === null ? undefined : areasOf(code).at(-1)) ?? { depth: 0, division: 0 }

test('counts and names equal a recount of bureaus and reports', async () => {
  const asked = fc.record({
    division: fc.constantFrom(...areas),
    year,
    peers,
    scopes: fc.constantFrom<readonly Scope[]>(['own'], ['area'], ['own', 'area']),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(placed, { maxLength: 25 }),
      fc.array(asked, { minLength: 5, maxLength: 5 }),
      async (bureaus, questions) => {
        await empty()
        await collect(bureaus)
        await declare(null, 2008)
        await declare('000000', 2008)
        for (const { division, year: on, peers: own, scopes } of questions) {
          const area = smallest(division)
          const part: Peers = area.depth <= 1 ? own : {}
          const inside = [...bureaus.entries()].filter(
            ([, one]) =>
              areasOf(one.division).some(
                (at) => at.depth === area.depth && at.division === area.division,
              ) &&
              scopes.includes(one.scope) &&
              (part.level ?? one.level) === one.level &&
              (part.sector ?? one.sector) === one.sector,
          )
          const isHeld = (one: Placed) => one.years.includes(on) && !standsAside(one, on)
          const expected = inside.filter(([, one]) => isExpected(one, on))
          const gone = expected.filter(([, one]) => !isHeld(one))
          const held = inside.filter(([, one]) => isHeld(one))
          const asking = { division, year: on, scopes, ...part }
          // oxlint-disable-next-line no-await-in-loop -- few, and in order
          expect(counts(await covered(asking))).toEqual([
            expected.length,
            expected.length - gone.length,
            gone.length,
            held.length - expected.length + gone.length,
            held.length,
          ])
          // oxlint-disable-next-line no-await-in-loop
          expect(await outlined(asking)).toEqual({
            received: held.length,
            expected: expected.length,
            missing: gone.length,
          })
          // oxlint-disable-next-line no-await-in-loop
          expect((await missing(asking)).toSorted()).toEqual(
            gone.map(([i, one]) => idOf(one, i)).toSorted(),
          )
        }
      },
    ),
    { numRuns: 12 },
  )
}, 120_000)

test('a page reads few rows, and names are many pages long', async () => {
  await collect(
    Array.from({ length: 1203 }, (_, i) => ({ ...bureau, years: i % 3 === 0 ? [2024] : [] })),
  )
  await declare('410307', 2020)
  expect(counts(await covered({ division: '410307' }))).toEqual([1203, 401, 802, 0, 401])
  const first = await selectMissing(db, { ...query, division: '410300' }, null)
  expect([first.bureaus.length, first.next]).toEqual([333, '410307.410307-0500'])
  expect((await missing({ division: '410300' })).length).toBe(802)
  const { meta } = await env.DB.prepare(
    `SELECT b.*, EXISTS (SELECT 1 FROM report r WHERE r.bureau = b.key AND r.year = 2024 AND r.published IS NOT NULL)
      FROM bureau b WHERE (division, id) > ('410307', '410307-0500') AND division < '410308' ORDER BY division, id LIMIT 500`,
  ).all()
  expect(meta.rows_read).toBeLessThanOrEqual(2000)
})

const nowInYanshi = async () => counts(await covered({ division: '410307' }))

test('rosters, lineage and publishing keep the counts', async () => {
  await prepare()
  await declare('410307', 2020)
  await publish()
  await publish({ bureau: { name: '偃师区教育局', division: '410307' }, create: true })
  expect(await nowInYanshi()).toEqual([2, 1, 1, 1, 2])

  const third = { id: '410307-0003', division: '410307', name: '偃师区教育局', aliases: [] }
  const kind = { level: 'county', sector: 'education', scope: 'own', kind: 'bureau' }
  expect((await post('/bureaus', { bureaus: [{ ...third, ...kind }] })).status).toBe(200)
  expect(await nowInYanshi()).toEqual([3, 2, 1, 0, 2])

  const event = { on: '2024-05-01', document: '偃政〔2024〕1号' }
  const [one, two] = ['410307-0001', '410307-0002']
  const merger = { ...event, kind: 'merged', from: [one, two], to: [one] }
  expect((await post('/lineage', { events: [merger] })).status).toBe(200)
  expect(await nowInYanshi()).toEqual([2, 2, 0, 0, 2])
  await publish({ bureau: { id: two } })
  expect([await nowInYanshi(), await missing({ division: '410307' })]).toEqual([
    [2, 2, 0, 0, 2],
    [],
  ])

  const end = { ...event, kind: 'abolished', from: [third.id], to: [] }
  expect((await post('/lineage', { events: [end] })).status).toBe(200)
  expect(await nowInYanshi()).toEqual([1, 1, 0, 1, 2])
})
