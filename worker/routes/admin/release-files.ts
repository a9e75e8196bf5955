import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as v from 'valibot'
import { meta } from '../../answer/meta.ts'
import type { Db } from '../../db/client.ts'
import { type Release, selectRelease } from '../../db/releases.ts'
import type { Env } from '../../env.ts'
import { Problem } from '../../errors.ts'
import {
  type ReleaseFile,
  type ReleaseFiles,
  manifestPath,
  releaseFiles,
} from '../../files/release-files.ts'
import { valid } from '../../valid.ts'
import { noRelease } from '../../version.ts'
import { FilePathSchema, ReleaseSchema } from '../parameters.ts'

const Param = v.object({ release: ReleaseSchema })
const FileParam = v.object({ release: ReleaseSchema, path: FilePathSchema })
const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'SHA-256, hex'))
const Hash = v.object({ sha256: HashSchema })

const WholeSet = v.object({
  files: v.pipe(
    v.array(
      v.object({
        path: FilePathSchema,
        bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
        sha256: HashSchema,
      }),
    ),
    v.minLength(1),
    v.maxLength(20_000),
  ),
})

/** What one request to Cloudflare may carry. */
const mostBytes = 95 * 1024 * 1024

/**
 * The files of a release, made by `niantu release`. They come one by one, in any order, and again where the sender was
 * interrupted; the list of all of them comes last and finishes the set. Only then it is public, and nothing of it changes
 * any more.
 */
export const adminReleaseFiles = new Hono<Env>()
  .get('/releases/:release/files', valid('param', Param), async (c) => {
    const { store } = await placeOf(c.env, c.var.db, c.req.valid('param').release)
    return c.json({ finished: await store.isFinished(), files: await store.list() })
  })
  .put(
    '/releases/:release/files/:path{.+}',
    valid('param', FileParam),
    valid('query', Hash),
    async (c) => {
      const { release, path } = c.req.valid('param')
      const { store } = await placeOf(c.env, c.var.db, release)
      const bytes = lengthOf(c.req.header('content-length'))
      const file = { path, bytes, sha256: c.req.valid('query').sha256 }
      if (path === manifestPath) throw new Problem(422, reserved)
      if (await store.isFinished()) {
        if (!isSame(file, await store.find(path))) throw new Problem(409, finished)
        return c.json(file)
      }
      // R2 wants to know how much comes, whatever the connection tells.
      const body = (c.req.raw.body ?? new Blob().stream()).pipeThrough(new FixedLengthStream(bytes))
      if (!(await store.put(file, body))) throw new Problem(422, otherContent)
      return c.json(file)
    },
  )
  .post(
    '/releases/:release/files',
    bodyLimit({
      maxSize: 4 * 1024 * 1024,
      onError: () => {
        throw new Problem(413, '清单超过 4 MB（the list is larger than 4 MB）')
      },
    }),
    valid('param', Param),
    valid('json', WholeSet),
    async (c) => {
      const { store, release } = await placeOf(c.env, c.var.db, c.req.valid('param').release)
      const { files } = c.req.valid('json')
      const there = await store.list()
      const answer = { release: release.name, files: files.length }
      if (await store.isFinished()) {
        if (!isSameSet(files, there)) throw new Problem(409, finished)
        return c.json(answer)
      }
      refuseUnlessThere(files, there)
      await removeOthers(store, files, there)
      c.set('frozen', release)
      const manifest = { meta: await meta(c), base: `/data/${release.name}/`, files }
      await store.finish(JSON.stringify(manifest))
      return c.json(answer, 201)
    },
  )

/** Where the files of a release belong. 501 where none are kept, 404 where there is no such release. */
async function placeOf(
  env: Env['Bindings'],
  db: Db,
  name: string,
): Promise<{ readonly store: ReleaseFiles; readonly release: Release }> {
  const store = releaseFiles(env, name)
  if (!store) throw new Problem(501, keepsNone)
  const release = await selectRelease(db, name)
  if (!release) throw noRelease(name)
  return { store, release }
}

function lengthOf(header: string | undefined): number {
  if (header === undefined || !/^\d{1,12}$/.test(header))
    throw new Problem(411, '请求须有 Content-Length（the request needs a Content-Length）')
  const bytes = Number(header)
  if (bytes > mostBytes)
    throw new Problem(413, '文件超过 95 MB，未写入（the file is larger than 95 MB; not kept）')
  return bytes
}

const isSame = (a: ReleaseFile, b: ReleaseFile | undefined): boolean =>
  a.bytes === b?.bytes && a.sha256 === b.sha256

const byPath = (files: readonly ReleaseFile[]): ReadonlyMap<string, ReleaseFile> =>
  new Map(files.map((file) => [file.path, file]))

function isSameSet(files: readonly ReleaseFile[], there: readonly ReleaseFile[]): boolean {
  const kept = byPath(there)
  return files.length === kept.size && files.every((file) => isSame(file, kept.get(file.path)))
}

function refuseUnlessThere(files: readonly ReleaseFile[], there: readonly ReleaseFile[]): void {
  const kept = byPath(there)
  const wrong = files.filter((file) => !isSame(file, kept.get(file.path)))
  if (wrong.length > 0)
    throw new Problem(
      422,
      notThere,
      wrong.slice(0, 20).map(({ path }) => ({ code: 'not_there', path, message: notThere })),
    )
}

/** What an earlier attempt left, and is no part of the set. R2 takes a thousand names at a time. */
async function removeOthers(
  store: ReleaseFiles,
  files: readonly ReleaseFile[],
  there: readonly ReleaseFile[],
): Promise<void> {
  const wanted = byPath(files)
  const others = there.flatMap(({ path }) => (wanted.has(path) ? [] : [path]))
  for (let at = 0; at < others.length; at += 1000)
    // oxlint-disable-next-line no-await-in-loop -- one request after the other
    await store.remove(others.slice(at, at + 1000))
}

const keepsNone =
  '这个服务不留存文件：没有配置 FILES；可用 niantu release --out FOLDER 把整套文件写入文件夹（this server keeps no files: it has no binding FILES; niantu release --out FOLDER writes the set to a folder）'

const finished =
  '这一版的整套文件已经完成，内容不再改变（the files of this release are finished, and do not change any more）'

const otherContent =
  '内容与所给的 SHA-256 不符，未留存（the content is not that of the SHA-256; it is not kept）'

const notThere =
  '服务器没有这个文件，或内容不同（the server does not have this file, or other bytes of it）'

const reserved = `${manifestPath} 由服务器写出（is written by the server）`
