import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from '../../cli/place.ts'
import { freePort } from '../../cli/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'niantu-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a script of cli/ as `npm run` would from `folder`. */
const run = (script: string, args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [`cli/${script}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, INIT_CWD: folder, DATA_DIR: folder, NIANTU_TOKEN: '', ...env },
  })

// Arguments, exit code, what stdout and stderr say.
test.for([
  ['help', 0, /token create NAME/, /^$/],
  ['', 2, /token create NAME/, /^$/],
  ['read --help', 0, /read \[--json\] FILE/, /^$/],
  ['constructor', 2, /^$/, /No such command: constructor/],
  ['read', 2, /^$/, /Usage: read/],
  ['read --nonsense', 2, /^$/, /--nonsense/],
  ['read missing.html', 1, /missing\.html/, /missing\.html/],
  ['token', 2, /^$/, /Usage: token/],
  ['token create', 2, /^$/, /Usage: token/],
  ['token revoke one', 2, /^$/, /Usage: token/],
  ['token list all', 2, /^$/, /Usage: token/],
  ['import', 2, /^$/, /Usage: import/],
  ['import report.html', 1, /^$/, /NIANTU_TOKEN/],
  ['import --year abc a.html', 2, /^$/, /--year: .*four digits/],
  ['import --accept x a.html', 2, /^$/, /--accept: .*2 to 500/],
  ['import --reason x a.html', 2, /^$/, /--reason: .*10 to 500/],
  ['import --division 12 a.html', 2, /^$/, /--division: .*410307/],
  ['import --server notaurl a.html', 2, /^$/, /--server notaurl.*wrong/],
  ['import --server localhost:8787 a.html', 2, /^$/, /address is wrong/],
  ['import --batch one a.html', 2, /^$/, /Usage: import/],
  ['import --year 2024 --list list.csv', 2, /^$/, /Usage: import/],
  ['import --list missing.csv', 1, /^$/, /^missing\.csv: .*ENOENT/],
  ['bureaus', 2, /^$/, /Usage: bureaus/],
  ['release now', 2, /^$/, /Usage: release/],
  ['release', 1, /^$/, /NIANTU_TOKEN/],
  ['undo 1', 2, /^$/, /--reason: .*10 to 500/],
  ['undo one --reason 整批数字取自错误的年份', 2, /^$/, /Usage: undo/],
  ['undo 1 --reason 整批数字取自错误的年份', 1, /^$/, /NIANTU_TOKEN/],
] as const)('niantu %s ends with %i', ([line, code, stdout, stderr]) => {
  const result = run('main', line.split(' ').filter(Boolean))
  expect(result.stderr).toMatch(stderr)
  expect(result.stdout).toMatch(stdout)
  expect(result.status).toBe(code)
})

test('file names are meant from where the caller stands', () => {
  writeFileSync(join(folder, 'empty.html'), '')
  const { stdout } = run('main', ['read', '--json', 'empty.html'])
  expect(JSON.parse(stdout)).toMatchObject({ file: 'empty.html', refused: /空|empty/ })
})

test.for(['0', '65536', 'http', '80 80', '-1', '08080'])('PORT=%s is refused', (PORT) => {
  const { status, stderr } = run('start', [], { PORT })
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('PORT') })
})

test.for([
  ['start', []],
  ['main', ['token', 'list']],
  ['main', ['release']],
] as const)('%s %j says that DATA_DIR is no folder', ([script, args]) => {
  const DATA_DIR = join(folder, 'file')
  writeFileSync(DATA_DIR, '')
  const { status, stderr } = run(script, args, { DATA_DIR })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^DATA_DIR=.*not a folder.*\n$/),
  })
})

test('deploy with an option that it does not know says how it is used', () => {
  const { status, stderr } = run('deploy', ['--nope'])
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/--nope[^]*Usage: npm run deploy/),
  })
})

test('a port that is taken is named', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  const { status, stderr } = run('start', [], { PORT: String(port) })
  other.close()
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(`${port}`) })
})
