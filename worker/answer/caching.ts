import type { Context } from 'hono'

/** What a release holds is what it will always hold. */
export const forEver = 'public, max-age=31536000, immutable'
export const fresh = 'public, max-age=60, stale-while-revalidate=60'

/** Whether the caller holds what has this tag; weak ones count, as packing on the way makes them. */
export const holds = (c: Context, etag: string): boolean =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag)
