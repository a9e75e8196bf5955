import { DatabaseSync } from 'node:sqlite'
import type { NewBureau } from '#core/roster/bureau.ts'
import type { Cost } from './counted.ts'
import { databaseFile, placesOf } from './database.ts'
import { openBatch, publishReport, publishReports } from './publish.ts'
import { countryRoster, testGroup } from './roster.ts'

export interface Imported {
  /** Stored and published, by one client. */
  readonly perSecond: number
  /** By one publish, on average of a few: as D1 counts them. */
  readonly rowsWritten: number
  readonly rowsRead: number
  readonly statements: number
}

/** The year that no generated report is about. */
const newYear = 2025
const counted = 20
/** As `niantu import` sends them. */
const perRequest = 25

/** Brings in new reports of the test group through the API, as `niantu import` does. */
export async function importReports(
  url: string,
  folder: string,
  reports: number,
): Promise<Imported> {
  const wanted = testGroup(rosterIn(folder)).map((bureau) => ({ bureau, year: newYear }))
  const costs: (Cost | null)[] = []
  for (const one of wanted.slice(0, counted))
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    costs.push(await publishReport(url, one, true))
  const batch = await openBatch(url, 'bench')
  const start = performance.now()
  for (let at = 0; at < reports; at += perRequest) {
    const some = wanted.slice(counted + at, counted + Math.min(at + perRequest, reports))
    // oxlint-disable-next-line no-await-in-loop -- as the import does: one request after the other
    await publishReports(url, { batch, reports: some })
  }
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

/** The roster of a generated database. */
export function rosterIn(folder: string): NewBureau[] {
  const db = new DatabaseSync(databaseFile(folder), { readOnly: true })
  const places = placesOf(db)
  db.close()
  return countryRoster(places)
}
