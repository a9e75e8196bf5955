import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { applicantIds } from '#core/catalog/index.ts'
import type { RequestRow } from '#core/catalog/requests.ts'
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
import { type Place, happen, idOf, newPlace, report, seriesOf, told } from './lineage-places.ts'

beforeAll(prepare)

const event = {
  kind: 'renamed',
  on: '2020-03-01',
  document: '某政发〔2020〕1号',
  from: ['410307-0001'],
  to: ['410307-0001'],
}

/** What the answer says is wrong: status, then code and path of each. */
async function wrong(response: Response): Promise<unknown[]> {
  const { errors }: Answer = await response.json()
  return [response.status, ...(errors ?? []).map(({ code, path }: Answer) => `${code} ${path}`)]
}

const tables = ['lineage_event', 'lineage_party', 'roster_change', 'audit']

const counts = async (): Promise<unknown[]> =>
  Promise.all(
    tables.map((name) => env.DB.prepare(`SELECT count(*) FROM ${name}`).first('count(*)')),
  )

// What is sent, the answer.
test.for([
  ['no event', [], [422, 'invalid events']],
  ['no such kind', [{ ...event, kind: 'moved' }], [422, 'invalid events.0.kind']],
  ['no id', [{ ...event, to: ['x'] }], [422, 'invalid events.0.to.0']],
  ['no such day', [{ ...event, on: '2020-02-30' }], [422, 'date events.0']],
  ['a day to come', [{ ...event, on: '2999-01-01' }], [422, 'future events.0']],
  ['no document', [{ ...event, document: ' ' }], [422, 'document events.0']],
  ['one event twice', [event, { ...event, document: 'x' }], [422, 'repeated events.1']],
  ['too few bureaus', [event, { ...event, kind: 'merged' }], [422, 'sides events.1']],
  [
    'bureaus that are not there',
    [event, { ...event, from: ['410307-0098'], to: ['410307-0099'] }],
    [422, 'unknown_bureau events.1', 'unknown_bureau events.1'],
  ],
  ['real and made-up', [{ ...event, to: ['000100-0001'] }], [422, 'mixed events.0']],
  [
    'what happens after the end',
    [
      { ...event, to: ['410307-0002'] },
      { ...event, on: '2021-03-01', kind: 'abolished', to: [] },
    ],
    [422, 'ended_twice events.1', 'after_end events.1'],
  ],
] as const)('%s is refused, and nothing written', async ([, events, says]) => {
  const before = await counts()
  expect(await wrong(await post('/lineage', { events }))).toEqual(says)
  expect(await counts()).toEqual(before)
})

test('what makes no sense with what is known of others by way of third ones is refused', async () => {
  const place = await newPlace('a b c')
  await happen(place, '2020-03-01 renamed a→b; 2021-03-01 renamed b→c')
  const again = { ...event, on: '2022-03-01', from: [idOf(place, 'c')], to: [idOf(place, 'a')] }
  const response = await post('/lineage', { events: [again] })
  const { errors }: Answer = await response.clone().json()
  expect(await wrong(response)).toEqual([
    422,
    'before_beginning events',
    'after_end events.0',
    'cycle events',
    'cycle events',
    'cycle events.0',
  ])
  expect(errors[1].message).toBe(
    `机关终止之后还有事项（Something happens after it has ceased to be）：2022-03-01 更名 ${idOf(place, 'c')} → ${idOf(place, 'a')}`,
  )
})

const send = async (...events: object[]): Promise<Answer> =>
  (await post('/lineage', { events })).json()

test('an event that is known is not added again; its document may be corrected', async () => {
  const place = await newPlace('a b')
  const one = { ...event, from: [idOf(place, 'a')], to: [idOf(place, 'b')] }
  const first = await send(one)
  const { id } = first.events[0]
  const before = await counts()
  expect(first).toEqual({ events: [{ id: expect.any(Number), result: 'added' }] })
  expect(await send(one)).toEqual({ events: [{ id, result: 'unchanged' }] })
  expect(await counts()).toEqual(before)
  const moved = { ...event, kind: 'transferred', from: [idOf(place, 'b')], to: ['410307-0001'] }
  expect(await send({ ...one, document: '更正的文件' }, moved)).toEqual({
    events: [
      { id, result: 'corrected' },
      { id: expect.any(Number), result: 'added' },
    ],
  })
  const { bureau } = await getJson(`/api/v1/bureaus/${idOf(place, 'a')}`)
  expect(bureau.lineage.events).toMatchObject([{ id, document: '更正的文件' }])
})

/** All that lineage tells on, of all bureaus. */
async function kept(): Promise<unknown[]> {
  const queries = [
    'SELECT id, begins, ended, succeeded FROM bureau ORDER BY key',
    'SELECT bureau, year, aside FROM report ORDER BY id',
    'SELECT * FROM total WHERE until IS NULL',
    'SELECT * FROM received WHERE until IS NULL',
    'SELECT * FROM expected WHERE until IS NULL AND change <> 0',
    'SELECT * FROM histogram WHERE until IS NULL AND n <> 0',
    'SELECT * FROM figure_group WHERE until IS NULL',
    'SELECT * FROM holding WHERE until IS NULL',
    'SELECT * FROM finding ORDER BY year, bureau, fingerprint',
  ]
  return Promise.all(queries.map(async (query) => (await env.DB.prepare(query).all()).results))
}

const stored = (place: Place): Promise<Answer> =>
  env.DB.prepare('SELECT begins, ended, succeeded, revised FROM bureau WHERE id = ?')
    .bind(idOf(place, 'a'))
    .first()

test('taken back, everything is as before, and the audit log says what there was', async () => {
  const place = await newPlace('a b c')
  await report(place, 'a2018=1 b2018=2 a2020=4 c2020=8')
  const before = await kept()
  await happen(place, '2020-03-01 merged a+b→c')
  expect(await kept()).not.toEqual(before)
  const { revised, ...tenure } = await stored(place)
  expect(tenure).toEqual({ begins: null, ended: 2020, succeeded: 1 })
  const { bureau } = await getJson(`/api/v1/bureaus/${idOf(place, 'a')}`)
  const { id } = bureau.lineage.events[0]
  const etag = (await get('/b/410307-0001')).headers.get('etag')

  expect((await post(`/lineage/${id}/remove`, { reason: '登记有误' })).status).toBe(200)
  expect(await kept()).toEqual(before)
  expect((await stored(place)).revised).toBeGreaterThan(revised)
  expect((await get('/b/410307-0001')).headers.get('etag')).not.toBe(etag)
  const row = await env.DB.prepare("SELECT * FROM audit WHERE action = 'lineage_remove'").first()
  expect(row).toMatchObject({ subject: `lineage#${id}`, by: 1 })
  expect(JSON.parse(String(row?.['note']))).toMatchObject({
    reason: '登记有误',
    removed: { kind: 'merged', from: [idOf(place, 'a'), idOf(place, 'b')] },
  })
  expect((await post(`/lineage/${id}/remove`, { reason: '登记有误' })).status).toBe(404)
})

test('the number of an event taken back is never another’s', async () => {
  const place = await newPlace('a b')
  const one = { ...event, from: [idOf(place, 'a')], to: [idOf(place, 'b')] }
  const add = async (): Promise<number> => {
    const answer: Answer = await (await post('/lineage', { events: [one] })).json()
    return answer.events[0].id
  }
  const first = await add()
  await post(`/lineage/${first}/remove`, { reason: '登记有误' })
  expect(await add()).not.toBe(first)
})

const row = (id: RequestRow, n: number) =>
  Object.fromEntries(
    applicantIds.map((column) => [
      `${id}.${column}`,
      number(['natural_person', 'total'].includes(column) ? n : 0),
    ]),
  )

const requests = async (
  place: Place,
  letter: string,
  year: number,
  [into, out]: [number, number],
) =>
  publish(
    {
      bureau: { id: idOf(place, letter) },
      year,
      tables: { requests: '2021' },
      cells: { ...row('requests_carried_in', into), ...row('requests_carried_out', out) },
    },
    '照原文刊载',
  )

const breaks = async (place: Place): Promise<unknown[]> => {
  const { results } = await env.DB.prepare(
    `SELECT f.year, f.left_sum, f.right_sum FROM finding f JOIN bureau b ON b.key = f.bureau
      WHERE b.id = ? AND f.basis = 'previous' ORDER BY f.year, f.fingerprint`,
  )
    .bind(idOf(place, 'c'))
    .all()
  return [...new Set(results.map((one) => Object.values(one).join(' ')))]
}

test('what a merged bureau carried in is held against the sum of its predecessors, also afterwards', async () => {
  const place = await newPlace('a b c')
  await requests(place, 'a', 2019, [0, 2])
  await requests(place, 'b', 2019, [0, 3])
  await requests(place, 'c', 2020, [4, 1])
  expect(await breaks(place)).toEqual([])
  await happen(place, '2020-03-01 merged a+b→c')
  expect(await breaks(place)).toEqual(['2020 4 5'])
})

test('a draft of before an event is published as it is after it', async () => {
  const place = await newPlace('a b')
  const id = await store(draft({ bureau: { id: idOf(place, 'a') }, year: 2021 }))
  await happen(place, '2020-03-01 renamed a→b')
  await post(`/revisions/${id}/publish`, { accepted: null, reason: null })
  const answer = await seriesOf(place, 'a b', '&lineage=linked')
  expect(told(answer)).toBe('a: ; b: ')
  expect((await seriesOf(place, 'a', '')).reports).toMatchObject([{ year: 2021, aside: true }])
})

test('two at the same moment: both events are kept', async () => {
  const place = await newPlace('a b c')
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => idOf(place, letter))
  const first = { ...event, from: [a], to: [b] }
  const second = { ...event, on: '2021-03-01', from: [b], to: [c] }
  const responses = await Promise.all(
    [first, second].map((one) => post('/lineage', { events: [one] })),
  )
  expect(responses.map(({ status }) => status)).toEqual([200, 200])
  const { bureau } = await getJson(`/api/v1/bureaus/${b}`)
  expect(bureau.lineage).toMatchObject({ begins: 2020, ended: 2021 })
})
