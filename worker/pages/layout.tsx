import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { langTag } from '#core/text/lang.ts'
import { day } from '#core/text/number.ts'
import { type Word, t } from '#core/text/words.ts'
import type { Env } from '../env.ts'
import { assets } from './assets.ts'
import { type View, href } from './view.ts'

export interface Head {
  readonly title: string
  readonly description: string
  /** Pages above this one: [address, name]. */
  readonly crumbs?: readonly (readonly [path: string, name: string])[]
  readonly status?: ContentfulStatusCode
  /** Nobody should find this page by searching: errors, searches. */
  readonly unlisted?: boolean
}

/** A whole page as the answer. */
export function page(
  c: Context<Env>,
  view: View,
  head: Head,
  body: Child,
): Response | Promise<Response> {
  const document = (
    <html lang={langTag[view.lang]}>
      <DocumentHead view={view} head={head} />
      <body>
        <a class="skip" href="#main">
          {t(view.lang, 'skip')}
        </a>
        <Top view={view} />
        <div class="in">
          <Crumbs view={view} head={head} />
          <main id="main">{body}</main>
        </div>
        <Bottom view={view} />
      </body>
    </html>
  )
  return c.html(html`<!doctype html>${document}`, head.status ?? 200)
}

function DocumentHead({ view: { lang, url }, head }: { view: View; head: Head }) {
  const site = t(lang, 'site')
  const other = new URL(url)
  if (lang === 'en') other.searchParams.delete('lang')
  else other.searchParams.set('lang', 'en')
  return (
    <head>
      <meta charset="utf-8" />
      <title>
        {head.title === site ? `${site} · ${t(lang, 'tagline')}` : `${head.title} · ${site}`}
      </title>
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="description" content={head.description} />
      {head.unlisted && <meta name="robots" content="noindex" />}
      <link
        rel="alternate"
        hreflang={lang === 'en' ? 'zh-Hans' : 'en'}
        href={other.pathname + other.search}
      />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={assets.styles} />
      <script type="module" src={assets.script}></script>
    </head>
  )
}

const nav: readonly (readonly [path: string, word: Word])[] = [
  ['/', 'home'],
  ['/compare', 'compare'],
  ['/docs', 'api'],
  ['/about', 'about'],
]

function Top({ view: { lang, url } }: { view: View }) {
  const other = new URLSearchParams(url.search)
  if (lang === 'en') other.delete('lang')
  else other.set('lang', 'en')
  const query = other.toString().replaceAll('%2C', ',')
  return (
    <header class="top">
      <div class="in">
        <a class="brand" href={href(lang, '/')}>
          {t(lang, 'site')}
        </a>
        <nav aria-label={t(lang, 'nav')}>
          {nav.map(([path, word]) => (
            <a href={href(lang, path)} aria-current={url.pathname === path ? 'page' : undefined}>
              {t(lang, word)}
            </a>
          ))}
        </nav>
        <a
          class="lang"
          href={url.pathname + (query === '' ? '' : `?${query}`)}
          lang={lang === 'en' ? 'zh-Hans' : 'en'}
          hreflang={lang === 'en' ? 'zh-Hans' : 'en'}
        >
          {lang === 'en' ? '中文' : 'English'}
        </a>
      </div>
    </header>
  )
}

const Crumbs = ({ view: { lang }, head }: { view: View; head: Head }) =>
  head.crumbs ? (
    <nav aria-label={t(lang, 'breadcrumbs')}>
      <ol class="crumbs">
        {head.crumbs.map(([path, name]) => (
          <li>
            <a href={href(lang, path)}>{name}</a>
          </li>
        ))}
        <li aria-current="page">{head.title}</li>
      </ol>
    </nav>
  ) : (
    <></>
  )

const Bottom = ({ view: { lang, version, licence } }: { view: View }) => (
  <footer class="bottom">
    <div class="in">
      {version ? (
        <p>
          {version.at === null
            ? t(lang, 'footer_empty')
            : `${t(lang, 'footer_version', { version: version.data })}${lang === 'zh' ? '，' : ', '}${t(lang, 'footer_at', { date: day(version.at) })}`}
        </p>
      ) : (
        ''
      )}
      <p>{licence || t(lang, 'licence_default')}</p>
    </div>
  </footer>
)
