import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
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
    const isJson = request.headers['content-type'] === 'application/json'
    asked.push([request.url ?? '', isJson ? JSON.parse(body) : body])
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

/** Nothing is left of an upgrade. */
const upgraded = ok({ reports: 0, done: true })
const maintenance = ['/api/v1/admin/maintenance', ''] as const

/** The files of the release are there already. */
const made = ok({ finished: true, files: [] })

const askedFiles = ['/api/v1/admin/releases/2026.3.0/files', ''] as const

test.for([
  [{ release: { name: '2026.3.0' }, cut: true }, /released: 2026\.3\.0/, [askedFiles]],
  [{ release: { name: '2026.3.0' }, cut: false }, /nothing changed since 2026\.3\.0/, [askedFiles]],
  [{ release: null, cut: false }, /nothing is public yet/, []],
] as const)('release says what %j means', async ([answer, says, more]) => {
  expect(await run(release, [], [upgraded, ok(answer), made])).toEqual({
    code: 0,
    out: expect.stringMatching(says),
    err: '',
  })
  expect(asked).toEqual([maintenance, ['/api/v1/admin/releases', ''], ...more])
})

test('release first finishes what an upgrade has left', async () => {
  const left = [ok({ reports: 50, done: false }), ok({ reports: 7, done: false })]
  const cut = ok({ release: { name: '2026.3.0' }, cut: true })
  expect(await run(release, [], [...left, upgraded, cut, made])).toEqual({
    code: 0,
    out: expect.stringContaining('2026.3.0'),
    err: expect.stringMatching(/50 reports so far[^]*57 reports so far/),
  })
  expect(asked.slice(0, 3)).toEqual([maintenance, maintenance, maintenance])
})

test('release passes on why the server refuses', async () => {
  await expect(run(release, [], [upgraded, problem(409, 'not finished')])).rejects.toThrow(
    'not finished',
  )
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

let folder = ''
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'niantu-import-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes these documents; answers their paths. */
const written = (files: Readonly<Record<string, string>>): string[] =>
  Object.entries(files).map(([name, html]) => {
    writeFileSync(join(folder, name), html)
    return join(folder, name)
  })

test('import names its batch, counts unread cells and says what is held or lost', async () => {
  const paths = written({
    'a.html': form({ 'requests_new.total': '3?', 'requests_new.natural_person': '?' }),
    'b.html': form({}).replace('<th>商业企业</th>', ''),
    'c.html': '',
  })
  const given = [
    ok({ batch: 7 }),
    ok({ results: [{ kind: 'held', reason: 'sums differ', errors: [] }, { kind: 'published' }] }),
  ]
  const { code, out, err } = await run(importReports, ['--publish', ...paths], given)

  expect(code).toBe(1)
  expect(out.split('\n')).toEqual([
    '批次 batch: 7',
    expect.stringMatching(/published: 1 .* findings: 1 .* refused: 1$/),
    expect.stringMatching(/2 cells of 1 reports/),
  ])
  expect(err.split('\n')).toEqual([
    `待核 held with findings: ${paths[0]}: sums differ`,
    expect.stringMatching(/^警告 warning: .*b\.html: .*requests not read/),
    expect.stringMatching(/^拒收 refused: .*c\.html: .*empty/),
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

const output = (lines: string[]) => ({
  out: (line: string) => void lines.push(line),
  err: () => undefined,
})

test('an import that breaks off says what it had brought in, and how to go on', async () => {
  const lines: string[] = []
  answers = [ok({ batch: 7 }), problem(401, 'no')]
  const args = ['--server', origin, ...written({ 'a.html': form({}) })]
  await expect(importReports(args, output(lines))).rejects.toThrow(
    /token create[^]*run the same command again.*--batch 7/,
  )
  expect(lines.join('\n')).toMatch(/batch: 7[^]*published: 0/)
})

test('a batch that the server does not take is not worth another attempt', async () => {
  answers = [problem(404, 'no such batch')]
  const args = ['--server', origin, '--batch', '9', ...written({ 'a.html': form({}) })]
  const error: unknown = await importReports(args, output([])).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ message: 'no such batch' })
  expect(asked.map(([path]) => path)).toEqual(['/api/v1/admin/batches/9/reports'])
})

test('a server that falls silent for a moment is asked again', { timeout: 20_000 }, async () => {
  const given = [
    { status: 503, body: '<html>' },
    { status: 500, body: { detail: 'internal error', errors: [] } },
    ok({ results: [{ kind: 'unchanged' }] }),
  ]
  const args = ['--batch', '9', ...written({ 'a.html': form({}) })]
  expect(await run(importReports, args, given)).toMatchObject({ code: 0, err: '' })
  expect(asked[0]).toEqual(asked[2])
})

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')
const one = form({})
const two = form({ 'requests_new.total': '1' })

/** Imports two documents that are stored as revisions 4 and 5, and offers their files. */
const runTwo = (...given: readonly Answer[]) =>
  run(
    importReports,
    ['--batch', '9', ...written({ 'one.html': one, 'two.html': two })],
    [
      ok({
        results: [
          { kind: 'draft', revision: 4 },
          { kind: 'held', revision: 5, reason: 'x' },
        ],
      }),
      ...given,
    ],
  )

test('the files that the server lacks are sent', async () => {
  const { code, out } = await runTwo(
    ok({ keeps_files: true, missing: [hashOf(two)] }),
    ok({ sha256: hashOf(two) }),
  )
  expect(code).toBe(0)
  expect(out).toMatch(/sent 1 · .*not kept 0/)
  expect(asked.slice(1)).toEqual([
    ['/api/v1/admin/files/missing', { hashes: [hashOf(one), hashOf(two)] }],
    ['/api/v1/admin/revisions/5/file', two],
  ])
})

test('a file that is not kept is named, and the import stands', async () => {
  const { code, out, err } = await runTwo(
    ok({ keeps_files: true, missing: [hashOf(two)] }),
    problem(422, 'another file'),
  )
  expect(code).toBe(1)
  expect(out).toMatch(/draft: 1 .*findings: 1[^]*sent 0 · .*not kept 1/)
  expect(err).toMatch(/file not kept: .*two\.html: another file$/)
})

test.for([ok({ keeps_files: false, missing: [] }), problem(404, 'no such route')])(
  'a server without files, or older than files, is no failure of the import: %j',
  async (answer) => {
    expect(await runTwo(answer)).toMatchObject({
      code: 0,
      out: expect.stringContaining('keeps no source files'),
      err: expect.not.stringContaining('not kept'),
    })
  },
)

test('--no-files offers none', async () => {
  const args = ['--no-files', '--batch', '9', ...written({ 'one.html': one })]
  await run(importReports, args, [ok({ results: [{ kind: 'draft', revision: 4 }] })])
  expect(asked).toHaveLength(1)
})
