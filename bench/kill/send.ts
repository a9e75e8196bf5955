import { token } from '../scale/database.ts'
import { type Step, type Version, bodyOf } from './story.ts'

/** Who sends steps, whatever server is there. */
export interface Sender {
  /** The batch that is open. */
  readonly batch: number
  /** The newest revision of each report that was answered: its number in storage, by bureau and year. */
  readonly revisions: Map<string, number>
}

const keyOf = ({ bureau, year }: Version): string => `${bureau.id}/${year}`

/**
 * Does one step through the API of a server. It may be sent again, whatever became of it: what is done already is left
 * alone. Throws where the server refuses, or is gone.
 */
export async function send(url: string, sender: Sender, { kind, versions }: Step): Promise<void> {
  if (kind === 'batch') return sendBatch(url, sender, versions)
  for (const version of versions)
    // oxlint-disable-next-line no-await-in-loop -- there is one
    await (kind === 'single' ? publish : withdraw)(url, sender, version)
}

async function sendBatch(
  url: string,
  { batch, revisions }: Sender,
  versions: readonly Version[],
): Promise<void> {
  const { results } = await post<{ results: readonly Result[] }>(
    `${url}/api/v1/admin/batches/${batch}/reports`,
    { reports: versions.map(bodyOf), publish: true },
  )
  const other = results.find(({ kind }) => kind !== 'published' && kind !== 'unchanged')
  if (other) throw new Error(`${other.kind}: ${other.reason}`)
  for (const [i, version] of versions.entries())
    revisions.set(keyOf(version), results[i]?.revision ?? 0)
}

interface Result {
  readonly kind: string
  readonly revision: number
  readonly reason?: string
}

async function publish(url: string, { revisions }: Sender, version: Version): Promise<void> {
  const { accepted, reason, ...body } = bodyOf(version)
  const admin = `${url}/api/v1/admin/revisions`
  const { revision } = await post<{ revision: { id: number; state: string } }>(admin, body)
  if (revision.state === 'draft')
    await post(`${admin}/${revision.id}/publish`, { accepted, reason })
  revisions.set(keyOf(version), revision.id)
}

async function withdraw(url: string, { revisions }: Sender, version: Version): Promise<void> {
  const id = revisions.get(keyOf(version))
  // Withdrawn already, by the same request that had no answer: a conflict.
  await post(
    `${url}/api/v1/admin/revisions/${id}/withdraw`,
    { reason: bodyOf(version).reason },
    409,
  )
}

/** `or`: the refusal that is as good as done. */
async function post<Answer>(url: string, body: unknown, or?: number): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok && response.status !== or) throw new Error(`${url}: ${response.status} ${text}`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's own shape
  return JSON.parse(text) as Answer
}
