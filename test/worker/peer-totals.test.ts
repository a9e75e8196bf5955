import { applyD1Migrations, env, reset } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { mayAdd } from '#core/indicator/addition.ts'
import type { Peers } from '#worker/db/areas.ts'
import { connect } from '#worker/db/client.ts'
import { areasOf } from '#worker/db/group.ts'
import { declareRoster } from '#worker/db/rosters.ts'
import { type TotalQuery, selectTotals } from '#worker/db/totals.ts'
import { type HeldReport, hold, metered } from './held.ts'

const db = connect(env.DB)
const empty = async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
}
beforeEach(empty)

const query: TotalQuery = {
  figures: ['licences_decided'],
  years: [2024],
  scope: 'own',
  areas: { of: '410307' },
}
const licences = (value: number | 'blank', own: Partial<HeldReport> = {}): HeldReport => ({
  ...own,
  stated: { licences_decided: value },
})

// What is held, what is asked beside; sum, whether it is a least, why there is none.
test.for<readonly [string, readonly HeldReport[], Partial<TotalQuery>, readonly unknown[]]>([
  ['a sum of which nobody knows who is missing', [licences(3), licences(4)], {}, [7, true, null]],
  ['a report without a number', [licences(3), licences('blank')], {}, [3, true, null]],
  [
    'a report without the table',
    [licences(3), { tables: { requests: '2021' }, stated: {} }],
    {},
    [3, true, null],
  ],
  [
    'a report of the other form, which has no such figure',
    [{ stated: { fees_collected_wan: 0.1 } }, { tables: { disclosure: '2019' }, stated: {} }],
    { figures: ['fees_collected_wan'] },
    [0.1, true, null],
  ],
  [
    'what may not be added up',
    [{ stated: { norms_valid: 3 } }],
    { figures: ['norms_valid'] },
    [null, false, mayAdd('norms_valid')],
  ],
  [
    'no number at all',
    [licences('blank')],
    {},
    [null, false, { zh: '没有一份报告在此项填有数字', en: 'No report states a number here' }],
  ],
  ['zeros', [licences(0), licences(0)], {}, [0, true, null]],
])('%s', async ([, reports, own, expected]) => {
  await hold(reports)
  const asked = { ...query, ...own }
  for (const part of [{}, { level: 'county', sector: 'education' }] as const) {
    // oxlint-disable-next-line no-await-in-loop -- kept, then read
    const [total] = await selectTotals(db, { ...asked, ...part })
    expect([total?.sum, total?.atLeast, total?.reason]).toEqual(expected)
  }
})

test('a sum is a least unless a roster knows that nobody is missing', async () => {
  await hold([licences(3)])
  await env.DB.prepare(
    `INSERT INTO expected (year, scope, depth, level, sector, division, since, change)
      SELECT 0, 0, value ->> 0, 0, 0, value ->> 1, 1, 2 FROM json_each(?)`,
  )
    .bind(JSON.stringify(areasOf('410307').map(({ depth, division }) => [depth, division])))
    .run()
  await env.DB.prepare('UPDATE received SET listed = reports').run()
  const total = async (own: Partial<TotalQuery> = {}) => {
    const [one] = await selectTotals(db, { ...query, ...own })
    return [one?.sum, one?.atLeast, one?.missing]
  }
  expect(await total()).toEqual([3, true, null])
  await db.batch(declareRoster(db, { division: '410000', from: 2024 }, 1))
  expect(await total()).toEqual([3, true, 1])
  expect(await total({ areas: { inside: '410300' } })).toEqual([3, true, 1])
  expect(await total({ areas: { inside: null } })).toEqual([3, true, 1])
  expect(await total({ areas: { of: null } })).toEqual([3, true, null])
  await env.DB.prepare('UPDATE expected SET change = 1').run()
  expect(await total()).toEqual([3, false, 0])
})

const report = fc.record({
  division: fc.constantFrom(
    '410307',
    '410307Z02',
    '410308',
    '410300',
    '410300Z01',
    '419001',
    '410000',
    '110101',
    '110000',
    '000100',
  ),
  level: fc.constantFrom('province', 'prefecture', 'county'),
  sector: fc.constantFrom('education', 'health'),
  scope: fc.constantFrom('own', 'area'),
  year: fc.constantFrom(2023, 2024),
  tables: fc.constantFrom<NonNullable<HeldReport['tables']>[]>(
    { disclosure: '2021' },
    { disclosure: '2019' },
    { disclosure: null },
    { requests: '2021' },
  ),
  value: fc.oneof(fc.nat(50), fc.constant<'blank'>('blank')),
})

type Made = typeof report extends fc.Arbitrary<infer T> ? T : never

/** Which of the areas that are asked for a division lies in: the one itself, or one directly inside. */
function placeIn(code: string, areas: TotalQuery['areas']): number | undefined {
  const asked = 'of' in areas ? areas.of : areas.inside
  const whole = asked === null ? undefined : areasOf(asked).at(-1)
  const { depth, division } = whole ?? { depth: 0, division: 0 }
  const around = areasOf(code)
  const at = around.findIndex((area) => area.depth === depth && area.division === division)
  return at === -1 ? undefined : around['of' in areas ? at : at + 1]?.division
}

interface Sums {
  sum: number
  reports: number
  unassessable: number
  held: number
}

/** Adds up what reports state, by year and area. */
function recount(reports: readonly Made[], { areas, scope, level, sector }: TotalQuery) {
  const parts = new Map<string, Sums>()
  const own = reports.filter(
    (one) =>
      one.scope === scope &&
      (level ?? one.level) === one.level &&
      (sector ?? one.sector) === one.sector,
  )
  for (const { division, year, tables, value } of own) {
    const place = placeIn(division, areas)
    if (place === undefined) continue
    const key = `${year} ${place}`
    const sums = parts.get(key) ?? { sum: 0, reports: 0, unassessable: 0, held: 0 }
    const has = tables.disclosure !== undefined
    sums.held += 1
    sums.reports += Number(has)
    sums.unassessable += Number(has && value === 'blank')
    sums.sum += has && value !== 'blank' ? value : 0
    parts.set(key, sums)
  }
  return Object.fromEntries(parts)
}

const asked = fc.record({
  areas: fc.oneof(
    fc
      .constantFrom(null, '410307', '410300', '419001', '410000', '110000', '110101')
      .map((of) => ({ of })),
    fc.constantFrom(null, '410307', '410300', '410000', '110000').map((inside) => ({ inside })),
  ),
  scope: fc.constantFrom<'own' | 'area'>('own', 'area'),
  peers: fc.constantFrom<Peers[]>(
    {},
    { level: 'county' },
    { sector: 'education' },
    { level: 'county', sector: 'health' },
  ),
})

test('kept or read, sums of levels and sectors equal a recount', async () => {
  const questions = fc.array(asked, { minLength: 8, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.array(report, { maxLength: 30 }), questions, async (reports, all) => {
      await empty()
      await hold(
        reports.map(({ value, ...own }) =>
          licences(own.tables.disclosure === undefined ? 0 : value, own),
        ),
      )
      for (const { areas, scope, peers } of all) {
        const own = { ...query, years: [2023, 2024], areas, scope, ...peers }
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const totals = await selectTotals(db, own)
        const found = totals.map(({ year, division, sum, reports: n, unassessable, held }) => [
          `${year} ${division}`,
          { sum: sum ?? 0, reports: n, unassessable, held },
        ])
        expect(Object.fromEntries(found)).toEqual(recount(reports, own))
      }
    }),
    { numRuns: 15 },
  )
}, 120_000)

/** What sums cost. */
const costOf = async (own: Partial<TotalQuery>) => {
  const { db: d1, cost } = metered()
  await selectTotals(d1, { ...query, ...own })
  return cost
}

test('three statements and few rows where sums are kept, two and the group where they are read', async () => {
  const places = ['410307', '410308', '320106', '110101', '410300']
  await hold(Array.from({ length: 100 }, (_, i) => licences(i, { division: places[i % 5] ?? '' })))
  const kept = await costOf({ areas: { inside: null } })
  expect([kept.statements, kept.rowsRead <= 30]).toEqual([3, true])
  const level = await costOf({ areas: { inside: null }, level: 'county' })
  expect([level.statements, level.rowsRead <= 400]).toEqual([3, true])
  const read = await costOf({
    areas: { inside: '410300' },
    level: 'county',
    sector: 'education',
  })
  expect([read.statements, read.rowsRead <= 4 * 60]).toEqual([2, true])
})
