import { once } from 'node:events'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { type IncomingMessage, createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { SetReport } from '#core/text/set/rows.ts'
import { release } from '../../cli/release.ts'
import { verify } from '../../cli/verify.ts'

// What `niantu release` makes of a server's answers. That the server does answer so is tested in workerd.

const folder = mkdtempSync(join(tmpdir(), 'niantu-release-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const report = (id: string, year: number, figures: SetReport['figures'] = {}): SetReport => ({
  bureau: {
    id,
    name: `${id}, "局"`,
    name_en: null,
    division: { code: id.slice(0, 6), name: '某地' },
    level: 'county',
    sector: 'other',
    scope: 'own',
    kind: 'bureau',
    made_up: id.startsWith('00'),
  },
  year,
  revision: 1,
  published_in: 7,
  published_at: '2026-01-02T03:04:05.678Z',
  tables: { disclosure: '2021', reviews: 'any' },
  excerpt: false,
  aside: false,
  accepted: null,
  source: { address: null, file_sha256: 'a'.repeat(64), published_on: '2025-01-31' },
  figures: {
    licences_decided: { value: 45, state: 'number' },
    penalties_decided: { value: null, state: 'na' },
    review_total: { value: 0, state: 'number' },
    ...figures,
  },
  disputed: ['review_total'],
})

/** In the order of ids: three provinces; one bureau comes twice. */
const reports = {
  real: [
    report('110101-0001', 2024),
    report('320106-0001', 2023),
    report('320106-0001', 2024, { fees_collected_wan: { value: 0.5, state: 'number' } }),
    report('410307-0001', 2024),
  ],
  'made-up': [report('000100-0001', 2024)],
}

const meta = { licence: '=自由使用', source: '年度报告' }

/** What the server keeps: files by path, whether it keeps any, and which request it fails at. */
let kept = new Map<string, Buffer>()
let finished: unknown
let keepsFiles = true
let asked: string[] = []
let failsAt: (path: string) => number | undefined = () => undefined

let hashes = new Map<string, string>()

function page(url: URL): object {
  const own = reports[url.searchParams.get('collection') === 'real' ? 'real' : 'made-up']
  const at = Number(url.searchParams.get('cursor') ?? 0)
  const next = at + 2 < own.length ? String(at + 2) : null
  return { meta, reports: own.slice(at, at + 2), next_cursor: next }
}

async function answer(request: IncomingMessage): Promise<[status: number, body: object]> {
  const url = new URL(request.url ?? '', 'http://localhost')
  const body = await buffer(request)
  const path = url.pathname.replace('/api/v1', '')
  asked.push(`${request.method} ${path}`)
  const status = failsAt(path)
  if (status !== undefined) return [status, { detail: `failed at ${path}`, errors: [] }]
  if (path === '/admin/maintenance') return [200, { reports: 0, done: true }]
  if (path === '/admin/releases')
    return [201, { release: { name: '2026.3.0', at: '2026-03-01T00:00:00.000Z' }, cut: true }]
  if (path === '/reports') return [200, page(url)]
  return keepsFiles
    ? keep(request.method, url, body)
    : [501, { detail: 'keeps no files', errors: [] }]
}

function keep(
  method: string | undefined,
  { pathname, searchParams }: URL,
  body: Buffer,
): [status: number, body: object] {
  const path = pathname.replace(/^.*\/releases\/2026\.3\.0\/files\/?/, '')
  if (method === 'GET') return [200, { finished: finished !== undefined, files: there() }]
  if (method === 'POST') finished = JSON.parse(body.toString())
  else {
    kept.set(path, body)
    hashes.set(path, searchParams.get('sha256') ?? '')
  }
  return [200, {}]
}

const there = () =>
  [...kept].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hashes.get(path) }))

const server = createServer((request, response) => {
  void answer(request).then(([status, body]) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
  )
})

let origin = ''

beforeEach(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  process.env['NIANTU_TOKEN'] = 'nt_test'
  kept = new Map()
  hashes = new Map()
  finished = undefined
  keepsFiles = true
  asked = []
  failsAt = () => undefined
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

async function run(command: typeof release | typeof verify, args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const output = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  }
  const code = await command([...args], output)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const cut = (...args: string[]) => run(release, ['--server', origin, ...args])

const filesOf = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(of.length + 1), readFileSync(path).toString('base64')]),
  )

const unpacked = (of: string, path: string): string =>
  gunzipSync(readFileSync(join(of, path))).toString('utf8')

test('a set has a file for each year, province and table, the same bytes every time', async () => {
  keepsFiles = false
  const [one, two] = [join(folder, 'one'), join(folder, 'deep/two')]
  expect(await cut('--out', one)).toEqual({
    code: 0,
    out: expect.stringMatching(/released: 2026\.3\.0[^]*the whole set is made: 27 files/),
    err: 'keeps no files',
  })
  await cut('--out', two)
  expect(filesOf(two)).toEqual(filesOf(one))
  expect(Object.keys(filesOf(one)).toSorted()).toEqual(
    [
      '2023/320000/disclosure.csv.gz',
      '2023/320000/reviews.csv.gz',
      '2023/reports.csv.gz',
      ...['000000', '110000', '320000', '410000'].flatMap((province) => [
        `2024/${province}/disclosure.csv.gz`,
        `2024/${province}/reviews.csv.gz`,
      ]),
      '2024/reports.csv.gz',
      'LICENCE.txt',
      'README.md',
      'SHA256SUMS',
      'bureaus.csv',
      'csv-metadata.json',
      'datapackage.json',
      'figures.csv',
      ...['bureaus', 'figures', 'observations', 'reports'].flatMap((table) => [
        `schemas/${table}.csvw.json`,
        `schemas/${table}.json`,
      ]),
    ].toSorted(),
  )
  expect(readdirSync(folder)).toEqual(['deep', 'one'])
})

test('a row is what the API says: no number is empty, zero is 0', async () => {
  const set = join(folder, 'rows')
  await cut('--out', set)
  expect(unpacked(set, '2024/320000/disclosure.csv.gz')).toBe(
    [
      'id,bureau,scope,made_up,year,figure,value,state,check,edition,excerpt,aside,version',
      '320106-0001/2024/licences_decided,320106-0001,own,,2024,licences_decided,45,number,,2021,,,2026.3.0',
      '320106-0001/2024/penalties_decided,320106-0001,own,,2024,penalties_decided,,na,,2021,,,2026.3.0',
      '320106-0001/2024/fees_collected_wan,320106-0001,own,,2024,fees_collected_wan,0.5,number,,2021,,,2026.3.0',
      '',
    ].join('\r\n'),
  )
  expect(unpacked(set, '2024/000000/reviews.csv.gz').split('\r\n')[1]).toBe(
    '000100-0001/2024/review_total,000100-0001,own,虚构示例,2024,review_total,0,number,failed,any,,,2026.3.0',
  )
  expect(unpacked(set, '2023/reports.csv.gz').split('\r\n')[1]).toBe(
    `320106-0001,2023,1,7,2026-01-02T03:04:05Z,2021,,any,,,,,2025-01-31,${'a'.repeat(64)},,2026.3.0`,
  )
  expect(readFileSync(join(set, 'bureaus.csv'), 'utf8').split('\r\n').slice(1)).toEqual([
    ...['110101-0001', '320106-0001', '410307-0001'].map(
      (id) => `${id},"${id}, ""局""",,${id.slice(0, 6)},某地,county,other,own,bureau,`,
    ),
    '000100-0001,"000100-0001, ""局""",,000100,某地,county,other,own,bureau,虚构示例',
    '',
  ])
  expect(readFileSync(join(set, 'LICENCE.txt'), 'utf8')).toBe('=自由使用\n')
  expect(readFileSync(join(set, 'README.md'), 'utf8')).toMatch(
    /4 个，报告 5 份，其中虚构示例 1 份[^]*4 bureaus, 5 reports, 1 of them made-up/,
  )
})

test('every file goes to the server, and their list at the end', async () => {
  const set = join(folder, 'both')
  expect((await cut('--out', set)).code).toBe(0)
  const sent = Object.fromEntries(
    [...kept].map(([path, bytes]) => [path, bytes.toString('base64')]),
  )
  expect(sent).toEqual(filesOf(set))
  expect(finished).toEqual({
    files: expect.arrayContaining(there()),
  })
  expect(asked.at(-1)).toBe('POST /admin/releases/2026.3.0/files')
  asked = []
  expect((await cut()).out).toMatch(/was made before: 27 files/)
  expect(asked.some((one) => one.includes('/reports'))).toBe(false)
})

test('what was interrupted goes on: only what the server lacks is sent again', async () => {
  failsAt = (path) => (path.endsWith('/bureaus.csv') ? 422 : undefined)
  await expect(cut()).rejects.toThrow('failed at')
  const before = kept.size
  expect([before > 0, finished]).toEqual([true, undefined])
  failsAt = () => undefined
  asked = []
  expect((await cut()).code).toBe(0)
  expect(asked.filter((one) => one.startsWith('PUT')).length).toBe(27 - before)
  expect(finished).toBeDefined()
})

test('a server that cannot answer now is asked again', async () => {
  let times = 0
  failsAt = (path) => (path === '/reports' && times++ === 0 ? 503 : undefined)
  expect((await cut()).code).toBe(0)
})

test('a folder with something in it is not written to', async () => {
  const set = join(folder, 'full')
  mkdirSync(set)
  writeFileSync(join(set, 'mine.txt'), '')
  await expect(cut('--out', set)).rejects.toThrow('not empty')
  expect(asked).toEqual([])
})

/** A set in a folder of its own. */
async function made(name: string): Promise<string> {
  keepsFiles = false
  const set = join(folder, name)
  await cut('--out', set)
  return set
}

test('verify finds nothing to say of a set as it was made', async () => {
  expect(await run(verify, [await made('whole')])).toEqual({
    code: 0,
    out: expect.stringContaining('all 26 files are as they were made'),
    err: '',
  })
})

test('verify names the file that was changed, and the one that is gone', async () => {
  const set = await made('changed')
  appendFileSync(join(set, '2024/reports.csv.gz'), '.')
  rmSync(join(set, 'figures.csv'))
  expect(await run(verify, [set])).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(
      /^2024\/reports\.csv\.gz: .*changed[^]*^figures\.csv: .*missing[^]*2 of 26 files/m,
    ),
  })
})

test('verify reads the sums of sha256sum, and none that lead out of the set', async () => {
  const set = join(folder, 'out')
  mkdirSync(set)
  await expect(run(verify, [set])).rejects.toThrow('has no SHA256SUMS')
  writeFileSync(join(set, 'SHA256SUMS'), `${'0'.repeat(64)}  ../one/README.md\n`)
  await expect(run(verify, [set])).rejects.toThrow('../one/README.md')
  expect((await run(verify, [])).code).toBe(2)
  expect((await run(verify, [set, set])).code).toBe(2)
})

test('a figure that this program does not know is not left out in silence', async () => {
  reports.real.push(report('440100-0001', 2024, { unheard_of: { value: 1, state: 'number' } }))
  await expect(cut()).rejects.toThrow(/unheard_of.*older than the server/)
  reports.real.pop()
})
