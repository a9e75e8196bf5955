import JSONstat from 'jsonstat-toolkit'
import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
import { get, getJson } from './collection.ts'
import { area, bureau, csvRows, other, varied } from './varied.ts'

beforeAll(varied)

const words = v.record(v.string(), v.string())
const ids = v.array(v.string())

/** A dataset as https://json-stat.org/full/ has it, of the parts that are used here. */
const Dataset = v.pipe(
  v.strictObject({
    version: v.literal('2.0'),
    class: v.literal('dataset'),
    href: v.pipe(v.string(), v.url()),
    label: v.string(),
    source: v.string(),
    updated: v.optional(v.pipe(v.string(), v.isoTimestamp())),
    note: ids,
    id: ids,
    size: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
    role: v.strictObject({ time: ids, geo: ids, metric: ids }),
    dimension: v.record(
      v.string(),
      v.strictObject({
        label: v.string(),
        category: v.strictObject({
          index: ids,
          label: words,
          unit: v.optional(
            v.record(v.string(), v.strictObject({ label: v.string(), decimals: v.number() })),
          ),
        }),
      }),
    ),
    value: v.array(v.nullable(v.number())),
    status: words,
    extension: v.strictObject({
      licence: v.string(),
      data_version: v.number(),
      release: v.nullable(v.string()),
      coverage: v.nullable(v.unknown()),
      n_missing: v.number(),
    }),
  }),
  v.check(
    ({ id, dimension }) => id.join() === Object.keys(dimension).join(),
    'id names the dimensions',
  ),
  v.check(
    ({ id, size, dimension }) =>
      id.every((one, i) => {
        const { index = [], label = {} } = dimension[one]?.category ?? {}
        return index.length === size[i] && index.join() === Object.keys(label).join()
      }),
    'size counts the categories',
  ),
  v.check(
    ({ size, value }) => size.reduce((product, own) => product * own, 1) === value.length,
    'size multiplies to the values',
  ),
  v.check(
    ({ value, status }) => value.every((one, i) => one !== null || status[i] !== undefined),
    'every value that is not there has a status',
  ),
  v.check(
    ({ value, extension }) => value.filter((one) => one === null).length === extension.n_missing,
    'n_missing counts them',
  ),
)

const figures = 'licences_decided,penalties_decided,fees_collected_wan'

/** The query of a cube, the table that has the same, the columns of its third dimension in both. */
const cubes = [
  [
    `bureau=${bureau},${other}`,
    'series.csv',
    'bureau',
    'licences_decided,penalties_decided,requests_new.total',
  ],
  [`bureau=${bureau}&figure=${figures}`, 'series.csv', 'bureau', ''],
  [
    `bureau=${other},${bureau}&figure=${figures}&from=2021&to=2023&lang=en`,
    'series.csv',
    'bureau',
    '',
  ],
  [
    `bureau=${bureau},${area}&figure=completion_rate,disclosure_rate,licences_decided`,
    'series.csv',
    'bureau',
    '',
  ],
  ['', 'totals.csv', 'area', 'licences_decided,penalties_decided,requests_new.total'],
  [`figure=${figures},completion_rate`, 'totals.csv', 'area', ''],
  [`figure=${figures}&by=inside`, 'totals.csv', 'area', ''],
  [`figure=${figures}&by=inside&division=410000&year=2024`, 'totals.csv', 'area', ''],
  ['figure=licences_decided&collection=made-up', 'totals.csv', 'area', ''],
  ['figure=licences_decided&scope=area&division=320000', 'totals.csv', 'area', ''],
] as const

test.for(cubes)('cube.json-stat?%s follows the standard', async ([query]) => {
  const response = await get(`/api/v1/cube.json-stat?${query}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(v.safeParse(Dataset, await response.json()).issues).toBeUndefined()
})

test.for(cubes)('cube.json-stat?%s has what %s has', async ([query, file, third, defaults]) => {
  const cube = JSONstat(await getJson(`/api/v1/cube.json-stat?${query}`))
  expect([cube.class, cube.length, cube.role]).toMatchObject([
    'dataset',
    3,
    { metric: ['figure'], time: ['year'], geo: [third] },
  ])
  const asked = new URLSearchParams(query)
  if (defaults !== '') asked.set('figure', defaults)
  const [head = [], ...rows] = await csvRows(`/api/v1/${file}?${asked.toString()}`)
  const column = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? ''
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    const place = third === 'bureau' ? column(row, 'bureau') : column(row, 'division') || 'CN'
    const { value, status } = cube.Data({
      figure: column(row, 'figure'),
      year: column(row, 'year'),
      [third]: place,
    })
    const [printed, state] = [column(row, 'value'), column(row, 'state')]
    expect([row, value]).toEqual([row, printed === '' ? null : Number(printed)])
    expect([row, value === null ? status : 'number']).toEqual([row, state])
  }
  const cells = cube
    .Dimension('figure')
    .id.flatMap((figure) =>
      cube
        .Dimension('year')
        .id.flatMap((year) =>
          cube.Dimension(third).id.map((place) => cube.Data({ figure, year, [third]: place })),
        ),
    )
  const held = cells.filter(({ status }) => status !== 'not_held')
  expect(held).toHaveLength(rows.length)
})

test('a number of a sum that does not hold says so, and a year without a report is not held', async () => {
  const cube = JSONstat(
    await getJson(`/api/v1/cube.json-stat?bureau=${bureau}&figure=requests_carried_in.total`),
  )
  const at = (year: string) => cube.Data({ figure: 'requests_carried_in.total', year, bureau })
  expect(at('2021')).toMatchObject({ value: 1, status: 'disputed' })
  expect(at('2022')).toMatchObject({ value: null, status: 'not_held' })
  expect(at('2020')).toMatchObject({ value: null, status: 'absent' })
})

test.for([
  'bureau=x',
  'figure=nothing',
  'from=2024&to=2020',
  'by=street',
  `bureau=${bureau}&v=newest`,
])('cube.json-stat?%s is not understood', async (query) => {
  expect((await get(`/api/v1/cube.json-stat?${query}`)).status).toBe(400)
})
