import { createHash } from 'node:crypto'
import { type Client, Refused, Unavailable } from './client.ts'
import { Failed } from './failed.ts'

/** The file that a stored revision was read from. */
export interface SourceFile {
  /** How it is called in messages. */
  readonly name: string
  readonly revision: number
  /** SHA-256, hex. */
  readonly sha256: string
  readonly bytes: () => Promise<Uint8Array>
}

/** What became of files that were offered. `lost`: what could not be kept, and why. */
export interface Kept {
  /** False where the server keeps no files at all: nothing is sent then, and nothing lost. */
  readonly keeps: boolean
  /** How many the server took; those that it had are not counted. */
  readonly sent: number
  readonly lost: readonly { readonly name: string; readonly reason: string }[]
}

/** Sends the server those files that it lacks. One that cannot be kept is a value. */
export async function keepFiles(client: Client, files: readonly SourceFile[]): Promise<Kept> {
  const byHash = new Map(files.map((file) => [file.sha256, file]))
  const missing = await askMissing(client, [...byHash.keys()])
  if ('reason' in missing) {
    const { reason } = missing
    return { keeps: true, sent: 0, lost: files.map(({ name }) => ({ name, reason })) }
  }
  if (!missing.keeps_files) return { keeps: false, sent: 0, lost: [] }
  const waiting = missing.missing.flatMap((hash) => byHash.get(hash) ?? []).values()
  const lost: { name: string; reason: string }[] = []
  let sent = 0
  // A server that takes files no more is not waited for once per file.
  let down: string | undefined
  const sendSome = async () => {
    for (const file of waiting) {
      // oxlint-disable-next-line no-await-in-loop -- each of the few senders has one file in memory
      const failure = down === undefined ? await send(client, file) : new Failed(down)
      if (failure instanceof Unavailable) down = failure.message
      if (failure) lost.push({ name: file.name, reason: failure.message })
      else sent++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sendSome))
  return { keeps: true, sent, lost }
}

const atOnce = 4

interface Missing {
  readonly keeps_files: boolean
  readonly missing: readonly string[]
}

async function askMissing(
  client: Client,
  hashes: readonly string[],
): Promise<Missing | { readonly reason: string }> {
  try {
    return await client.ask(({ admin }) =>
      admin.files.missing.$post({ json: { hashes: [...hashes] } }),
    )
  } catch (error) {
    // Older than this route.
    if (error instanceof Refused) return { keeps_files: false, missing: [] }
    if (error instanceof Failed) return { reason: error.message }
    throw error
  }
}

/** Why the file is not kept; undefined where it is. */
async function send(client: Client, file: SourceFile): Promise<Failed | undefined> {
  try {
    const bytes = await file.bytes()
    if (sha256(bytes) !== file.sha256) return new Failed(changed)
    await client.put(`/revisions/${file.revision}/file`, bytes)
    return undefined
  } catch (error) {
    if (error instanceof Failed) return error
    throw error
  }
}

const changed = '读取之后文件已改动（the file has changed since it was read）'

/** SHA-256 as hex. */
export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')
