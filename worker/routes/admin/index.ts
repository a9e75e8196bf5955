import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { withToken } from '../../auth/token.ts'
import type { Env } from '../../env.ts'
import { Problem } from '../../errors.ts'
import { adminBatches } from './batches.ts'
import { adminBureaus } from './bureaus.ts'
import { adminFiles } from './files.ts'
import { adminLineage } from './lineage.ts'
import { adminMaintenance } from './maintenance.ts'
import { adminReleaseFiles } from './release-files.ts'
import { adminReleases } from './releases.ts'
import { adminRevisions } from './revisions.ts'

/** A report as read has some 20 kB; a batch of them, or 500 bureaus, has less than this. */
const mostBytes = 4 * 1024 * 1024

/** Everything that writes. No route below answers without a token. */
export const admin = new Hono<Env>()
  .use(withToken)
  .use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  // Before the limit: a source file may be larger, and has one of its own.
  .route('/', adminFiles)
  .route('/', adminReleaseFiles)
  .use(
    bodyLimit({
      maxSize: mostBytes,
      onError: () => {
        throw new Problem(
          413,
          '内容超过 4 MB，未写入（the body is larger than 4 MB; nothing was written）',
        )
      },
    }),
  )
  .route('/batches', adminBatches)
  .route('/bureaus', adminBureaus)
  .route('/lineage', adminLineage)
  .route('/maintenance', adminMaintenance)
  .route('/releases', adminReleases)
  .route('/revisions', adminRevisions)
  // Nothing of this goes on to the public API, whose open CORS must not reach what writes.
  .all('/*', () => {
    throw new Problem(404, '没有这个接口（no such route）')
  })
