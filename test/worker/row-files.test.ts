import { env } from 'cloudflare:test'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import type { Table } from '#worker/answer/table.ts'
import { connect } from '#worker/db/client.ts'
import type { Env } from '#worker/env.ts'
import { bureausTable } from '#worker/routes/bureaus.ts'
import { reportTable } from '#worker/routes/reports.ts'
import { type Answer, getJson, number, prepare, publish } from './collection.ts'

const db = connect(env.DB)
const bureau = '410307-0001'

/** More was carried over than there was. */
const broken = {
  'requests_new.total': number(0),
  'requests_carried_in.total': number(1),
  'requests_carried_out.total': number(0),
  'outcome_total.total': number(0),
}

beforeAll(async () => {
  await prepare()
  await publish({ year: 2022, tables: { requests: '2021' }, cells: broken }, '原文如此')
  for (const year of [2021, 2024])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publish({ year, bureau: { id: '410307-0002' } })
})

/** What a file of these routes holds. */
const files = new Hono<Env>()
  .use(async (c, next) => {
    c.set('db', db)
    await next()
  })
  .get('/bureaus', async (c) =>
    c.json(whole(await bureausTable(c, { limit: 2, division: '410000', sector: 'other' }))),
  )
  .get('/report', async (c) => c.json(whole(await reportTable(c, { bureau, year: 2022 }))))

const whole = ({ rows, ...rest }: Table) => ({ ...rest, rows: [...rows] })
const file = async (name: string): Promise<Answer> => (await files.request(name, {}, env)).json()

test('the list of bureaus as a file has the years that are held', async () => {
  const [, second] = (await file('/bureaus')).rows
  expect(second).toEqual({
    bureau: '410307-0002',
    name: '偃师区乙局',
    name_en: 'Bureau B',
    division: '410307',
    division_name: '偃师区',
    level: 'county',
    sector: 'other',
    scope: 'own',
    kind: 'bureau',
    made_up: '',
    first_year: 2021,
    last_year: 2024,
    reports: 2,
  })
})

test('the list of bureaus goes on by its cursor, and by the name that it had before', async () => {
  const { bureaus, next_cursor: next } = await getJson('/api/v1/bureaus?limit=2')
  const rest = await getJson(`/api/v1/bureaus?limit=2&cursor=${next}`)
  const after = await getJson(`/api/v1/bureaus?limit=2&after=${next}`)
  expect(next).toBe(bureaus.at(-1).id)
  expect(rest.bureaus).toEqual(after.bureaus)
  expect(rest.bureaus[0].id > next).toBe(true)
})

test('a report as a file has a row for each figure of its tables', async () => {
  const { rows, coverage, missing, columns } = await file('/report')
  expect(rows.length).toBeGreaterThan(100)
  expect(coverage).toEqual({ expected: 1, received: 1, missing_count: 0 })
  expect(missing).toBe(rows.filter(({ state }: Answer) => state !== 'number').length)
  expect(rows.every((row: Answer) => Object.keys(row).every((one) => columns.includes(one)))).toBe(
    true,
  )
  expect(rows.find(({ figure }: Answer) => figure === 'requests_carried_in.total')).toEqual({
    id: `${bureau}/2022/requests_carried_in.total`,
    bureau,
    name: '偃师区甲局',
    division: '410307',
    scope: 'own',
    made_up: '',
    year: 2022,
    figure: 'requests_carried_in.total',
    label: '上年结转政府信息公开申请数量·总计',
    unit: '件',
    value: 1,
    state: 'number',
    raw: '1',
    check: 'failed',
    edition: '2021',
    table: 'requests',
    row: '二、上年结转政府信息公开申请数量',
    column: '总计',
    excerpt: '',
    aside: '',
    version: 'd3',
    source: '',
  })
})
