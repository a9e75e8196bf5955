import type { NewBureau } from '#core/roster/bureau.ts'
import { send } from './admin.ts'
import type { Cost } from './counted.ts'
import { madePlaces } from './places.ts'
import { madeReport } from './report.ts'
import { documentOf } from './revision.ts'
import { years } from './roster.ts'

const post = (url: string, body: unknown, count = false): ReturnType<typeof send> =>
  send(url, { body: JSON.stringify(body), count })

/** Brings in the roster of the country, and says that it is whole. */
export const postRoster = (server: string, bureaus: readonly NewBureau[]): Promise<unknown> =>
  post(`${server}/api/v1/admin/bureaus`, { bureaus, whole: { division: null, from: years[0] } })

/** Cuts a release of what there is, if anything changed since the newest one; answers the name of the newest. */
export async function postRelease(server: string): Promise<string> {
  const { answer } = await post(`${server}/api/v1/admin/releases`, {})
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's own shape
  return (answer as { release: { name: string } }).release.name
}

/** A made report as the API takes it. */
function bodyOf(bureau: NewBureau, year: number) {
  const { tables, cells, excerpt, accepted } = madeReport(bureau, year)
  const { fileName, fileHash, source, publishedOn } = documentOf(bureau, year)
  return {
    bureau: { id: bureau.id },
    year,
    file: { name: fileName, sha256: fileHash },
    source,
    published_on: publishedOn,
    excerpt,
    tables,
    cells,
    places: madePlaces(cells, tables),
    accepted,
  }
}

export const openBatch = async (server: string, name: string): Promise<number> => {
  const { answer } = await post(`${server}/api/v1/admin/batches`, { name })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's own shape
  return (answer as { batch: number }).batch
}

/** Brings the made reports of bureaus and years in and publishes them; answers what the request cost. */
export async function publishReports(
  server: string,
  { batch, reports }: { readonly batch: number; readonly reports: readonly Wanted[] },
  count = false,
): Promise<Cost | null> {
  const bodies = reports.map(({ bureau, year }) => bodyOf(bureau, year))
  const path = `${server}/api/v1/admin/batches/${batch}/reports`
  const { answer, cost } = await post(path, { reports: bodies, publish: true }, count)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's own shape
  const { results } = answer as { results: { kind: string; reason?: string }[] }
  const other = results.find(({ kind }) => kind !== 'published')
  if (other) throw new Error(`${other.kind}: ${other.reason}`)
  return cost
}

export interface Wanted {
  readonly bureau: NewBureau
  readonly year: number
}

/** The same with a single report: stored, then published. Answers what publishing cost. */
export async function publishReport(
  server: string,
  { bureau, year }: Wanted,
  count = false,
): Promise<Cost | null> {
  const { accepted, ...body } = bodyOf(bureau, year)
  const { answer } = await post(`${server}/api/v1/admin/revisions`, body)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's own shape
  const { id } = (answer as { revision: { id: number } }).revision
  const path = `${server}/api/v1/admin/revisions/${id}/publish`
  return (await post(path, { accepted }, count)).cost
}
