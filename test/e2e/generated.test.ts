import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspect } from '../../bench/kill/check.ts'
import { differences, everyTable } from '../../bench/kill/tables.ts'
import { emptyDatabase, fill, placesOf } from '../../bench/scale/database.ts'
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
  const plans = plansFor(inspect(published, placesOf))
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

test('the generator fills every table as publishing does', () => {
  const expected = inspect(published, everyTable)
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
  expect(differences(inspect(generated, everyTable), expected)).toEqual([])
})
