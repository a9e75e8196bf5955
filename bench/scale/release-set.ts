import { randomBytes } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { tableIds } from '#core/catalog/table.ts'
import { dataPackage } from '#core/text/set/data-package.ts'
import type { SetFile } from '#core/text/set/set.ts'
import { send } from './admin.ts'
import { databaseFile } from './database.ts'
import type { Wanted } from './publish.ts'
import { sha256 } from './revision.ts'
import { years } from './roster.ts'

/** The size of a table of a year and a large province. */
const largeBytes = 40e6
export const largeFile = '2024/510000/requests.csv.gz'

/**
 * Gives a server what of a release's files is large: a table, and the data package that names the tables of all years and
 * provinces. What is in the table plays no part.
 */
export async function postSet(server: string, release: string): Promise<void> {
  const address = `${server}/api/v1/admin/releases/${release}/files`
  const { answer } = await send(address, { method: 'GET' })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's own shape
  if ((answer as { finished: boolean }).finished) return
  const bodies: readonly (readonly [string, Uint8Array<ArrayBuffer>])[] = [
    [largeFile, new Uint8Array(randomBytes(largeBytes))],
    ['datapackage.json', Buffer.from(packageOf(release))],
  ]
  const files = bodies.map(([path, body]) => ({
    path,
    bytes: body.length,
    sha256: sha256(body),
  }))
  for (const [i, [path, body]] of bodies.entries())
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await send(`${address}/${path}?sha256=${files[i]?.sha256}`, { method: 'PUT', body })
  await send(address, { body: JSON.stringify({ files }) })
}

/** Keeps the source file of a public report; generated ones name the hash of this text. */
export async function putSource(
  server: string,
  folder: string,
  { bureau: { id }, year }: Wanted,
): Promise<void> {
  const db = new DatabaseSync(databaseFile(folder), { readOnly: true })
  const revision = db
    .prepare(
      'SELECT r.published FROM report r JOIN bureau b ON b.key = r.bureau WHERE b.id = ? AND r.year = ?',
    )
    .get(id, year)
  db.close()
  const address = `${server}/api/v1/admin/revisions/${String(revision?.['published'])}/file`
  await send(address, { method: 'PUT', body: `${id} ${year}` })
}

const provinces = Array.from({ length: 31 }, (_, i) => `${11 + i}0000`)

/** The data package of a set with tables of every year and province. */
function packageOf(release: string): string {
  const tables = years.flatMap((year) =>
    provinces.flatMap((province) =>
      tableIds.map((table): SetFile => ({
        path: `${year}/${province}/${table}.csv.gz`,
        bytes: largeBytes,
        sha256: sha256(`${year} ${province} ${table}`),
        table: 'observations',
      })),
    ),
  )
  const about = { at: new Date().toISOString(), licence: '-', source: '-' }
  return dataPackage({ ...about, release, bureaus: 300_000, reports: 3e6, madeUp: 0 }, tables)
}
