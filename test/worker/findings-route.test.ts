import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { type Answer, draft, get, getJson, number, post, prepare, publish } from './collection.ts'
import { allPages } from './pages.ts'

const tables = { requests: '2021' } as const
const carried = (year: number, carriedIn: number, carriedOut: number) => ({
  year,
  tables,
  cells: {
    'requests_carried_in.total': number(carriedIn),
    'requests_carried_out.total': number(carriedOut),
  },
})

/** Regulations of a county's bureau: a warning. */
const regulations = (year: number, other: object = {}) => ({
  year,
  cells: { regulations_made: number(1) },
  ...other,
})

const other = { bureau: { id: '410307-0002' } }
const printed = '照原文刊载'

/** Many more, by every rule, in some divisions: 3 years of 260 reports. */
async function addMany(): Promise<void> {
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO bureau (key, id, division, name, level, sector, scope, kind)
        SELECT 1000 + value, printf('41030%d-%04d', 2 + value % 3, value), printf('41030%d', 2 + value % 3), 'b' || value,
          iif(value % 5, 'county', 'township'), iif(value % 2, 'health', 'other'), iif(value % 7, 'own', 'area'), 'bureau'
        FROM ${numbers(1000, 1260)}`,
    ),
    env.DB.prepare(
      `INSERT INTO report (bureau, year, excerpt, spread, counted) SELECT bureau.key, y.value, 0, 1, 1
        FROM bureau, json_each('[2010, 2011, 2012]') y WHERE bureau.key > 2000`,
    ),
    env.DB.prepare(
      `INSERT INTO finding SELECT r.year, CAST(b.division AS INTEGER) * 100, r.bureau, printf('%016x', r.id * 7919 % 10007),
          iif(r.id % 3, 'T3-ROW', 'T2-INT'), iif(r.id % 3, 'error', 'warning'), 'own', '[]', '[]', r.id, 0
        FROM report r JOIN bureau b ON b.key = r.bureau WHERE r.year < 2013`,
    ),
    env.DB.prepare(
      "INSERT INTO bureau_years SELECT key, '[2010,2011,2012]' FROM bureau WHERE key > 2000",
    ),
  ])
}

const numbers = (from: number, to: number): string =>
  `json_each('[${Array.from({ length: to - from + 1 }, (_, i) => from + i).join()}]')`

beforeAll(async () => {
  await prepare()
  await publish(regulations(2022, { source: 'https://www.yanshi.gov.cn/a.html' }))
  await publish({ ...carried(2023, 0, 12), ...other })
  await publish({ ...carried(2024, 14, 0), ...other }, printed)
  await publish(regulations(2024, { cells: { regulations_made: number(2) } }))
  await publish(regulations(2024, { bureau: { id: '320106-0001' } }))
  await publish(regulations(2024, { bureau: { id: '000100-0001' } }))
  await addMany()
})

const path = '/api/v1/findings'
const list = (query: string): Promise<Answer> => getJson(`${path}?${query}`)

/** Whose findings, on which years, of which rules. */
const told = ({ findings }: Answer): string[] =>
  findings.map(({ bureau, year, rule }: Answer) => `${bureau.id}/${year} ${rule.id}`)

const carryOver = '410307-0002/2024 X-CARRY'
const own = '410307-0001/2024 T2-REG'
const far = '320106-0001/2024 T2-REG'

test('what does not add up in the newest year, but for what is made up', async () => {
  const answer = await list('')
  expect(told(answer)).toEqual([far, own, carryOver])
  expect(answer.query).toEqual({
    year: 2024,
    division: { code: null, name: '全国', name_en: 'The whole country' },
    collection: 'real',
    bureau: null,
    rule: null,
    severity: null,
    level: null,
    sector: null,
    scope: null,
  })
  expect(answer.meta.coverage).toEqual({ expected: null, received: 3, missing_count: null })
  expect(answer.findings[2]).toEqual({
    fingerprint: expect.stringMatching(/^[\da-f]{16}$/),
    bureau: {
      id: '410307-0002',
      name: '偃师区乙局',
      name_en: 'Bureau B',
      division: { code: '410307', name: '偃师区', name_en: null },
      level: 'county',
      sector: 'other',
      scope: 'own',
    },
    year: 2024,
    rule: {
      id: 'X-CARRY',
      zh: '上年结转应等于上一年报告的结转下年度',
      en: 'Carried in equals what last year’s report carried out',
    },
    severity: 'error',
    basis: 'previous',
    left: [
      {
        id: 'requests_carried_in.total',
        zh: '上年结转政府信息公开申请数量·总计',
        en: 'Requests carried over from last year, Total',
      },
    ],
    right: [
      {
        id: 'requests_carried_out.total',
        zh: '结转下年度继续办理·总计',
        en: 'Carried over to next year, Total',
      },
    ],
    left_value: 14,
    right_value: 12,
    difference: 2,
    accepted: printed,
    report: '/api/v1/reports/410307-0002/2024',
    source: null,
  })
})

test.for([
  // query, findings
  ['year=2022', ['410307-0001/2022 T2-REG']],
  ['year=2023', []],
  ['division=410307', [own, carryOver]],
  ['division=410000', [own, carryOver]],
  ['division=320000', [far]],
  ['bureau=410307-0001', [own, '410307-0001/2022 T2-REG']],
  ['bureau=410307-0001&year=2022', ['410307-0001/2022 T2-REG']],
  ['bureau=321300-0001', []],
  ['rule=X-CARRY', [carryOver]],
  ['severity=warning', [far, own]],
  ['level=county&scope=own&sector=other', [far, own, carryOver]],
  ['scope=area', []],
  ['sector=health', []],
  ['collection=made-up', ['000100-0001/2024 T2-REG']],
  ['division=000100', ['000100-0001/2024 T2-REG']],
] as const)('?%s finds %j', async ([query, findings]) => {
  expect(told(await list(query))).toEqual(findings)
})

test('one that is in the form itself says so, and where the report is', async () => {
  const [finding] = (await list('year=2022')).findings
  expect(finding).toMatchObject({
    basis: 'form',
    left: [{ id: 'regulations_made' }],
    right: [],
    left_value: 1,
    right_value: null,
    difference: null,
    accepted: null,
    source: 'https://www.yanshi.gov.cn/a.html',
  })
})

test('the file has the same rows', async () => {
  const text = await (await get(`${path}.csv?rule=X-CARRY`)).text()
  const [head = '', row = '', ...more] = text.trimEnd().split('\r\n')
  expect(more).toEqual([])
  const cells = row.split(',')
  const { fingerprint, ...rest } = Object.fromEntries(
    head.split(',').map((name, i) => [name, cells[i]]),
  )
  expect(fingerprint).toMatch(/^[\da-f]{16}$/)
  expect(rest).toEqual({
    bureau: '410307-0002',
    name: '偃师区乙局',
    division: '410307',
    division_name: '偃师区',
    level: 'county',
    sector: 'other',
    scope: 'own',
    made_up: '',
    year: '2024',
    rule: 'X-CARRY',
    severity: 'error',
    basis: 'previous',
    left: 'requests_carried_in.total',
    right: 'requests_carried_out.total',
    left_value: '14',
    right_value: '12',
    difference: '2',
    reason: printed,
    source: '',
    version: 'd6',
  })
})

test.for([
  // query, status, a part of the reason
  ['rule=X-NONE', 400, 'X-CARRY'],
  ['severity=notice', 400, 'error、warning'],
  ['v=2026.1.0', 400, 'v'],
  ['limit=501', 400, '1–500'],
  ['cursor=x', 400, '上一页'],
  ['division=999999', 404, '999999'],
  ['bureau=410307-0099', 404, '410307-0099'],
] as const)('?%s is %i', async ([query, status, reason]) => {
  const response = await get(`${path}?${query}`)
  expect(response.status).toBe(status)
  expect(await response.text()).toContain(reason)
})

const setSpread = (spread: number) => env.DB.prepare(`UPDATE report SET spread = ${spread}`).run()

test('none while an upgrade has left reports that are not in it yet', async () => {
  await setSpread(0)
  const response = await get(`${path}?limit=7`)
  await setSpread(1)
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '600'])
})

test('what a person has found to be none is left out', async () => {
  const stored: Answer = await (
    await post('/revisions', draft(regulations(2024, { bureau: { id: '320106-0001' } })))
  ).json()
  const { fingerprint } = stored.findings.find(({ rule }: Answer) => rule === 'T2-REG')
  const said = { fingerprint, verdict: 'dismissed', reason: '该区为试点，有权制定' }
  expect((await post(`/revisions/${stored.revision.id}/verdicts`, said)).status).toBe(200)
  expect(told(await list(''))).toEqual([own, carryOver])
})

interface Stored {
  readonly id: string
  readonly fingerprint: string
  readonly year: number
  readonly rule: string
  readonly level: string
  readonly division: number
}

test.for([
  // query, which of all findings
  ['year=2011&limit=500', ({ year }: Stored) => year === 2011],
  ['year=2011&limit=7&rule=T2-INT', (one: Stored) => one.year === 2011 && one.rule === 'T2-INT'],
  [
    'year=2010&limit=100&level=township&division=410304',
    (one: Stored) => one.year === 2010 && one.level === 'township' && one.division === 41_030_400,
  ],
  ['bureau=410302-1002&limit=1', ({ id }: Stored) => id === '410302-1002'],
  ['year=2012&limit=500&sector=education', () => false],
] as const)('all pages of ?%s are all that there is', async ([query, isAsked]) => {
  const { results } = await env.DB.prepare(
    `SELECT b.id, f.fingerprint, f.year, f.rule, b.level, f.division FROM finding f JOIN bureau b ON b.key = f.bureau
      ORDER BY f.year DESC, f.division, f.bureau, f.fingerprint`,
  ).all<Stored>()
  const pages = await allPages(`${path}?${query}`)
  expect(
    pages.flatMap(({ findings }) =>
      findings.map(({ bureau, fingerprint }: Answer) => `${bureau.id} ${fingerprint}`),
    ),
  ).toEqual(results.filter(isAsked).map(({ id, fingerprint }) => `${id} ${fingerprint}`))
})
