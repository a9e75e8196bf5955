import { join } from 'node:path'
import { madeUpReports, madeUpRoster } from '../samples/made-up.ts'
import { lineageOf, rosterOf, sendBureaus } from './bureaus.ts'
import { type Client, connect } from './client.ts'
import { runJobs } from './import.ts'
import { listJobs } from './import-list.ts'
import { sendLineage } from './lineage-send.ts'
import type { Output } from './output.ts'
import { root } from './place.ts'
import { releaseFiles } from './release.ts'
import { readRoster } from './roster.ts'

/** From this year on the made-up roster has every bureau of the made-up city. */
const firstWhole = 2019

const folder = join(root, 'samples/real')

/**
 * Fills an empty collection: the real samples, then the made-up city, through the same import as everything else, and the
 * first release of them with its files. Reports of the made-up city whose sums do not hold stay drafts: that is what they
 * show.
 */
export async function importSamples(server: string, token: string, output: Output): Promise<void> {
  const client = connect(server, token)
  await sendBureaus(client, (await rosterOf(join(folder, 'bureaus.csv'))).bureaus)
  const jobs = await listJobs(join(folder, 'reports.csv'))
  await runJobs(client, jobs, { create: false, publish: true }, output)

  const madeUpRows = madeUpRoster().map((row, index) => ({ line: index + 1, cells: { ...row } }))
  const { bureaus } = readRoster(madeUpRows)
  await sendBureaus(client, bureaus, { division: '000000', from: firstWhole })
  await sendLineage(client, await lineageOf(join(root, 'samples/made-up-lineage.csv')))
  const madeUp = madeUpReports().map(({ bureau, year, html, excerpt, accept }) => ({
    name: `${bureau}-${year}.html`,
    bytes: () => Promise.resolve(new TextEncoder().encode(html)),
    bureau,
    year,
    excerpt,
    accept: accept ?? undefined,
  }))
  await runJobs(client, madeUp, { create: false, publish: true }, output)
  await releaseSamples(client, output)
}

async function releaseSamples(client: Client, output: Output): Promise<void> {
  const { release } = await client.ask(({ admin }) => admin.releases.$post())
  if (release === null) return
  output.out(`示例数据定为一版（the samples are a release）: ${release.name}`)
  await releaseFiles(client, release, { output })
}
