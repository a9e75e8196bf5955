import { mkdtemp, cp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { check } from '../../cli/check.ts'
import { type Report, html, render } from '../core/parse/render.ts'

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/reports/${name}`, import.meta.url))

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await check(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { code, out, err }
}

/** A folder with reports of one bureau on these years, cells as given, all others 0. */
async function folder(reports: Readonly<Record<number, Report['texts']>>): Promise<string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'niantu-'))
  return Promise.all(
    Object.entries(reports).map(async ([year, texts]) => {
      const report = { edition: '2021', bureau: '云桥区教育局', year: Number(year), texts } as const
      const file = join(dir, `${year}.html`)
      await writeFile(file, `<meta charset=utf-8>${render(report, html)}`)
      return file
    }),
  )
}

const table = (lines: readonly string[]) =>
  Papa.parse<Record<string, string>>(lines.join('\n'), { header: true }).data

test('a head line, then a line per finding with both sides and the place', async () => {
  const [file = ''] = await folder({ 2023: { review_upheld: '3', review_total: '2' } })
  const { code, out } = await run(file)
  expect(code).toBe(1)
  expect(out[0]).toBe(`${file}  云桥区教育局 2023  二:2021 三:2021 四`)
  expect(out.filter((line) => line.includes('T4-SUM'))).toEqual([
    '  错误 T4-SUM 四种结果之和应等于总计：不符 · 行政复议·结果维持、行政复议·结果纠正、行政复议·其他结果等4格 = 3 | 行政复议·总计 = 2 (+1) · 第53行',
  ])
})

test('reports of one bureau are held against each other year by year', async () => {
  const files = await folder({
    2022: { 'requests_new.total': '2', 'requests_carried_out.total': '2' },
    2023: { 'requests_carried_in.total': '1', 'requests_carried_out.total': '1' },
  })
  const { out } = await run('--csv', ...files)
  const found = table(out).filter(({ rule }) => rule === 'X-CARRY')
  expect(found.map(({ year, left_sum, right_sum }) => [year, left_sum, right_sum])).toEqual([
    ['2023', '1', '2'],
  ])
  const alone = await run('--csv', ...files.slice(1))
  expect(table(alone.out).filter(({ rule }) => rule === 'X-CARRY')).toEqual([])
})

test('a clean report ends with 0', async () => {
  const { code, out } = await run(...(await folder({ 2023: {} })), '--lang', 'en')
  expect(out.filter((line) => line.includes('error'))).toEqual([])
  expect(code).toBe(0)
})

test('a folder gives a table and its totals', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'niantu-'))
  await cp(fixture('tabs-2021.txt'), join(dir, 'a.txt'))
  await cp(fixture('refuse-no-table.txt'), join(dir, 'b.txt'))
  await writeFile(join(dir, '.hidden'), 'x')
  const { code, out } = await run(dir)
  expect(code).toBe(1)
  expect(out).toHaveLength(5)
  expect(out.at(-1)).toBe('读取 1 份，其中 0 份有错误；拒收 1 个文件')
})

test('--csv --summary has a row per report, those of a sheet too', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'niantu-'))
  const sheet = join(dir, 'sheet.csv')
  await writeFile(
    sheet,
    'bureau,year,review_upheld,review_corrected,review_other,review_pending,review_total,备注\n甲局,2023,1,0,0,0,1,=1\n乙局,2023,1,0,0,0,2,\n',
  )
  const { code, out, err } = await run('--csv', '--summary', sheet, fixture('refuse-json.json'))
  expect(code).toBe(1)
  expect(err).toEqual([expect.stringContaining('备注')])
  expect(table(out).map(({ bureau, errors, refused }) => [bureau, errors, refused])).toEqual([
    ['甲局', '0', ''],
    ['乙局', '1', ''],
    ['', '', expect.stringContaining('JSON')],
  ])
})

test('a table that was refused counts', async () => {
  const { code, out } = await run(fixture('row-missing-2021.txt'))
  expect(code).toBe(1)
  expect(out.join('\n')).toContain('错误 三 表三中间缺行')
})

test.for([[[]], [['--lang', 'fr', 'a.txt']]])('%j is wrong usage', async ([args]) => {
  expect(await run(...(args ?? []))).toEqual({ code: 2, out: [], err: [] })
})
