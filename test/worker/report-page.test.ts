import { env } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import { type Figure, figures } from '#core/catalog/index.ts'
import type { Edition } from '#core/catalog/table.ts'
import { app } from '#worker/app.ts'
import { get, getJson, number, post, prepare, publish, store } from './collection.ts'
import { noting } from './noted.ts'
import { cut } from './varied.ts'

const [own, other, area] = ['410307-0001', '410307-0002', '321300-0001']
const tables = { disclosure: '2021', requests: '2021', reviews: 'any' } as const

const cells = {
  licences_decided: number(45),
  penalties_decided: { state: 'blank', raw: '' },
  coercion_decided: { state: 'na', raw: '／' },
  norms_made: { state: 'text', raw: '=<i>详见附件</i>' },
  norms_valid: { state: 'unread', raw: '1O', reason: '不是数字（not a number）' },
  fees_collected_wan: { state: 'number', value: 0.5, raw: '0.5万元' },
  regulations_valid: number(0),
  regulations_made: number(1),
  'requests_new.total': number(12),
  'requests_carried_in.total': number(3),
  'outcome_total.total': number(14),
  'requests_carried_out.total': number(1),
}

const places = {
  licences_decided: { row: '行政许可', column: '本年处理决定数', page: 3, box: [10, 20.4, 30, 8] },
} as const

/** Figures of seven digits, no two the same, in every cell that a form has. */
const full = (edition: Edition, year: number) =>
  Object.fromEntries(
    figures
      .filter(({ editions }: Figure) => editions.includes(edition))
      .map(({ id, key }) => [id, number(((year * 7919 + key * 104_729) * 31) % 4_000_000)]),
  )

const reason = '原机关更正了报告中的数字'
let release: string

beforeAll(async () => {
  await prepare()
  const carried = { 'requests_carried_out.total': number(3) }
  await publish({ year: 2023, tables, cells: carried })
  await publish({ year: 2024, tables, cells, places, source: 'https://example.gov.cn/1.pdf' })
  await publish({ bureau: { id: other }, year: 2020 })
  const after = { 'requests_carried_in.total': number(2) }
  await publish({ year: 2025, tables, cells: after }, '两年口径不同')
  for (const [edition, year] of [
    ['2019', 2019],
    ['2021', 2022],
  ] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publish(
      {
        bureau: { id: area },
        year,
        tables: { disclosure: edition, requests: edition, reviews: 'any' },
        cells: full(edition, year),
      },
      '照原文刊载',
    )
  release = await cut()
})

const html = async (path: string): Promise<string> => (await get(path)).text()
const plain = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const text = async (path: string): Promise<string> => plain(await html(path))

/** The panel of a cell, as text. */
async function panel(query: string): Promise<string> {
  const page = await html(`/b/${own}/2024?${query}`)
  return plain(/<section id="cell".*?<\/section>/s.exec(page)?.[0] ?? '')
}

test('a report opens with what it says, and leads from each cell that it has to its place', async () => {
  const page = await html(`/b/${own}/2024`)
  expect(plain(page)).toContain(
    '偃师区甲局2024年作出45件行政许可决定；新收12件政府信息公开申请，上年结转3件；办理完毕14件；结转下年度1件。2024年的行政处罚处理决定数量未填。',
  )
  const links = [...page.matchAll(/href="\?cell=([^"#]+)#cell"/g)].map(([, id]) => id)
  expect(new Set(links)).toEqual(new Set(Object.keys(cells)))
  expect(page).not.toContain('id="cell"')
})

// What the address asks for, what its panel says.
test.for<[string, readonly string[]]>([
  [
    'cell=licences_decided',
    [
      '45 件（原文印有数字）',
      '行“行政许可”，列“本年处理决定数” ，第3页，距左10、距上20，宽30、高8（点）',
      'https://example.gov.cn/1.pdf',
      'a'.repeat(64),
      '没有核对式用到这一格',
      '第1次，数据版本 2',
    ],
  ],
  ['cell=regulations_valid', ['0 件（原文印有数字0）', '行“规章”，列“现行有效件数”']],
  ['cell=regulations_made', ['需要留意 没有规章制定权的机关，规章一行应为0']],
  ['cell=fees_collected_wan', ['0.5 万元', '原文 0.5万元']],
  ['cell=penalties_decided', ['原文空白（未填）', '（空白）']],
  ['cell=coercion_decided', ['不适用（原文：／）']],
  ['cell=norms_made', ['原文为文字，不是数字', '=&lt;i&gt;详见附件&lt;/i&gt;']],
  ['cell=norms_valid', ['未能确认：不是数字', '原文 1O']],
  [
    'cell=requests_carried_in.total',
    ['✓', '“总计”一列 新收加上年结转', '“总计”一列（2024年报告） 上年结转应等于上一年报告'],
  ],
  [
    'cell=requests_carried_out.total',
    ['✗', '“总计”一列（2025年报告）', '本报告2件，2024年报告1件'],
  ],
  [
    'cell=licences_decided&lang=en',
    ['45 items (a printed number)', 'page 3', 'Licensing decisions'],
  ],
])('%s', async ([query, words]) => {
  const said = await panel(query)
  for (const word of words) expect(said).toContain(word)
})

test('the panel agrees with the API, and leads there, back to the table, and to the meaning', async () => {
  const page = await html(`/b/${own}/2024?cell=licences_decided&lang=en`)
  const { value, row, column, source } = await getJson(
    `/api/v1/observations/${own}/2024/licences_decided/source`,
  )
  for (const part of [String(value), row, column, source.file_sha256, source.address])
    expect(page).toContain(part)
  for (const link of [
    `href="/api/v1/observations/${own}/2024/licences_decided/source"`,
    'href="#chosen"',
    'id="chosen"',
    'href="/f/licences_decided?lang=en"',
    `href="/b/${own}/2024?lang=en"`,
    'href="?cell=regulations_valid&amp;lang=en#cell"',
  ])
    expect(page).toContain(link)
})

test.for([
  ['cell=suit_direct_total', '没有出处可看'],
  ['cell=nothing', '没有名为“nothing”的指标'],
  ['cell=<b>', '没有名为“&lt;b&gt;”的指标'],
] as const)('%s is said in a notice', async ([query, words]) => {
  const page = await html(`/b/${own}/2024?${query}`)
  expect(page).toMatch(/<p class="notice" id="cell">[^<]+<\/p>/)
  expect(page).toContain(words)
})

test('both years say what the later one tells otherwise', async () => {
  expect(await text(`/b/${own}/2025`)).toContain(
    '上年结转政府信息公开申请数量：本报告2件，2024年报告1件',
  )
  const earlier = await text(`/b/${own}/2024`)
  expect(earlier).toContain('下一年的报告另有说法')
  expect(earlier).toContain('结转下年度继续办理：本报告1件，2025年报告说是2件')
  expect(earlier).toContain('理由：两年口径不同。')
})

/** `gzip -6` of a body, in bytes. */
async function gzipped(response: Response): Promise<number> {
  const stream = response.body?.pipeThrough(new CompressionStream('gzip'))
  return (await new Response(stream).arrayBuffer()).byteLength
}

test('a report with every cell filled and no sum that holds is at most 30 kB on the wire', async () => {
  const sizes = await Promise.all(
    [2019, 2022]
      .flatMap((year) => [
        `/b/${area}/${year}`,
        `/b/${area}/${year}?lang=en`,
        `/b/${area}/${year}?cell=outcome_total.total&v=${release}`,
        `/proof/${area}/${year}/T3-COL.total`,
      ])
      .map(async (path): Promise<[string, number]> => [path, await gzipped(await get(path))]),
  )
  expect(sizes.filter(([, bytes]) => bytes > 30_000 || bytes < 2000)).toEqual([])
})

test('a page asks at most 5 statements', async () => {
  for (const query of ['', '?cell=licences_decided', `?v=${release}`, '?v=2001.1.0']) {
    const { DB, statements } = noting()
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await app.request(`/b/${own}/2024${query}`, {}, { ...env, DB })
    expect(statements.length).toBeLessThanOrEqual(5)
  }
})

test('the flow is drawn where there is a table of requests, in the page and as a picture', async () => {
  expect(await html(`/b/${own}/2024`)).toContain('<section class="block" id="flow"')
  expect(await html(`/b/${other}/2020`)).not.toContain('id="flow"')
  const response = await get(`/b/${own}/2024.svg`)
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'image/svg+xml; charset=utf-8',
  ])
  const picture = await response.text()
  expect(picture).not.toContain('<script')
  for (const word of ['偃师区甲局', '数据版本', '>12<']) expect(picture).toContain(word)
  expect(await html(`/b/${other}/2020.svg`)).toContain('未收录')
  const frozen = await get(`/b/${own}/2024.svg?v=${release}&lang=en`)
  expect(frozen.headers.get('cache-control')).toContain('immutable')
  expect(await frozen.text()).toContain(release)
})

test('an amendment says why, and leads to what stood there before; a release stays as it was', async () => {
  const changed = { ...cells, licences_decided: number(46) }
  const response = await post(
    `/revisions/${await store({ year: 2024, tables, cells: changed })}/publish`,
    { reason },
  )
  expect(response.status).toBe(200)
  const now = await html(`/b/${own}/2024`)
  expect(plain(now)).toContain(`更正为第2次修订。理由：${reason}`)
  expect(now).toContain(`href="/api/v1/reports/${own}/2024/revisions/1"`)
  expect(plain(now)).toContain('作出46件行政许可决定')

  const frozen = await html(`/b/${own}/2024?v=${release}`)
  expect(plain(frozen)).toContain('作出45件行政许可决定')
  expect(plain(frozen)).toContain('与前后年报告的核对只有现在的，定版不保存')
  expect(frozen).not.toContain(reason)
  expect(frozen).not.toContain('下一年的报告另有说法')
  for (const link of [
    `rel="prev" href="/b/${own}/2023?v=${release}"`,
    `rel="next" href="/b/${own}/2025?v=${release}"`,
    `href="?cell=licences_decided&amp;v=${release}#cell"`,
    `href="/proof/${own}/2024/T3-ID.total?v=${release}"`,
  ])
    expect(frozen).toContain(link)
})

test('a withdrawn report says that it was, when and why; a release still has it, and says so too', async () => {
  const gone = '原机关撤回了这份报告'
  const { results } = await env.DB.prepare(
    'SELECT r.published AS id FROM report r JOIN bureau b ON b.key = r.bureau WHERE b.id = ? AND r.year = 2020',
  )
    .bind(other)
    .all<{ id: number }>()
  expect((await post(`/revisions/${results[0]?.id}/withdraw`, { reason: gone })).status).toBe(200)
  const response = await get(`/b/${other}/2020`)
  expect([response.status, response.headers.get('cache-control')]).toEqual([410, 'no-store'])
  const page = await response.text()
  expect(page).toContain('这份报告已撤回')
  expect(page).toContain(gone)
  expect(page).not.toContain('45')
  const frozen = await text(`/b/${other}/2020?v=${release}`)
  expect(frozen).toContain('作出45件行政许可决定')
  expect(frozen).toContain(`已于${new Date().toISOString().slice(0, 4)}`)
  expect(frozen).toContain(gone)
  expect((await get(`/b/${other}/2021`)).status).toBe(404)
})
