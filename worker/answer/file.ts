import type { Context } from 'hono'
import type { Env } from '../env.ts'
import { type Meta, type Told, meta } from './meta.ts'

/** What an answer that is no JSON says of itself in its headers; answers the same as data. */
export async function tellFile(c: Context<Env>, type: string, told: Told): Promise<Meta> {
  const all = await meta(c, told)
  c.header('content-type', type)
  for (const link of linksOf(c, all)) c.header('link', link, { append: true })
  for (const [name, value] of headersOf(all)) c.header(name, value)
  return all
}

/** Lets a browser keep it under a name, with the release in it, and with the word that it is a page of a longer list. */
export function asDownload(c: Context<Env>, name: string, ending: string): void {
  const release = c.var.frozen ? `-${c.var.frozen.name}` : ''
  const part = c.var.next !== undefined || c.req.query('cursor') !== undefined ? '-part' : ''
  c.header('content-disposition', `attachment; filename="${name}${release}${part}${ending}"`)
}

/** The licence, and the newest state of what is frozen. */
function linksOf(c: Context, { release }: Meta): string[] {
  const { pathname, search } = new URL(c.req.url)
  const query = search
    .slice(1)
    .split('&')
    .filter((part) => !part.startsWith('v='))
  const newest = [pathname, query.join('&')].filter((part) => part !== '').join('?')
  return [
    '</about#licence>; rel="license"',
    ...(release === null ? [] : [`<${newest}>; rel="latest-version"`]),
  ]
}

/** In ASCII, as headers are. */
function headersOf({ data_version, release, coverage, n_missing }: Meta): [string, string][] {
  const counts = coverage && [
    `received=${coverage.received}`,
    ...(coverage.expected === null ? [] : [`expected=${coverage.expected}`]),
  ]
  return [
    ['x-data-version', String(data_version)],
    ...(release === null ? [] : [['x-release', release] satisfies [string, string]]),
    ['x-missing', String(n_missing)],
    ...(counts ? [['x-coverage', counts.join(';')] satisfies [string, string]] : []),
    ['x-source', '/docs'],
  ]
}
