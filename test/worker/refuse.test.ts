import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { type Answer, draft, number, post, prepare } from './collection.ts'

beforeAll(prepare)

const nextYear = new Date().getFullYear() + 1
const cells = (own: Record<string, unknown>) => ({ cells: own })

test.for([
  // what is wrong, the body, where the answer points
  ['an unknown figure', cells({ licences: number(1) }), 'cells.licences'],
  ['a negative count', cells({ licences_decided: number(-1) }), 'cells.licences_decided'],
  ['a fraction of a decision', cells({ licences_decided: number(1.5) }), 'cells.licences_decided'],
  ['a number beyond reason', cells({ licences_decided: number(1e15) }), 'cells.licences_decided'],
  ['a negative amount', cells({ fees_collected_wan: number(-1) }), 'cells.fees_collected_wan'],
  [
    'a number that is not the printed one',
    cells({ licences_decided: { state: 'number', value: 46, raw: '45' } }),
    'cells.licences_decided',
  ],
  [
    'a zero for a blank',
    cells({ licences_decided: { state: 'number', value: 0, raw: '' } }),
    'cells.licences_decided',
  ],
  [
    'a blank for a number',
    cells({ licences_decided: { state: 'blank', raw: '45' } }),
    'cells.licences_decided',
  ],
  [
    'a state that does not exist',
    cells({ licences_decided: { state: 'zero', raw: '' } }),
    'cells.licences_decided.state',
  ],
  [
    'a number that is none',
    cells({ licences_decided: { state: 'number', value: '45', raw: '45' } }),
    'cells.licences_decided.value',
  ],
  [
    'a cell of a table that is not there',
    cells({ 'requests_new.total': number(1) }),
    'cells.requests_new.total',
  ],
  ['an edition that does not exist', { tables: { disclosure: '2008' } }, 'tables.disclosure'],
  ['a year before 2008', { year: 2007 }, 'year'],
  ['a year after next year', { year: nextYear + 1 }, 'year'],
  ['no year', { year: null }, 'year'],
  ['an unknown bureau', { bureau: { id: '410307-0009' } }, 'bureau'],
  ['an unknown name', { bureau: { name: '偃师区丙局' } }, 'bureau'],
  ['a source that is no web address', { source: 'javascript:alert(1)' }, 'source'],
  ['a code repository as source', { source: 'https://github.com/a/b/raw/c.html' }, 'source'],
  ['a mirror as source', { source: 'https://raw.githubusercontent.com/a/b' }, 'source'],
  ['a file without its hash', { file: { name: 'a.html' } }, 'file.sha256'],
] as const)('%s is refused, and nothing is stored', async ([, own, path]) => {
  const response = await post('/revisions', draft(own))
  expect(response.status).toBe(422)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem: Answer = await response.json()
  expect(problem).toMatchObject({ type: 'about:blank', status: 422, title: 'Refused' })
  expect(problem.errors.map((error: Answer) => error.path)).toContain(path)
  expect(await env.DB.prepare('SELECT count(*) AS n FROM revision').first('n')).toBe(0)
  expect(await env.DB.prepare('SELECT count(*) AS n FROM report').first('n')).toBe(0)
})

test('no figures at all are refused', async () => {
  expect((await post('/revisions', draft({ cells: {} }))).status).toBe(422)
})

test('signed and decimal figures are possible where the form has them', async () => {
  const response = await post(
    '/revisions',
    draft({
      year: 2020,
      tables: { disclosure: '2019' },
      cells: { licence_items_change: number(-3), procurement_amount: number(0.5) },
    }),
  )
  expect(response.status).toBe(201)
})

test.for([
  // method and path, token: only the right one writes
  ['/revisions', 'nt_wrong', 401],
  ['/bureaus', '', 401],
  ['/nothing', 'nt_wrong', 401],
] as const)('POST %s with the token %j is %i', async ([path, bearer, status]) => {
  const response = await post(path, draft(), bearer)
  expect(response.status).toBe(status)
  expect(response.headers.get('www-authenticate')).toContain('Bearer')
})

test('a revoked token does not write any more', async () => {
  await env.DB.prepare("UPDATE token SET revoked_at = '2026-01-02T00:00:00Z'").run()
  expect((await post('/revisions', draft())).status).toBe(401)
  await env.DB.prepare('UPDATE token SET revoked_at = NULL').run()
})

test('a body over 4 MB is refused', async () => {
  const response = await post('/revisions', { ...draft(), padding: 'x'.repeat(4 * 1024 * 1024) })
  expect(response.status).toBe(413)
})

const rows = () => env.DB.prepare('SELECT * FROM bureau').all()

const entry = {
  id: '410307-0009',
  division: '410307',
  name: '偃师区戊局',
  aliases: [],
  level: 'county',
  sector: 'other',
  scope: 'own',
  kind: 'bureau',
}

test.for([
  // what is wrong with a roster
  ['an id of another division', [{ ...entry, division: '110000' }]],
  ['a made-up bureau that becomes real', [{ ...entry, id: '000100-0001' }]],
  ['a real bureau that becomes made-up', [{ ...entry, id: '410307-0001', division: '000100' }]],
  ['the same id twice', [entry, { ...entry, name: '偃师区己局' }]],
] as const)('%s is refused, and the roster stays as it was', async ([, bureaus]) => {
  const before = await rows()
  const response = await post('/bureaus', { bureaus })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ errors: [{ code: 'strange_id' }] })
  expect((await rows()).results).toEqual(before.results)
})

test('a bureau that is known may move to another division', async () => {
  const moved = { ...entry, id: '410307-0001', division: '410300', name: '偃师区甲局' }
  expect((await post('/bureaus', { bureaus: [moved] })).status).toBe(200)
})
