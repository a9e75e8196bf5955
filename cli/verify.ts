import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Failed } from './failed.ts'
import type { Output } from './output.ts'
import { fromCaller } from './place.ts'
import { sumsPath } from './release-make.ts'

export const usage = 'verify FOLDER|URL'

/**
 * Checks a whole set against its checksums: a folder, without any network, or the address of a set such as
 * https://niantu.example.cn/data/2026.3.0. Exit code: 0 every file is as it was made, 1 some are not, and are named; 2 wrong
 * usage. Throws Failed where there are no checksums.
 */
export async function verify(args: string[], output: Output): Promise<0 | 1 | 2> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const [place, ...rest] = positionals
  if (place === undefined || rest.length > 0) return 2
  const source = /^https?:\/\//.test(place) ? webSource(place) : folderSource(fromCaller(place))
  const sums = await readSums(place, source)
  let wrong = 0
  for (const { path, sha256 } of sums) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    const found = await hashOf(source, path)
    if (found === sha256) continue
    wrong++
    output.err(
      found === undefined ? `${path}: 没有这个文件（missing）` : `${path}: 内容已改动（changed）`,
    )
  }
  const count = sums.length
  if (wrong === 0)
    output.out(`${count} 个文件与校验和一致（all ${count} files are as they were made）`)
  else
    output.err(
      `${count} 个文件中有 ${wrong} 个不符（${wrong} of ${count} files are not as they were made）`,
    )
  return wrong === 0 ? 0 : 1
}

/** Bytes of a file of the set; undefined where there is none. */
type Source = (path: string) => Promise<AsyncIterable<Uint8Array> | undefined>

const folderSource =
  (folder: string): Source =>
  async (path) => {
    const stream = createReadStream(join(folder, path))
    return new Promise((resolve, reject) => {
      stream.once('open', () => resolve(stream))
      stream.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? resolve(undefined) : reject(new Failed(error.message)),
      )
    })
  }

const webSource =
  (address: string): Source =>
  async (path) => {
    const response = await fetch(`${address.replace(/\/$/, '')}/${path}`).catch(
      (error: unknown) => {
        throw new Failed(`连不上 ${address}（cannot reach it: ${String(error)}）`)
      },
    )
    if (response.status === 404) return undefined
    if (!response.ok || !response.body) throw new Failed(`${path}: HTTP ${response.status}`)
    return response.body
  }

async function hashOf(source: Source, path: string): Promise<string | undefined> {
  const bytes = await source(path)
  if (bytes === undefined) return undefined
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk)
  return hash.digest('hex')
}

interface Sum {
  readonly path: string
  readonly sha256: string
}

/** Throws Failed where there is no list, or one that could lead out of the set. */
async function readSums(place: string, source: Source): Promise<Sum[]> {
  const bytes = await source(sumsPath)
  if (bytes === undefined)
    throw new Failed(`${place} 中没有 ${sumsPath}，不是一套文件（has no ${sumsPath}: not a set）`)
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  const lines = Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean)
  return lines.map((line): Sum => {
    const { sha256 = '', path = '' } =
      /^(?<sha256>[0-9a-f]{64}) [ *](?<path>.+)$/.exec(line)?.groups ?? {}
    if (path === '' || path.startsWith('/') || path.split('/').includes('..'))
      throw new Failed(`${sumsPath}: ${line}`)
    return { path, sha256 }
  })
}
