import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseFile, emptyDatabase, fill, placesOf } from '../../bench/scale/database.ts'
import { openBatch, postRoster, publishReports } from '../../bench/scale/publish.ts'
import { type Plan, countryRoster, years } from '../../bench/scale/roster.ts'
import { serve } from '../../bench/scale/serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'niantu-generated-'))
const published = join(folder, 'published')
const generated = join(folder, 'generated')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Thirty bureaus from all over the country, of every level, with ten years each. */
function plansFor(places: Parameters<typeof countryRoster>[0]): Plan[] {
  const roster = countryRoster(places)
  const spread = Array.from({ length: 23 }, (_, i) => roster[i * 12_345])
  const oneCounty = roster.filter(({ division }) => division === '410307').slice(0, 7)
  return [...new Set([...spread, ...oneCounty])].flatMap((bureau) =>
    bureau ? [{ bureau, years }] : [],
  )
}

beforeAll(async () => {
  await emptyDatabase(published)
  await emptyDatabase(generated)
  fill(generated, plansFor)
  const db = new DatabaseSync(databaseFile(published), { readOnly: true })
  const plans = plansFor(placesOf(db))
  db.close()
  const server = await serve(published)
  try {
    await postRoster(
      server.url,
      plans.map(({ bureau }) => bureau),
    )
    const batch = await openBatch(server.url, 'bench')
    for (const { bureau, years: own } of plans)
      // oxlint-disable-next-line no-await-in-loop -- ids follow the order
      await publishReports(server.url, { batch, reports: own.map((year) => ({ bureau, year })) })
  } finally {
    await server.stop()
  }
}, 120_000)

/** Columns that say when something was written. */
const clock = new Set(['at', 'created_at'])

/** Every table by name, its rows without the time, sorted. */
function tablesOf(path: string): Map<string, string[]> {
  const db = new DatabaseSync(databaseFile(path), { readOnly: true })
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
  const tables = names
    .map(({ name }) => String(name))
    .filter((name) => name !== 'd1_migrations' && name !== '_cf_METADATA')
    .map((name) => {
      const rows = db.prepare(`SELECT * FROM "${name}"`).all()
      const timeless = rows.map((row) =>
        JSON.stringify(Object.entries(row).filter(([column]) => !clock.has(column))),
      )
      return [name, timeless.toSorted()] as const
    })
  db.close()
  return new Map(tables)
}

test('the generator fills every table as publishing does', () => {
  const expected = tablesOf(published)
  expect(expected.get('publication')).toHaveLength(300)
  const filled = [
    'figure_group',
    'total',
    'received',
    'holding',
    'restatement',
    'gram_area',
  ] as const
  expect(filled.filter((name) => !expected.get(name)?.length)).toEqual([])
  expect(differences(tablesOf(generated), expected)).toEqual([])
})

type Rows = ReadonlyMap<string, readonly string[]>

/** What only one of the two has: of each table the number of rows, and the first. */
const differences = (actual: Rows, expected: Rows): string[] => [
  ...onlyIn('+', actual, expected),
  ...onlyIn('-', expected, actual),
]

const onlyIn = (sign: string, these: Rows, others: Rows): string[] =>
  [...these].flatMap(([name, rows]) => {
    const known = new Set(others.get(name))
    const [first] = rows.filter((row) => !known.has(row))
    return first !== undefined || rows.length !== others.get(name)?.length
      ? [`${sign} ${name} ${rows.length} ${first ?? ''}`]
      : []
  })
