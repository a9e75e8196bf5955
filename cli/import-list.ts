import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { parseCsv } from './csv.ts'
import { readBounded } from './file.ts'
import type { Job } from './import-report.ts'

/**
 * The documents of a list, a CSV with the columns `file` (relative to the list) and, where known, `bureau` (id),
 * `year`, `source` (address), `published_on` (ISO date), `excerpt` (1) and `accept` (why it may be public although sums
 * do not hold). Throws Error where the list cannot be read.
 */
export async function listJobs(path: string): Promise<Job[]> {
  const rows = parseCsv(await readFile(path, 'utf8'))
  return rows.map((row, index) => {
    const file = row['file']
    if (!file) throw new Error(`第 ${index + 2} 行没有 file（line ${index + 2} lacks its file）`)
    return {
      name: basename(file),
      bytes: () => readBounded(resolve(dirname(path), file)),
      bureau: row['bureau'] || undefined,
      year: row['year'] ? Number(row['year']) : undefined,
      source: row['source'] || undefined,
      publishedOn: row['published_on'] || undefined,
      excerpt: row['excerpt'] === '1',
      accepted: row['accept'] || undefined,
    }
  })
}
