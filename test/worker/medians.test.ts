import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { connect } from '#worker/db/client.ts'
import { groupOf } from '#worker/db/group.ts'
import { selectMedians } from '#worker/db/medians.ts'
import { type HeldReport, type Stated, hold } from './held.ts'
import { noting, rowsRead, scans } from './noted.ts'

const db = connect(env.DB)

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

const own = { level: 'county', sector: 'education', scope: 'own' } as const
const peers = groupOf({ ...own, division: '410307' })
const licences = { measures: ['licences_decided'], years: [2024] } as const

const stating = (
  values: readonly Stated['licences_decided'][],
  other: Partial<HeldReport> = {},
): HeldReport[] =>
  values.map((value) => ({
    ...other,
    stated: value === undefined ? {} : { licences_decided: value },
  }))

/** From its definition. */
function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(half)] ?? Number.NaN)
    : ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2
}

test('the median of the country where its peers are few, zeros counted and gaps not', async () => {
  const values = [0, 0, 3, 5, 8, 8, 100, 59237]
  await hold(stating([...values, 'blank', 'absent']))
  await hold(stating([1, 1], { sector: 'health' }), { first: 21 })
  await hold(stating([1, 1], { scope: 'area' }), { first: 31 })
  await hold(stating([1, 1], { division: '000100' }), { first: 41 })
  await hold(stating(values.slice(0, 7), { division: '320106', year: 2023 }), { first: 51 })
  expect(await selectMedians(db, peers, { ...licences, years: [2022, 2023, 2024] })).toEqual({
    place: { zh: '全国', en: 'the whole country' },
    medians: [
      { measure: 'licences_decided', year: 2022, n: 0, value: null, percentiles: null },
      { measure: 'licences_decided', year: 2023, n: 7, value: null, percentiles: null },
      {
        measure: 'licences_decided',
        year: 2024,
        n: 8,
        value: middle(values),
        percentiles: {
          p10: 0,
          p25: 2.25,
          p50: middle(values),
          p75: 31,
          p90: expect.closeTo(17841.1, 9),
        },
      },
    ],
  })
})

test('figures and rates at once; rates of too few cases are no part of it, nor are amounts in any unit', async () => {
  const shares = [0, 1, 5, 9, 20, 30, 31, 40, 40]
  await hold([
    ...shares.map((n): HeldReport => ({
      stated: { 'requests_new.total': 40, 'requests_new.natural_person': n },
    })),
    { stated: { 'requests_new.total': 10, 'requests_new.natural_person': 10 } },
  ])
  const measures = ['natural_person_share', 'requests_new.total', 'procurement_amount'] as const
  const { medians } = await selectMedians(db, peers, { ...licences, measures })
  expect(medians.map(({ n, value }) => [n, value])).toEqual([
    [9, middle(shares) / 40],
    [10, 40],
    [0, null],
  ])
})

const many = (division: string, count: number): HeldReport[] =>
  stating(
    Array.from({ length: count }, (_, i) => i),
    { division },
  )

// Reports in 偃师区, elsewhere in 洛阳市, in 河南省, in the country; whose median it is.
test.for([
  [[9, 0, 0, 591], '全国', 600],
  [[9, 100, 300, 800], '河南省', 409],
  [[9, 100, 492, 0], '洛阳市', 109],
  [[601, 0, 0, 0], undefined, 0],
] as const)('of %j the widest group that can be read', async ([counts, place, n]) => {
  const divisions = ['410307', '410304', '410102', '320106'] as const
  for (const [i, division] of divisions.entries())
    // oxlint-disable-next-line no-await-in-loop -- one D1
    await hold(many(division, counts[i] ?? 0), { first: 1 + i * 1000 })
  const { DB, statements } = noting()
  const found = await selectMedians(connect(DB), peers, licences)
  expect([found.place?.zh, found.medians[0]?.n]).toEqual([place, n])
  expect(statements).toHaveLength(1)
  expect(await rowsRead(statements)).toBeLessThanOrEqual(1900)
  expect(await scans(statements)).toEqual([])
})
