import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { NewBureau } from '#core/roster/bureau.ts'
import { fromCaller } from '../cli/place.ts'
import { type Filled, countryDatabase, keptDatabase } from './scale/database.ts'
import { growthOf } from './scale/heap.ts'
import { type Imported, importReports, rosterIn } from './scale/imports.ts'
import { measure } from './scale/measure.ts'
import { routes } from './scale/routes.ts'
import { postRelease } from './scale/publish.ts'
import { postSet, putSource } from './scale/release-set.ts'
import { serve } from './scale/serve.ts'
import { testGroup, testYear } from './scale/roster.ts'
import { type MeasuredRoute, report } from './scale/text.ts'

const usage =
  'scale [--reports 3000000] [--small 3000] [--requests 200] [--imports 300] [--folder PATH] [--keep] [--reuse]'

interface Options {
  readonly small: number
  readonly reports: number
  readonly requests: number
  readonly imports: number
  readonly folder: string | undefined
  readonly keep: boolean
  /** Takes the databases that an earlier run with `keep` left in the folder. */
  readonly reuse: boolean
}

/** Undefined where a number is none, where both sizes are the same, or where there is nothing to reuse. */
function optionsOf(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      reports: { type: 'string', default: '3000000' },
      small: { type: 'string', default: '3000' },
      requests: { type: 'string', default: '200' },
      imports: { type: 'string', default: '300' },
      folder: { type: 'string' },
      keep: { type: 'boolean', default: false },
      reuse: { type: 'boolean', default: false },
    },
  })
  const counts = [values.small, values.reports, values.requests, values.imports].map(Number)
  const [small = 0, reports = 0, requests = 0, imports = 0] = counts
  if (!counts.every((n) => Number.isInteger(n) && n > 0) || small === reports) return undefined
  const { folder, reuse } = values
  if (reuse && folder === undefined) return undefined
  return { small, reports, requests, imports, folder, keep: values.keep || reuse, reuse }
}

/**
 * Generates the country at two sizes, asks what the public asks for of both, imports into both. Needs about 2.5 kB of
 * disk for each report; the databases are deleted afterwards unless `--keep`.
 */
export async function scale(args: readonly string[]): Promise<string[]> {
  const options = optionsOf(args)
  if (!options) return [usage]
  const { small, reports, requests, imports } = options
  const own = options.folder === undefined ? mkdtempSync(join(tmpdir(), 'niantu-')) : null
  const folder = own ?? fromCaller(options.folder ?? '')
  const less = join(folder, `scale-${small}`)
  const more = join(folder, `scale-${reports}`)
  const folders = [less, more]
  try {
    if (!options.reuse) refuseFullDisk(folder, reports)
    const filled = options.reuse
      ? folders.map(keptDatabase)
      : [await fillNew(less, small), await fillNew(more, reports)]
    return report(filled, ...(await measureAll(folders, { requests, imports })))
  } finally {
    if (!options.keep) remove(own === null ? folders : [own])
  }
}

/** A folder that was given may hold other things: only what was made in it goes. */
function remove(folders: readonly string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

async function fillNew(folder: string, reports: number): Promise<Filled> {
  const filled = await countryDatabase(folder, reports)
  console.error(`${filled.reports} reports in ${Math.round(filled.seconds)} s`)
  return filled
}

const bytesPerReport = 2500

function refuseFullDisk(folder: string, reports: number): void {
  const { bavail, bsize } = statfsSync(join(folder, '..'))
  if (bavail * bsize < reports * bytesPerReport) throw new Error(`Not enough disk in ${folder}`)
}

/**
 * Both databases served at once and asked by turns; then the large one alone, for what its answers hold in memory;
 * afterwards reports are brought into each.
 */
async function measureAll(
  folders: readonly string[],
  { requests, imports }: { readonly requests: number; readonly imports: number },
): Promise<[MeasuredRoute[], Imported[]]> {
  const timed = await measureTimes(folders, requests)
  const measured: MeasuredRoute[] = []
  for (const one of timed)
    // oxlint-disable-next-line no-await-in-loop -- one server at a time
    measured.push({ ...one, growth: await growthOf(folders[1] ?? '', one.route) })
  const imported: Imported[] = []
  for (const folder of folders)
    // oxlint-disable-next-line no-await-in-loop
    imported.push(await serving([folder], ([url = '']) => importReports(url, folder, imports)))
  return [measured, imported]
}

const measureTimes = (
  folders: readonly string[],
  requests: number,
): Promise<Omit<MeasuredRoute, 'growth'>[]> =>
  serving(folders, async (urls) => {
    const roster = rosterIn(folders[0] ?? '')
    const release = await prepare(urls, folders, roster)
    const measured = []
    for (const route of routes(roster, release))
      // oxlint-disable-next-line no-await-in-loop -- one client
      measured.push({ route, bySize: await measure(urls, route, requests) })
    return measured
  })

/** Does something with servers of some folders, which stop afterwards. */
async function serving<T>(
  folders: readonly string[],
  use: (urls: readonly string[]) => Promise<T>,
): Promise<T> {
  const servers = await Promise.all(folders.map(serve))
  try {
    return await use(servers.map(({ url }) => url))
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()))
  }
}

/** Cuts a release, and gives it files; answers its name. */
async function prepare(
  urls: readonly string[],
  folders: readonly string[],
  roster: readonly NewBureau[],
): Promise<string> {
  const [first] = testGroup(roster)
  let release = ''
  for (const [i, url] of urls.entries()) {
    // Published reports are closed from here on: what is imported stands beside a release, as it does in use.
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    release = await postRelease(url)
    // oxlint-disable-next-line no-await-in-loop
    await postSet(url, release)
    // oxlint-disable-next-line no-await-in-loop
    if (first) await putSource(url, folders[i] ?? '', { bureau: first, year: testYear })
  }
  return release
}
