import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { originOf } from '../answer/origin.ts'
import { selectRelease } from '../db/releases.ts'
import type { Env } from '../env.ts'
import { Problem, toProblem } from '../errors.ts'
import {
  type ReleaseFile,
  manifestPath,
  releaseFiles,
  releasesWithFiles,
} from '../files/release-files.ts'
import { forEver, fresh, holds } from '../answer/caching.ts'
import { openToAll } from '../answer/open.ts'
import { valid } from '../valid.ts'
import { noRelease } from '../version.ts'
import { FilePathSchema, ReleaseSchema } from './parameters.ts'

const Param = v.object({ release: ReleaseSchema })
const FileParam = v.object({ release: ReleaseSchema, path: FilePathSchema })

/** The files of a release as they were made. An error is told as data: no page belongs here. */
export const wholeSet = new Hono<Env>()
  .use(openToAll)
  .get('/:release/:path{.+}', valid('param', FileParam), (c) => {
    const { release, path } = c.req.valid('param')
    return fileAnswer(c, release, path)
  })
  .onError((error, c) => toProblem(error, c))

/** What the set of a release holds, with sizes and hashes. */
export const releaseManifest = new Hono<Env>().get(
  '/:release/manifest.json',
  valid('param', Param),
  (c) => fileAnswer(c, c.req.valid('param').release, manifestPath),
)

/** The data package of the newest release that has its files, with absolute addresses: it stands elsewhere than they do. */
export const dataPackage = new Hono<Env>().get('/', async (c) => {
  const release = await newestSet(c.env)
  if (release === undefined) throw new Problem(404, noneMade)
  const base = `${originOf(c)}/data/${release}/`
  const tag = { etag: `"${base}"`, 'cache-control': fresh }
  if (holds(c, tag.etag)) return c.body(null, 304, tag)
  const body = await releaseFiles(c.env, release)?.open('datapackage.json')
  if (!body) throw new Problem(404, noneMade)
  return c.body(body.pipeThrough(absolutePaths(base)), 200, { ...tag, ...typeOf('.json') })
})

/** Name of the newest release whose set is finished; undefined where none is. */
export async function newestSet(env: Env['Bindings']): Promise<string | undefined> {
  for (const name of await releasesWithFiles(env))
    // oxlint-disable-next-line no-await-in-loop -- mostly the first one
    if (await releaseFiles(env, name)?.isFinished()) return name
  return undefined
}

async function fileAnswer(c: Context<Env>, release: string, path: string): Promise<Response> {
  const store = releaseFiles(c.env, release)
  const file = await store?.find(path)
  if (!store || !file) throw await missing(c, release, path)
  const headers = { ...headersOf(file), ...typeOf(path) }
  if (holds(c, headers.etag)) return c.body(null, 304, headers)
  const own = { ...headers, 'content-length': String(file.bytes) }
  const body = c.req.method === 'HEAD' ? undefined : await store.open(path)
  return body ? c.body(body, 200, own) : c.body(null, 200, own)
}

const headersOf = ({ sha256 }: ReleaseFile) => ({
  etag: `"${sha256}"`,
  'cache-control': forEver,
  'cross-origin-resource-policy': 'cross-origin',
})

const types = [
  ['csv-metadata.json', 'application/csvm+json'],
  ['.json', 'application/json'],
  ['.gz', 'application/gzip'],
  ['.csv', 'text/csv; charset=utf-8; header=present'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['', 'text/plain; charset=utf-8'],
] as const

const typeOf = (path: string) => ({
  'content-type': types.find(([ending]) => path.endsWith(ending))?.[1] ?? types[0][1],
})

/** Why there is no such file. */
async function missing(c: Context<Env>, release: string, path: string): Promise<Problem> {
  if (!(await selectRelease(c.var.db, release))) return noRelease(release)
  const done = await releaseFiles(c.env, release)?.isFinished()
  return new Problem(404, done ? `${release} 没有 ${path}（no such file in it）` : notMade(release))
}

const notMade = (release: string): string =>
  `${release} 没有制作整套文件（the files of this release were not made: see niantu release）`

const noneMade =
  '还没有哪一版制作了整套文件（no release has its files yet: see niantu release; single answers are under /api/v1）'

/** The data package is written line by line: what names a file stands on a line of its own. */
function absolutePaths(base: string): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  let rest = ''
  const absolute = (text: string): Uint8Array =>
    encoder.encode(text.replace(/"(?:path|schema)": "/g, `$&${base}`))
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      const text = rest + decoder.decode(chunk, { stream: true })
      const end = text.lastIndexOf('\n') + 1
      rest = text.slice(end)
      controller.enqueue(absolute(text.slice(0, end)))
    },
    flush: (controller) => controller.enqueue(absolute(rest)),
  })
}
