import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { databaseFile } from '../scale/database.ts'
import { recomputed, stored } from './recompute.ts'
import { type Step, digestFor, standing } from './story.ts'
import { all, differences } from './tables.ts'

/** What a killed request has left behind. */
export type Left = 'nothing' | 'drafts' | 'everything'

/**
 * Looks at the database of a server that is dead, and leaves it as it lies: it is a copy that SQLite recovers here, so
 * that the next server has to recover the original.
 */
export function inspect<T>(folder: string, look: (db: DatabaseSync) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'niantu-killed-'))
  const file = databaseFile(folder)
  for (const end of ['', '-wal'])
    if (existsSync(file + end)) cpSync(file + end, join(copy, `db${end}`))
  const db = new DatabaseSync(join(copy, 'db'))
  try {
    return look(db)
  } finally {
    db.close()
    rmSync(copy, { recursive: true })
  }
}

/** Everything that is wrong with a database, whoever wrote it. */
export const problemsIn = (db: DatabaseSync): string[] => [
  ...Object.entries(rules).flatMap(([rule, query]) => broken(rule, all(db, query))),
  ...differences(stored(db), recomputed(db)),
]

/** Rows that should not be there. */
const rules = {
  'the file is damaged':
    "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
  'a reference leads nowhere': 'SELECT * FROM pragma_foreign_key_check',
  'a report and the states of its revisions differ': `SELECT r.id, r.published, v.id AS revision, v.state FROM report r
    JOIN revision v ON v.report = r.id WHERE (v.state = 'published') <> (v.id IS r.published)`,
  'two revisions are public': `SELECT report FROM revision WHERE state = 'published' GROUP BY report HAVING count(*) > 1`,
  'a report and the ledger differ': `SELECT r.id, r.published, p.version FROM report r LEFT JOIN publication p
      ON p.version = (SELECT max(l.version) FROM publication l WHERE l.report = r.id)
    WHERE r.published IS NOT CASE WHEN p.action <> 'withdraw' THEN p.revision END`,
  'a revision and the ledger differ': `SELECT v.id, v.state FROM revision v
    WHERE (v.state = 'draft') = EXISTS (SELECT 1 FROM publication p WHERE p.revision = v.id)`,
  'a revision was published twice': `SELECT revision FROM publication WHERE action <> 'withdraw'
    GROUP BY revision HAVING count(*) > 1`,
  'a withdrawn revision and the ledger differ': `SELECT v.id FROM revision v WHERE (v.state = 'withdrawn')
    <> EXISTS (SELECT 1 FROM publication p WHERE p.revision = v.id AND p.action = 'withdraw')`,
}

const broken = (rule: string, rows: readonly object[]): string[] =>
  rows.length === 0 ? [] : [`${rule}: ${rows.length}, ${JSON.stringify(rows[0])}`]

/**
 * What became of the step that was open when so many had been answered: all of it, or nothing but drafts. Undefined where
 * it is neither, or where something that was answered is not there.
 */
export function leftBy(
  db: DatabaseSync,
  steps: readonly Step[],
  answered: number,
): Left | undefined {
  const open = steps[answered]
  const digests = all(db, "SELECT digest FROM revision WHERE state = 'draft' ORDER BY digest")
  const drafts = digests.map(({ digest }) => digest).join()
  const is = (done: number, waiting: readonly Step[]): boolean =>
    drafts ===
      waiting
        .flatMap(({ versions }) => versions.map(digestFor))
        .toSorted()
        .join() && isPublic(db, steps.slice(0, done))
  if (is(answered, [])) return 'nothing'
  if (open && is(answered, [open])) return 'drafts'
  return open && is(answered + 1, []) ? 'everything' : undefined
}

/** Whether exactly that is public which should be after these steps. */
function isPublic(db: DatabaseSync, steps: readonly Step[]): boolean {
  const expected = standing(steps)
  const rows = all(
    db,
    `SELECT b.id || '/' || r.year AS report, v.digest FROM report r JOIN bureau b ON b.key = r.bureau
      JOIN revision v ON v.id = r.published`,
  )
  return (
    rows.length === expected.size &&
    rows.every(({ report, digest }) => expected.get(String(report)) === digest)
  )
}
