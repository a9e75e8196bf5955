import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listJobs } from '../../cli/import-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'niantu-list-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function jobs(text: string | Buffer) {
  const file = join(folder, 'list.csv')
  writeFileSync(file, text)
  return (await listJobs(file)).map(({ bytes: _bytes, ...job }) => job)
}

test('a list gives its documents, with what is known of each', async () => {
  const list = `file,bureau,year,source,published_on,excerpt,accept,reason
a/one.html,410307-0001,2024,https://example.cn/1,2025-01-31,1,照原文刊载,原机关于三月更正了第三部分
two.pdf,,,,,,,`
  expect(await jobs(list)).toEqual([
    {
      name: 'one.html',
      path: 'a/one.html',
      bureau: '410307-0001',
      year: 2024,
      source: 'https://example.cn/1',
      published_on: '2025-01-31',
      excerpt: true,
      accept: '照原文刊载',
      reason: '原机关于三月更正了第三部分',
    },
    { name: 'two.pdf', path: 'two.pdf' },
  ])
})

test('a list saved by Excel on Windows is read as GBK', async () => {
  const list = Buffer.concat([
    Buffer.from('file,accept\r\none.html,'),
    Buffer.from('d5d5d4ad', 'hex'),
    Buffer.from('\r\n'),
  ])
  expect(await jobs(list)).toEqual([{ name: 'one.html', path: 'one.html', accept: '照原' }])
})

const head = 'file,bureau,year,accept,reason'

// Rows below the header, what is said of them.
test.for([
  ['', /the list is empty/],
  [',410307-0001,2024,,', /line 2.*lacks its file/],
  ['a,,二〇二四,,', /line 2.*year: .*four digits/],
  ['a,,24,,', /line 2.*year: .*four digits/],
  ['a,4103,2024,,', /line 2.*bureau: .*410307-0001/],
  ['a,,2024,好,', /line 2.*accept: .*2 to 500/],
  ['a,,2024,,更正', /line 2.*reason: .*10 to 500/],
  ['a,,2024\nb,,x,,', /line 2.*3 cells/],
  ['a,,2024,,\nb,,x,,\nc,,y,,', /line 3[^]*line 4/],
  [
    'a,410307-0001,2024,,\nb,410307-0001,2023,,\nc,410307-0001,2024,,',
    /第 2、4 行是同一份年报（lines 2, 4 are the same report）: 410307-0001 2024/,
  ],
  ['a,,,,\na,,,,', /lines 2, 3 are the same report/],
] as const)('%j is refused, naming the lines', async ([rows, says]) => {
  await expect(jobs(`${head}\n${rows}`)).rejects.toThrow(says)
})

test('one file may hold the reports of two bureaus', async () => {
  expect(await jobs(`${head}\na,410307-0001,2024,,\na,410307-0002,2024,,`)).toHaveLength(2)
})
