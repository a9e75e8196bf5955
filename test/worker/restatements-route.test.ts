import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { type Answer, draft, get, getJson, number, post, prepare, publish } from './collection.ts'
import { allPages } from './pages.ts'

const tables = { requests: '2021' } as const
const report = (id: string, year: number, carriedIn: number, carriedOut: number) => ({
  bureau: { id },
  year,
  tables,
  cells: {
    'requests_carried_in.total': number(carriedIn),
    'requests_carried_out.total': number(carriedOut),
  },
})

const [first, second, far, fake] = ['410307-0001', '410307-0002', '320106-0001', '000100-0001']
const printed = '照原文刊载'

beforeAll(async () => {
  await prepare()
  await publish(report(first, 2022, 0, 12))
  await publish(report(first, 2023, 14, 5), printed)
  await publish(report(first, 2024, 6, 0), '两年报告口径不同')
  await publish(report(second, 2022, 0, 3))
  await publish(report(second, 2023, 3, 0))
  await publish(report(far, 2022, 0, 3))
  await publish(report(far, 2023, 2, 0), printed)
  await publish(report(fake, 2022, 0, 8))
  await publish(report(fake, 2023, 9, 0), printed)
  await addMany()
})

/** Of 300 bureaus, most without any, on three years. */
const addMany = () =>
  env.DB.batch([
    env.DB.prepare(
      `INSERT INTO bureau (key, id, division, name, level, sector, scope, kind)
        SELECT 1000 + value, printf('41030%d-%04d', 2 + value % 3, value), printf('41030%d', 2 + value % 3), 'b' || value,
          'county', 'other', 'own', 'bureau'
        FROM json_each('[${Array.from({ length: 300 }, (_, i) => 1000 + i).join()}]')`,
    ),
    env.DB.prepare(
      `INSERT INTO restatement SELECT b.key, y.value, f.value, b.key % 100, 0
        FROM bureau b, json_each('[2010, 2011, 2012]') y, json_each('[361, 362, 367]') f
        WHERE b.key > 2000 AND (b.key * 7 + y.value) % 5 = 0`,
    ),
  ])

const path = '/api/v1/restatements'
const list = (query: string): Promise<Answer> => getJson(`${path}?${query}`)

/** Whose, on which years: what was stated, and restated. */
const told = ({ restatements }: Answer): string[] =>
  restatements.map(
    ({ bureau, year, stated, restated }: Answer) => `${bureau.id}/${year} ${stated} ${restated}`,
  )

const of2022 = `${first}/2022 12 14`
const of2023 = `${first}/2023 5 6`
const ofFar = `${far}/2022 3 2`

test('what the next year says otherwise, the newest first', async () => {
  const answer = await list('limit=4')
  expect(told(answer)).toEqual([of2023, ofFar, of2022])
  expect(answer.query).toEqual({
    year: null,
    division: { code: null, name: '全国', name_en: 'The whole country' },
    collection: 'real',
    bureau: null,
    figure: null,
  })
  expect(answer.restatements[0]).toEqual({
    bureau: {
      id: first,
      name: '偃师区甲局',
      name_en: null,
      division: { code: '410307', name: '偃师区', name_en: null },
      level: 'county',
      sector: 'other',
      scope: 'own',
    },
    year: 2023,
    figure: {
      id: 'requests_carried_out.total',
      zh: '结转下年度继续办理·总计',
      en: 'Carried over to next year, Total',
    },
    stated: 5,
    restated: 6,
    difference: 1,
    reason: '两年报告口径不同',
    reports: {
      stated: `/api/v1/reports/${first}/2023`,
      restated: `/api/v1/reports/${first}/2024`,
    },
  })
})

test.for([
  // query, restatements
  ['year=2022', [ofFar, of2022]],
  ['year=2021', []],
  ['division=410307', [of2022, of2023]],
  ['division=410307&year=2023', [of2023]],
  ['division=320000', [ofFar]],
  [`bureau=${first}`, [of2022, of2023]],
  [`bureau=${first}&year=2022`, [of2022]],
  [`bureau=${second}`, []],
  ['year=2022&figure=requests_carried_out.total,licences_decided', [ofFar, of2022]],
  ['year=2022&figure=requests_carried_out.natural_person', []],
  ['collection=made-up', [`${fake}/2022 8 9`]],
  ['division=000100', [`${fake}/2022 8 9`]],
] as const)('?%s finds %j', async ([query, restatements]) => {
  expect(told(await list(query)).toSorted()).toEqual([...restatements].toSorted())
})

test('the file has the same rows', async () => {
  const [head = '', ...rows] = (await (await get(`${path}.csv?bureau=${first}&year=2022`)).text())
    .trimEnd()
    .split('\r\n')
  expect([head, ...rows]).toEqual([
    'bureau,name,division,division_name,level,sector,scope,made_up,year,figure,label,label_en,stated,restated,difference,reason,version',
    `${first},偃师区甲局,410307,偃师区,county,other,own,,2022,requests_carried_out.total,结转下年度继续办理·总计,"Carried over to next year, Total",12,14,2,${printed},d9`,
  ])
})

test.for([
  // query, status, a part of the reason
  ['figure=licences', 400, '/api/v1/figures'],
  ['v=2026.1.0', 400, 'leave v out'],
  ['cursor=2022.1', 400, '上一页'],
  ['division=999999', 404, '999999'],
  ['bureau=410307-0099', 404, '410307-0099'],
] as const)('?%s is %i', async ([query, status, reason]) => {
  const response = await get(`${path}?${query}`)
  expect(response.status).toBe(status)
  expect(await response.text()).toContain(reason)
})

test('without a reason where nobody gave one; left out where a person found it to be none', async () => {
  // As two reports that were published before anybody asked for reasons.
  const forget = env.DB.prepare(
    'DELETE FROM verdict WHERE report = (SELECT r.id FROM report r JOIN bureau b ON b.key = r.bureau WHERE b.id = ? AND r.year = 2023)',
  )
  await forget.bind(far).run()
  const query = `bureau=${far}`
  expect((await list(query)).restatements).toMatchObject([{ stated: 3, restated: 2, reason: null }])
  const stored: Answer = await (await post('/revisions', draft(report(far, 2023, 2, 0)))).json()
  const { fingerprint } = stored.findings.find(({ rule }: Answer) => rule === 'X-CARRY')
  const said = { fingerprint, verdict: 'dismissed', reason: '上年已另行公布更正' }
  expect((await post(`/revisions/${stored.revision.id}/verdicts`, said)).status).toBe(200)
  expect((await list(query)).restatements).toEqual([])
})

interface Stored {
  readonly id: string
  readonly division: string
  readonly year: number
  readonly figure: number
}

test.for([
  // query, which of all restatements
  ['limit=500', ({ year }: Stored) => year < 2013],
  ['limit=7&year=2011', ({ year }: Stored) => year === 2011],
  ['limit=90&figure=requests_carried_out.natural_person', ({ figure }: Stored) => figure === 361],
  ['limit=100&division=410300', ({ year }: Stored) => year < 2013],
  ['limit=500&division=410303', ({ division }: Stored) => division === '410303'],
  [
    'limit=4&division=410303&year=2012',
    (one: Stored) => one.division === '410303' && one.year === 2012,
  ],
  ['limit=2&bureau=410302-1002', ({ id }: Stored) => id === '410302-1002'],
] as const)('all pages of ?%s are all that there is', async ([query, isAsked]) => {
  const { results } = await env.DB.prepare(
    'SELECT b.id, b.division, s.year, s.figure FROM restatement s JOIN bureau b ON b.key = s.bureau',
  ).all<Stored>()
  const pages = await allPages(`${path}?${query}`)
  const found = pages
    .flatMap(({ restatements }) => restatements)
    .filter(({ year }: Answer) => year < 2013)
    .map(({ bureau, year, figure }: Answer) => `${bureau.id} ${year} ${figure.id}`)
  const columns: Readonly<Record<number, string>> = {
    361: 'natural_person',
    362: 'org_business',
    367: 'total',
  }
  const all = results
    .filter(isAsked)
    .map(({ id, year, figure }) => `${id} ${year} requests_carried_out.${columns[figure]}`)
  expect(all.length).toBeGreaterThan(0)
  expect(found.toSorted()).toEqual(all.toSorted())
})
