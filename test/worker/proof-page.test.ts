import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { FigureId } from '#core/catalog/index.ts'
import { identities } from '#core/check/identity.ts'
import type { Cell } from '#core/reading.ts'
import { app } from '#worker/app.ts'
import { get, getJson, number, post, prepare, publish, store } from './collection.ts'
import { noting } from './noted.ts'
import { cut } from './varied.ts'

type Entries = Partial<Record<FigureId, number | string>>

const blank = { state: 'blank', raw: '' } as const
const unread = { state: 'unread', raw: '1O', reason: '不是数字（not a number）' } as const

const cell = (text: number | string): Cell => {
  if (typeof text === 'number') return number(text)
  if (text === '·') return blank
  return text === '?' ? unread : { state: 'text', raw: text }
}

const cells = (entries: Entries) =>
  Object.fromEntries(Object.entries(entries).map(([id, text]) => [id, cell(text)]))

const [own, second] = ['410307-0001', '410307-0002']

/** What is published: whose, of which year, tables, cells. */
const reports = [
  {
    bureau: own,
    year: 2023,
    tables: { disclosure: '2021', requests: '2021' },
    cells: { norms_valid: 6, 'requests_carried_out.total': 12 },
  },
  {
    bureau: own,
    year: 2024,
    tables: { disclosure: '2021', requests: '2021', reviews: 'any' },
    cells: {
      norms_valid: 7,
      norms_made: 3,
      norms_repealed: 1,
      'requests_new.total': 5,
      'requests_carried_in.total': 14,
      'outcome_total.total': 18,
      'requests_carried_out.total': 1,
      'outcome_granted.natural_person': '?',
      'outcome_granted.total': '<b>见附件</b>',
      review_upheld: 2,
      review_corrected: '·',
      review_other: 0,
      review_pending: 0,
      review_total: 2,
      suit_direct_upheld: 3,
      suit_direct_corrected: 0,
      suit_direct_other: 0,
      suit_direct_pending: 0,
      suit_direct_total: 3,
    },
  },
  {
    bureau: second,
    year: 2019,
    tables: { disclosure: '2019', requests: '2019' },
    cells: { licence_items_prev: 10, 'outcome_other.total': 2, 'outcome_total.total': 2 },
  },
  {
    bureau: '000100-0001',
    year: 2024,
    tables: { reviews: 'any' },
    cells: { review_upheld: 1, review_total: 1 },
    excerpt: true,
  },
] as const

const reason = '两年报告口径不同'
let release: string

beforeAll(async () => {
  await prepare()
  for (const { bureau, ...report } of reports)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publish({ ...report, bureau: { id: bureau }, cells: cells(report.cells) }, reason)
  release = await cut()
})

/** Every identity of the reports, by its address. */
function proofs(): string[] {
  const readings = reports.map(({ cells: entries, ...one }) => ({
    ...one,
    scope: 'own' as const,
    cells: cells(entries),
  }))
  return readings.flatMap((one) => {
    const before = readings.filter(
      ({ bureau, year }) => bureau === one.bureau && year === one.year - 1,
    )
    return identities(one, before).map(({ id }) => `/proof/${one.bureau}/${one.year}/${id}`)
  })
}

test('every identity that was checked has a proof, which the page of its report leads to', async () => {
  const expected = proofs()
  expect(expected.length).toBeGreaterThan(15)
  const pages = await Promise.all(
    reports.map(async ({ bureau, year }) => (await get(`/b/${bureau}/${year}`)).text()),
  )
  const linked = pages.flatMap((html) => {
    const all = /<details class="proofs">.*?<\/details>/s.exec(html)?.[0] ?? ''
    return [...all.matchAll(/href="(\/proof\/[^"]+)"/g)].map(([, path]) => path)
  })
  expect(linked).toEqual(expected)
  const answers = await Promise.all(
    expected.flatMap((path) => [path, `${path}.json`, `${path}?lang=en`]).map((path) => get(path)),
  )
  expect(answers.filter(({ status }) => status !== 200).map(({ url }) => url)).toEqual([])
})

const text = async (path: string): Promise<string> =>
  (await (await get(path)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

// Address, how it comes out, what the page says.
test.for<[string, string, readonly string[]]>([
  [`${own}/2024/T3-ID.total`, 'pass', ['✓', '相等：两边都是19', '“总计”一列', '5 + 14 = 18 + 1']],
  [
    `${own}/2024/T4-SUM.review`,
    'pass_if_blank_is_zero',
    ['○', '空白按0计则相等，两边都是2。原文没有写0的：结果纠正', '2 + · + 0 + 0 = 2'],
  ],
  [
    `${own}/2024/T3-ROW.outcome_granted`,
    'not_assessable',
    ['无法核对', '未能确认：不是数字', '原文为文字，不是数字'],
  ],
  [
    `${own}/2024/X-CARRY.total`,
    'fail',
    [
      '✗',
      '不相等：左边14，右边12，差2',
      `理由：${reason}。`,
      '来源：偃师区甲局2024年报告',
      '来源：偃师区甲局2023年报告',
    ],
  ],
  [
    `${own}/2024/X-VALID.norms`,
    'fail',
    ['不相等：左边5，右边6，差1', '不等不一定是错', '（减） 行政规范性文件制发件数'],
  ],
  [
    `${second}/2019/T3-COL.total`,
    'not_assessable',
    ['其他处理', '本站的文件不含这一格', '2019年报告'],
  ],
  ['000100-0001/2024/T4-SUM.review', 'not_assessable', ['这个机关并不存在', '摘录']],
])('%s', async ([path, outcome, words]) => {
  const page = await text(`/proof/${path}`)
  for (const word of [...words, 'a.html', 'a'.repeat(64), '来源地址未知'])
    expect(page).toContain(word)
  expect(await getJson(`/proof/${path}.json`)).toMatchObject({
    id: path.split('/')[2],
    outcome,
    sources: expect.arrayContaining([expect.objectContaining({ file_sha256: 'a'.repeat(64) })]),
  })
})

test('both sides as data, cell by cell', async () => {
  const { left, right, ...rest } = await getJson(`/proof/${own}/2024/X-CARRY.total.json`)
  expect(rest).toMatchObject({
    basis: 'previous',
    equation: '14 ≠ 12',
    left_value: 14,
    right_value: 12,
    difference: 2,
    missing: [],
    dismissed: false,
    accepted: reason,
    sources: [
      { bureau: own, year: 2024 },
      { bureau: own, year: 2023 },
    ],
  })
  expect([...left, ...right]).toEqual([
    {
      bureau: own,
      year: 2024,
      figure: {
        id: 'requests_carried_in.total',
        zh: '上年结转政府信息公开申请数量·总计',
        en: expect.any(String),
      },
      sign: 1,
      value: 14,
      state: 'number',
      raw: '14',
      row: '二、上年结转政府信息公开申请数量',
      column: '总计',
    },
    expect.objectContaining({ year: 2023, value: 12, row: '四、结转下年度继续办理' }),
  ])
})

test('what is printed is text, never markup', async () => {
  const pages = await Promise.all(
    [`/proof/${own}/2024/T3-ROW.outcome_granted`, `/b/${own}/2024?cell=outcome_granted.total`].map(
      async (path) => (await get(path)).text(),
    ),
  )
  expect(pages.filter((html) => html.includes('<b>见附件'))).toEqual([])
  expect(pages[1]).toContain('&lt;b&gt;见附件&lt;/b&gt;')
})

test('an address without a proof lists those that there are', async () => {
  const response = await get(`/proof/${own}/2024/T3-ID.nobody`)
  expect(response.status).toBe(404)
  const html = await response.text()
  expect(html).toContain('没有编号为“T3-ID.nobody”的核对')
  expect(html).toContain(`href="/proof/${own}/2024/T3-ID.total"`)
  const problem = await get(`/proof/${own}/2024/T3-ID.nobody.json`)
  expect([problem.status, await problem.text()]).toEqual([
    404,
    expect.stringContaining('T3-ROW.requests_new, '),
  ])
})

test.for([
  [`/proof/${own}/2001/T3-ID.total`, 404],
  ['/proof/410307-9999/2024/T3-ID.total', 404],
  [`/proof/${own}/x/T3-ID.total`, 404],
  [`/proof/${own}/2024/T3-ID.total.json?v=x`, 400],
  [`/proof/${own}/2024/T3-ID.total.json?v=2001.1.0`, 404],
  [`/proof/${own}/2024/t3.json`, 400],
] as const)('%s is %i', async ([path, status]) => {
  expect((await get(path)).status).toBe(status)
})

test('a release keeps the sums of a report, and says that it keeps none between years', async () => {
  const path = `/proof/${own}/2024/T3-ID.total`
  const frozen = await (await get(`${path}.json?v=${release}`)).text()
  expect(JSON.parse(frozen)).toMatchObject({ outcome: 'pass', meta: { release } })
  const changed = { ...reports[1], cells: { ...reports[1].cells, 'requests_new.total': 6 } }
  await publish({ ...changed, bureau: { id: own }, cells: cells(changed.cells) }, reason)
  expect(await getJson(`${path}.json`)).toMatchObject({ outcome: 'fail', left_value: 20 })
  expect(await (await get(`${path}.json?v=${release}`)).text()).toBe(frozen)
  expect(await text(`${path}?v=${release}`)).toContain('相等：两边都是19')
  expect((await get(`/proof/${own}/2024/X-CARRY.total.json?v=${release}`)).status).toBe(400)
  const between = await get(`/proof/${own}/2024/X-CARRY.total?v=${release}`)
  expect([between.status, await between.text()]).toEqual([
    404,
    expect.stringContaining('定版不保存'),
  ])
})

test('what a person has found to be nothing stays proved, without a reason of the bureau', async () => {
  const report = { bureau: { id: second }, tables: { requests: '2021' } as const }
  await publish({ ...report, year: 2022, cells: cells({ 'requests_carried_out.total': 3 }) })
  const next = { ...report, year: 2023, cells: cells({ 'requests_carried_in.total': 4 }) }
  const id = await store(next)
  const { findings } = await (await post('/revisions', { ...next, file: file })).json<Stored>()
  const { fingerprint = '' } = findings.find(({ rule }) => rule === 'X-CARRY') ?? {}
  const said = { fingerprint, verdict: 'dismissed', reason: '内部核实记录' }
  expect((await post(`/revisions/${id}/verdicts`, said)).status).toBe(200)
  expect((await post(`/revisions/${id}/publish`, { accepted: null })).status).toBe(200)
  const page = await text(`/proof/${second}/2023/X-CARRY.total`)
  expect(page).toContain('经人复核，不作为问题列示')
  expect(page).not.toContain('内部核实记录')
  expect(await getJson(`/proof/${second}/2023/X-CARRY.total.json`)).toMatchObject({
    dismissed: true,
    accepted: null,
  })
  expect(await text(`/b/${second}/2023`)).not.toContain('与上一年的报告不一致')
})

const file = { name: 'a.html', sha256: 'a'.repeat(64) }

interface Stored {
  readonly findings: readonly { readonly rule: string; readonly fingerprint: string }[]
}

test('after a merger the proof has the reports of all who became one', async () => {
  const event = {
    kind: 'merged',
    on: '2025-06-30',
    document: '机构改革方案',
    from: [own, second],
    to: [own],
  }
  expect((await post('/lineage', { events: [event] })).status).toBe(200)
  const tables = { requests: '2021' } as const
  const carried = cells({ 'requests_carried_out.total': 4 })
  await publish({ bureau: { id: second }, year: 2024, tables, cells: carried })
  const all = cells({ 'requests_carried_in.total': 5 })
  await publish({ bureau: { id: own }, year: 2025, tables, cells: all })
  const answer = await getJson(`/proof/${own}/2025/X-CARRY.total.json`)
  expect(answer).toMatchObject({ outcome: 'pass', equation: '5 = 1 + 4' })
  expect(answer.sources).toHaveLength(3)
  expect(await text(`/proof/${own}/2025/X-CARRY.total`)).toContain('合并以前的各机关')
})

test('a proof asks at most 5 statements', async () => {
  const { DB, statements } = noting()
  await app.request(`/proof/${own}/2025/X-CARRY.total`, {}, { ...env, DB })
  expect(statements.length).toBeLessThanOrEqual(5)
})
