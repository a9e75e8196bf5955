import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspect, problemsIn } from '../../bench/kill/check.ts'
import { type Killed, killRounds } from '../../bench/kill/rounds.ts'
import { random } from '../../samples/random.ts'

const folder = mkdtempSync(join(tmpdir(), 'niantu-kill-'))
let killed: Killed

beforeAll(async () => {
  const next = random('two kills')
  killed = await killRounds({ folder, reports: 50, times: 2, next, tell: () => undefined })
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a server killed at random moments leaves each report wholly public or not, and every sum right', () => {
  const { kills, problems } = killed
  expect({ kills: kills.length, problems }).toEqual({ kills: 2, problems: [] })
})

/** What half a publication might look like, and what is said of it first. */
const damages = [
  ['DELETE FROM figure WHERE bureau = 1', 'figure'],
  ['DELETE FROM figure_group WHERE bureau = 1', 'figure_group'],
  ['DELETE FROM holding WHERE bureau = 1', 'holding'],
  ['UPDATE total SET sum = sum + 1 WHERE depth = 0', 'total'],
  ['UPDATE received SET reports = reports + 1 WHERE depth = 0', 'received'],
  ['UPDATE histogram SET n = n + 1', 'histogram'],
  ['DELETE FROM expected WHERE depth = 0', 'expected'],
  ['UPDATE report SET counted = 0 WHERE id = 1', 'report'],
  ['DELETE FROM publication WHERE revision = 1', 'a revision and the ledger differ'],
  ["UPDATE revision SET state = 'draft' WHERE id = 1", 'a revision and the ledger differ'],
  [
    "UPDATE revision SET state = 'published' WHERE state = 'superseded'",
    'a report and the states of its revisions differ',
  ],
  [
    'UPDATE report SET published = NULL WHERE id = 1',
    'a report and the states of its revisions differ',
  ],
  ["INSERT INTO audit (at, action, subject) VALUES ('', 'publish', '')", 'audit'],
] as const

test.for(damages)('%s', ([damage, expected]) => {
  const [problem] = inspect(join(folder, 'round'), (db) => {
    db.exec(damage)
    return problemsIn(db)
  })
  expect(problem?.replace(/:.*/, '')).toBe(expected)
})
