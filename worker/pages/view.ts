import type { Context } from 'hono'
import type { Credit } from '#core/chart/spec.ts'
import { type Lang, langOf } from '#core/text/lang.ts'
import type { Bureau } from '../db/bureaus.ts'
import type { Release } from '../db/releases.ts'
import type { Version } from '../db/version.ts'
import type { Env } from '../env.ts'
import { noRelease, versionOf } from '../version.ts'

/** What every page needs to know of the request. */
export interface View {
  readonly lang: Lang
  readonly url: URL
  /** Null where the database was not asked: error pages work without it. */
  readonly version: Version | null
  /** The release that `?v=` names: the page then shows what it holds, and nothing that may change later but its status. */
  readonly release: Release | undefined
  /** Licence text of this deployment; empty: the default. */
  readonly licence: string
  /** What the addresses in embed codes begin with. */
  readonly origin: string
}

export function plainView(c: Context<Env>): View {
  const url = new URL(c.req.url)
  return {
    lang: langOf(c.req.query('lang')),
    url,
    version: null,
    release: undefined,
    licence: c.env?.DATA_LICENCE ?? '',
    origin: c.env?.PUBLIC_ORIGIN?.replace(/\/$/, '') || url.origin,
  }
}

/** 404 where there is no release of the name in `?v=`. Frozen pages stay live to the cache: their status may change. */
export async function viewOf(c: Context<Env>): Promise<View> {
  const version = await versionOf(c)
  const name = c.req.query('v') ?? ''
  if (name !== '' && !version.asked) throw noRelease(name)
  return { ...plainView(c), version, release: version.asked ?? undefined }
}

export type Query = Readonly<Record<string, string | number | undefined>>

/** An address of this site in the reader's language; parameters without a value are left out. */
export function href(lang: Lang, path: string, query: Query = {}): string {
  const all = { ...query, lang: lang === 'en' ? 'en' : undefined }
  // Commas stay readable: they separate ids, and no id contains one.
  const text = Object.entries(all)
    .flatMap(([key, value]) =>
      value === undefined || value === ''
        ? []
        : [`${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`],
    )
    .join('&')
  return text === '' ? path : `${path}?${text}`
}

/** The bureau's name in the reader's language; Chinese where it has no other. */
export const nameOf = (lang: Lang, { name, nameEn }: Pick<Bureau, 'name' | 'nameEn'>): string =>
  lang === 'en' ? (nameEn ?? name) : name

/** The same of a view: a page of a release leads to others of it. */
export const hrefIn = ({ lang, release }: View, path: string, query: Query = {}): string =>
  href(lang, path, { ...query, v: release?.name })

/** What the figures of a page are of: a release, or what is public now. */
export const creditOf = ({ release, version }: View): Credit => {
  if (release) return { data: release.dataVersion, at: release.at, name: release.name }
  return version ?? { data: 0, at: null }
}

/** Whether sums and whatever is made of groups lack reports: then none of them is told. Those of a release never do. */
export const isBehind = ({ version, release }: View): boolean =>
  version?.behind === true && release === undefined
