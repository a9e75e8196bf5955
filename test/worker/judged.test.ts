import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { applicantIds } from '#core/catalog/index.ts'
import { type Answer, draft, number, post, prepare, store } from './collection.ts'
import { overtaken, postTo } from './overtaken.ts'
import { kept, recount } from './recount.ts'
import { retold, told } from './retold.ts'

beforeEach(async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  await prepare()
})

const reason = '原机关更正了报告中的数字'

const row = (id: string, n: number) =>
  Object.fromEntries(
    applicantIds.map((column) => [
      `${id}.${column}`,
      number(['natural_person', 'total'].includes(column) ? n : 0),
    ]),
  )

/** A report on a year with so many requests carried in and out. */
const carried = (year: number, [into, out]: readonly [number, number], bureau = '410307-0001') => ({
  bureau: { id: bureau },
  year,
  tables: { requests: '2021' } as const,
  cells: { ...row('requests_carried_in', into), ...row('requests_carried_out', out) },
})

const publishing = async (id: number, accepted: string | null = null) =>
  (await post(`/revisions/${id}/publish`, { accepted, reason })).status

const all = async (query: string): Promise<Answer[]> => (await env.DB.prepare(query).all()).results

const findings = async () =>
  (
    await all(
      `SELECT b.id, f.year, f.rule, f.left_sum, f.right_sum FROM finding f JOIN bureau b ON b.key = f.bureau
        WHERE f.rule IN ('X-CARRY', 'T2-REG') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
  ).map((one) => Object.values(one).join(' '))

const restatements = async () =>
  (
    await all(
      `SELECT b.id, r.year, r.stated, r.restated FROM restatement r JOIN bureau b ON b.key = r.bureau
        GROUP BY 1, 2 ORDER BY 1, 2`,
    )
  ).map((one) => Object.values(one).join(' '))

const now = async () => ({ findings: await findings(), restatements: await restatements() })

test('two years of a bureau that do not hold together, published at once: one waits for a reason', async () => {
  const [first, second] = [await store(carried(2023, [0, 5])), await store(carried(2024, [4, 0]))]
  const DB = overtaken('publication', () => publishing(first))
  const response = await postTo(DB, `/revisions/${second}/publish`, { reason })
  expect(response.status).toBe(422)
  expect(await all("SELECT id FROM revision WHERE state = 'published'")).toHaveLength(1)
})

test('two years accepted and published at once: what does not hold between them is found', async () => {
  const [first, second] = [await store(carried(2023, [0, 5])), await store(carried(2024, [4, 0]))]
  const DB = overtaken('publication', () => publishing(first, '照原文刊载'))
  await postTo(DB, `/revisions/${second}/publish`, { reason, accepted: '照原文刊载' })
  expect(await findings()).toEqual(['410307-0001 2024 X-CARRY 4 5'])
})

test('last year’s report is withdrawn while this year’s is published: nothing is held against it', async () => {
  const [first, second] = [await store(carried(2023, [0, 5])), await store(carried(2024, [4, 0]))]
  await publishing(first)
  const DB = overtaken('publication', () => post(`/revisions/${first}/withdraw`, { reason }))
  await postTo(DB, `/revisions/${second}/publish`, { reason, accepted: '照原文刊载' })
  expect(await findings()).toEqual([])
})

test('this year’s report is withdrawn while last year’s is amended: no finding is left', async () => {
  const [first, second] = [await store(carried(2023, [0, 5])), await store(carried(2024, [5, 0]))]
  await publishing(first)
  await publishing(second)
  const again = await store(carried(2023, [0, 6]))
  const DB = overtaken('publication', () => post(`/revisions/${second}/withdraw`, { reason }))
  await postTo(DB, `/revisions/${again}/publish`, { reason, accepted: '照原文刊载' })
  expect(await findings()).toEqual([])
})

test('a verdict taken back while the report is published: it waits', async () => {
  await publishing(await store(carried(2023, [0, 5])))
  const response = await post('/revisions', draft(carried(2024, [4, 0])))
  const { revision, findings: open }: Answer = await response.json()
  const prints: string[] = open
    .filter(({ rule }: Answer) => rule === 'X-CARRY')
    .map(({ fingerprint }: Answer) => fingerprint)
  const say = async (verdict: string | null) => {
    for (const fingerprint of prints)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await post(`/revisions/${revision.id}/verdicts`, { fingerprint, verdict, reason })
  }
  await say('accepted')
  const DB = overtaken('publication', () => say(null))
  expect((await postTo(DB, `/revisions/${revision.id}/publish`, { reason })).status).toBe(422)
})

const registered = (other: object) => ({
  bureaus: [
    {
      id: '410307-0001',
      division: '410307',
      name: '偃师区甲局',
      level: 'county',
      sector: 'other',
      scope: 'own',
      kind: 'bureau',
      aliases: [],
      ...other,
    },
  ],
})

test('a bureau that turns out to be of another level is judged as one of that level', async () => {
  await publishing(await store({ cells: { regulations_made: number(1) } }), '照原文刊载')
  expect(await findings()).toEqual(['410307-0001 2024 T2-REG 1 '])
  await post('/bureaus', registered({ level: 'state' }))
  expect(await findings()).toEqual([])
  await post('/bureaus', registered({ level: 'township' }))
  expect(await findings()).toEqual(['410307-0001 2024 T2-REG 1 '])
})

const happen = async (kind: string, on: string, from: string[], to: string[]) => {
  const response = await post('/lineage', {
    events: [{ kind, on, document: '某政发〔2020〕1号', from, to }],
  })
  const answer: Answer = await response.json()
  expect([response.status, answer]).toEqual([200, expect.anything()])
  return answer.events[0].id
}

const [a, b, c] = ['410307-0001', '410307-0002', '320106-0001']

test.for([
  ['merged', [a, b], [c]],
  ['merged', [a, b], [b]],
  ['split', [a], [b, c]],
  ['split', [a], [a, c]],
  ['renamed', [a], [c]],
  ['abolished', [a], []],
  ['created', [], [c]],
  ['transferred', [a], [c]],
] as const)(
  '%s %j → %j: findings and restatements do not ask what came first',
  async ([kind, from, to]) => {
    const on = '2023-05-01'
    const reports = [a, b, c].flatMap((id, i) =>
      [2022, 2023, 2024].map((year) => carried(year, [i + year - 2020, 10 * i + year - 2018], id)),
    )
    const publishAll = async () => {
      for (const one of reports) expect(await publishing(await store(one), '照原文刊载')).toBe(200)
    }
    await publishAll()
    const without = await now()
    const id = await happen(kind, on, [...from], [...to])
    const afterwards = await now()
    await post(`/lineage/${id}/remove`, { reason: '登记有误' })
    expect(await now()).toEqual(without)
    await reset()
    await applyD1Migrations(env.DB, env.MIGRATIONS)
    await prepare()
    await happen(kind, on, [...from], [...to])
    await publishAll()
    expect(afterwards).toEqual(await now())
  },
)

test('a successor moves to another division while its predecessor is published: its findings go along', async () => {
  await happen('merged', '2023-05-01', [a, b], [c])
  await publishing(await store(carried(2022, [0, 2], b)))
  await publishing(await store(carried(2023, [9, 0], c)))
  const first = await store(carried(2022, [0, 3], a))
  const DB = overtaken('publication', () =>
    post('/bureaus', registered({ id: c, division: '410307', name: '鼓楼区甲局' })),
  )
  await postTo(DB, `/revisions/${first}/publish`, { reason, accepted: '照原文刊载' })
  expect(await told()).toEqual(await retold())
  expect(await kept()).toEqual(await recount())
})

test('last year’s report is amended while this year’s, an old one, comes into the histograms', async () => {
  await publishing(await store(carried(2023, [0, 5])))
  await publishing(await store(carried(2024, [4, 0])), '照原文刊载')
  await env.DB.batch(
    [
      'DELETE FROM histogram WHERE year = 2024',
      'DELETE FROM finding WHERE year = 2024',
      'UPDATE report SET spread = 0 WHERE year = 2024',
    ].map((query) => env.DB.prepare(query)),
  )
  const again = await store(carried(2023, [0, 4]))
  const DB = overtaken('report', () => publishing(again))
  await postTo(DB, '/maintenance', {})
  await post('/maintenance', {})
  expect(await told()).toEqual(await retold())
})

test('reports of one batch are held against each other, whatever their order', async () => {
  const other = '410307-0002'
  await publishing(await store(carried(2020, [0, 0], other)))
  const { batch }: Answer = await (await post('/batches', { name: '试点' })).json()
  const cases = [
    // report, more, what becomes of it
    [carried(2024, [4, 0]), {}, 'published'],
    [carried(2023, [0, 5]), {}, 'held X-CARRY'],
    [carried(2023, [7, 4]), {}, 'published'],
    [carried(2022, [0, 7]), {}, 'published'],
    [carried(2020, [0, 1], other), {}, 'held reason_needed'],
    // By then 2021 is public, and was accepted against another 2020.
    [carried(2020, [0, 1], other), { reason }, 'held X-CARRY'],
    [carried(2021, [2, 0], other), { accepted: '照原文刊载' }, 'published'],
    [carried(2022, [1, 0], other), {}, 'held X-CARRY'],
  ] as const
  const answer = await post(`/batches/${batch}/reports`, {
    reports: cases.map(([report, more]) => ({ ...draft(report), ...more })),
    publish: true,
  })
  const { results }: Answer = await answer.json()
  const kinds = results.map(({ kind, errors = [] }: Answer) =>
    [kind, ...new Set(errors.map(({ code }: Answer) => code))].join(' '),
  )
  expect(kinds).toEqual(cases.map(([, , kind]) => kind))
  expect(await kept()).toEqual(await recount())
  expect(await told()).toEqual(await retold())
})
