import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { readDocument } from '#core/parse/index.ts'
import { root } from '../cli/place.ts'
import { walk } from '../cli/walk.ts'
import { madeUpReports } from '../samples/made-up.ts'
import { largePage } from './large-page.ts'

interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
}

const markup = new Set(['.txt', '.md', '.html', '.htm'])
const office = ['.docx', '.xlsx', '.pdf', '.ofd']

/** Each document is read so often; the office formats take their time. */
const [rounds, officeRounds] = [5, 3]

/**
 * Reading from bytes to a Reading on one core, over the documents of a folder (`npm run bench -- read FOLDER`), else over
 * the samples: text and pages a second, megabytes a second of large pages, the median of each office format.
 */
export async function read([folder]: readonly string[]): Promise<string[]> {
  const documents = folder === undefined ? await samples() : await load(folder)
  const pages = documents.filter(({ name }) => markup.has(extname(name).toLowerCase()))
  const lines = [`${pages.length} texts and pages: ${await perSecond(pages)} reports/s (bar: 300)`]
  const large: Sample = { name: 'large.html', bytes: largePage() }
  lines.push(
    `${(large.bytes.length / 1e6).toFixed(1)} MB page: ${await megabytes(large)} MB/s (bar: 4)`,
  )
  for (const ending of office) {
    const own = documents.filter(({ name }) => extname(name).toLowerCase() === ending)
    // oxlint-disable-next-line no-await-in-loop -- one core is what is measured
    if (own.length > 0)
      lines.push(`${own.length} ${ending}: median ${await median(own)} ms (bar: 150)`)
  }
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  return [...lines, `peak memory ${peak} MB (bar: 400)`]
}

async function samples(): Promise<Sample[]> {
  const real = await load(join(root, 'samples/real'))
  const made = madeUpReports().map(({ html }) => ({
    name: 'a.html',
    bytes: new TextEncoder().encode(html),
  }))
  return [...real.filter(({ name }) => name.endsWith('.html')), ...made]
}

const load = async (folder: string): Promise<Sample[]> =>
  (await walk([folder])).map((name) => ({ name, bytes: new Uint8Array(readFileSync(name)) }))

async function perSecond(list: readonly Sample[]): Promise<number> {
  const seconds = await time(list, rounds)
  return Math.round((list.length * rounds) / seconds)
}

async function megabytes(one: Sample): Promise<string> {
  const seconds = await time([one], rounds)
  return ((one.bytes.length * rounds) / seconds / 1e6).toFixed(1)
}

async function median(list: readonly Sample[]): Promise<number> {
  const times: number[] = []
  // oxlint-disable-next-line no-await-in-loop -- one core is what is measured
  for (const one of list) times.push(((await time([one], officeRounds)) / officeRounds) * 1000)
  const sorted = times.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)
}

/** Seconds that it takes to read all of them so often. */
async function time(list: readonly Sample[], times: number): Promise<number> {
  const start = performance.now()
  for (let round = 0; round < times; round++)
    for (const { name, bytes } of list)
      // oxlint-disable-next-line no-await-in-loop -- one core is what is measured
      await readDocument(bytes, name)
  return (performance.now() - start) / 1000
}
