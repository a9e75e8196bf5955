import { createHash } from 'node:crypto'
import type { Finding } from '#core/check/finding.ts'
import { readReport } from '#core/parse/index.ts'
import { type Identity, type Reading, isRefusal } from '#core/reading.ts'
import { type Client, Refused } from './client.ts'

/** One document to bring in, with what its reader knows beyond what it says. */
export interface Job {
  /** How the document is called in messages. */
  readonly name: string
  /** Its bytes; asked for once, when its turn comes. */
  readonly bytes: () => Promise<Uint8Array>
  readonly bureau?: string | undefined
  readonly division?: string | undefined
  readonly year?: number | undefined
  readonly source?: string | undefined
  readonly publishedOn?: string | undefined
  readonly excerpt?: boolean | undefined
  /** Why the report may be public although its sums do not hold. */
  readonly accepted?: string | undefined
}

/** What became of a document. `held`: stored as a draft, not public, because of errors. */
export type Result =
  | { readonly kind: 'published' | 'draft' | 'unchanged' }
  | { readonly kind: 'held' | 'refused'; readonly reason: string }

export interface Mode {
  /** Adds bureaus that nobody knows yet. */
  readonly create: boolean
  /** Publishes what has no open error. */
  readonly publish: boolean
}

interface Stored {
  readonly revision: { readonly id: number; readonly state: string; readonly unchanged: boolean }
  readonly findings: readonly Finding[]
}

/** Reads one document, stores it as a draft and, if asked, publishes it. Nothing is stored of one that is refused. */
export async function importReport(client: Client, job: Job, mode: Mode): Promise<Result> {
  try {
    const bytes = await job.bytes()
    const reading = await readReport(bytes, job.name)
    if (isRefusal(reading)) return { kind: 'refused', reason: reading.refused }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const draft = newRevision(reading, job, { name: job.name, sha256 }, mode.create)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer of POST /revisions
    const stored = (await client.post('/revisions', draft)) as Stored
    return await settle(client, stored, job, mode)
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', reason: error.message }
    if (error instanceof Error && 'code' in error)
      return { kind: 'refused', reason: `打不开（cannot be opened）: ${error.message}` }
    throw error
  }
}

async function settle(
  client: Client,
  { revision, findings }: Stored,
  { accepted }: Job,
  { publish }: Mode,
): Promise<Result> {
  if (revision.state !== 'draft') return { kind: 'unchanged' }
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 && (!publish || accepted === undefined))
    return { kind: 'held', reason: errors.map(describe).join('; ') }
  if (!publish) return { kind: revision.unchanged ? 'unchanged' : 'draft' }
  await client.post(`/revisions/${revision.id}/publish`, { accepted: accepted ?? null })
  return { kind: 'published' }
}

const describe = ({ rule, left, right, leftSum, rightSum }: Finding): string =>
  `${rule} ${left[0] ?? ''}…=${right.join('+')}: ${leftSum} ≠ ${rightSum}`

function newRevision(
  { identity, tables, cells }: Reading,
  job: Job,
  file: { readonly name: string; readonly sha256: string },
  create: boolean,
) {
  return {
    bureau: bureauClaim(identity, job),
    create,
    year: yearOf(identity, job),
    file,
    source: job.source ?? identity.source,
    published_on: job.publishedOn ?? identity.publishedOn,
    excerpt: job.excerpt ?? false,
    tables,
    cells,
  }
}

function bureauClaim({ bureau, division }: Identity, job: Job) {
  if (job.bureau) return { id: job.bureau }
  if (bureau) return { name: bureau, division: job.division ?? division?.code ?? null }
  throw new Refused(
    '文中没有可确定的机关名称：请用 --bureau 编号指明（the document does not name its bureau for certain: give --bureau ID）',
  )
}

function yearOf({ year }: Identity, job: Job): number {
  if (job.year !== undefined && year !== null && job.year !== year)
    throw new Refused(
      `文中是${year}年，指定的却是${job.year}年（the document says ${year}, not ${job.year}）`,
    )
  const known = job.year ?? year
  if (known !== null) return known
  throw new Refused(
    '文中没有可确定的年份：请用 --year 指明（the document does not say its year for certain: give --year）',
  )
}
