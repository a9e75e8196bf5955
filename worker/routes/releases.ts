import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import type { ColumnId } from '#core/text/columns.ts'
import { meta } from '../answer/meta.ts'
import { cursorText, linkNext } from '../answer/paging.ts'
import type { Table } from '../answer/table.ts'
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
import { noRelease, versionOf } from '../version.ts'
import { ReleaseSchema, cursor } from './parameters.ts'

export const ReleaseParam = v.object({ release: ReleaseSchema })
export const ReleasesQuery = v.object({ cursor: v.optional(ReleaseSchema) })

/** Where a page of a list along the ledger begins: a data version, as the page before has it. */
const Cursor = v.optional(v.pipe(cursor(/^\d{1,12}$/), v.transform(Number)))
export const WithdrawnQuery = v.object({ cursor: Cursor })
export const ChangesQuery = v.object({ from: v.optional(ReleaseSchema), cursor: Cursor })

const releasesPerPage = 100

/** The release of that name; 404 where there is none. */
async function releaseOr404(db: Db, name: string): Promise<Release> {
  const release = await selectRelease(db, name)
  if (!release) throw noRelease(name)
  return release
}

async function placedOr404(db: Db, name: string): Promise<Placed> {
  const placed = await selectPlacedRelease(db, name)
  if (!placed) throw noRelease(name)
  return placed
}

/** A release in the API's spelling. */
const releaseJson = ({ name, at, dataVersion }: Release) => ({
  name,
  at,
  data_version: dataVersion,
})

/** A page of the list, newest first; the answer's `Link` leads on. */
async function page(c: Context<Env>, { cursor: name }: v.InferOutput<typeof ReleasesQuery>) {
  const before = name === undefined ? undefined : await releaseOr404(c.var.db, name)
  const found = await selectReleases(c.var.db, releasesPerPage + 1, before?.seq)
  const items = found.slice(0, releasesPerPage)
  const next = found.length > items.length ? (items.at(-1)?.name ?? null) : null
  linkNext(c, next)
  return { items, next }
}

export const releasesColumns = [
  'release',
  'at',
  'data_version',
] as const satisfies readonly ColumnId[]

/** The same for files. */
export async function releasesTable(
  c: Context<Env>,
  asked: v.InferOutput<typeof ReleasesQuery>,
): Promise<Table> {
  const { items } = await page(c, asked)
  const rows = items.map(({ name, at, dataVersion }) => ({
    release: name,
    at,
    data_version: dataVersion,
  }))
  return { columns: releasesColumns, rows }
}

export const releases = new Hono<Env>()
  .get('/', valid('query', ReleasesQuery), async (c) => {
    const { items, next } = await page(c, c.req.valid('query'))
    return c.json({ meta: await meta(c), releases: items.map(releaseJson), next_cursor: next })
  })
  .get('/:release', valid('param', ReleaseParam), valid('query', WithdrawnQuery), async (c) => {
    const { release, before, after, newest } = await placedOr404(
      c.var.db,
      c.req.valid('param').release,
    )
    const withdrawn = await selectWithdrawn(c.var.db, {
      from: release.dataVersion,
      to: (await versionOf(c)).data,
      after: c.req.valid('query').cursor,
    })
    linkNext(c, withdrawn.next)
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
      next_cursor: cursorText(withdrawn.next),
    })
  })
  .get(
    '/:release/changes',
    valid('param', ReleaseParam),
    valid('query', ChangesQuery),
    async (c) => {
      const query = c.req.valid('query')
      const { release, before } = await placedOr404(c.var.db, c.req.valid('param').release)
      const from = query.from === undefined ? before : await releaseOr404(c.var.db, query.from)
      if (from && from.seq >= release.seq) throw notBefore(from, release)
      const { items, next } = await selectChanges(c.var.db, {
        from: from?.dataVersion ?? 0,
        to: release.dataVersion,
        after: query.cursor,
      })
      linkNext(c, next)
      c.set('frozen', release)
      return c.json({
        meta: await meta(c),
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
        next_cursor: cursorText(next),
      })
    },
  )

const notBefore = (from: Release, to: Release): Problem =>
  new Problem(
    400,
    `from 应早于 ${to.name}：${from.name} 不是（from must be an earlier release than ${to.name}; ${from.name} is not）`,
    [{ code: 'not_before', path: 'from', message: from.name }],
  )
