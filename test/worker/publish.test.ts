import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { type Answer, draft, getJson, number, post, prepare, publish, store } from './collection.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  await prepare()
})

const report = '/api/v1/reports/410307-0001/2024'
const series = (figures: string) => `/api/v1/series?figure=${figures}&bureau=410307-0001`

test('every state of a cell comes out as itself', async () => {
  await publish({
    cells: {
      licences_decided: number(0),
      penalties_decided: { state: 'blank', raw: '' },
      coercion_decided: { state: 'na', raw: '/' },
      norms_made: { state: 'text', raw: '详见附件' },
      norms_valid: { state: 'unread', raw: '1O', reason: '不是数字' },
      fees_collected_wan: { state: 'number', value: 59237.2449, raw: '59,237.2449' },
    },
  })
  const { figures } = await getJson(report)
  expect(figures).toMatchObject({
    licences_decided: { value: 0, state: 'number', raw: '0' },
    penalties_decided: { value: null, state: 'blank', raw: '' },
    coercion_decided: { value: null, state: 'na', raw: '/' },
    norms_made: { value: null, state: 'text', raw: '详见附件' },
    norms_valid: { value: null, state: 'unread', raw: '1O' },
    norms_repealed: { value: null, state: 'absent' },
    fees_collected_wan: { value: 59237.2449, state: 'number', raw: '59,237.2449' },
  })
  const ids = Object.keys(figures)
  const trend = await getJson(series(ids.join(',')))
  expect(Object.fromEntries(trend.series.map((s: Answer) => [s.figure, s.points[0]]))).toEqual(
    Object.fromEntries(
      ids.map((id) => [
        id,
        { year: 2024, value: figures[id].value, state: figures[id].state, disputed: false },
      ]),
    ),
  )
})

test('an excerpt with table 二 only says nothing about table 三', async () => {
  await publish({ excerpt: true })
  const answer = await getJson(report)
  expect(answer).toMatchObject({ excerpt: true, tables: { disclosure: '2021' } })
  expect(Object.keys(answer.figures).filter((id) => id.startsWith('requests'))).toEqual([])
  const { results } = await env.DB.prepare('SELECT * FROM figure WHERE figure > 100').all()
  expect(results).toEqual([])
  const { series: lines } = await getJson(series('requests_new.total,licences_decided'))
  expect(lines.map((line: Answer) => line.points)).toEqual([
    [{ year: 2024, value: null, state: 'absent', disputed: false }],
    [{ year: 2024, value: 45, state: 'number', disputed: false }],
  ])
})

test('a zero is not stored, and comes back as 0 only where its table is recorded', async () => {
  await publish({ cells: { licences_decided: number(0) }, tables: { disclosure: null } })
  const { results } = await env.DB.prepare('SELECT * FROM figure WHERE figure = 7').all()
  expect(results).toEqual([])
  const { series: lines } = await getJson(series('licences_decided,fees_collected_wan'))
  expect(lines.map((line: Answer) => line.points[0].state)).toEqual(['number', 'absent'])
})

test('a figure of the other edition in the same table is stored as printed', async () => {
  await publish({ cells: { licences_decided: number(1), licence_items_prev: number(0) } })
  const { series: lines } = await getJson(series('licence_items_prev'))
  expect(lines[0].points).toEqual([{ year: 2024, value: 0, state: 'number', disputed: false }])
})

const broken = {
  tables: { reviews: 'any' },
  cells: {
    review_upheld: number(10),
    review_corrected: number(1),
    review_other: number(0),
    review_pending: number(0),
    review_total: number(0),
  },
}

test('sums that do not hold keep a report from the public until somebody gives a reason', async () => {
  const id = await store(broken)
  const refused = await post(`/revisions/${id}/publish`, {})
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({
    status: 422,
    errors: [{ code: 'T4-SUM', path: 'review_total', message: '11 ≠ 0' }],
  })
  expect((await getJson('/api/v1/bureaus/410307-0001')).bureau.years).toEqual([])
  expect(await count('publication')).toBe(0)

  expect((await post(`/revisions/${id}/publish`, { accepted: '照原文刊载' })).status).toBe(200)
  const answer = await getJson(report)
  expect(answer.accepted).toBe('照原文刊载')
  expect(answer.findings).toMatchObject([
    { rule: 'T4-SUM', severity: 'error', outcome: 'fail', left_sum: 11, right_sum: 0 },
  ])
})

test('figures of a broken sum are marked wherever they go', async () => {
  await publish(broken, '照原文刊载')
  const { series: lines } = await getJson(series('review_total,review_upheld,suit_direct_total'))
  expect(lines.map((line: Answer) => line.points[0].disputed)).toEqual([true, true, false])
})

test('a reason is kept only where there is something to accept', async () => {
  await publish({}, '照原文刊载')
  expect((await getJson(report)).accepted).toBeNull()
})

test('held reports are listed with their findings', async () => {
  const id = await store(broken)
  const response = await env.DB.prepare('SELECT state FROM revision WHERE id = ?').bind(id).first()
  expect(response).toEqual({ state: 'draft' })
})

test('the same document twice changes nothing; another reading of it is a new revision', async () => {
  await publish()
  const again = await post('/revisions', draft())
  expect(again.status).toBe(200)
  expect(await again.json()).toMatchObject({ revision: { unchanged: true, state: 'published' } })
  expect(await count('revision')).toBe(1)
  await publish({ cells: { licences_decided: number(46) } })
  const states = await env.DB.prepare('SELECT number, state FROM revision ORDER BY number').all()
  expect(states.results).toEqual([
    { number: 1, state: 'superseded' },
    { number: 2, state: 'published' },
  ])
  expect((await getJson(report)).figures.licences_decided.value).toBe(46)
  expect((await getJson(series('licences_decided'))).series[0].points[0].value).toBe(46)
})

test('the same document under another file name is the same document', async () => {
  await publish()
  const again = await post(
    '/revisions',
    draft({ file: { name: 'b.html', sha256: 'a'.repeat(64) } }),
  )
  expect(await again.json()).toMatchObject({ revision: { unchanged: true } })
})

test('only the newest draft can be published, and only once', async () => {
  const first = await store()
  const second = await store({ cells: { licences_decided: number(46) } })
  expect((await post(`/revisions/${second}/publish`, {})).status).toBe(200)
  expect((await post(`/revisions/${second}/publish`, {})).status).toBe(409)
  expect((await post(`/revisions/${first}/publish`, {})).status).toBe(409)
  expect((await post('/revisions/999/publish', {})).status).toBe(404)
  expect((await getJson(report)).figures.licences_decided.value).toBe(46)
  expect(await count('publication')).toBe(1)
})

test('a publish that fails half-way leaves nothing behind', async () => {
  await publish()
  const before = await everything()
  const id = await store({ cells: { licences_decided: number(666), penalties_decided: number(1) } })
  const stored = await everything()
  await env.DB.prepare(
    "CREATE TRIGGER fail BEFORE INSERT ON figure WHEN NEW.value = 666 BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  ).run()
  const reason = '原机关更正了报告中的数字'
  expect((await post(`/revisions/${id}/publish`, { reason })).status).toBe(500)
  expect(await everything()).toEqual(stored)
  expect(stored.figure).toEqual(before.figure)
})

test('figures that are public change only with a public reason', async () => {
  await publish()
  const id = await store({ cells: { licences_decided: number(46) } })
  const refused = await post(`/revisions/${id}/publish`, {})
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ errors: [{ code: 'reason_needed' }] })
  expect((await getJson(report)).figures.licences_decided.value).toBe(45)
  expect((await post(`/revisions/${id}/publish`, { reason: '太短' })).status).toBe(422)
  const reason = '原机关更正了行政许可数量'
  expect((await post(`/revisions/${id}/publish`, { reason })).status).toBe(200)
  const ledger = await env.DB.prepare(
    'SELECT action, reason FROM publication ORDER BY version',
  ).all()
  expect(ledger.results).toEqual([
    { action: 'publish', reason: null },
    { action: 'amend', reason },
  ])
})

test('the same figures from another document need no reason', async () => {
  await publish()
  const id = await store({ file: { name: 'b.html', sha256: 'b'.repeat(64) } })
  expect((await post(`/revisions/${id}/publish`, {})).status).toBe(200)
  expect(
    await env.DB.prepare("SELECT count(*) AS n FROM publication WHERE action = 'replace'").first(
      'n',
    ),
  ).toBe(1)
})

test('what is withdrawn is gone at once, and may come back', async () => {
  await publish()
  const id = await env.DB.prepare(
    "SELECT id FROM revision WHERE state = 'published'",
  ).first<number>('id')
  const reason = '报告被原机关撤回，等待重新发布'
  expect((await post(`/revisions/${id}/withdraw`, {})).status).toBe(422)
  expect((await post(`/revisions/${id}/withdraw`, { reason })).status).toBe(200)
  expect((await post(`/revisions/${id}/withdraw`, { reason })).status).toBe(409)
  expect((await getJson(series('licences_decided'))).series[0].points).toEqual([])
  expect((await getJson(report)).status).toBe(404)
  expect(await count('figure')).toBe(0)
  expect(await count('total')).toBe(0)
  await publish({ cells: { licences_decided: number(47) } })
  expect((await getJson(report)).figures.licences_decided.value).toBe(47)
})

const numbers = (own: Record<string, number>) =>
  Object.fromEntries(Object.entries(own).map(([id, value]) => [id, number(value)]))

test('what the next year says of this one is kept beside it', async () => {
  const tables = { requests: '2021' }
  await publish({ year: 2024, tables, cells: numbers({ 'requests_carried_in.total': 14 }) })
  expect(await count('restatement')).toBe(0)
  const stated = { year: 2023, tables, cells: numbers({ 'requests_carried_out.total': 12 }) }
  await publish(stated, '下一年度报告已更正结转数')
  const { results } = await env.DB.prepare('SELECT year, stated, restated FROM restatement').all()
  expect(results).toEqual([{ year: 2023, stated: 12, restated: 14 }])
  await publish({ year: 2024, tables, cells: numbers({ 'requests_carried_in.total': 12 }) })
  expect(await count('restatement')).toBe(0)
})

test('every change of what is public is in the audit log, which nobody can change', async () => {
  await publish()
  const { results } = await env.DB.prepare('SELECT by, action, subject, note FROM audit').all()
  expect(results).toEqual([
    { by: 1, action: 'roster', subject: '410307-0001 + 4', note: null },
    { by: 1, action: 'publish', subject: '410307-0001/2024#1', note: null },
  ])
  await expect(env.DB.prepare('DELETE FROM audit').run()).rejects.toThrow('append-only')
  await expect(env.DB.prepare("UPDATE audit SET note = ''").run()).rejects.toThrow('append-only')
})

test('a revision can be neither changed nor deleted', async () => {
  await publish()
  await expect(env.DB.prepare("UPDATE revision SET cells = '{}'").run()).rejects.toThrow(
    'immutable',
  )
  await expect(env.DB.prepare('DELETE FROM revision').run()).rejects.toThrow('kept for ever')
})

const count = (table: string): Promise<number | null> =>
  env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')

async function everything() {
  const [publication, revision, figure, reports] = await env.DB.batch([
    env.DB.prepare('SELECT * FROM publication'),
    env.DB.prepare('SELECT * FROM revision'),
    env.DB.prepare('SELECT * FROM figure'),
    env.DB.prepare('SELECT * FROM report'),
  ])
  return {
    publication: publication?.results,
    revision: revision?.results,
    figure: figure?.results,
    reports: reports?.results,
  }
}
