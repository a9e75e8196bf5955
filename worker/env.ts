import type { Db } from './db/client.ts'
import type { Release } from './db/releases.ts'
import type { Version } from './db/version.ts'

/** What Hono carries per request: the bindings of wrangler.toml and what middleware adds. */
export interface Env {
  Bindings: {
    readonly DB: D1Database
    readonly ASSETS: Fetcher
    /** Where source files are kept; without it none are. */
    readonly FILES?: R2Bucket
    /** `1`: the source files of public reports may be downloaded. */
    readonly PUBLISH_FILES?: string
    /** Counts requests; without it each process does so itself. */
    readonly LIMITER?: RateLimit
    /** `0`: nobody is refused for asking too much. */
    readonly RATE_LIMIT?: string
    /** Which deployment this is; part of every ETag. */
    readonly CF_VERSION_METADATA?: WorkerVersionMetadata
    /** Text of the data licence of this deployment; a default stands in for an empty one. */
    readonly DATA_LICENCE?: string
    /** The address that generated links begin with; the request's own where it is not set. */
    readonly PUBLIC_ORIGIN?: string
    /** Code of the area that the home page is about; the country where it is not set. */
    readonly HOME_DIVISION?: string
  }
  Variables: {
    readonly db: Db
    readonly token: number
    readonly version?: Version
    /** The answer is a view of this release, and will never change. */
    readonly frozen?: Release
    /** Where the list goes on that the answer is a page of. */
    readonly next?: string
  }
}
