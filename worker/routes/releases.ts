import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { selectChanges, selectWithdrawn } from '../db/changes.ts'
import type { Db } from '../db/client.ts'
import {
  type Placed,
  type Release,
  selectPlacedRelease,
  selectRelease,
  selectReleases,
} from '../db/releases.ts'
import type { Env } from '../env.ts'
import { Problem } from '../errors.ts'
import { valid } from '../valid.ts'
import { versionOf } from '../version.ts'
import { type Meta, meta } from './meta.ts'

/** The name of a release, as `?v=` and paths have it. */
export const ReleaseSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}\.\d{1,6}\.0$/, '版本号，如 2026.3.0（a release such as 2026.3.0）'),
)

const Param = v.object({ release: ReleaseSchema })
const List = v.object({ after: v.optional(ReleaseSchema) })

/** Where a page of a list along the ledger begins: a data version, as the link of the page before has it. */
const After = v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)))
const Since = v.object({ after: After })
const Changes = v.object({ from: v.optional(ReleaseSchema), after: After })

const releasesPerPage = 100

const noRelease = (name: string): Problem =>
  new Problem(404, `没有 ${name} 这个版本（no such release; see /api/v1/releases）`)

/** The release that a request looks back to; 404 where there is none. */
export async function releaseOr404(db: Db, name: string): Promise<Release> {
  const release = await selectRelease(db, name)
  if (!release) throw noRelease(name)
  return release
}

async function placedOr404(db: Db, name: string): Promise<Placed> {
  const placed = await selectPlacedRelease(db, name)
  if (!placed) throw noRelease(name)
  return placed
}

/** Answers what will never change: kept by everyone for as long as they like, and dated by its release. */
export async function frozen(
  c: Context<Env>,
  { name, dataVersion, at }: Release,
): Promise<Meta & { readonly release: string }> {
  c.header('cache-control', 'public, max-age=31536000, immutable')
  return { ...(await meta(c)), data_version: dataVersion, updated: at, release: name }
}

/** A release in the API's spelling. */
const releaseJson = ({ name, at, dataVersion }: Release) => ({
  name,
  at,
  data_version: dataVersion,
})

/** Says where a list goes on. */
function linkNext(c: Context, after: string | number | null | undefined): void {
  if (after === null || after === undefined) return
  const next = new URL(c.req.url)
  next.searchParams.set('after', String(after))
  c.header('link', `<${next.pathname}${next.search}>; rel="next"`)
}

/** A new release changes no data version, which tags are made of: these answers have none, and are asked for anew. */
const fresh = 'public, max-age=60, stale-while-revalidate=60'

export const releases = new Hono<Env>()
  .get('/', valid('query', List), async (c) => {
    const { after } = c.req.valid('query')
    const before = after === undefined ? undefined : await releaseOr404(c.var.db, after)
    const found = await selectReleases(c.var.db, releasesPerPage + 1, before?.seq)
    const page = found.slice(0, releasesPerPage)
    if (found.length > page.length) linkNext(c, page.at(-1)?.name)
    c.header('cache-control', fresh)
    return c.json({ meta: await meta(c), releases: page.map(releaseJson) })
  })
  .get('/:release', valid('param', Param), valid('query', Since), async (c) => {
    const { release, before, after, newest } = await placedOr404(
      c.var.db,
      c.req.valid('param').release,
    )
    const withdrawn = await selectWithdrawn(c.var.db, {
      from: release.dataVersion,
      to: (await versionOf(c)).data,
      after: c.req.valid('query').after,
    })
    linkNext(c, withdrawn.next)
    c.header('cache-control', fresh)
    return c.json({
      meta: await meta(c),
      release: {
        ...releaseJson(release),
        status: after ? 'superseded' : 'newest',
        before: before && releaseJson(before),
        superseded_by: after && releaseJson(after),
        newest: releaseJson(newest),
      },
      withdrawn: withdrawn.items,
    })
  })
  .get('/:release/changes', valid('param', Param), valid('query', Changes), async (c) => {
    const query = c.req.valid('query')
    const { release, before } = await placedOr404(c.var.db, c.req.valid('param').release)
    const from = query.from === undefined ? before : await releaseOr404(c.var.db, query.from)
    if (from && from.seq >= release.seq) throw notBefore(from, release)
    const { items, next } = await selectChanges(c.var.db, {
      from: from?.dataVersion ?? 0,
      to: release.dataVersion,
      after: query.after,
    })
    linkNext(c, next)
    return c.json({
      meta: await frozen(c, release),
      from: from && releaseJson(from),
      to: releaseJson(release),
      reports: items.map(({ bureau, year, before: old, after: now, reason, differences }) => ({
        bureau,
        year,
        revision: { before: old, after: now },
        reason,
        changes: differences.map(({ figure, change, before: was, after: is }) => ({
          figure,
          change,
          before: was && { value: was.value, state: was.state },
          after: is && { value: is.value, state: is.state },
        })),
      })),
    })
  })

const notBefore = (from: Release, to: Release): Problem =>
  new Problem(
    400,
    `from 应早于 ${to.name}：${from.name} 不是（from must be an earlier release than ${to.name}; ${from.name} is not）`,
    [{ code: 'not_before', path: 'from', message: from.name }],
  )
