import { applyD1Migrations, env, reset } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { mayAdd } from '#core/indicator/addition.ts'
import { percents } from '#core/indicator/spread.ts'
import { peerKey, spanOf } from '#worker/db/areas.ts'
import { connect } from '#worker/db/client.ts'
import { type CountrySpread, selectCountrySpread, selectGroupSpread } from '#worker/db/spreads.ts'
import { prepare, publish } from './collection.ts'
import { type HeldReport, hold, metered } from './held.ts'

const db = connect(env.DB)
const empty = async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
}

beforeEach(empty)

const country = spanOf({ depth: 0, division: 0 })
const counties = { scope: 0, ...peerKey({ level: 'county', sector: 'education' }), ...country }
const licences = { measure: 'licences_decided', year: 2024 } as const

const stating = (values: readonly (number | 'blank')[], own: Partial<HeldReport> = {}) =>
  values.map((value): HeldReport => ({ ...own, stated: { licences_decided: value } }))

/** R’s type 7, from its definition: h = (n - 1)p + 1, linear between the two neighbours. */
function type7(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const h = ((sorted.length - 1) * percent) / 100
  const [low = Number.NaN, high = low] = [sorted[Math.floor(h)], sorted[Math.ceil(h)]]
  return low + (h - Math.floor(h)) * (high - low)
}

test('the spread of a group, and where a bureau stands in it', async () => {
  await hold(stating([0, 1, 2, 3, 4, 4, 6, 7, 'blank']))
  await hold(stating([100, 100], { level: 'prefecture' }), { first: 11 })
  await hold(stating([100], { scope: 'area' }), { first: 21 })
  expect(await selectGroupSpread(db, counties, { ...licences, bureau: 5 })).toEqual({
    n: 8,
    percentiles: {
      p10: expect.closeTo(0.7, 9),
      p25: expect.closeTo(1.75, 9),
      p50: expect.closeTo(3.5, 9),
      p75: expect.closeTo(4.5, 9),
      p90: expect.closeTo(6.3, 9),
    },
    value: 4,
    position: { n: 8, smaller: 4, same: 2, larger: 2 },
  })
  const nowhere = { n: 8, value: null, position: null }
  expect(await selectGroupSpread(db, counties, { ...licences, bureau: 9 })).toMatchObject(nowhere)
  expect(await selectGroupSpread(db, counties, { ...licences, bureau: 11 })).toMatchObject(nowhere)
})

test('of fewer than 8 neither percentiles nor a position', async () => {
  await hold(stating([1, 2, 3, 4, 5, 6, 7, 'blank']))
  expect(await selectGroupSpread(db, counties, { ...licences, bureau: 1 })).toEqual({
    n: 7,
    percentiles: null,
    value: 1,
    position: null,
  })
  expect(await selectCountrySpread(db, { ...licences, scope: 'own' })).toEqual({
    n: 7,
    zeros: 0,
    percentiles: null,
    reason: { zh: '不足 8 份报告，不显示分位数', en: expect.any(String) },
  })
})

/** So many reviews, to so many new requests. */
const disputes = (n: number, requests: number): HeldReport => ({
  stated: { review_total: n, 'requests_new.total': requests },
})

test('a ratio has a spread in a group, too few cases apart', async () => {
  await hold([...[0, 1, 2, 3, 4, 5, 6, 70].map((n) => disputes(n, 50)), disputes(9, 9)])
  expect(
    await selectGroupSpread(db, counties, { measure: 'dispute_rate', year: 2024, bureau: 8 }),
  ).toMatchObject({ n: 8, value: 1.4, percentiles: { p50: expect.closeTo(0.07, 9) } })
})

test('a group may be all bureaus of an area', async () => {
  await hold([
    ...stating([1, 2, 3, 4], { level: 'township', sector: 'township' }),
    ...stating([5, 6], { sector: 'health' }),
    ...stating([7, 8]),
    ...stating([900], { division: '410308' }),
    ...stating([900], { division: '410300', level: 'prefecture' }),
  ])
  const area = {
    scope: 0,
    level: null,
    sector: null,
    ...spanOf({ depth: 3, division: 41_030_700 }),
  }
  expect(await selectGroupSpread(db, area, licences)).toMatchObject({
    n: 8,
    percentiles: {
      p10: expect.closeTo(1.7, 9),
      p25: expect.closeTo(2.75, 9),
      p50: expect.closeTo(4.5, 9),
      p75: expect.closeTo(6.25, 9),
      p90: expect.closeTo(7.3, 9),
    },
  })
})

/** So many of the new requests are from natural persons. */
const people = (part: number, whole: number): HeldReport => ({
  stated: { 'requests_new.total': whole, 'requests_new.natural_person': part },
})

test('too few cases are no part of the spread of a rate; 0 % is', async () => {
  await hold([
    people(0, 30),
    ...[10, 20, 30, 40, 50, 60, 70].map((part) => people(part, 100)),
    people(29, 29),
    people(0, 0),
  ])
  const share = { measure: 'natural_person_share', year: 2024 } as const
  expect(await selectGroupSpread(db, counties, { ...share, bureau: 9 })).toEqual({
    n: 8,
    percentiles: {
      p10: expect.closeTo(0.07, 9),
      p25: expect.closeTo(0.175, 9),
      p50: expect.closeTo(0.35, 9),
      p75: expect.closeTo(0.525, 9),
      p90: expect.closeTo(0.63, 9),
    },
    value: null,
    position: null,
  })
  const whole = await selectCountrySpread(db, { ...share, scope: 'own' })
  expect(whole).toMatchObject({ n: 8, zeros: 1, reason: null })
  expect(whole.percentiles?.p50).toEqual({ low: 0.35, high: expect.closeTo(0.36, 9) })
})

// What is not kept for the country, and why.
test.for([
  ['norms_valid', mayAdd('norms_valid')],
  ['procurement_amount', mayAdd('procurement_amount')],
  ['dispute_rate', { zh: expect.stringContaining('不是同一总体'), en: expect.any(String) }],
] as const)('%s has no spread over the country', async ([measure, reason]) => {
  await hold(stating([1, 2, 3, 4, 5, 6, 7, 8]))
  expect(await selectCountrySpread(db, { measure, year: 2024, scope: 'own' })).toEqual({
    n: null,
    zeros: null,
    percentiles: null,
    reason,
  })
})

/** Licences of the group, as of a release. */
const groupAt = (release?: number) => selectGroupSpread(db, counties, { ...licences, release })

/** Licences over the country. */
const countryOf = (own: object) => selectCountrySpread(db, { ...licences, scope: 'own', ...own })

test('while reports are not yet in the histograms, nothing is said', async () => {
  await prepare()
  await publish()
  expect((await countryOf({})).n).toBe(1)
  await env.DB.prepare('UPDATE report SET spread = 0').run()
  expect(await countryOf({})).toMatchObject({ n: null, zeros: null, percentiles: null })
})

test('made-up places have a country of their own, and a release is as it was', async () => {
  await hold(stating([0, 0, 0, 0, 0, 0, 0, 8]))
  await hold(stating(Array<number>(9).fill(5), { division: '000100' }), { first: 11 })
  await hold(stating(Array<number>(8).fill(20)), { first: 21, release: 2 })
  expect([(await groupAt(1)).n, (await groupAt()).n]).toEqual([8, 16])
  const zero = { low: 0, high: 0 }
  expect(await countryOf({ release: 1 })).toMatchObject({
    n: 8,
    zeros: 7,
    percentiles: { p75: zero },
  })
  expect(await countryOf({})).toMatchObject({
    n: 16,
    zeros: 7,
    percentiles: { p25: zero, p90: { low: 20, high: 25 } },
  })
  expect(await countryOf({ madeUp: true })).toMatchObject({
    n: 9,
    zeros: 0,
    percentiles: { p50: { low: 5, high: 6 } },
  })
  expect(await countryOf({ level: 'township' })).toMatchObject({
    n: 0,
    zeros: 0,
    percentiles: null,
  })
})

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.nat(500) },
  { weight: 1, arbitrary: fc.constant<'blank'>('blank') },
)
const report = fc
  .record({
    level: fc.constantFrom('county', 'prefecture'),
    sector: fc.constantFrom('education', 'health'),
    division: fc.constantFrom('410307', '410308', '320106'),
    tables: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          { disclosure: '2021', requests: '2021' },
          { disclosure: '2019', requests: '2019' },
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          { disclosure: null, requests: null },
          { requests: '2021' },
          { disclosure: '2021' },
        ),
      },
    ),
    licences: value,
    fees: value,
    part: fc.nat(60),
    whole: value,
  })
  .map(
    ({ licences: own, fees, part, whole, ...place }): HeldReport & { readonly part: number } => ({
      ...place,
      part,
      stated: {
        licences_decided: own,
        ...(place.tables.disclosure === '2021'
          ? { fees_collected_wan: fees === 'blank' ? fees : fees / 8 }
          : {}),
        'requests_new.total': whole,
        'requests_new.natural_person': part,
      },
    }),
  )

/** What a report states of each measure; undefined where that is no number, or none that counts. */
const measures = {
  licences_decided: ({ stated, tables }: HeldReport) =>
    tables?.disclosure === undefined ? undefined : stated.licences_decided,
  fees_collected_wan: ({ stated, tables }: HeldReport) =>
    tables?.disclosure === '2021' ? stated.fees_collected_wan : undefined,
  natural_person_share: ({ stated, tables }: HeldReport) => {
    const [part, whole] = [stated['requests_new.natural_person'], stated['requests_new.total']]
    if (typeof part !== 'number' || typeof whole !== 'number') return undefined
    return tables?.requests !== undefined && whole >= 30 && part <= whole ? part / whole : undefined
  },
} as const

const numbers = (reports: readonly HeldReport[], measure: keyof typeof measures): number[] =>
  reports.flatMap((one) => {
    const stated = measures[measure](one)
    return typeof stated === 'number' ? [stated] : []
  })

test('percentiles are those of R, exactly for a group, within bounds for the country', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(report, { minLength: 8, maxLength: 60 }), async (reports) => {
      await empty()
      await hold(reports)
      for (const measure of [
        'licences_decided',
        'fees_collected_wan',
        'natural_person_share',
      ] as const) {
        const own = reports.filter(
          ({ level, sector }) => level === 'county' && sector === 'education',
        )
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const group = await selectGroupSpread(db, counties, { measure, year: 2024 })
        expect(group).toMatchObject(exactSpread(numbers(own, measure)))
        for (const level of [undefined, 'county', 'prefecture'] as const) {
          const all = numbers(
            reports.filter((one) => level === undefined || one.level === level),
            measure,
          )
          // oxlint-disable-next-line no-await-in-loop
          const spread = await selectCountrySpread(db, { measure, year: 2024, scope: 'own', level })
          expect([spread.n, spread.zeros]).toEqual([all.length, all.filter((n) => n === 0).length])
          expect(outside(spread, all)).toEqual([])
          expect(spread.percentiles === null).toBe(all.length < 8)
        }
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)

/** The spread of values, reckoned independently. */
const exactSpread = (values: readonly number[]) => ({
  n: values.length,
  percentiles:
    values.length < 8
      ? null
      : Object.fromEntries(
          percents.map((percent) => [`p${percent}`, expect.closeTo(type7(values, percent), 9)]),
        ),
})

/** The percentiles that do not lie within their bounds. */
const outside = ({ percentiles }: CountrySpread, values: readonly number[]) =>
  percents.filter((percent) => {
    const at = percentiles?.[`p${percent}`]
    const exact = type7(values, percent)
    return at && (exact < at.low - 1e-9 || exact > at.high + 1e-9)
  })

test('three statements over the country, and two for a group', async () => {
  await hold(Array.from({ length: 90 }, (_, i) => ({ stated: { licences_decided: i } })))
  for (const level of [undefined, 'county'] as const) {
    const { db: own, cost } = metered()
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each metered
    await selectCountrySpread(own, { ...licences, scope: 'own', level })
    expect([cost.statements, cost.rowsRead <= 500]).toEqual([3, true])
  }
  const { db: own, cost } = metered()
  await selectGroupSpread(own, counties, licences)
  expect([cost.statements, cost.rowsRead <= 4 * 90]).toEqual([2, true])
})
