import type { NewBureau } from '#core/roster/bureau.ts'
import type { Cost } from './counted.ts'
import { token } from './database.ts'
import { madeReport } from './report.ts'
import { documentOf } from './revision.ts'

/** Posts JSON to the writing API; throws where the server refuses. `count` asks for the cost. */
async function post(
  url: string,
  body: unknown,
  count: boolean,
): Promise<{ readonly answer: unknown; readonly cost: Cost | null }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(count ? { 'x-count': '1' } : {}),
    },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`)
  const cost = response.headers.get('x-count')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by entry.ts
  return { answer: JSON.parse(text), cost: cost === null ? null : (JSON.parse(cost) as Cost) }
}

export const postRoster = (server: string, bureaus: readonly NewBureau[]): Promise<unknown> =>
  post(`${server}/api/v1/admin/bureaus`, { bureaus }, false)

/** Stores the made report of a bureau and year and publishes it; answers what publishing cost. */
export async function publishReport(
  server: string,
  bureau: NewBureau,
  year: number,
  count = false,
): Promise<Cost | null> {
  const { tables, cells, excerpt, accepted } = madeReport(bureau, year)
  const { fileName, fileHash, source, publishedOn } = documentOf(bureau, year)
  const { answer } = await post(
    `${server}/api/v1/admin/revisions`,
    {
      bureau: { id: bureau.id },
      year,
      file: { name: fileName, sha256: fileHash },
      source,
      published_on: publishedOn,
      excerpt,
      tables,
      cells,
    },
    false,
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's own shape
  const { id } = (answer as { revision: { id: number } }).revision
  const path = `${server}/api/v1/admin/revisions/${id}/publish`
  return (await post(path, { accepted }, count)).cost
}
