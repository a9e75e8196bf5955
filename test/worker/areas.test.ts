import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '#worker/db/client.ts'
import { groupOf } from '#worker/db/group.ts'
import { selectPeerValues } from '#worker/db/rankings.ts'
import { type TotalQuery, selectTotals } from '#worker/db/totals.ts'
import { number, prepare, publish } from './collection.ts'

const db = connect(env.DB)
const of = (id: string, licences: number, own: object = {}) =>
  publish({ bureau: { id }, cells: { licences_decided: number(licences) }, ...own })

beforeAll(async () => {
  await prepare()
  await of('410307-0001', 45)
  await of('410307-0002', 0)
  await of('320106-0001', 7)
  await of('321300-0001', 1_573_179)
  await of('000100-0001', 999)
  await publish({
    bureau: { id: '410307-0002' },
    year: 2023,
    cells: {
      licences_decided: { state: 'blank', raw: '' },
      norms_valid: number(3),
      fees_collected_wan: { state: 'number', value: 0.1, raw: '0.1' },
    },
  })
  await publish({
    year: 2023,
    cells: {
      licences_decided: number(5),
      fees_collected_wan: { state: 'number', value: 0.2, raw: '0.2' },
    },
  })
})

const totals = async (own: Partial<TotalQuery>) =>
  (
    await selectTotals(db, {
      figures: ['licences_decided'],
      years: [2024],
      scope: 'own',
      areas: { of: null },
      ...own,
    })
  ).map(({ division, sum, reports, unassessable }) => [division, sum, reports, unassessable])

test.for([
  // the query, its rows: division, sum, reports, reports without a number
  ['the country, own reports', {}, [[0, 52, 3, 0]]],
  ['the country, whole areas', { scope: 'area' }, [[0, 1_573_179, 1, 0]]],
  ['a province', { areas: { of: '410000' } }, [[41_000_000, 45, 2, 0]]],
  ['a district', { areas: { of: '410307' } }, [[41_030_700, 45, 2, 0]]],
  [
    'each province',
    { areas: { inside: null } },
    [
      [32_000_000, 7, 1, 0],
      [41_000_000, 45, 2, 0],
    ],
  ],
  ['each district of a city', { areas: { inside: '410300' } }, [[41_030_700, 45, 2, 0]]],
  ['at least: one report has no number', { years: [2023] }, [[0, 5, 2, 1]]],
  [
    'an exact sum of decimals',
    { years: [2023], figures: ['fees_collected_wan'] },
    [[0, 0.3, 2, 0]],
  ],
  [
    'what is in force is not added up',
    { years: [2023], figures: ['norms_valid'] },
    [[0, null, 2, 0]],
  ],
  ['a table that nobody has', { figures: ['requests_new.total'] }, [[0, null, 0, 0]]],
  ['an area without reports', { areas: { of: '110000' } }, []],
] as const satisfies readonly (readonly [string, Partial<TotalQuery>, unknown])[])(
  '%s',
  async ([, query, rows]) => {
    expect(await totals(query)).toEqual(rows)
  },
)

test('a figure that was printed 0 by all is 0, not missing', async () => {
  expect(await totals({ figures: ['coercion_decided'] })).toEqual([[0, null, 3, 3]])
})

test('peers are the bureaus of one level and sector, zeros and gaps apart', async () => {
  const { scope, level, sector } = groupOf({
    division: '410307',
    level: 'county',
    sector: 'other',
    scope: 'own',
  })
  const group = { scope, level, sector, from: 0, to: 99_999_999 }
  const values = await selectPeerValues(db, group, { figure: 'licences_decided', year: 2024 })
  // In the order of divisions, made-up places first.
  expect(values.map(({ value, state }) => [value, state])).toEqual([
    [999, 'number'],
    [7, 'number'],
    [45, 'number'],
    [0, 'number'],
  ])
})

test('an amount with many digits reaches its peers as it was printed', async () => {
  const amounts = [123_456_789.012_345_67, 0.1, 8_999_999_999.999_99, 0.000_05]
  for (const [i, value] of amounts.entries()) {
    const fee = { state: 'number', value, raw: String(value) }
    const cells = { fees_collected_wan: fee }
    // oxlint-disable-next-line no-await-in-loop -- a year for each
    await publish({ year: 2015 + i, tables: { disclosure: '2021' }, cells })
  }
  const group = { scope: 0, level: 4, sector: 50, from: 0, to: 99_999_999 }
  const read = await Promise.all(
    amounts.map((_, i) =>
      selectPeerValues(db, group, { figure: 'fees_collected_wan', year: 2015 + i }),
    ),
  )
  expect(read.map((values) => values.map(({ value }) => value))).toEqual(amounts.map((v) => [v]))
})
