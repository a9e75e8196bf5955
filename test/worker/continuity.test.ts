import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import {
  type Answer,
  draft,
  get,
  getJson,
  number,
  post,
  prepare,
  publish,
  store,
} from './collection.ts'

beforeAll(prepare)

const tables = { requests: '2021' } as const
const carriedIn = (year: number, value: number) => ({
  year,
  tables,
  cells: { 'requests_carried_in.total': number(value) },
})
const carriedOut = (year: number, value: number) => ({
  year,
  tables,
  cells: { 'requests_carried_out.total': number(value) },
})

const publishing = async (id: number, accepted: string | null = null): Promise<Answer> => {
  const response = await post(`/revisions/${id}/publish`, {
    accepted,
    reason: '原机关更正了报告中的数字',
  })
  return { status: response.status, ...(await response.json<object>()) }
}

const findings = async (year: number) =>
  (
    await env.DB.prepare(
      "SELECT rule, left_sum, right_sum FROM finding WHERE basis = 'previous' AND year = ?",
    )
      .bind(year)
      .all()
  ).results

const broken = { rule: 'X-CARRY', left_sum: 14, right_sum: 12 }

test.for([
  { order: 'the later report', years: [carriedOut(2013, 12), carriedIn(2014, 14)] },
  { order: 'the earlier report', years: [carriedIn(2018, 14), carriedOut(2017, 12)] },
])(
  '$order is not published where the carry-over breaks, unless with a reason',
  async ({ years }) => {
    const [first, second] = years
    await publish(first)
    const id = await store(second)
    const refused = await publishing(id)
    expect(refused).toMatchObject({
      status: 422,
      errors: [{ code: 'X-CARRY', path: 'requests_carried_out.total', message: '14 ≠ 12' }],
    })
    expect(
      await env.DB.prepare('SELECT state FROM revision WHERE id = ?').bind(id).first(),
    ).toEqual({
      state: 'draft',
    })
    expect((await publishing(id, '两年报告口径不同')).status).toBe(200)
    const later = Math.max(...years.map(({ year }) => year))
    expect(await findings(later)).toEqual([broken])
  },
)

test('a finding goes when the other year is amended, and comes back', async () => {
  await publish(carriedOut(2010, 12))
  await publish(carriedIn(2011, 14), '照原文刊载')
  expect(await findings(2011)).toEqual([broken])
  await publish(carriedOut(2010, 14))
  expect(await findings(2011)).toEqual([])
  await publish(carriedOut(2010, 12))
  expect(await findings(2011)).toEqual([broken])
})

test('a report says what the one before it says otherwise, as data and in words', async () => {
  await publish(carriedOut(2024, 12))
  await publish(carriedIn(2025, 14), '两年报告口径不同')
  const { discrepancies } = await getJson('/api/v1/reports/410307-0001/2025')
  expect(discrepancies).toEqual([
    {
      rule: 'X-CARRY',
      severity: 'error',
      left: ['requests_carried_in.total'],
      right: ['requests_carried_out.total'],
      left_sum: 14,
      right_sum: 12,
      reason: '两年报告口径不同',
    },
  ])
  const page = await (await get('/b/410307-0001/2025')).text()
  expect(page).toContain('上年结转政府信息公开申请数量：本报告14件，2024年报告12件')
  expect(page).toContain('理由：两年报告口径不同。')
})

test('what was accepted once stays accepted when the report is read again', async () => {
  await publish(carriedOut(2020, 12))
  await publish(carriedIn(2021, 14), '照原文刊载')
  // The same figures with one more: another revision.
  const again = { ...carriedIn(2021, 14), file: { name: 'b.html', sha256: 'b'.repeat(64) } }
  expect((await publishing(await store(again))).status).toBe(200)
  const accepted = 'SELECT accepted FROM publication ORDER BY version DESC LIMIT 1'
  expect(await env.DB.prepare(accepted).first('accepted')).toBe('照原文刊载')
  expect((await publishing(await store(carriedIn(2021, 15)))).status).toBe(422)
})

test('a finding that a person has dismissed stands in nobody’s way, until a value changes', async () => {
  await publish(carriedOut(2022, 12))
  const id = await store(carriedIn(2023, 14))
  const stored: Answer = await (await post('/revisions', draft(carriedIn(2023, 14)))).json()
  const { fingerprint, verdict } = stored.findings.find(({ rule }: Answer) => rule === 'X-CARRY')
  expect(verdict).toBeNull()
  const said = { fingerprint, verdict: 'dismissed', reason: '上年已另行公布更正' }
  expect((await post(`/revisions/${id}/verdicts`, said)).status).toBe(200)
  const other = { ...carriedIn(2023, 14), source: 'https://example.gov.cn/2023.html' }
  expect((await publishing(await store(other))).status).toBe(200)
  expect((await publishing(await store(carriedIn(2023, 15)))).status).toBe(422)
  expect((await post(`/revisions/${id}/verdicts`, { ...said, verdict: null })).status).toBe(200)
  const third = { ...other, file: { name: 'c.html', sha256: 'c'.repeat(64) } }
  expect((await publishing(await store(third))).status).toBe(422)
})

test('a verdict on a finding that the report does not have is refused', async () => {
  const id = await store({ year: 2009, tables: { disclosure: null } })
  const said = { fingerprint: '0'.repeat(16), verdict: 'dismissed', reason: '不是问题' }
  expect((await post(`/revisions/${id}/verdicts`, said)).status).toBe(404)
})

test('after a merger the carry-over is that of all who became one, and nobody restates anything', async () => {
  const [a, b] = [{ id: '410307-0001' }, { id: '410307-0002' }]
  await publish({ ...carriedOut(2015, 5), bureau: a })
  await publish({ ...carriedOut(2015, 3), bureau: b })
  const event = { kind: 'merged', on: '2016-06-30', document: '机构改革方案', from: [a.id, b.id] }
  expect((await post('/lineage', { events: [{ ...event, to: [a.id] }] })).status).toBe(200)
  await publish({ ...carriedIn(2016, 8), bureau: a })
  expect(await findings(2016)).toEqual([])
  const restated = 'SELECT count(*) AS n FROM restatement WHERE year = 2015'
  expect(await env.DB.prepare(restated).first('n')).toBe(0)
  expect((await publishing(await store({ ...carriedIn(2016, 5), bureau: a }))).status).toBe(422)
})
