import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Lang, langTag, langs } from '#core/text/lang.ts'
import { day } from '#core/text/number.ts'
import { type Word, t } from '#core/text/words.ts'
import type { Env } from '../env.ts'
import { assets } from './assets.ts'
import { Status } from './status.tsx'
import { type View, creditOf, href } from './view.ts'

export interface Head {
  readonly title: string
  readonly description: string
  /** Pages above this one: [address, name]. */
  readonly crumbs?: readonly (readonly [path: string, name: string])[]
  readonly status?: ContentfulStatusCode
  /** Of a page of a release: what has happened since, in words. */
  readonly since?: readonly string[]
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
          <Status view={view} since={head.since ?? []} />
          <main id="main">{body}</main>
        </div>
        <Bottom view={view} />
      </body>
    </html>
  )
  return c.html(html`<!doctype html>${document}`, head.status ?? 200)
}

/** Search engines see one address for all states of a page, in each language. */
function DocumentHead({ view: { lang, url, origin }, head }: { view: View; head: Head }) {
  const site = t(lang, 'site')
  const title = head.title === site ? `${site} · ${t(lang, 'tagline')}` : `${head.title} · ${site}`
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="description" content={head.description} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={head.description} />
      {head.unlisted ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={origin + href(lang, url.pathname)} />
          {langs.map((each) => (
            <link
              rel="alternate"
              hreflang={langTag[each]}
              href={origin + href(each, url.pathname)}
            />
          ))}
        </>
      )}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={assets.styles} />
      <script type="module" src={assets.script}></script>
    </head>
  )
}

/** The pages to begin with: what each is called, and what is there. */
export const startingPages: readonly (readonly [path: string, name: Word, about: Word])[] = [
  ['/', 'home', 'page_home'],
  ['/f', 'nav_figures', 'page_figures'],
  ['/compare', 'compare', 'page_compare'],
  ['/data', 'nav_data', 'page_data'],
  ['/docs', 'nav_api', 'page_api'],
  ['/about', 'about', 'page_about'],
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
          {startingPages.map(([path, word]) => (
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

const footerLinks: readonly (readonly [path: string, word: Word])[] = [
  ['/data', 'nav_data'],
  ['/about#glossary', 'footer_glossary'],
  ['/about#corrections', 'footer_corrections'],
  ['/about#privacy', 'footer_privacy'],
  ['/about#licence', 'footer_licence'],
]

const Bottom = ({ view }: { view: View }) => (
  <footer class="bottom">
    <div class="in">
      {view.version && <p>{stateOf(view)}</p>}
      <p>{view.licence || t(view.lang, 'licence_default')}</p>
      <ul>
        {footerLinks.map(([path, word]) => (
          <li>
            <a href={hrefOf(view.lang, path)}>{t(view.lang, word)}</a>
          </li>
        ))}
      </ul>
    </div>
  </footer>
)

/** What the figures of this page are of, in words. */
function stateOf(view: View): string {
  const { lang } = view
  const { data, at, name } = creditOf(view)
  if (at === null) return t(lang, 'footer_empty')
  const parts = [
    ...(name === undefined ? [] : [t(lang, 'footer_release', { release: name })]),
    t(lang, 'footer_version', { version: data }),
    t(lang, 'footer_at', { date: day(at) }),
  ]
  return parts.join(lang === 'zh' ? '，' : ', ')
}

/** With an anchor behind the query. */
function hrefOf(lang: Lang, path: string): string {
  const [plain = '', anchor] = path.split('#')
  return href(lang, plain) + (anchor === undefined ? '' : `#${anchor}`)
}
