import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Client, Refused } from './client.ts'
import { Failed, WrongUsage } from './failed.ts'
import { readBounded } from './file.ts'
import { type Kept, keepFiles } from './files.ts'
import { readDetails } from './import-details.ts'
import { listJobs } from './import-list.ts'
import { type Progress, progress } from './import-progress.ts'
import { type Job, type Mode, importReports as importSome } from './import-report.ts'
import {
  type Tally,
  countFiles,
  countReports,
  emptyTally,
  fileRemarks,
  remarks,
  summary,
} from './import-summary.ts'
import type { Output } from './output.ts'
import { patient } from './patient.ts'
import { fromCaller } from './place.ts'
import { target, targetOptions } from './target.ts'

export const usage = `import [--server URL] [--create] [--publish] [--no-files] [--batch N] [--accept REASON] [--reason TEXT]
         [--excerpt] [--bureau ID | --division CODE] [--year YYYY] [--source URL] FILE…
       import [--server URL] [--create] [--publish] [--no-files] [--batch N] --list FILE.csv`

const flags = {
  ...targetOptions,
  create: { type: 'boolean', default: false },
  publish: { type: 'boolean', default: false },
  'no-files': { type: 'boolean', default: false },
  batch: { type: 'string' },
  list: { type: 'string' },
} as const

/** The same as the columns of a list. */
const details = {
  bureau: { type: 'string' },
  division: { type: 'string' },
  year: { type: 'string' },
  source: { type: 'string' },
  excerpt: { type: 'boolean' },
  accept: { type: 'string' },
  reason: { type: 'string' },
} as const

/**
 * Brings documents in; run again, goes on where it was interrupted. Exit code: 0 all, 1 some refused or some file not
 * kept, 2 wrong usage. Throws Failed, WrongUsage.
 */
export async function importReports(args: string[], output: Output): Promise<0 | 1 | 2> {
  const options = { ...flags, ...details }
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const { server, create, publish, 'no-files': noFiles, batch, list, ...typed } = values
  if ((list === undefined) === (positionals.length === 0)) return 2
  if (list !== undefined && Object.keys(typed).length > 0) return 2
  if (batch !== undefined && !/^\d{1,12}$/.test(batch)) return 2
  const jobs = list === undefined ? fileJobs(positionals, typed) : await jobsOf(list)
  const mode = {
    create,
    publish,
    files: !noFiles,
    batch: batch === undefined ? undefined : Number(batch),
    resumable: true,
  }
  const { kinds, files } = await runJobs(patient(target(server)), jobs, mode, output)
  return kinds.refused + files.lost > 0 ? 1 : 0
}

function fileJobs(
  paths: readonly string[],
  { excerpt, ...typed }: Readonly<Record<string, string | boolean | undefined>>,
): Job[] {
  const read = readDetails({ ...typed, excerpt: excerpt ? '1' : '' })
  if ('problems' in read)
    throw new WrongUsage(read.problems.map((problem) => `--${problem}`).join('\n'))
  return paths.map((path) => ({
    name: basename(path),
    path,
    bytes: () => readBounded(fromCaller(path)),
    ...read.details,
  }))
}

async function jobsOf(list: string): Promise<Job[]> {
  try {
    return await listJobs(fromCaller(list))
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    throw new Failed(`${list}: ${error.message}`)
  }
}

interface RunMode extends Mode {
  /** Has the server keep the files that it read from. */
  readonly files?: boolean
  /** The batch to go on with; a new one where none is given. */
  readonly batch?: number | undefined
  /** Whether somebody waits who can run it again: an interruption then says how. */
  readonly resumable?: boolean
}

/**
 * Runs the jobs in order, as one batch, and says what became of them: of each that is held or refused as it comes, then
 * the counts. Throws Failed where the server cannot be reached any more; the counts until then are said before.
 */
export async function runJobs(
  client: Client,
  jobs: readonly Job[],
  mode: RunMode,
  output: Output,
): Promise<Tally> {
  const batch = mode.batch ?? (await openBatch(client, jobs[0]?.name ?? ''))
  output.out(`批次 batch: ${batch}`)
  const bar = progress(jobs.length, output)
  let tally = emptyTally
  const end = () => {
    bar.end()
    for (const line of summary(tally)) output.out(line)
  }
  const interrupted = () => {
    end()
    output.err(goOn(batch))
    process.exit(130)
  }
  if (mode.resumable) process.once('SIGINT', interrupted)
  try {
    for (let at = 0; at < jobs.length; at += perRequest) {
      const some = jobs.slice(at, at + perRequest)
      // In order: the data version then follows the list, and a server is never asked for more than one thing at a time.
      // oxlint-disable-next-line no-await-in-loop
      tally = await runSome({ client, batch, mode, bar }, some, tally)
    }
    return tally
  } catch (error) {
    throw mode.resumable && isPassing(error)
      ? new Failed(`${error.message}\n${goOn(batch)}`)
      : error
  } finally {
    process.off('SIGINT', interrupted)
    end()
  }
}

interface Run {
  readonly client: Client
  readonly batch: number
  readonly mode: RunMode
  readonly bar: Progress
}

/** As many jobs as one request takes; answers the tally with them. */
async function runSome(
  { client, batch, mode, bar }: Run,
  some: readonly Job[],
  before: Tally,
): Promise<Tally> {
  const imported = await importSome(client, batch, some, mode)
  const tally = countReports(before, imported)
  bar.say(imported.flatMap(remarks))
  const files = imported.flatMap(({ file }) => file ?? [])
  const kept = mode.files && files.length > 0 ? await keepFiles(client, files) : nothing
  bar.say(fileRemarks(kept))
  bar.step(some.length, some.at(-1)?.name ?? '')
  return countFiles(tally, kept)
}

const nothing: Kept = { keeps: true, sent: 0, lost: [] }

/** The request was in order: the next attempt may be answered, or be made with another token. */
const isPassing = (error: unknown): error is Failed =>
  error instanceof Failed && !(error instanceof Refused)

/** Reports to one request: some hundred kilobytes. */
const perRequest = 25

const goOn = (batch: number): string =>
  `再次运行同一命令即可继续，已写入的不会重复；加 --batch ${batch} 仍归入这一批，便于整批撤销（run the same command again to go on, what is stored is not stored twice; with --batch ${batch} it stays one batch, which undo takes back as a whole）`

async function openBatch(client: Client, name: string): Promise<number> {
  const json = { name: name.slice(0, 200) || 'import' }
  return (await client.ask(({ admin }) => admin.batches.$post({ json }))).batch
}
