import { globSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { migrate, runSql } from '../../cli/d1.ts'
import { insertToken } from '../../cli/token-sql.ts'
import { generate } from './generate.ts'
import { type Place, type Plan, countryRoster, plan } from './roster.ts'

/** The token of generated databases: they are on this machine only, and thrown away. */
export const token = 'nt_bench'

/** The file in which wrangler keeps the one database of a folder. */
export function databaseFile(folder: string): string {
  const files = globSync(join(folder, 'v3/d1/miniflare-D1DatabaseObject/*.sqlite'))
  const [file, more] = files.filter((name) => !name.endsWith('metadata.sqlite'))
  if (!file || more) throw new Error(`One database expected in ${folder}`)
  return file
}

/** A folder with a migrated, empty database and a token. Throws CommandError where wrangler fails. */
export async function emptyDatabase(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await migrate({ folder })
  await runSql({ folder }, insertToken('bench', token))
}

/** The places of a migrated database. */
export const placesOf = (db: DatabaseSync): Place[] =>
  db
    .prepare('SELECT code, name FROM division WHERE valid_to IS NULL')
    .all()
    .map(({ code, name }) => ({ code: String(code), name: String(name) }))

/** Fills the empty database of a folder. Not safe against a crash: what breaks off is thrown away. */
export function fill(
  folder: string,
  plansFor: (places: readonly Place[]) => readonly Plan[],
): void {
  const db = new DatabaseSync(databaseFile(folder), { enableForeignKeyConstraints: false })
  // A rollback journal holds no new pages: all of it in one transaction costs next to nothing.
  db.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000')
  const places = placesOf(db)
  generate(db, plansFor(places), places)
  db.exec('PRAGMA journal_mode = WAL')
  db.close()
}

export interface Filled {
  readonly reports: number
  readonly seconds: number
  readonly bytes: number
  /** Of each table with its indexes, the largest first. */
  readonly tables: readonly (readonly [name: string, bytes: number, rows: number])[]
}

/** The database that an earlier run left in a folder. */
export function keptDatabase(folder: string): Filled {
  const file = databaseFile(folder)
  const tables = tableSizes(file)
  const [, , reports = 0] = tables.find(([name]) => name === 'publication') ?? []
  return { reports, seconds: 0, bytes: statSync(file).size, tables }
}

/** A folder with so many published reports of the made-up country. */
export async function countryDatabase(folder: string, reports: number): Promise<Filled> {
  await emptyDatabase(folder)
  const start = performance.now()
  let held = 0
  fill(folder, (places) => {
    const plans = plan(countryRoster(places), reports)
    held = plans.reduce((sum, { years }) => sum + years.length, 0)
    return plans
  })
  const seconds = (performance.now() - start) / 1000
  const file = databaseFile(folder)
  return { reports: held, seconds, bytes: statSync(file).size, tables: tableSizes(file) }
}

function tableSizes(file: string): Filled['tables'] {
  const db = new DatabaseSync(file, { readOnly: true })
  const sizes = db
    .prepare(
      `SELECT s.tbl_name AS name, sum(d.pgsize) AS bytes FROM dbstat d JOIN sqlite_schema s ON s.name = d.name
       GROUP BY s.tbl_name ORDER BY bytes DESC`,
    )
    .all()
  const rows = sizes.map(({ name, bytes }) => {
    const count = db.prepare(`SELECT count(*) AS n FROM "${String(name)}"`).get()
    return [String(name), Number(bytes), Number(count?.['n'])] as const
  })
  db.close()
  return rows
}
