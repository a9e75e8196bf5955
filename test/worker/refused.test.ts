import { beforeAll, expect, test } from 'vitest'
import { type Answer, get, prepare, publish } from './collection.ts'
import { cut } from './varied.ts'

let release: string
beforeAll(async () => {
  await prepare()
  await publish()
  release = await cut()
})

const api = '/api/v1'
const one = 'figure=licences_decided'
const own = `${one}&bureau=410307-0001`

test.for([
  // what is asked, the parameter that is wrong, a part of what is allowed
  [`/totals?${one}&level=x`, 'level', 'state、province、prefecture、county、township'],
  [`/totals?${one}&scope=x`, 'scope', 'own、area'],
  [`/totals?${one}&sector=x`, 'sector', 'culture_tourism'],
  [`/totals?${one}&by=x`, 'by', 'area、inside'],
  [`/totals?${one}&collection=x`, 'collection', 'real、made-up'],
  [`/totals?${one}&year=`, 'year', '四位年份'],
  [`/totals?${one}&limit=501`, 'limit', '1–500'],
  [`/totals?${one}&cursor=x`, 'cursor', '上一页'],
  [`/totals?${one}&division=41`, 'division', '410307'],
  [`/totals?${one}&from=2025&to=2020`, 'from', '不应晚于'],
  [`/totals?${one}&v=newest`, 'v', '2026.3.0'],
  ['/totals', 'figure', '/docs'],
  [`/totals?${one}&year=2020&year=2021`, 'year', '只能'],
  [`/ranking?${one}&level=x`, 'level', 'township、all'],
  [`/ranking?${one}&sector=x`, 'sector', 'all'],
  [`/ranking?${one},penalties_decided`, 'figure', '/api/v1/figures'],
  [`/spread?${one}&bureau=x`, 'bureau', '410307-0001'],
  ['/coverage?division=410300&level=county', 'level', '省级'],
  ['/bureaus?sector=A', 'sector', 'culture_tourism'],
  ['/bureaus?limit=0', 'limit', '1–500'],
  [`/series?${own}&lineage=x`, 'lineage', 'separate、linked'],
  ['/series?figure=licences&bureau=410307-0001', 'figure', '/api/v1/figures'],
  ['/series?figure=&bureau=410307-0001', 'figure', '1–50'],
  ['/restatements?figure=x', 'figure', '/api/v1/figures'],
  ['/reports?limit=101', 'limit', '1–100'],
  ['/reports?v=2020.1.0&division=410307', 'division', '省级'],
  ['/findings?severity=x', 'severity', 'error、warning'],
  ['/findings?rule=x', 'rule', 'X-CARRY'],
  ['/changes?since=2026-02-31', 'since', '2026-01-31'],
  ['/changes?since=', 'since', '2026-01-31'],
  ['/releases/2026.1.0?cursor=x', 'cursor', '上一页'],
  ['/releases/2026.1.0/changes?cursor=x', 'cursor', '上一页'],
  ['/releases/newest', 'release', '2026.3.0'],
  [`/cube.json-stat?${one}&lang=fr`, 'lang', 'zh、en'],
  ['/reports/x/2024', 'bureau', '410307-0001'],
  ['/reports/410307-0001/2024/diff?from=0', 'from', '序号'],
  ['/observations/410307-0001/2024/x/source', 'figure', '/api/v1/figures'],
] as const)('%s: %s is told, and what is allowed', async ([asked, parameter, allowed]) => {
  const response = await get(`${api}${asked}`)
  const problem: Answer = await response.json()
  expect([response.status, problem.errors.length]).toEqual([400, 1])
  const [{ path, message }] = problem.errors
  expect(path.split('.')[0]).toBe(parameter)
  expect(message).toContain(allowed)
  // Chinese first, English behind it in brackets.
  expect(message).toMatch(/^.*[\u4e00-\u9fff].*（.*[a-z].*）/)
})

test.for([
  '/bureaus',
  '/bureaus.csv',
  '/bureaus/410307-0001',
  '/changes',
  '/findings',
  '/restatements.xlsx',
  '/reports/410307-0001/2024/diff',
  '/reports/410307-0001/2024/revisions/1',
  '/observations/410307-0001/2024/licences_decided/source',
])('%s is kept by no release, and does not pass for a part of one', async (path) => {
  expect((await get(`${api}${path}`)).status).toBe(200)
  const response = await get(`${api}${path}?v=${release}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errors: [{ code: 'not_kept', path: 'v' }] })
})

const bureaus = Array.from({ length: 50 }, (_, i) => `410307-${1000 + i}`).join()
const five = 'licences_decided,penalties_decided,norms_made,regulations_made,requests_new.total'

test.for([
  `${api}/series?bureau=${bureaus}&figure=${five}`,
  `${api}/cube.json-stat?bureau=${bureaus}&figure=${five}`,
  `/compare.json?bureaus=${bureaus}&figure=${five}`,
  `/compare.csv?bureaus=${bureaus}&figure=${five}`,
  // A rate is made of many figures.
  `${api}/series?bureau=${bureaus}&figure=disclosure_rate,completion_rate`,
])('%s asks for too much at once', async (path) => {
  const response = await get(path)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errors: [{ path: 'figure' }] })
})
