import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { formLabels } from '#core/catalog/form-labels.ts'
import { figures } from '#core/catalog/index.ts'
import type { Place, Places, Tables } from '#core/reading.ts'
import { packPlaces, unpackPlaces } from '#worker/db/pack-places.ts'
import { reportFigures } from '#worker/db/published.ts'
import { type Answer, draft, get, getJson, number, post, prepare, publish } from './collection.ts'

beforeAll(prepare)

const tenths = (most: number) => fc.integer({ min: -10, max: most }).map((n) => n / 10)
const label = fc.oneof(
  fc.constantFrom('规章', '1. 属于国家秘密', '（二）部分公开', '本年制 发件数', '总计', ''),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

const place: fc.Arbitrary<Place> = fc.record(
  {
    row: label,
    column: label,
    line: fc.integer({ min: 1, max: 10_000_000 }),
    page: fc.integer({ min: 1, max: 3000 }),
    box: fc.tuple(tenths(9000), tenths(9000), fc.nat(9000).map(Number), fc.constant(0.3)),
  },
  { requiredKeys: ['row', 'column'] },
)

const places: fc.Arbitrary<Places> = fc
  .array(fc.tuple(fc.constantFrom(...figures.map(({ id }) => id)), place), { maxLength: 200 })
  .map((entries) => Object.fromEntries(entries))

const tables: fc.Arbitrary<Tables> = fc.constantFrom<Tables[]>(
  {},
  { disclosure: '2019' },
  { disclosure: '2021', requests: null },
  { disclosure: null, requests: '2019', reviews: 'any' },
  { disclosure: '2021', requests: '2021', reviews: 'any' },
)

test('places that are packed come out as they were', () => {
  fc.assert(
    fc.property(places, tables, (all, own) => {
      expect(unpackPlaces(packPlaces(all, own), own)).toEqual(all)
    }),
    { numRuns: 300 },
  )
})

const form2021: Tables = { disclosure: '2021', requests: '2021', reviews: 'any' }

/** A place for each cell of a report, made from the number of its row and of its column. */
function laidOut(spot: (row: number, column: number) => Omit<Place, 'row' | 'column'>): Places {
  const all = reportFigures(form2021)
  const width = { disclosure: 3, requests: 7, reviews: 15 }
  return Object.fromEntries(
    all.map(({ id, table }, i) => {
      const at = all.slice(0, i).filter((other) => other.table === table).length
      const [row, column] = [Math.floor(at / width[table]), at % width[table]]
      return [id, { ...formLabels(id, form2021[table] ?? null), ...spot(row, column) }]
    }),
  )
}

const bytes = (all: Places) => new TextEncoder().encode(packPlaces(all, form2021) ?? '').length

test('places take little room', () => {
  expect(packPlaces({}, form2021)).toBeNull()
  expect(bytes(laidOut(() => ({})))).toBe(2)
  expect(bytes(laidOut((row, column) => ({ line: 100 + row * 23 + column * 3 })))).toBeLessThan(100)
  // Rows of different heights and columns of different widths, with the jitter of rounding.
  const pdf = laidOut((row, column) => ({
    page: 2 + Math.floor(row / 12),
    box: [130.2 + column * 31.7, 200 + (row % 12) * 22.5, 28.4 + (column % 3), 20.1 + (row % 4)],
  }))
  expect(bytes(pdf)).toBeLessThan(2500)
})

const spot = {
  row: '行政许可',
  column: '本年处理 决定数量',
  page: 2,
  box: [231.3, 540.1, 107.3, 33.3],
}

test('a figure says where it was read', async () => {
  await publish({
    source: 'https://www.yanshi.gov.cn/a.html',
    published_on: '2025-01-20',
    places: { licences_decided: spot },
  })
  expect(await getJson('/api/v1/observations/410307-0001/2024/licences_decided/source')).toEqual({
    meta: expect.objectContaining({ data_version: 1 }),
    bureau: expect.objectContaining({ id: '410307-0001' }),
    year: 2024,
    figure: expect.objectContaining({ id: 'licences_decided' }),
    value: 45,
    state: 'number',
    raw: '45',
    table: 'disclosure',
    edition: '2021',
    ...spot,
    line: null,
    revision: 1,
    published_in: 1,
    source: {
      address: 'https://www.yanshi.gov.cn/a.html',
      file_name: 'a.html',
      file_sha256: 'a'.repeat(64),
      retrieved_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      published_on: '2025-01-20',
    },
  })
})

test('a figure whose place nobody told has the labels of the form', async () => {
  await publish({ year: 2020, tables: { disclosure: '2019' }, cells: { norms_made: number(3) } })
  expect(await getJson('/api/v1/observations/410307-0001/2020/norms_made/source')).toMatchObject({
    row: '规范性文件',
    column: '本年新制作数量',
    line: null,
    page: null,
    box: null,
  })
})

test('a cell that the document does not contain is absent, and has no text', async () => {
  expect(
    await getJson('/api/v1/observations/410307-0001/2024/penalties_decided/source'),
  ).toMatchObject({ value: null, state: 'absent', raw: null, row: '行政处罚' })
})

test.for([
  // path, status
  ['410307-0001/2024/review_upheld', 404],
  ['410307-0001/2024/services_decided', 404],
  ['410307-0001/2023/licences_decided', 404],
  ['410307-0099/2024/licences_decided', 404],
  ['410307-0001/2024/licences', 400],
] as const)('where nothing is, there is no source: %s', async ([path, status]) => {
  expect((await get(`/api/v1/observations/${path}/source`)).status).toBe(status)
})

test('another place makes no other revision', async () => {
  const again = await post(
    '/revisions',
    draft({
      source: 'https://www.yanshi.gov.cn/a.html',
      published_on: '2025-01-20',
      places: { licences_decided: { ...spot, page: 3 } },
    }),
  )
  const answer: Answer = await again.json()
  expect(answer.revision).toMatchObject({ number: 1, unchanged: true })
})

test.for([
  // what, places
  ['of a figure without a cell', { penalties_decided: spot }],
  ['of nothing that the form has', { licences: spot }],
  ['without a label', { licences_decided: { row: '行政许可' } }],
  ['with a label that is no label', { licences_decided: { ...spot, row: '许'.repeat(201) } }],
  ['on page 0', { licences_decided: { ...spot, page: 0 } }],
  ['on half a line', { licences_decided: { ...spot, line: 1.5 } }],
  ['in half a box', { licences_decided: { ...spot, box: [1, 2, 3] } }],
  ['of less than no width', { licences_decided: { ...spot, box: [1, 2, -3, 4] } }],
  ['miles away', { licences_decided: { ...spot, box: [1e9, 2, 3, 4] } }],
] as const)('a place %s is refused', async ([, wrong]) => {
  const response = await post('/revisions', draft({ year: 2021, places: wrong }))
  expect(response.status).toBe(422)
})
