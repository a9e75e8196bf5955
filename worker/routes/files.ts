import { Hono } from 'hono'
import * as v from 'valibot'
import { selectPublicFileHash } from '../db/files.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { type FileKind, mediaTypes } from '../files/kind.ts'
import { fileStore } from '../files/bucket.ts'
import { fresh, holds } from '../answer/caching.ts'
import { valid } from '../valid.ts'
import { BureauIdSchema, YearSchema } from './parameters.ts'

const Param = v.object({ bureau: BureauIdSchema, year: YearSchema })

/**
 * The source file of the report that is public now, where the deployment gives files away (PUBLISH_FILES=1). Asked for
 * by report and never by hash: what is withdrawn or replaced is not to be had any more.
 */
export const reportFiles = new Hono<Env>().get(
  '/:bureau/:year/file',
  valid('param', Param),
  async (c) => {
    if (c.env.PUBLISH_FILES !== '1') throw new Problem(404, notPublic)
    const { bureau, year } = c.req.valid('param')
    const hash = await selectPublicFileHash(c.var.db, bureau, year)
    if (!hash)
      throw new Problem(
        404,
        `未收录 ${bureau} ${year} 年的报告（the report on ${year} is not in this collection）`,
      )
    const etag = `"${hash}"`
    if (holds(c, etag)) return c.body(null, 304, cache(etag))
    const file = await fileStore(c.env)?.get(hash)
    if (!file) throw new Problem(404, notKept)
    return c.body(file.body, 200, {
      ...cache(etag),
      ...download(file, `${bureau}-${year}`),
    })
  },
)

/** As long as everything else of the API: a file that is withdrawn is gone within two minutes. */
const cache = (etag: string) => ({
  etag,
  'cache-control': fresh,
})

/** Never shown by a browser as a page of this site: saved, and without any right should it be opened here all the same. */
const download = ({ kind, size }: { kind: FileKind; size: number }, name: string) => ({
  'content-type': mediaTypes[kind],
  'content-length': String(size),
  'content-disposition': `attachment; filename="${name}.${kind === 'other' ? 'bin' : kind}"`,
  'content-security-policy': "sandbox; default-src 'none'",
})

const notPublic =
  '本站公布原件的网址和 SHA-256，不提供原件下载（this deployment publishes the address and the SHA-256 of a source file, not the file itself）'

const notKept = '没有留存这份报告的原件（the source file of this report is not kept here）'
