import { beforeAll, describe, expect, test } from 'vitest'
import { type FigureId, applicantIds } from '#core/catalog/index.ts'
import type { Tables } from '#core/reading.ts'
import { get, getJson, number, post, prepare, publish } from './collection.ts'
import { htmlOf, rowsOf, textOf } from './page-text.ts'

const whole: Tables = { disclosure: '2021', requests: '2021', reviews: 'any' }
const blank = { state: 'blank', raw: '' }
const longName = '虚构示例市经济技术开发区管理委员会市场监督管理与知识产权保护综合行政执法局机关'

const own = { level: 'county', sector: 'other', scope: 'own', kind: 'bureau', aliases: [] }
const bureau = (n: number, other: object = {}) => ({
  ...own,
  id: `410307-1${String(n).padStart(3, '0')}`,
  division: '410307',
  name: `偃师区第${n}局`,
  ...other,
})

interface Report {
  readonly year: number
  readonly tables?: Tables
  readonly excerpt?: true
  /** Figures that are not given are blank, or 0. */
  readonly cells?: Partial<Record<FigureId, number | 'blank'>>
  readonly else?: 0
}

interface Case {
  readonly bureau: ReturnType<typeof bureau>
  readonly reports: readonly Report[]
  /** Words of the page in Chinese. */
  readonly says: readonly string[]
}

const years = (first: number, last: number, cells: (year: number) => Report['cells']): Report[] =>
  Array.from({ length: last - first + 1 }, (_, i) => ({
    year: first + i,
    cells: cells(first + i) ?? {},
  }))

const cases: Readonly<Record<string, Case>> = {
  'a name of 40 characters': {
    bureau: bureau(1, { name: longName.padEnd(40, '处') }),
    reports: years(2023, 2024, () => ({ licences_decided: 5 })),
    says: [longName.padEnd(40, '处'), '收录2023–2024年全部2份', '与2023年相同'],
  },
  'one year': {
    bureau: bureau(2),
    reports: [{ year: 2024, cells: { licences_decided: 1 } }],
    says: ['收录2024年1份', '作出1件行政许可决定', '目前只收录2024年一份报告，还看不出变化'],
  },
  'no report': { bureau: bureau(3), reports: [], says: ['还没有已发布的报告，因此没有图'] },
  'only zeros': {
    bureau: bureau(4),
    reports: [
      { year: 2023, tables: whole, else: 0 },
      { year: 2024, tables: whole, else: 0 },
    ],
    says: [
      '没有作出行政许可决定（0件），与2023年相同',
      '各年均为0件',
      '2024年共0件；总数与2023年相同',
    ],
  },
  'only blanks': {
    bureau: bureau(5),
    reports: [
      { year: 2023, tables: whole },
      { year: 2024, tables: whole },
    ],
    says: [
      '2024年的行政许可处理决定数量、行政处罚处理决定数量、本年新收政府信息公开申请数量未填',
      '· 未填',
      '2024年：未填',
    ],
  },
  'from 1 to a hundred million': {
    bureau: bureau(6),
    reports: years(2020, 2024, (year) => ({ licences_decided: 100 ** (year - 2020) })),
    says: ['100,000,000', '2020–2024年间最高100,000,000件（2024年），最低1件（2020年）'],
  },
  decimals: {
    bureau: bureau(7),
    reports: years(2022, 2024, (year) => ({ fees_collected_wan: (year - 2021) / 10 })),
    says: ['行政事业性收费金额为0.3万元，比2023年增加0.1万元', '0.2'],
  },
  'a whole area': {
    bureau: bureau(8, { scope: 'area', name: '偃师区人民政府' }),
    reports: [{ year: 2024, cells: { licences_decided: 7 } }],
    says: ['全区域', '偃师区人民政府（全区域汇总）2024年作出7件', '全区域汇总，含所属各部门'],
  },
  'an excerpt': {
    bureau: bureau(9),
    reports: [{ year: 2024, excerpt: true, cells: { licences_decided: 7 } }],
    says: ['摘录', '* 仅收录报告摘录', '未收录（该年只收录摘录）'],
  },
  'from 2019 to 2021 with a year missing': {
    bureau: bureau(10),
    reports: [
      { year: 2019, tables: { disclosure: '2019' }, cells: { licences_decided: 3 } },
      { year: 2021, cells: { licences_decided: 4 } },
    ],
    says: [
      '2019–2021年应有3份，收录2份；未收录：2020',
      '2021版表',
      '表中无此项',
      '未收录这一年的报告',
    ],
  },
  'sums that do not hold': {
    bureau: bureau(11),
    reports: [
      {
        year: 2024,
        tables: { reviews: 'any' },
        cells: {
          review_upheld: 1,
          review_corrected: 1,
          review_other: 1,
          review_pending: 1,
          review_total: 0,
        },
      },
    ],
    says: ['≠', '照原文列示', '2024年共0件：结果维持1件、结果纠正1件、其他结果1件、尚未审结1件'],
  },
  'made-up': {
    bureau: bureau(12, {
      id: '000100-1012',
      division: '000100',
      divisionName: '虚构示例市',
      name: '虚构示例市甲局',
    }),
    reports: [{ year: 2024, cells: { licences_decided: 5 } }],
    says: ['虚构示例：这个机关并不存在'],
  },
}

const changes: Case = {
  bureau: bureau(13),
  reports: [
    { year: 2019, tables: { disclosure: '2019' }, cells: { licence_items_change: -3 } },
    { year: 2020, tables: { disclosure: '2019' }, cells: { licence_items_change: 2 } },
  ],
  says: ['行政许可项目本年增/减为2项，比2019年增加5项', '−3'],
}

async function publishAll({ bureau: { id }, reports }: Case): Promise<void> {
  for (const { year, tables, excerpt, cells = {}, else: rest } of reports)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await publish(
      {
        bureau: { id },
        year,
        tables: tables ?? { disclosure: '2021' },
        excerpt: excerpt ?? false,
        cells: Object.fromEntries([
          ...(tables === whole
            ? all.map((figure) => [figure, rest === 0 ? number(0) : blank])
            : []),
          ...Object.entries(cells).map(([figure, cell]) => [
            figure,
            cell === 'blank' ? blank : number(cell),
          ]),
        ]),
      },
      '照原文刊载',
    )
}

let all: string[] = []

beforeAll(async () => {
  await prepare()
  const { figures } = await getJson('/api/v1/figures')
  all = figures
    .filter(({ editions }: { editions: string[] }) => editions.includes('2021'))
    .map(({ id }: { id: string }) => id)
  const entries = [...Object.values(cases), changes]
  const answer = await post('/bureaus', { bureaus: entries.map((one) => one.bureau) })
  if (!answer.ok) throw new Error(await answer.text())
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const one of entries) await publishAll(one)
}, 60_000)

test.for(Object.entries(cases))(
  '%s: the page is complete',
  async ([
    ,
    {
      bureau: { id },
      says,
    },
  ]) => {
    for (const query of ['', '?lang=en', '?mode=share&scale=log&axis=shared&with=median'])
      // oxlint-disable-next-line no-await-in-loop
      expect(await htmlOf(`/b/${id}${query}`)).not.toMatch(/NaN|undefined|null|Infinity/)
    const text = textOf(await htmlOf(`/b/${id}`))
    for (const words of says) expect(text).toContain(words)
  },
)

test('changes below zero, where they are asked for', async () => {
  const page = await htmlOf(`/b/${changes.bureau.id}?figure=licence_items_change`)
  for (const words of changes.says) expect(textOf(page)).toContain(words)
})

const blocks = (page: string): string[] =>
  [...page.matchAll(/<section class="block" id="([\w-]+)"/g)].map(([, block = '']) => block)

describe('what the address asks for', () => {
  const id = '410307-1001'
  test.for([
    ['', 'licences penalties coercion fees applicants outcomes denials reviews suits'],
    ['?figure=norms_made,requests_new.total', 'norms_made requests_new-total'],
    ['?figure=norms_made&figure=norms_valid', 'norms_made norms_valid'],
    ['?chart=outcomes,reviews', 'outcomes reviews'],
    ['?figure=norms_made&chart=suits', 'norms_made suits'],
    [
      '?chart=nothing',
      'licences penalties coercion fees applicants outcomes denials reviews suits',
    ],
  ] as const)('%s: %s', async ([query, ids]) => {
    expect(blocks(await htmlOf(`/b/${id}${query}`))).toEqual(ids.split(' '))
  })

  test.for([
    ['?chart=nothing', '没有这样的图，已略去：nothing'],
    ['?figure=nothing', '已略去：nothing'],
    ['?mode=bars', 'mode=bars 无效，已略去；可用：count, share'],
    ['?scale=x', '可用：linear, log'],
    ['?axis=x', '可用：own, shared'],
    ['?lineage=x', '可用：separate, linked'],
    ['?lineage=linked', '没有可相连的前身机关'],
    ['?from=x', '年份范围无效'],
    ['?with=median', '没有画中位数'],
    ['?from=2030', '所选年份没有收录的报告；收录年份：2023–2024'],
  ] as const)('%s is said: %s', async ([query, words]) => {
    expect(textOf(await htmlOf(`/b/${id}${query}`))).toContain(words)
  })

  test('tabs stand as the address has them', async () => {
    const page = await htmlOf(`/b/${id}?tab=licences.table,outcomes.source,nothing.table`)
    const checked = [...page.matchAll(/id="([\w-]+)" checked=""/g)].map(([, tab]) => tab)
    expect(checked.slice(0, 2)).toEqual(['licences-table', 'penalties-chart'])
    expect(checked).toContain('outcomes-source')
  })

  test('every number leads to its cell, and downloads are of the same', async () => {
    const page = await htmlOf(`/b/${id}?figure=licences_decided&from=2024&lang=en`)
    expect(page).toContain(`<a href="/b/${id}/2024?cell=licences_decided&amp;lang=en#cell">5</a>`)
    const files = [...page.matchAll(/href="([^"]+)" download/g)].map(([, address]) => address)
    const query = 'figure=licences_decided&amp;from=2024'
    expect(files).toEqual([
      `/b/${id}.csv?${query}`,
      `/b/${id}.xlsx?${query}`,
      `/b/${id}.json?${query}`,
      `/b/${id}.svg?${query}&amp;lang=en`,
    ])
    for (const address of files)
      // oxlint-disable-next-line no-await-in-loop
      expect((await get((address ?? '').replaceAll('&amp;', '&'))).status).toBe(200)
  })

  test('the picture of a named chart holds it, and its data every figure of it', async () => {
    expect(await htmlOf(`/b/${id}.svg?chart=outcomes&mode=share`)).toContain('申请办理结果占比')
    const { figures } = await getJson(`/b/${id}.json?chart=reviews`)
    expect(figures.map((figure: { id: string }) => figure.id)).toEqual([
      'review_upheld',
      'review_corrected',
      'review_other',
      'review_pending',
      'review_total',
    ])
    expect((await get(`/b/${id}.csv?chart=nothing`)).status).toBe(400)
  })
})

const requestRow = (name: string, n: number) =>
  Object.fromEntries(
    applicantIds.map((column) => [
      `${name}.${column}`,
      number(['natural_person', 'total'].includes(column) ? n : 0),
    ]),
  )

test('a number of which the next report says something else is marked, and stays as it was', async () => {
  const id = '410307-0002'
  const carried = (year: number, into: number, out: number) => ({
    bureau: { id },
    year,
    tables: { requests: '2021' } as const,
    cells: {
      ...requestRow('requests_carried_in', into),
      ...requestRow('requests_carried_out', out),
    },
  })
  await publish(carried(2023, 0, 5), '照原文刊载')
  await publish(carried(2024, 4, 0), '照原文刊载')
  const page = await htmlOf(`/b/${id}?figure=requests_carried_out.total`)
  expect(page).toContain('※ 后来的报告对该年另有说法')
  expect(
    rowsOf(page)
      .slice(1)
      .map((cells) => cells.slice(0, 2)),
  ).toEqual([
    ['2024', '0'],
    ['2023', '5'],
  ])
  expect(await htmlOf(`/b/${id}?figure=requests_carried_in.total`)).not.toContain('※')
})
