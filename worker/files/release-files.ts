import { sha256 as hashOf } from '../auth/token.ts'
import type { Env } from '../env.ts'

/** A file of a release's whole set. */
export interface ReleaseFile {
  /** Within the set, such as `2024/410000/disclosure.csv.gz`. */
  readonly path: string
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

/** The files of one release. They become public together, when the set is finished, and never change from then on. */
export interface ReleaseFiles {
  /** Every file that is there, by its path; the set may not be finished. */
  readonly list: () => Promise<ReleaseFile[]>
  readonly isFinished: () => Promise<boolean>
  /** Keeps a file. Answers false where the bytes are not those of the hash: nothing is kept then. */
  readonly put: (file: ReleaseFile, body: ReadableStream) => Promise<boolean>
  readonly remove: (paths: readonly string[]) => Promise<void>
  /** Finishes the set; `manifest` is the JSON that tells of it. */
  readonly finish: (manifest: string) => Promise<void>
  /** Undefined where the set is not finished, or has no such file. */
  readonly find: (path: string) => Promise<ReleaseFile | undefined>
  /** What is in a file that was found. */
  readonly open: (path: string) => Promise<ReadableStream | undefined>
}

/** Tells of a finished set; itself a file of it. */
export const manifestPath = 'manifest.json'

const folder = 'releases/'

/** Where this deployment keeps the files of a release; undefined where it keeps none. */
export const releaseFiles = (
  { FILES }: Env['Bindings'],
  release: string,
): ReleaseFiles | undefined => FILES && bucketFiles(FILES, `${folder}${release}/`)

/** Names of the releases that have any file, the newest first. */
export async function releasesWithFiles({ FILES }: Env['Bindings']): Promise<string[]> {
  if (!FILES) return []
  const names: string[] = []
  for await (const { delimitedPrefixes } of listed(FILES, { prefix: folder, delimiter: '/' }))
    names.push(...delimitedPrefixes.map((prefix) => prefix.slice(folder.length, -1)))
  return names.toSorted((a, b) => orderOf(b) - orderOf(a))
}

/** A list page by page: R2 tells a thousand names at a time. */
async function* listed(bucket: R2Bucket, what: R2ListOptions): AsyncGenerator<R2Objects> {
  for (let cursor: string | undefined; ;) {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
    const page = await bucket.list({ ...what, ...(cursor === undefined ? {} : { cursor }) })
    yield page
    if (!page.truncated) return
    cursor = page.cursor
  }
}

/** 2026.10.0 comes after 2026.9.0. */
function orderOf(release: string): number {
  const [year = 0, number = 0] = release.split('.').map(Number)
  return year * 1_000_000 + number
}

function bucketFiles(bucket: R2Bucket, prefix: string): ReleaseFiles {
  const head = async (path: string) => bucket.head(prefix + path)
  return {
    list: () => listAll(bucket, prefix),
    isFinished: async () => (await head(manifestPath)) !== null,
    async put({ path, sha256 }, body) {
      try {
        await bucket.put(prefix + path, body, { sha256, customMetadata: { sha256 } })
        return true
      } catch (error) {
        if (isOtherContent(error)) return false
        throw error
      }
    },
    remove: (paths) => bucket.delete(paths.map((path) => prefix + path)),
    async finish(manifest) {
      const sha256 = await hashOf(manifest)
      await bucket.put(prefix + manifestPath, manifest, { sha256, customMetadata: { sha256 } })
    },
    async find(path) {
      const [done, object] = await Promise.all([head(manifestPath), head(path)])
      return done && object ? fileOf(object, prefix) : undefined
    },
    open: async (path) => (await bucket.get(prefix + path))?.body,
  }
}

async function listAll(bucket: R2Bucket, prefix: string): Promise<ReleaseFile[]> {
  const files: ReleaseFile[] = []
  for await (const { objects } of listed(bucket, { prefix, include: ['customMetadata'] }))
    files.push(...objects.map((object) => fileOf(object, prefix)))
  return files.filter(({ path }) => path !== manifestPath)
}

const fileOf = ({ key, size, customMetadata }: R2Object, prefix: string): ReleaseFile => ({
  path: key.slice(prefix.length),
  bytes: size,
  sha256: customMetadata?.['sha256'] ?? '',
})

/** R2 says so in words only; 10037 is its code. */
const isOtherContent = (error: unknown): boolean =>
  error instanceof Error && /10037|checksum/i.test(error.message)
