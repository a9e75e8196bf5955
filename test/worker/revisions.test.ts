import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { selectPendingChange } from '#worker/db/changes.ts'
import { connect } from '#worker/db/client.ts'
import { type Answer, get, getJson, number, post, prepare, store } from './collection.ts'

const db = connect(env.DB)
const base = '/api/v1/reports/410307-0001/2024'
const amended = '原机关更正了行政许可的数字'
const gone = '文件属于另一机关，现予撤回'

async function publish(id: number, reason: string | null): Promise<void> {
  const response = await post(`/revisions/${id}/publish`, { reason })
  if (!response.ok) throw new Error(await response.text())
}

/** Revision 1 with 45 licences, 2 with 46 and a penalty, 3 withdrawn, 4 never published. */
beforeAll(async () => {
  await prepare()
  await publish(await store(), null)
  const two = { licences_decided: number(46), penalties_decided: number(1) }
  await publish(await store({ cells: two }), amended)
  const three = await store({ cells: { licences_decided: number(99) } })
  await publish(three, amended)
  await post(`/revisions/${three}/withdraw`, { reason: gone })
  await store({ cells: { licences_decided: number(47) } })
})

const licences = async (response: Response) => {
  const { status, revision, superseded_by: by, figures }: Answer = await response.json()
  return [status, revision, by?.revision, by?.reason, figures.licences_decided.value]
}

test.for([
  // revision, what it says, which came after it
  [1, ['superseded', 1, 2, amended, 45], `<${base}/revisions/2>; rel="successor-version"`],
  [2, ['superseded', 2, 3, amended, 46], `<${base}/revisions/3>; rel="successor-version"`],
] as const)(
  'revision %i stays where it was, and says what came after it',
  async ([n, says, link]) => {
    const response = await get(`${base}/revisions/${n}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('link')).toBe(link)
    expect(await licences(response)).toEqual(says)
  },
)

test('a withdrawn revision is gone, and says why and since when', async () => {
  const response = await get(`${base}/revisions/3`)
  const problem: Answer = await response.json()
  expect(response.status).toBe(410)
  expect(problem).toMatchObject({
    status: 410,
    detail: expect.stringMatching(/已于 \d{4}-\d\d-\d\d 撤回/),
    errors: [{ code: 'withdrawn', path: 'revision', message: gone }],
  })
  expect(JSON.stringify(problem)).not.toContain('99')
})

test.for([
  // path under the report, status
  ['/revisions/4', 404],
  ['/revisions/5', 404],
  ['/revisions/0', 400],
  ['/revisions/x', 400],
  ['/diff?from=1&to=4', 404],
  ['/diff?from=1&to=3', 410],
  ['/diff?from=0', 400],
] as const)('%s is %i', async ([path, status]) => {
  expect((await get(`${base}${path}`)).status).toBe(status)
})

const diff = async (path: string) => {
  const { from, to, count, changes } = await getJson(path)
  const told = changes.map((one: Answer) => [
    one.figure,
    one.change,
    one.before?.value,
    one.after?.value,
  ])
  return { from, to, count, told }
}

const oneToTwo = [
  ['licences_decided', 'changed', 45, 46],
  ['penalties_decided', 'changed', null, 1],
]

test.for([
  // query, revisions, what differs
  ['', [1, 2], oneToTwo],
  ['?from=1&to=2', [1, 2], oneToTwo],
  ['?to=2', [1, 2], oneToTwo],
  [
    '?from=2&to=1',
    [2, 1],
    [
      ['licences_decided', 'changed', 46, 45],
      ['penalties_decided', 'changed', 1, null],
    ],
  ],
  ['?from=1&to=1', [1, 1], []],
] as const)('diff%s', async ([query, [from, to], told]) => {
  expect(await diff(`${base}/diff${query}`)).toEqual({ from, to, count: told.length, told })
})

test('the first revision of a report adds every figure of its table', async () => {
  expect(await diff(`${base}/diff?to=1`)).toMatchObject({ from: null, to: 1, count: 10 })
})

test('a report that was never public has no differences to show', async () => {
  expect((await get('/api/v1/reports/410307-0001/2023/diff')).status).toBe(404)
  await store({ year: 2023 })
  expect((await get('/api/v1/reports/410307-0001/2023/diff')).status).toBe(404)
})

test('what a draft would change is what the public then sees as changed', async () => {
  const path = '/api/v1/reports/410307-0002/2024'
  await publish(await store({ bureau: { id: '410307-0002' } }), null)
  const id = await store({ bureau: { id: '410307-0002' }, cells: { coercion_decided: number(2) } })
  const pending = await selectPendingChange(db, id)
  expect(pending).toMatchObject({ bureau: '410307-0002', year: 2024, revision: 2, against: 1 })
  await publish(id, amended)
  const { changes, count } = await getJson(`${path}/diff`)
  expect(changes).toEqual(pending?.differences)
  expect(count).toBe(2)
  expect(await licences(await get(`${path}/revisions/2`))).toEqual([
    'published',
    2,
    undefined,
    undefined,
    null,
  ])
  expect(await selectPendingChange(db, 9999)).toBeUndefined()
})

test('a report that is published again says so where it was withdrawn', async () => {
  const id = await store({ cells: { licences_decided: number(48) } })
  await publish(id, amended)
  const problem: Answer = await (await get(`${base}/revisions/3`)).json()
  expect(problem.detail).toContain('revision 5 was published on')
  expect(await diff(`${base}/diff`)).toMatchObject({ from: 2, to: 5, count: 2 })
})
