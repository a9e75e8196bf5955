import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { type FigureId, figures } from '#core/catalog/index.ts'
import {
  type IndicatorId,
  figuresOf,
  indicators,
  isIndicatorId,
} from '#core/indicator/indicators.ts'
import { mayAdd } from '#core/indicator/addition.ts'
import { wilson } from '#core/indicator/wilson.ts'
import { peerKey, spanOf } from '#worker/db/areas.ts'
import { connect } from '#worker/db/client.ts'
import { selectPeerReports } from '#worker/db/rankings.ts'
import { ranking, selectAreaRates, selectRateTrend, selectRates } from '#worker/db/rates.ts'
import { selectBureausById } from '#worker/db/bureaus.ts'
import { number, prepare, publish } from './collection.ts'
import { type HeldReport, type Stated, hold, metered } from './held.ts'

const db = connect(env.DB)

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})

const country = spanOf({ depth: 0, division: 0 })
const counties = { scope: 0, ...peerKey({ level: 'county', sector: 'education' }), ...country }
const share = { indicator: 'natural_person_share', year: 2024 } as const

/** So many of the new requests are from natural persons. */
const people = (
  part: number | 'blank',
  whole: number | 'blank',
  own: Partial<HeldReport> = {},
): HeldReport => ({
  ...own,
  stated: { 'requests_new.total': whole, 'requests_new.natural_person': part },
})

test('every bureau of a group, with what its rate is made of, or why it has none', async () => {
  await hold([
    people(9, 90),
    people(1, 10),
    people(0, 0),
    people('blank', 40),
    people(50, 40),
    { tables: { disclosure: '2021' }, stated: {} },
    people(1, 40, { sector: 'health' }),
    people(1, 40, { year: 2023 }),
  ])
  const rates = await selectRates(db, counties, share)
  expect(
    rates.map(({ bureau, numerator, denominator, value, reason, tooFew }) => [
      bureau,
      numerator,
      denominator,
      value,
      reason,
      tooFew,
    ]),
  ).toEqual([
    [1, 9, 90, 0.1, null, false],
    [2, 1, 10, 0.1, null, true],
    [3, 0, 0, null, 'denominator_zero', true],
    [4, null, 40, null, 'not_stated', false],
    [5, 50, 40, null, 'contradictory', false],
    [6, null, null, null, 'not_stated', false],
  ])
  expect(rates[0]?.interval).toEqual(wilson(9, 90))
})

test('ranks are ranges where intervals overlap; too few and not defined have none', async () => {
  await hold([people(10, 1000), people(500, 1000), people(520, 1000), people(9, 9), people(0, 0)])
  const { ranked, unranked } = ranking(await selectRates(db, counties, share))
  expect(ranked.map(({ bureau, value, rank }) => [bureau, value, rank])).toEqual([
    [3, 0.52, { from: 1, to: 2, of: 3 }],
    [2, 0.5, { from: 1, to: 2, of: 3 }],
    [1, 0.01, { from: 3, to: 3, of: 3 }],
  ])
  expect(unranked.map(({ bureau }) => bureau)).toEqual([4, 5])
})

test('a figure that nobody asked for is no 0', async () => {
  await hold([people(1, 40)])
  const [report] = await selectPeerReports(db, counties, {
    figures: ['review_total'],
    years: [2024],
  })
  expect(report?.observe('review_total')).toEqual({ value: 0, state: 'number' })
  expect(() => report?.observe('licences_decided')).toThrow(RangeError)
})

test('reads at most four rows for each bureau, in two statements', async () => {
  const usual: Stated = {
    'requests_new.total': 40,
    'requests_new.natural_person': 30,
    'outcome_granted.total': 20,
    'outcome_total.total': 38,
    'requests_carried_out.total': 2,
  }
  await hold(Array.from({ length: 60 }, () => ({ stated: usual })))
  await hold(
    Array.from({ length: 60 }, () => ({ stated: usual, sector: 'health' })),
    { first: 101 },
  )
  for (const indicator of Object.keys(indicators).filter(isIndicatorId)) {
    const { db: own, cost } = metered()
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each metered
    expect(await selectRates(own, counties, { indicator, year: 2024 })).toHaveLength(60)
    expect([cost.statements, cost.rowsRead <= 4 * 60]).toEqual([2, true])
  }
})

const rateOf = async (indicator: IndicatorId, own: object = {}) =>
  (
    await selectAreaRates(db, {
      indicators: [indicator],
      years: [2024],
      scope: 'own',
      areas: { of: '410307' },
      ...own,
    })
  ).map(({ division, numerator, denominator, value, reason, reports }) => [
    division,
    numerator,
    denominator,
    value,
    reason,
    reports,
  ])

const disputes = (reviews: number, requests: number): Stated => ({
  review_total: reviews,
  'requests_new.total': requests,
})
const only2019 = { disclosure: '2019', requests: '2019', reviews: 'any' } as const
const others: Stated = { 'outcome_other_misc.total': 3, 'outcome_total.total': 30 }

// What is there, the indicator of 偃师区: numerator, denominator, value, reason, reports.
test.for<readonly [string, readonly HeldReport[], IndicatorId, readonly unknown[]]>([
  ['sums, divided', [people(3, 10), people(5, 30)], share.indicator, [8, 40, 0.2, null, 2]],
  ['no case at all', [people(0, 0)], share.indicator, [0, 0, null, 'denominator_zero', 1]],
  [
    'a part that one report leaves out makes no rate of the others',
    [people(3, 10), people('blank', 30)],
    share.indicator,
    [null, 40, null, 'not_stated', 2],
  ],
  [
    'a report without the table is not asked',
    [people(3, 10), { tables: { disclosure: '2021' }, stated: {} }],
    share.indicator,
    [3, 10, 0.3, null, 1],
  ],
  [
    'nobody has the table',
    [{ tables: { disclosure: '2021' }, stated: {} }],
    share.indicator,
    [null, null, null, 'not_stated', 0],
  ],
  [
    'two tables that every report has',
    [{ stated: disputes(2, 40) }],
    'dispute_rate',
    [2, 40, 0.05, null, 1],
  ],
  [
    'two tables of which one is missing somewhere',
    [
      { stated: disputes(2, 40) },
      { tables: { requests: '2021' }, stated: disputes(0, 60) },
      { tables: { reviews: 'any' }, stated: disputes(7, 0) },
    ],
    'dispute_rate',
    [null, null, null, 'not_stated', 3],
  ],
  ['one form', [{ stated: others }], 'other_share', [3, 30, 0.1, null, 1]],
  [
    'the other form',
    [{ tables: only2019, stated: { 'outcome_other.total': 6, 'outcome_total.total': 30 } }],
    'other_share',
    [6, 30, 0.2, null, 1],
  ],
  [
    'both forms, of which rows of one may stand in the other',
    [
      { stated: others },
      { tables: only2019, stated: { 'outcome_other.total': 6, 'outcome_total.total': 30 } },
    ],
    'other_share',
    [null, 60, null, 'mixed_forms', 2],
  ],
])('%s', async ([, reports, indicator, expected]) => {
  await hold(reports)
  expect(await rateOf(indicator)).toEqual([[41_030_700, ...expected]])
})

test('areas inside another, whole-area reports apart, of one level and sector', async () => {
  await hold([
    people(3, 10),
    people(4, 10, { division: '410308' }),
    people(90, 100, { scope: 'area' }),
    people(5, 10, { sector: 'health' }),
    people(6, 10, { division: '410300', level: 'prefecture' }),
  ])
  const inside = { areas: { inside: '410300' } }
  expect(await rateOf(share.indicator, inside)).toEqual([
    [41_030_700, 8, 20, 0.4, null, 2],
    [41_030_800, 4, 10, 0.4, null, 1],
  ])
  expect(await rateOf(share.indicator, { ...inside, sector: 'education' })).toEqual([
    [41_030_700, 3, 10, 0.3, null, 1],
    [41_030_800, 4, 10, 0.4, null, 1],
  ])
  expect(await rateOf(share.indicator, { scope: 'area' })).toEqual([
    [41_030_700, 90, 100, 0.9, null, 1],
  ])
})

test('every figure that an indicator needs may be added up', () => {
  const ids = Object.keys(indicators).filter(isIndicatorId).flatMap(figuresOf)
  expect(ids.filter((id) => mayAdd(id) !== null)).toEqual([])
  expect(ids.every((id) => figures.some((entry) => entry.id === id))).toBe(true)
})

/** Publishes a report of 偃师区甲局 with so many new requests, 4 of them from natural persons. */
const publishYear = (year: number, whole: number | null) => {
  const cells: Partial<Record<FigureId, object>> = {
    'requests_new.natural_person': number(4),
    'requests_new.total': whole === null ? { state: 'blank', raw: '' } : number(whole),
  }
  return publish({ year, tables: { requests: '2021' }, cells }, '照原文刊载')
}

test('the rates of a bureau over the years', async () => {
  await prepare()
  await publishYear(2022, 40)
  await publishYear(2024, null)
  const bureaus = await selectBureausById(db, ['410307-0001'])
  const trend = await selectRateTrend(db, {
    bureaus,
    indicators: [share.indicator, 'carry_out_rate'],
  })
  expect(
    trend.map(({ bureau, indicator, points }) => [
      bureau,
      indicator,
      points.map(({ year, value, reason }) => [year, value, reason]),
    ]),
  ).toEqual([
    [
      '410307-0001',
      share.indicator,
      [
        [2022, 0.1, null],
        [2024, null, 'not_stated'],
      ],
    ],
    [
      '410307-0001',
      'carry_out_rate',
      [
        [2022, null, 'not_stated'],
        [2024, null, 'not_stated'],
      ],
    ],
  ])
})
