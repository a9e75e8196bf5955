import { SingleBar } from 'cli-progress'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Client } from './client.ts'
import { readBounded } from './file.ts'
import { listJobs } from './import-list.ts'
import { type Job, type Mode, type Result, importReport } from './import-report.ts'
import type { Output } from './output.ts'
import { fromCaller } from './place.ts'
import { noToken, target, targetOptions } from './target.ts'

export const usage = `import [--server URL] [--create] [--publish] [--accept REASON] [--excerpt]
         [--bureau ID | --division CODE] [--year YYYY] [--source URL] FILE…
       import [--server URL] [--create] [--publish] --list FILE.csv`

const options = {
  ...targetOptions,
  create: { type: 'boolean', default: false },
  publish: { type: 'boolean', default: false },
  list: { type: 'string' },
  bureau: { type: 'string' },
  division: { type: 'string' },
  year: { type: 'string' },
  source: { type: 'string' },
  excerpt: { type: 'boolean', default: false },
  accept: { type: 'string' },
} as const

/** Brings documents in. Exit code: 0 none refused, 1 some refused, 2 wrong usage. */
export async function importReports(args: string[], output: Output): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const year = values.year === undefined ? undefined : Number(values.year)
  const files = positionals.map((path): Job => ({
    name: basename(path),
    bytes: () => readBounded(fromCaller(path)),
    bureau: values.bureau,
    division: values.division,
    year,
    source: values.source,
    excerpt: values.excerpt,
    accepted: values.accept,
  }))
  if ((values.list === undefined) === (files.length === 0) || Number.isNaN(year)) return 2
  const client = target(values.server)
  if (!client) {
    output.err(noToken)
    return 1
  }
  try {
    const jobs = values.list === undefined ? files : await listJobs(fromCaller(values.list))
    const refused = await runJobs(client, jobs, values, output)
    return refused > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof Error)) throw error
    output.err(`${values.list ?? ''}: ${error.message}`)
    return 1
  }
}

/** Runs the jobs in order, with a progress bar on a terminal, and says what became of them. Answers how many were refused. */
export async function runJobs(
  client: Client,
  jobs: readonly Job[],
  mode: Mode,
  output: Output,
): Promise<number> {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {name}',
    clearOnComplete: true,
    noTTYOutput: false,
  })
  const results: (readonly [Job, Result])[] = []
  bar.start(jobs.length, 0, { name: '' })
  for (const job of jobs) {
    // In order: the data version then follows the list, and a server is never asked for more than one thing at a time.
    // oxlint-disable-next-line no-await-in-loop
    results.push([job, await importReport(client, job, mode)])
    bar.increment(1, { name: job.name })
  }
  bar.stop()
  return summarise(results, output)
}

const labels: Readonly<Record<Result['kind'], string>> = {
  published: '已发布 published',
  draft: '草稿 stored as draft',
  held: '待核 held with findings',
  unchanged: '未变 unchanged',
  refused: '拒收 refused',
}

function summarise(results: readonly (readonly [Job, Result])[], output: Output): number {
  for (const [job, result] of results)
    if ('reason' in result) output.err(`${labels[result.kind]}: ${job.name}: ${result.reason}`)
  const count = (kind: string) => results.filter(([, result]) => result.kind === kind).length
  output.out(
    Object.entries(labels)
      .map(([kind, label]) => `${label}: ${count(kind)}`)
      .join(' · '),
  )
  return count('refused')
}
