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
  ['bureaus', 2, /^$/, /Usage: bureaus/],
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

test.for(['0', '65536', 'http', '80 80', '-1'])('PORT=%s is refused', (PORT) => {
  const { status, stderr } = run('start', [], { PORT })
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('PORT') })
})

test('a port that is taken is named', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  const { status, stderr } = run('start', [], { PORT: String(port) })
  other.close()
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(`${port}`) })
})
