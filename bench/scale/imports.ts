import { DatabaseSync } from 'node:sqlite'
import type { Cost } from './counted.ts'
import { databaseFile, placesOf } from './database.ts'
import { publishReport } from './publish.ts'
import { countryRoster, testGroup } from './roster.ts'

export interface Imported {
  /** Stored and published, by the clients together. */
  readonly perSecond: number
  /** By one publish, on average of a few: as D1 counts them. */
  readonly rowsWritten: number
  readonly rowsRead: number
  readonly statements: number
}

/** The year that no generated report is about. */
const newYear = 2025
const counted = 20
const clients = 4

/** Brings in new reports of the test group through the API, as several clients at once. */
export async function importReports(
  url: string,
  folder: string,
  reports: number,
): Promise<Imported> {
  const group = groupIn(folder)
  const costs: (Cost | null)[] = []
  for (const bureau of group.slice(0, counted))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    costs.push(await publishReport(url, bureau, newYear, true))
  const waiting = group.slice(counted, counted + reports)
  const start = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let bureau = waiting.shift(); bureau; bureau = waiting.shift())
        // oxlint-disable-next-line no-await-in-loop -- a client waits for its answer
        await publishReport(url, bureau, newYear)
    }),
  )
  const seconds = (performance.now() - start) / 1000
  const mean = (of: keyof Cost): number =>
    costs.reduce((sum, cost) => sum + (cost?.[of] ?? Number.NaN), 0) / costs.length
  return {
    perSecond: reports / seconds,
    rowsWritten: mean('rowsWritten'),
    rowsRead: mean('rowsRead'),
    statements: mean('statements'),
  }
}

/** The test group of a generated database. */
export function groupIn(folder: string): ReturnType<typeof testGroup> {
  const db = new DatabaseSync(databaseFile(folder), { readOnly: true })
  const places = placesOf(db)
  db.close()
  return testGroup(countryRoster(places))
}
