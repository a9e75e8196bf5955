import { SingleBar } from 'cli-progress'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Client } from './client.ts'
import { Failed, WrongUsage } from './failed.ts'
import { readBounded } from './file.ts'
import { readDetails } from './import-details.ts'
import { listJobs } from './import-list.ts'
import { type Imported, type Job, type Mode, importReports as importSome } from './import-report.ts'
import { summarise } from './import-summary.ts'
import type { Output } from './output.ts'
import { fromCaller } from './place.ts'
import { target, targetOptions } from './target.ts'

export const usage = `import [--server URL] [--create] [--publish] [--accept REASON] [--reason TEXT] [--excerpt]
         [--bureau ID | --division CODE] [--year YYYY] [--source URL] FILE…
       import [--server URL] [--create] [--publish] --list FILE.csv`

const flags = {
  ...targetOptions,
  create: { type: 'boolean', default: false },
  publish: { type: 'boolean', default: false },
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

/** Brings documents in. Exit code: 0 none refused, 1 some refused, 2 wrong usage. Throws Failed, WrongUsage. */
export async function importReports(args: string[], output: Output): Promise<0 | 1 | 2> {
  const options = { ...flags, ...details }
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const { server, create, publish, list, ...typed } = values
  if ((list === undefined) === (positionals.length === 0)) return 2
  if (list !== undefined && Object.keys(typed).length > 0) return 2
  const jobs = list === undefined ? fileJobs(positionals, typed) : await jobsOf(list)
  const imported = await runJobs(target(server), jobs, { create, publish }, output)
  return imported.some(({ result }) => result.kind === 'refused') ? 1 : 0
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

/**
 * Runs the jobs in order, as one batch, with a progress bar on a terminal, and says what became of them. Throws Failed
 * where the server cannot be reached any more; what was brought in until then is said before.
 */
export async function runJobs(
  client: Client,
  jobs: readonly Job[],
  mode: Mode,
  output: Output,
): Promise<Imported[]> {
  const batch = await openBatch(client, jobs[0]?.name ?? '')
  output.out(`批次 batch: ${batch}`)
  const imported: Imported[] = []
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {name}',
    clearOnComplete: true,
    noTTYOutput: false,
  })
  bar.start(jobs.length, 0, { name: '' })
  try {
    for (let at = 0; at < jobs.length; at += perRequest) {
      const some = jobs.slice(at, at + perRequest)
      // In order: the data version then follows the list, and a server is never asked for more than one thing at a time.
      // oxlint-disable-next-line no-await-in-loop
      imported.push(...(await importSome(client, batch, some, mode)))
      bar.increment(some.length, { name: some.at(-1)?.name ?? '' })
    }
  } finally {
    bar.stop()
    summarise(imported, output)
  }
  return imported
}

/** Reports to one request: some hundred kilobytes. */
const perRequest = 25

async function openBatch(client: Client, name: string): Promise<number> {
  const answer = await client.post('/batches', { name: name.slice(0, 200) || 'import' })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer of POST /batches
  return (answer as { batch: number }).batch
}
