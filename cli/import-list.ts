import { basename, dirname, resolve } from 'node:path'
import { type CsvRow, parseCsv } from './csv.ts'
import { Failed } from './failed.ts'
import { readBounded } from './file.ts'
import { readDetails } from './import-details.ts'
import type { Job } from './import-report.ts'
import { readText } from './text-file.ts'

/**
 * The documents of a list, a CSV with the columns `file` (relative to the list) and, where known, `bureau` (id),
 * `division`, `year`, `source` (address), `published_on` (ISO date), `excerpt` (1), `accept` (why it may be public
 * although sums do not hold) and `reason` (why figures that are public change). Throws Failed, with the lines, where
 * the list cannot be right.
 */
export async function listJobs(path: string): Promise<Job[]> {
  const rows = parseCsv(await readText(path))
  const read = rows.map((row) => ({ row, one: listed(row, dirname(path)) }))
  const problems = [
    ...read.flatMap(({ row, one }) =>
      'problems' in one ? [at(row, one.problems.join('; '))] : [],
    ),
    ...repeated(rows),
  ]
  if (problems.length > 0) throw new Failed(problems.join('\n'))
  if (rows.length === 0) throw new Failed('清单是空的（the list is empty）')
  return read.flatMap(({ one }) => ('job' in one ? [one.job] : []))
}

const at = ({ line }: CsvRow, text: string): string => `第 ${line} 行（line ${line}）: ${text}`

type Listed = { readonly job: Job } | { readonly problems: readonly string[] }

function listed({ cells }: CsvRow, folder: string): Listed {
  const file = cells['file']
  if (!file) return { problems: ['没有 file（lacks its file）'] }
  const read = readDetails(cells)
  if ('problems' in read) return read
  const bytes = () => readBounded(resolve(folder, file))
  return { job: { name: basename(file), path: file, bytes, ...read.details } }
}

/** A bureau has one report on a year: of two files for it, nobody can tell here which counts. */
function repeated(rows: readonly CsvRow[]): string[] {
  const byReport = Map.groupBy(rows, ({ cells: { file, bureau, year } }) =>
    bureau && year ? `${bureau} ${year}` : [file, bureau, year].filter(Boolean).join(' '),
  )
  return [...byReport].flatMap(([report, same]) => {
    const lines = same.map(({ line }) => line)
    return report === '' || same.length === 1
      ? []
      : [
          `第 ${lines.join('、')} 行是同一份年报（lines ${lines.join(', ')} are the same report）: ${report}`,
        ]
  })
}
