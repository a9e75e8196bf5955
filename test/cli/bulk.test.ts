import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reviewGroupIds, reviewResultIds } from '#core/catalog/index.ts'
import { sendBureaus } from '../../cli/bureaus.ts'
import { connect } from '../../cli/client.ts'
import { migrate, runSql } from '../../cli/d1.ts'
import { importReports } from '../../cli/import.ts'
import { root } from '../../cli/place.ts'
import { type Server, freePort, startServer } from '../../cli/server.ts'
import { undo } from '../../cli/undo.ts'
import { type Printed, formHtml } from '../../samples/form.ts'

// Many reports through a real server, broken off in the middle.

const bureaus = Array.from(
  { length: 15 },
  (_, i) =>
    ({
      id: `410307-${String(i + 1).padStart(4, '0')}`,
      division: '410307',
      name: `偃师区第${i + 1}局`,
      aliases: [],
      level: 'county',
      sector: 'other',
      scope: 'own',
      kind: 'bureau',
    }) as const,
)
const years = Array.from({ length: 8 }, (_, i) => 2017 + i)
const all = bureaus.length * years.length

const folder = mkdtempSync(join(tmpdir(), 'niantu-bulk-'))
const list = join(folder, 'list.csv')
let server: Server

/** One table: every case upheld. */
function document(bureau: string, year: number, cases: number): string {
  const cells: Printed = Object.fromEntries(
    reviewGroupIds.flatMap((group) =>
      reviewResultIds.map((result) => [
        `${group}_${result}`,
        ['upheld', 'total'].includes(result) ? String(cases) : '0',
      ]),
    ),
  )
  return formHtml({ bureau, year, tables: { reviews: 'any' }, cells })
}

beforeAll(async () => {
  const rows = bureaus.flatMap(({ id, name }, i) =>
    years.map((year) => {
      const file = `${id}-${year}.html`
      writeFileSync(join(folder, file), document(name, year, i + year))
      return `${file},${id},${year}`
    }),
  )
  writeFileSync(list, ['file,bureau,year', ...rows].join('\n'))
  const data = join(folder, 'data')
  await migrate({ folder: data })
  // A collection that is not empty gets no samples.
  await runSql(
    { folder: data },
    `INSERT INTO bureau (key, id, division, name, level, sector, scope, kind)
      VALUES (1, '${bureaus[0]?.id}', '410307', 'x', 'county', 'other', 'own', 'bureau')`,
  )
  const quiet = { out: () => undefined, err: () => undefined }
  server = await startServer({ port: await freePort(), folder: data }, quiet)
  process.env['NIANTU_TOKEN'] = server.token
  await sendBureaus(connect(server.url, server.token), bureaus)
}, 120_000)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

async function run(command: typeof importReports, args: readonly string[]) {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const code = await command([...args, '--server', server.url], { out: write, err: write })
  return { code, said: lines.join('\n') }
}

/** The count that an import ends with. */
const count = (said: string, kind: string): number =>
  Number(new RegExp(`${kind}: (\\d+)`).exec(said)?.[1])

async function publicReports(): Promise<number> {
  const response = await fetch(`${server.url}/readyz`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- asserted by whoever asks
  return ((await response.json()) as { data_version: number }).data_version
}

/** A hash over all rows of each table. */
function content(database: DatabaseSync): Record<string, string> {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '_cf_*'")
    .all()
  return Object.fromEntries(
    tables.map(({ name }) => {
      const hash = createHash('sha256')
      for (const row of database.prepare(`SELECT * FROM ${String(name)}`).iterate())
        hash.update(JSON.stringify(row))
      return [String(name), hash.digest('hex')]
    }),
  )
}

test(
  'an import that is interrupted goes on, changes nothing the third time, and is undone as a whole',
  {
    timeout: 120_000,
  },
  async () => {
    const args = ['import', '--publish', '--server', server.url, '--list', list]
    const child = spawn(process.execPath, ['cli/main.ts', ...args], { cwd: root })
    const [out, err] = [text(child.stdout), text(child.stderr)]
    while ((await publicReports()) < 30) await new Promise((done) => setTimeout(done, 50))
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([130, null])
    const batch = /batch: (\d+)/.exec(await out)?.[1] ?? ''
    expect(await err).toContain(`--batch ${batch}`)
    expect(count(await out, 'published')).toBeLessThan(all)

    const again = ['--publish', '--batch', batch, '--list', list]
    const second = await run(importReports, again)
    const [published, unchanged] = ['published', 'unchanged'].map((kind) =>
      count(second.said, kind),
    )
    expect([second.code, (published ?? 0) + (unchanged ?? 0)]).toEqual([0, all])
    expect(unchanged).toBeGreaterThanOrEqual(30)

    const [file = ''] = globSync(join(folder, 'data/**/d1/**/*.sqlite')).filter(
      (path) => !path.endsWith('metadata.sqlite'),
    )
    const database = new DatabaseSync(file, { readOnly: true })
    const before = content(database)
    const third = await run(importReports, again)
    expect([third.code, count(third.said, 'unchanged')]).toEqual([0, all])
    expect(third.said).not.toContain('source files')
    expect(content(database)).toEqual(before)

    const { code, said } = await run(undo, [batch, '--reason', '整批数字取自错误的年份'])
    expect([code, said]).toEqual([0, expect.stringContaining(`${all} reports`)])
    const held = database.prepare('SELECT count(*) AS n FROM report WHERE published IS NOT NULL')
    expect(held.get()).toEqual({ n: 0 })
    database.close()
  },
)
