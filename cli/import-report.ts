import { createHash } from 'node:crypto'
import { readReport } from '#core/parse/index.ts'
import { withUnreadTables } from '#core/parse/unread-table.ts'
import { type Identity, type Reading, isRefusal } from '#core/reading.ts'
import type { Client } from './client.ts'
import { Failed } from './failed.ts'
import type { Details } from './import-details.ts'

/** One document to bring in, with what its reader knows beyond what it says. */
export interface Job extends Partial<Details> {
  /** How the document is called in messages. */
  readonly name: string
  /** Its bytes; asked for once, when its turn comes. */
  readonly bytes: () => Promise<Uint8Array>
}

/** What became of a document. `held`: stored as a draft, not public, because of errors. */
export type Result =
  | { readonly kind: 'published' | 'draft' | 'unchanged' }
  | {
      readonly kind: 'held' | 'refused'
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
}

/** A document as it goes to the server, or why it does not. */
type Prepared = { readonly body: object; readonly reading: Reading } | { readonly refused: string }

/** Reads one document. Nothing is sent of one that cannot be read for certain. */
async function prepare(job: Job, { create }: Mode): Promise<Prepared> {
  try {
    const bytes = await job.bytes()
    const reading = await readReport(bytes, job.name)
    if (isRefusal(reading)) return reading
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { body: newRevision(reading, job, { name: job.name, sha256 }, create), reading }
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
  return jobs.map(({ name }, i): Imported => {
    const one = prepared[i]
    if (!one || 'refused' in one) {
      const result = { kind: 'refused', reason: one?.refused ?? '' } as const
      return { name, result, unread: 0, refusedTables: {} }
    }
    const { cells, refusedTables } = one.reading
    const unread = Object.values(cells).filter(({ state }) => state === 'unread').length
    return { name, result: sent.next().value ?? lost, unread, refusedTables }
  })
}

const lost: Result = { kind: 'refused', reason: '服务器没有答复（the server gave no answer）' }

function newRevision(
  reading: Reading,
  job: Job,
  file: { readonly name: string; readonly sha256: string },
  create: boolean,
) {
  const { identity, tables, cells } = withUnreadTables(reading)
  return {
    bureau: bureauClaim(identity, job),
    create,
    year: yearOf(identity, job),
    file,
    source: job.source ?? identity.source,
    published_on: job.published_on ?? identity.publishedOn,
    excerpt: job.excerpt ?? false,
    accepted: job.accept ?? null,
    reason: job.reason ?? null,
    tables,
    cells,
  }
}

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
