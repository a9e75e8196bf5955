import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { SetFile } from '#core/text/set/set.ts'
import type { Client } from './client.ts'
import { WrongUsage } from './failed.ts'
import { type Progress, progress } from './import-progress.ts'
import type { Output } from './output.ts'
import { patient } from './patient.ts'
import { fromCaller } from './place.ts'
import { type Cut, makeSet } from './release-make.ts'
import { type There, askThere, sendSet } from './release-send.ts'
import { target, targetOptions } from './target.ts'
import { finishUpgrade } from './upgrade.ts'

export const usage = 'release [--server URL] [--out FOLDER]'

/**
 * Cuts a release of what is public now, after what an upgrade has left to be done; where nothing changed, the newest one
 * stays. Then makes the files of its whole set, for the server where it keeps files, and for a folder where one is named.
 * Interrupted, it goes on where it stopped. Exit code: 0 done, 2 wrong usage. Throws Failed, WrongUsage.
 */
export async function release(args: string[], output: Output): Promise<0 | 2> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...targetOptions, out: { type: 'string' } },
  })
  if (positionals.length > 0) return 2
  const out = values.out === undefined ? undefined : emptyFolder(values.out)
  const client = target(values.server)
  // The server cuts none before: its sums would lack reports for ever.
  await finishUpgrade(client, output)
  const { release: newest, cut } = await client.ask(({ admin }) => admin.releases.$post())
  if (newest === null) output.out('尚无公开的数据，没有发布（nothing is public yet; no release）')
  else if (cut) output.out(`已发布 released: ${newest.name}`)
  else output.out(`自 ${newest.name} 以来没有变化（nothing changed since ${newest.name}）`)
  if (newest) await releaseFiles(client, newest, { out, output })
  return 0
}

/** Where files are to go beside the server, and what is said of it. */
interface Aim {
  readonly out?: string | undefined
  readonly output: Output
}

/** Makes the files of a release wherever they are wanted and not there yet. Throws as the client does. */
export async function releaseFiles(server: Client, cut: Cut, { out, output }: Aim): Promise<void> {
  const client = patient(server)
  const there = await askThere(client, cut.name)
  if (typeof there === 'string') output.err(there)
  const isWanted = typeof there !== 'string' && !there.finished
  if (!isWanted && out === undefined) {
    if (typeof there !== 'string') output.out(alreadyMade(there))
    return
  }
  const folder = await workFolder(out)
  try {
    const files = await makeSet(client, cut, folder, counter(output))
    if (isWanted) await send(client, cut, { folder, files, there }, output)
    if (out !== undefined) await rename(folder, out)
    output.out(made(files))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function send(
  client: Client,
  { name }: Cut,
  set: { folder: string; files: SetFile[]; there: There },
  output: Output,
): Promise<void> {
  const bar = progress(set.files.length, output)
  try {
    await sendSet(client, name, set, bar)
  } finally {
    bar.end()
  }
}

/** Reports between two lines: how many there will be is not known. */
const perLine = 10_000

function counter(output: Output): Pick<Progress, 'step'> {
  let done = 0
  return {
    step(count) {
      const before = done
      done += count
      if (Math.floor(done / perLine) > Math.floor(before / perLine))
        output.err(`已写入 ${done} 份报告 …（${done} reports written so far）`)
    },
  }
}

/** What is not finished stands beside the folder that it becomes, or among temporary files. */
async function workFolder(out: string | undefined): Promise<string> {
  if (out === undefined) return mkdtemp(join(tmpdir(), 'niantu-release-'))
  await mkdir(dirname(out), { recursive: true })
  const folder = `${out}.incomplete`
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  return folder
}

/** A folder that files may be written to. Throws WrongUsage where something is in it. */
function emptyFolder(path: string): string {
  const folder = fromCaller(path)
  if (!existsSync(folder)) return folder
  if (readdirSync(folder).length === 0) return folder
  throw new WrongUsage(
    `--out ${path}: 文件夹不是空的，请另指一个（the folder is not empty: name another）`,
  )
}

const megabytes = (files: readonly { readonly bytes: number }[]): string =>
  (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000).toFixed(1)

const made = (files: readonly SetFile[]): string =>
  `整套文件已做好：${files.length} 个，${megabytes(files)} MB（the whole set is made: ${files.length} files）`

const alreadyMade = ({ files }: There): string =>
  `整套文件早已做好：${files.length} 个，${megabytes(files)} MB（the whole set was made before: ${files.length} files）`
