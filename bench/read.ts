import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReport } from '#core/parse/index.ts'
import { madeUpReports } from '../samples/made-up.ts'
import { root } from '../cli/place.ts'

const rounds = 5

/** Reading from bytes to a Reading on one core: reports and megabytes a second over the samples. */
export async function read(): Promise<string[]> {
  const files = globSync(join(root, 'samples/real/*.html'))
  const documents = [
    ...files.map((file) => new Uint8Array(readFileSync(file))),
    ...madeUpReports().map(({ html }) => new TextEncoder().encode(html)),
  ]
  const bytes = documents.reduce((sum, { length }) => sum + length, 0)
  const start = performance.now()
  for (let round = 0; round < rounds; round++)
    for (const document of documents)
      // oxlint-disable-next-line no-await-in-loop -- one core is what is measured
      await readReport(document, 'report.html')
  const seconds = (performance.now() - start) / 1000
  return [
    `${Math.round((documents.length * rounds) / seconds)} reports/s`,
    `${((bytes * rounds) / seconds / 1e6).toFixed(1)} MB/s`,
  ]
}
