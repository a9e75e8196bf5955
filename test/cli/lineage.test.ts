import { expect, test } from 'vitest'
import { lineageOf } from '../../cli/bureaus.ts'
import { Refused } from '../../cli/client.ts'
import { parseCsv } from '../../cli/csv.ts'
import { readLineage } from '../../cli/lineage.ts'
import { sendLineage } from '../../cli/lineage-send.ts'
import { root } from '../../cli/place.ts'
import { madeUpRoster } from '../../samples/made-up.ts'

const head = 'kind,on,document,from,to'
const read = (rows: string) => readLineage(parseCsv(`${head}\n${rows}`))

const merged = {
  kind: 'merged',
  on: '2019-03-01',
  document: '洛政发〔2019〕1号',
  from: ['410307-0001', '410307-0002'],
  to: ['410307-0003'],
}

// How the line may be written.
test.for([
  'merged,2019-03-01,洛政发〔2019〕1号,410307-0001|410307-0002,410307-0003',
  '合并,2019/3/1,洛政发〔2019〕1号,410307-0001 | 410307-0002,410307-0003',
  '合并,2019年3月1日,洛政发〔2019〕1号,410307-0001|410307-0002|,410307-0003',
])('%s', (row) => {
  expect(read(row)).toEqual([{ line: 2, event: merged }])
})

test('a side may be empty, and every kind has its Chinese word', () => {
  const rows = `更名,2019-03-01,甲,410307-0001,410307-0002
拆分,2020-03-01,甲,410307-0002,410307-0003|410307-0004
撤销,2021-03-01,甲,410307-0003,
新设,2021-03-01,甲,,410307-0005
职能划转,2021-04-01,甲,410307-0004,410307-0005
划归其他行政区划,2022-03-18,甲,410307-0005,410308-0001`
  expect(
    read(rows).map(({ line, event: { kind, from, to } }) => [line, kind, from.length, to.length]),
  ).toEqual([
    [2, 'renamed', 1, 1],
    [3, 'split', 1, 2],
    [4, 'abolished', 1, 0],
    [5, 'created', 0, 1],
    [6, 'transferred', 1, 1],
    [7, 'moved_division', 1, 1],
  ])
})

const problems = (rows: string): string => {
  try {
    read(rows)
    return 'none'
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

// Rows below the header, what is said of them.
test.for([
  ['', /there are no events/],
  ['改名,2019-03-01,甲,410307-0001,410307-0002', /line 2.*kind: .*更名 renamed/],
  ['更名,2019-03-01,甲,文旅局,410307-0002', /line 2.*from\.0: .*410307-0001.*\|/],
  ['更名,2019-02-30,甲,410307-0001,410307-0002', /line 2.*year-month-day/],
  ['更名,三月,甲,410307-0001,410307-0002', /line 2.*year-month-day/],
  ['更名,2019-03-01,,410307-0001,410307-0002', /line 2.*document is missing/],
  ['合并,2019-03-01,甲,410307-0001,410307-0002', /line 2.*Wrong number/],
  [
    '更名,2019-03-01,甲,410307-0001,410307-0002\n撤销,2020-03-01,甲,410307-0001,',
    /line 3.*ceases to be twice/,
  ],
] as const)('%j is refused, naming the line', ([rows, says]) => {
  expect(problems(rows)).toMatch(says)
})

test('what the server refuses is named by the line of the file', async () => {
  const rows = Array.from(
    { length: 25 },
    (_, i) => `更名,2019-03-01,甲,410307-${1000 + i},410307-${2000 + i}`,
  )
  const sent: number[] = []
  const client = {
    post: (_: string, body: unknown) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the command sends
      const { events } = body as { events: { from: string[] }[] }
      sent.push(events.length)
      const at = events.findIndex(({ from }) => from[0] === '410307-1022')
      return at === -1
        ? Promise.resolve({ events: events.map(() => ({ result: 'added' })) })
        : Promise.reject(new Refused(`events.${at}: 410307-1022`))
    },
  }
  await expect(sendLineage(client, read(rows.join('\n')))).rejects.toThrow(
    '第 24 行（line 24）: 410307-1022',
  )
  expect(sent).toEqual([20, 5])
  expect(await sendLineage(client, read(rows.slice(0, 22).join('\n')))).toEqual({
    added: 22,
    corrected: 0,
    unchanged: 0,
  })
})

test('the samples tell of made-up bureaus only, and say so', async () => {
  const there = new Set(madeUpRoster().map(({ id }) => id))
  for (const { event } of await lineageOf(`${root}/samples/made-up-lineage.csv`)) {
    expect([...event.from, ...event.to].filter((id) => !there.has(id))).toEqual([])
    expect(event.document).toMatch(/虚构/)
  }
})
