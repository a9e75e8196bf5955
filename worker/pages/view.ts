import type { Context } from 'hono'
import { type Lang, langOf } from '#core/text/lang.ts'
import type { Bureau } from '../db/bureaus.ts'
import type { Version } from '../db/version.ts'
import type { Env } from '../env.ts'
import { versionOf } from '../version.ts'

/** What every page needs to know of the request. */
export interface View {
  readonly lang: Lang
  readonly url: URL
  /** Null where the database was not asked: error pages work without it. */
  readonly version: Version | null
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
    licence: c.env?.DATA_LICENCE ?? '',
    origin: c.env?.PUBLIC_ORIGIN?.replace(/\/$/, '') || url.origin,
  }
}

export const viewOf = async (c: Context<Env>): Promise<View> => ({
  ...plainView(c),
  version: await versionOf(c),
})

type Query = Readonly<Record<string, string | number | undefined>>

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
