import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bringOver } from '../../cli/build.ts'
import { lock } from '../../cli/lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'niantu-folders-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a build that is the same touches nothing; another one leaves nothing of the last', () => {
  const [from, to] = [join(folder, 'fresh'), join(folder, 'dist')]
  const write = (file: string, text: string) => {
    mkdirSync(join(from, file, '..'), { recursive: true })
    writeFileSync(join(from, file), text)
  }
  const listed = () =>
    Object.fromEntries(
      readdirSync(to, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]),
    )
  write('.vite/manifest.json', 'one')
  write('assets/one.js', '1')
  write('_headers', 'h')
  bringOver(from, to)
  expect(listed()).toEqual({ 'manifest.json': 'one', 'one.js': '1', _headers: 'h' })

  const past = new Date(1_700_000_000_000)
  for (const file of ['.vite/manifest.json', 'assets/one.js'])
    utimesSync(join(to, file), past, past)
  bringOver(from, to)
  expect(statSync(join(to, '.vite/manifest.json')).mtime).toEqual(past)

  rmSync(join(from, 'assets/one.js'))
  write('.vite/manifest.json', 'two')
  write('assets/two.js', '2')
  bringOver(from, to)
  expect(listed()).toEqual({ 'manifest.json': 'two', 'two.js': '2', _headers: 'h' })
})

const gone = spawnSync(process.execPath, ['--version']).pid

/** A data folder with a lock file that says this. */
function locked(text: string): string {
  const own = mkdtempSync(join(folder, 'data-'))
  writeFileSync(join(own, 'server.pid'), text)
  return own
}

test.for(['', 'nonsense', `${gone}\n`, `${process.pid}\n`])(
  'a data folder whose lock says %j is taken over',
  (text) => {
    const own = locked(text)
    const unlock = lock(own)
    expect(readFileSync(join(own, 'server.pid'), 'utf8')).toBe(`${process.pid}\n`)
    unlock()
    expect(readdirSync(own)).toEqual([])
  },
)

test('a data folder in use is refused, naming the process', () => {
  const own = locked(`${process.ppid}\n`)
  expect(() => lock(own)).toThrow(`process ${process.ppid}`)
})

test('a data folder that is not there yet is made', () => {
  const own = join(folder, 'new', 'data')
  lock(own)
  expect(readdirSync(own)).toEqual(['server.pid'])
})

test('a lock that another took over meanwhile stays', () => {
  const own = mkdtempSync(join(folder, 'data-'))
  const unlock = lock(own)
  writeFileSync(join(own, 'server.pid'), `${process.ppid}\n`)
  unlock()
  expect(readdirSync(own)).toEqual(['server.pid'])
})
