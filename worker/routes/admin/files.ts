import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { sha256 } from '../../auth/token.ts'
import { selectFileHash } from '../../db/files.ts'
import type { Env } from '../../env.ts'
import { Problem } from '../../errors.ts'
import { fileKind } from '../../files/kind.ts'
import { fileStore } from '../../files/bucket.ts'
import { valid } from '../../valid.ts'

const Id = v.object({ id: v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)) })

const Hashes = v.object({
  hashes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), v.maxLength(100)),
})

/** Larger than the largest document that is read (20 MB). */
const mostMegabytes = 25

/**
 * Source files. A file is sent for a revision that names its SHA-256, so nothing is kept that no report was read from,
 * and what is sent is held against that hash.
 */
export const adminFiles = new Hono<Env>()
  .post('/files/missing', limit(1), valid('json', Hashes), async (c) => {
    const { hashes } = c.req.valid('json')
    const store = fileStore(c.env)
    const kept = await store?.has(hashes)
    return c.json({
      keeps_files: store !== undefined,
      missing: kept ? hashes.filter((hash) => !kept.has(hash)) : [],
    })
  })
  .put('/revisions/:id/file', limit(mostMegabytes), valid('param', Id), async (c) => {
    const { id } = c.req.valid('param')
    const store = fileStore(c.env)
    if (!store) throw new Problem(501, keepsNone)
    const hash = await selectFileHash(c.var.db, id)
    if (hash === undefined) throw new Problem(404, `没有第 ${id} 号修订（no such revision）`)
    const bytes = await c.req.arrayBuffer()
    if ((await sha256(bytes)) !== hash) throw new Problem(422, otherFile)
    const kind = fileKind(new Uint8Array(bytes))
    await store.put(hash, bytes, kind)
    return c.json({ sha256: hash, bytes: bytes.byteLength, kind })
  })

function limit(megabytes: number) {
  return bodyLimit({
    maxSize: megabytes * 1024 * 1024,
    onError: () => {
      throw new Problem(
        413,
        `内容超过 ${megabytes} MB，未写入（the body is larger than ${megabytes} MB; nothing was written）`,
      )
    },
  })
}

const keepsNone =
  '这个服务不留存原件：没有配置 FILES（this server keeps no source files: it has no binding FILES）'

const otherFile =
  '文件与这份修订的 SHA-256 不符，未留存（the file is not the one that this revision was read from; it is not kept）'
