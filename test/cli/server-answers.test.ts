import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formFigures } from '#core/catalog/index.ts'
import { importReports } from '../../cli/import.ts'
import { release } from '../../cli/release.ts'
import { undo } from '../../cli/undo.ts'
import { formHtml } from '../../samples/form.ts'

// What the commands make of a server's answers. That the server does answer so is tested in workerd.

interface Answer {
  readonly status: number
  readonly body: string | object
}

let answers: Answer[] = []
let asked: (readonly [path: string, body: unknown])[] = []
const server = createServer((request, response) => {
  void text(request).then((body) => {
    asked.push([request.url ?? '', JSON.parse(body)])
    const { status, body: answer } = answers.shift() ?? { status: 500, body: '' }
    response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  })
})
let origin = ''

beforeEach(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  process.env['NIANTU_TOKEN'] = 'nt_test'
  asked = []
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

type Command = (
  args: string[],
  output: { out: (line: string) => void; err: (line: string) => void },
) => Promise<number>

/** Runs a command against these answers, in their order. */
async function run(command: Command, args: readonly string[], given: readonly Answer[]) {
  answers = [...given]
  const out: string[] = []
  const err: string[] = []
  const output = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  }
  const code = await command([...args, '--server', origin], output)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const ok = (body: object): Answer => ({ status: 200, body })
const problem = (status: number, detail: string): Answer => ({
  status,
  body: { detail, errors: [] },
})

test.for([
  [{ release: { name: '2026.3.0' }, cut: true }, /released: 2026\.3\.0/],
  [{ release: { name: '2026.3.0' }, cut: false }, /nothing changed since 2026\.3\.0/],
  [{ release: null, cut: false }, /nothing is public yet/],
] as const)('release says what %j means', async ([answer, says]) => {
  expect(await run(release, [], [ok(answer)])).toEqual({
    code: 0,
    out: expect.stringMatching(says),
    err: '',
  })
  expect(asked).toEqual([['/api/v1/admin/releases', {}]])
})

// What the server answers, what the command throws.
test.for([
  [problem(401, 'no'), /not valid or revoked.*token create.*NIANTU_TOKEN/],
  [{ status: 200, body: '<html>' }, /check the address: HTTP 200/],
  [{ status: 404, body: '<html>' }, /check the address: HTTP 404/],
  [{ status: 503, body: '<html>' }, /try again later: HTTP 503/],
  [problem(422, 'because'), /because/],
] as const)('%j is explained', async ([answer, says]) => {
  await expect(run(release, [], [answer])).rejects.toThrow(says)
})

const reason = '整批数字取自错误的年份'

test('undo asks until nothing is left', async () => {
  const given = [
    ok({ undone: 50, done: false }),
    ok({ undone: 7, done: false }),
    ok({ undone: 0, done: true }),
  ]
  expect(await run(undo, ['12', '--reason', reason], given)).toEqual({
    code: 0,
    out: expect.stringContaining('batch 12 is undone: 57 reports'),
    err: expect.stringMatching(/50 undone so far[^]*57 undone so far/),
  })
  const request = ['/api/v1/admin/batches/12/undo', { reason }]
  expect(asked).toEqual([request, request, request])
})

test('undo passes on why the server refuses', async () => {
  expect(await run(undo, ['12', '--reason', reason], [problem(404, '没有第 12 批')])).toEqual({
    code: 1,
    out: '',
    err: '12: 没有第 12 批',
  })
})

/** The form with 0 in every cell but these. */
const form = (other: Readonly<Record<string, string>>): string => {
  const figures = [...formFigures('requests', '2021'), ...formFigures('reviews', 'any')]
  const cells = { ...Object.fromEntries(figures.map(({ id }) => [id, '0'])), ...other }
  const tables = { requests: '2021', reviews: 'any' } as const
  return formHtml({ bureau: '偃师区文旅局', year: 2024, tables, cells, narrative: [] })
}

test('import names its batch, counts unread cells and says what is held or lost', async () => {
  const files = {
    'a.html': form({ 'requests_new.total': '3?', 'requests_new.natural_person': '?' }),
    'b.html': form({}).replace('<th>商业企业</th>', ''),
    'c.html': '',
  }
  const folder = mkdtempSync(join(tmpdir(), 'niantu-import-'))
  for (const [name, html] of Object.entries(files)) writeFileSync(join(folder, name), html)
  const given = [
    ok({ batch: 7 }),
    ok({ results: [{ kind: 'held', reason: 'sums differ', errors: [] }, { kind: 'published' }] }),
  ]
  const paths = Object.keys(files).map((name) => join(folder, name))
  const { code, out, err } = await run(importReports, ['--publish', ...paths], given)
  rmSync(folder, { recursive: true })

  expect(code).toBe(1)
  expect(out.split('\n')).toEqual([
    '批次 batch: 7',
    expect.stringMatching(/published: 1 .* findings: 1 .* refused: 1$/),
    expect.stringMatching(/2 cells of 1 reports/),
  ])
  expect(err.split('\n')).toEqual([
    '待核 held with findings: a.html: sums differ',
    expect.stringMatching(/^警告 warning: b\.html: .*requests not read/),
    expect.stringMatching(/^拒收 refused: c\.html: .*empty/),
  ])
  expect(asked[1]).toEqual([
    '/api/v1/admin/batches/7/reports',
    {
      publish: true,
      reports: [
        expect.objectContaining({ year: 2024, tables: { requests: '2021', reviews: 'any' } }),
        // The table that could not be read goes along, every cell of it unread.
        expect.objectContaining({
          year: 2024,
          tables: { requests: null, reviews: 'any' },
          cells: expect.objectContaining({
            'requests_new.total': { state: 'unread', raw: '', reason: expect.any(String) },
          }),
        }),
      ],
    },
  ])
})

test('an import that breaks off says what it had brought in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'niantu-import-'))
  const file = join(folder, 'a.html')
  writeFileSync(file, form({}))
  const lines: string[] = []
  const output = { out: (line: string) => void lines.push(line), err: () => undefined }
  answers = [ok({ batch: 7 }), problem(401, 'no')]
  await expect(importReports(['--server', origin, file], output)).rejects.toThrow(/token create/)
  rmSync(folder, { recursive: true })
  expect(lines.join('\n')).toMatch(/batch: 7[^]*published: 0/)
})
