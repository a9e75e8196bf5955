import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { read } from '../../cli/read.ts'

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/reports/${name}`, import.meta.url))

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await read(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { code, out, err }
}

async function records(
  ...files: string[]
): Promise<{ code: number; list: unknown[]; err: string[] }> {
  const { code, out, err } = await run('--json', ...files)
  return { code, list: out.map((line): unknown => JSON.parse(line)), err }
}

test('a report is one JSON object on one line', async () => {
  const file = fixture('disclosure-only-2021.html')
  expect(await records(file)).toEqual({
    code: 0,
    err: [],
    list: [
      {
        file,
        refused: null,
        bureau: '云桥区教育局',
        division: null,
        year: 2019,
        tables: { disclosure: { edition: '2021', refused: null } },
        figures: expect.objectContaining({ regulations_made: 0 }),
        states: {},
        findings: [],
      },
    ],
  })
})

test('a cell without a number has null among the figures and its state beside them', async () => {
  const { list } = await records(fixture('states-2021.html'))
  expect(list[0]).toMatchObject({
    figures: {
      regulations_made: null,
      regulations_repealed: null,
      norms_made: 22,
      norms_valid: null,
    },
    states: { regulations_made: 'blank', regulations_repealed: 'na', norms_valid: 'unread' },
  })
})

test('a table that cannot be read says why; the others are read', async () => {
  const { code, list } = await records(fixture('row-missing-2021.txt'))
  expect(code).toBe(0)
  expect(list[0]).toMatchObject({
    tables: { requests: { edition: null, refused: expect.stringContaining('table 三') } },
  })
})

test('what is refused has its line too, and the code is 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'niantu-'))
  const empty = join(folder, 'empty.txt')
  await writeFile(empty, '')
  const missing = join(folder, 'missing.txt')
  const { code, list, err } = await records(empty, missing, folder, fixture('tabs-2021.txt'))
  expect(code).toBe(1)
  expect(list).toMatchObject([
    { file: empty, refused: expect.stringContaining('empty'), figures: {} },
    { file: missing, refused: expect.stringContaining('ENOENT') },
    { file: folder, refused: expect.stringContaining('EISDIR') },
    { refused: null },
  ])
  expect(err).toHaveLength(3)
})

test('without --json a line for people', async () => {
  const { out } = await run(fixture('tabs-2021.txt'))
  expect(out).toEqual([expect.stringContaining('200/200')])
})

test('no file is wrong usage', async () => {
  expect(await run('--json')).toEqual({ code: 2, out: [], err: [] })
})
