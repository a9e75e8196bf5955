import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import type { SetFile } from '#core/text/set/set.ts'
import { type Client, Refused } from './client.ts'
import type { Progress } from './import-progress.ts'

/** What a server has of the files of a release. */
export interface There {
  readonly finished: boolean
  readonly files: readonly Pick<SetFile, 'path' | 'bytes' | 'sha256'>[]
}

/** What the server has already; a text where it keeps no files, and says why. */
export async function askThere(client: Client, release: string): Promise<There | string> {
  try {
    return await client.ask(({ admin }) =>
      admin.releases[':release'].files.$get({ param: { release } }),
    )
  } catch (error) {
    if (error instanceof Refused && error.status === 501) return error.message
    throw error
  }
}

/**
 * Sends the files of a set that the server lacks, and then their list, which makes them public. Interrupted, it goes on
 * where it stopped. Throws as the client does.
 */
export async function sendSet(
  client: Client,
  release: string,
  { folder, files, there }: { folder: string; files: readonly SetFile[]; there: There },
  progress: Pick<Progress, 'step'>,
): Promise<void> {
  const hashes = new Map(there.files.map(({ path, sha256 }) => [path, sha256]))
  const waiting = files.values()
  const sendSome = async () => {
    for (const { path, sha256 } of waiting) {
      if (hashes.get(path) !== sha256) {
        // oxlint-disable-next-line no-await-in-loop -- each of the few senders has one file at hand
        const bytes = await openAsBlob(join(folder, path))
        // oxlint-disable-next-line no-await-in-loop
        await client.put(`/releases/${release}/files/${path}?sha256=${sha256}`, bytes)
      }
      progress.step(1, path)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sendSome))
  const list = files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }))
  await client.ask(({ admin }) =>
    admin.releases[':release'].files.$post({ param: { release }, json: { files: list } }),
  )
}

const atOnce = 4
