import type { Env } from '../env.ts'
import { kindOf, mediaTypes } from './kind.ts'
import type { FileStore } from './store.ts'

/** Where this deployment keeps source files; undefined where it keeps none. */
export const fileStore = ({ FILES }: Env['Bindings']): FileStore | undefined =>
  FILES && bucketStore(FILES)

/** An R2 bucket, which checks the hash of what it takes once more. */
const bucketStore = (bucket: R2Bucket): FileStore => ({
  async has(hashes) {
    const found = await Promise.all(hashes.map((hash) => bucket.head(hash)))
    return new Set(found.flatMap((object) => (object ? [object.key] : [])))
  },
  async put(hash, bytes, kind) {
    await bucket.put(hash, bytes, { sha256: hash, httpMetadata: { contentType: mediaTypes[kind] } })
  },
  async get(hash) {
    const object = await bucket.get(hash)
    if (!object) return undefined
    return {
      body: object.body,
      size: object.size,
      kind: kindOf(object.httpMetadata?.contentType),
    }
  },
})
