import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, runSql } from '../../cli/d1.ts'
import { hashOf } from '../../cli/secret.ts'
import { insertToken, insertTokenUnless, selectTokens } from '../../cli/token-sql.ts'
import { token } from '../../cli/token.ts'

const folder = mkdtempSync(join(tmpdir(), 'niantu-token-'))

beforeAll(async () => {
  process.env['DATA_DIR'] = folder
  await migrate({ folder })
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true }))

/** Runs `niantu token …`; answers its exit code and what it wrote to stdout. */
async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const code = await token(args, { out: (line) => lines.push(line), err: () => undefined })
  return { code, lines }
}

test(
  'tokens are made, replaced and revoked; only their hash is kept',
  { timeout: 60_000 },
  async () => {
    const first = await run('create', "the city's office")
    expect(first).toEqual({ code: 0, lines: [expect.stringMatching(/^nt_[\w-]{43}$/)] })
    const second = await run('replace', '1')
    expect(second).toEqual({ code: 0, lines: [expect.stringMatching(/^nt_[\w-]{43}$/)] })
    expect(await run('replace', '1')).toEqual({ code: 1, lines: [] })

    const [rows] = await runSql({ folder }, 'SELECT id, name, hash, revoked_at FROM token')
    expect(rows).toEqual([
      {
        id: 1,
        name: "the city's office",
        hash: hashOf(first.lines[0] ?? ''),
        revoked_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/),
      },
      { id: 2, name: "the city's office", hash: hashOf(second.lines[0] ?? ''), revoked_at: null },
    ])

    expect((await run('revoke', '2')).code).toBe(0)
    expect((await run('revoke', '2')).code).toBe(1)
    const { lines } = await run('list')
    expect(lines).toEqual([
      expect.stringMatching(/^1\tthe city's office\t.+\trevoked /),
      expect.stringMatching(/^2\tthe city's office\t.+\trevoked /),
    ])
  },
)

const unless = (kept: string, fresh: string) => insertTokenUnless(kept, 'development', fresh)

test(
  'a kept token that holds stays; one that is revoked or unknown is replaced',
  {
    timeout: 60_000,
  },
  async () => {
    const answers = await runSql(
      { folder },
      [
        insertToken('development', 'kept'),
        unless('kept', 'one'),
        unless('unknown', 'two'),
        `UPDATE token SET revoked_at = 'now' WHERE hash = '${hashOf('kept')}'`,
        unless('kept', 'three'),
      ].join('; '),
    )
    expect([1, 2, 4].map((i) => answers[i]?.length)).toEqual([0, 1, 1])
  },
)

test('before the first start, it says what to do', { timeout: 60_000 }, async () => {
  const empty = mkdtempSync(join(tmpdir(), 'niantu-empty-'))
  await expect(runSql({ folder: empty }, selectTokens)).rejects.toThrow(/run npm start/)
  rmSync(empty, { recursive: true })
})
