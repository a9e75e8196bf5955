import { readReport } from '#core/parse/index.ts'
import { withUnreadTables } from '#core/parse/unread-table.ts'
import { type Identity, type Place, type Places, type Reading, isRefusal } from '#core/reading.ts'
import type { Client } from './client.ts'
import { Failed } from './failed.ts'
import { type SourceFile, sha256 } from './files.ts'
import type { Details } from './import-details.ts'

/** One document to bring in, with what its reader knows beyond what it says. */
export interface Job extends Partial<Details> {
  /** Its file name, without a folder. */
  readonly name: string
  /** How the document is called in messages, where that is not its name. */
  readonly path?: string
  /** Its bytes; asked for when its turn comes, and once more where the server is to keep the file. */
  readonly bytes: () => Promise<Uint8Array>
}

/** What became of a document. `held`: stored as a draft, not public, because of errors. */
export type Result =
  | { readonly kind: 'published' | 'draft' | 'unchanged'; readonly revision?: number }
  | {
      readonly kind: 'held' | 'refused'
      readonly revision?: number
      readonly reason: string
      readonly errors?: readonly {
        readonly code: string
        readonly path: string
        readonly message: string
      }[]
    }

export interface Mode {
  /** Adds bureaus that nobody knows yet. */
  readonly create: boolean
  /** Publishes what has no open error. */
  readonly publish: boolean
}

/** A document that has had its turn: what became of it, and what of it could not be read for certain. */
export interface Imported {
  readonly name: string
  readonly result: Result
  /** How many cells are there, but not certain. */
  readonly unread: number
  readonly refusedTables: Reading['refusedTables']
  /** Its file, where a revision of it is stored. */
  readonly file?: SourceFile
}

/** A document as it goes to the server, with what is told of it, or why it does not go. */
type Prepared =
  | (Pick<Imported, 'unread' | 'refusedTables'> & { readonly body: object; readonly hash: string })
  | { readonly refused: string }

/** Reads one document. Nothing is sent of one that cannot be read for certain. */
async function prepare(job: Job, { create }: Mode): Promise<Prepared> {
  try {
    const bytes = await job.bytes()
    const reading = await readReport(bytes, job.name)
    if (isRefusal(reading)) return reading
    const hash = sha256(bytes)
    const { cells, refusedTables } = reading
    const unread = Object.values(cells).filter(({ state }) => state === 'unread').length
    return { body: newRevision(reading, job, hash, create), hash, unread, refusedTables }
  } catch (error) {
    if (error instanceof Failed) return { refused: error.message }
    throw error
  }
}

/**
 * Brings documents in: reads them, sends what could be read in one request and answers what became of each, in order.
 * Throws Failed where the server cannot be reached; what it had taken by then it keeps.
 */
export async function importReports(
  client: Client,
  batch: number,
  jobs: readonly Job[],
  mode: Mode,
): Promise<Imported[]> {
  const prepared: Prepared[] = []
  // One after the other: reading is work for the processor, and memory should hold one document at a time.
  // oxlint-disable-next-line no-await-in-loop
  for (const job of jobs) prepared.push(await prepare(job, mode))
  const reports = prepared.flatMap((one) => ('body' in one ? [one.body] : []))
  const answer =
    reports.length === 0
      ? { results: [] }
      : await client.post(`/batches/${batch}/reports`, { reports, publish: mode.publish })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer of POST /batches/{id}/reports
  const sent = (answer as { results: Result[] }).results.values()
  return jobs.map((job, i): Imported => {
    const name = job.path ?? job.name
    const one = prepared[i]
    if (!one || 'refused' in one) {
      const result = { kind: 'refused', reason: one?.refused ?? '' } as const
      return { name, result, unread: 0, refusedTables: {} }
    }
    const { hash, unread, refusedTables } = one
    const result = sent.next().value ?? lost
    const { revision } = result
    return {
      name,
      result,
      unread,
      refusedTables,
      ...(revision && { file: { name, revision, sha256: hash, bytes: job.bytes } }),
    }
  })
}

const lost: Result = { kind: 'refused', reason: '服务器没有答复（the server gave no answer）' }

function newRevision(reading: Reading, job: Job, hash: string, create: boolean) {
  const { identity, tables, cells, places = {} } = withUnreadTables(reading)
  return {
    bureau: bureauClaim(identity, job),
    create,
    year: yearOf(identity, job),
    file: { name: job.name, sha256: hash },
    source: job.source ?? identity.source,
    published_on: job.published_on ?? identity.publishedOn,
    excerpt: job.excerpt ?? false,
    accepted: job.accept ?? null,
    reason: job.reason ?? null,
    tables,
    cells,
    places: bounded(places),
  }
}

/** With labels of at most 200 characters, as the server takes them: more of one tells nobody anything. */
const bounded = (places: Places): Places =>
  Object.fromEntries(
    Object.entries(places).map(([id, place]): [string, Place] => [
      id,
      { ...place, row: place.row.slice(0, 200), column: place.column.slice(0, 200) },
    ]),
  )

function bureauClaim({ bureau, division }: Identity, job: Job) {
  if (job.bureau) return { id: job.bureau }
  if (bureau) return { name: bureau, division: job.division ?? null, site: division?.code ?? null }
  throw new Failed(
    '文中没有可确定的机关名称：请用 --bureau 编号指明（the document does not name its bureau for certain: give --bureau ID）',
  )
}

function yearOf({ year }: Identity, job: Job): number {
  if (job.year !== undefined && year !== null && job.year !== year)
    throw new Failed(
      `文中是${year}年，指定的却是${job.year}年（the document says ${year}, not ${job.year}）`,
    )
  const known = job.year ?? year
  if (known !== null) return known
  throw new Failed(
    '文中没有可确定的年份：请用 --year 指明（the document does not say its year for certain: give --year）',
  )
}
